// Lists of codes as people read them, "出纳（cashier）、稽核（internal_check）", and back to the codes.
import type { Text } from "../../domain/text.ts";
import type { Language } from "../../words/language.ts";
import type { CellResult } from "../cell-parse.ts";
import { wordKey } from "../word-key.ts";
import { parseVerbatim, printVerbatim } from "./verbatim.ts";

/** What a file may say instead of, or beside, a code: duties, matters or choices. */
export interface NameBook {
  /** 职责 / duty, for messages. */
  what: Text;
  nameOf: (code: string) => Text | null;
  /** Every code with that name, in either language. */
  codesNamed: (name: string) => readonly string[];
  /** May a rule name it? A code that is nowhere is more likely mistyped. */
  isKnown: (code: string) => boolean;
}

const emptyList = { zh: "无", en: "none" } as const;
const mark = { zh: "、", en: ", " } as const;
const isPlainCode = (code: string): boolean =>
  /^[\p{L}\p{N}_.:-]+$/u.test(code) && code.normalize("NFKC") === code;
const canStandBefore = (name: string): boolean =>
  name.trim() === name && !/[、,，;；\n"]/.test(name) && name !== "";

function printOne(code: string, book: NameBook, language: Language): string {
  if (!isPlainCode(code)) return JSON.stringify(code);
  const name = book.nameOf(code)?.[language];
  if (name === undefined || name === code || !canStandBefore(name)) return printVerbatim(code);
  return language === "zh" ? `${name}（${code}）` : `${name} (${code})`;
}
/** null is the empty cell; an empty list is said in a word. */
export const printNames = (codes: readonly string[] | null, book: NameBook, language: Language): string =>
  codes === null
    ? ""
    : codes.length === 0
      ? emptyList[language]
      : codes.map((code) => printOne(code, book, language)).join(mark[language]);

const bad = (zh: string, en: string): CellResult => ({ ok: false, reason: { zh, en } });
const shown = (codes: readonly string[], book: NameBook): string =>
  codes
    .slice(0, 4)
    .map((code) => `${book.nameOf(code)?.zh ?? ""}（${code}）`)
    .join("、");

/** One item: a code, a name, or a name with its code in brackets; both must then mean the same. */
function parseOne(item: string, book: NameBook): CellResult {
  if (item.startsWith('"')) {
    const code = parseVerbatim(item);
    return code
      ? { ok: true, value: code }
      : bad(`“${item}”的引号不成对。`, `The quotes of ${item} do not match.`);
  }
  const words = item.normalize("NFKC").trim();
  if (book.isKnown(words)) return { ok: true, value: words };
  const bracketed = /^(.*)[(【〔]([^()【〔】〕]+)[)】〕]$/su.exec(words);
  const code = bracketed?.[2]?.trim();
  if (bracketed && code && book.isKnown(code)) {
    const name = bracketed[1]!.trim();
    const own = book.nameOf(code);
    const fits = !own || [own.zh, own.en].some((word) => wordKey(word) === wordKey(name));
    return fits
      ? { ok: true, value: code }
      : bad(
          `“${item}”里的名称与编码说的不是同一项：${code} 是“${own.zh}”。请改名称或改编码。`,
          `The name and the code in "${item}" mean different things: ${code} is "${own.en}". Change one of them.`,
        );
  }
  const named = book.codesNamed(words);
  if (named.length === 1) return { ok: true, value: named[0]! };
  if (named.length > 1)
    return bad(
      `叫“${words}”的${book.what.zh}有 ${named.length} 项：${shown(named, book)}。请改写编码。`,
      `${named.length} of them are called "${words}": ${named.slice(0, 4).join(", ")}. Write the code.`,
    );
  return bad(
    `没有叫“${item}”的${book.what.zh}。请写名称或编码，多项之间用“、”隔开。`,
    `There is no ${book.what.en} "${item}". Write its name or code; separate several with a comma.`,
  );
}

function split(words: string): string[] {
  const items: string[] = [];
  for (const [item] of words.matchAll(/\s*"(?:[^"\\]|\\.)*"|[^、,，;；\n]+/gs))
    if (item.trim() !== "") items.push(item.trim());
  return items;
}

/** `null` for the empty cell where the column may be empty. */
export function parseNames(words: string, book: NameBook): CellResult {
  if (words === emptyList.zh || words.toLowerCase() === emptyList.en) return { ok: true, value: [] };
  const codes: string[] = [];
  for (const item of split(words)) {
    const one = parseOne(item, book);
    if (!one.ok) return one;
    codes.push(String(one.value));
  }
  return { ok: true, value: codes };
}
export function parseName(words: string, book: NameBook): CellResult {
  const many = parseNames(words, book);
  if (!many.ok) return many;
  const codes = Array.isArray(many.value) ? many.value : [];
  return codes.length === 1
    ? { ok: true, value: codes[0]! }
    : bad(`这里只能填一项${book.what.zh}。`, `Exactly one ${book.what.en} belongs here.`);
}
export const printName = (code: string, book: NameBook, language: Language): string =>
  printOne(code, book, language);
