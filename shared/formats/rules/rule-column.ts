// A column of a rule sheet: where its value lies in the rule, how it is printed and read back.
import type { MoneyUnit } from "../../domain/money.ts";
import type { Choice, SheetColumn } from "../../domain/sheet-column.ts";
import type { Text } from "../../domain/text.ts";
import type { Language } from "../../words/language.ts";
import type { Cell } from "../cell.ts";
import { type CellResult, parseCell } from "../cell-parse.ts";
import { printCell } from "../cell-print.ts";
import { type GridValue, gridText } from "../grid.ts";
import { type NameBook, parseName, parseNames, printName, printNames } from "./named-list.ts";
import { parseVerbatim, printVerbatim } from "./verbatim.ts";

export interface RuleBooks {
  duties: NameBook;
  matters: NameBook;
}
export interface RuleReading {
  books: RuleBooks;
  /** The unit of bare amounts in this column. */
  unit: MoneyUnit;
}
export interface RulePrinting {
  books: RuleBooks;
  language: Language;
}
export type RuleValue = string | number | boolean | null | string[];
export interface RuleColumn extends SheetColumn {
  /** Where the value lies in the rule, such as ["citation", "mark"]. */
  path: readonly string[];
  print: (value: RuleValue, printing: RulePrinting) => GridValue;
  /** A cell that is not empty. */
  read: (cell: Cell, reading: RuleReading) => CellResult;
  /** What an empty cell means; undefined: the rule's own default, or that something is missing. */
  blank?: RuleValue;
}
interface Given {
  key: string;
  path: readonly string[];
  name: Text;
  also?: readonly string[];
  isRequired?: boolean;
  hint?: Text;
  choices?: readonly Choice[];
  blank?: RuleValue;
}

const anywhere = { timeZone: "UTC", unit: "yuan" } as const;
// Excel keeps 15 digits; longer whole numbers are written as text.
const exactInteger = 999_999_999_999_999;
// Dates of spreadsheets are unsure before the leap day that 1900 did not have, and mistaken for numbers before 1950.
const firstDate = "1950-01-01";

function made(type: SheetColumn["type"], given: Given, how: Pick<RuleColumn, "print" | "read">): RuleColumn {
  const { also = [], isRequired = false, ...rest } = given;
  return { ...rest, also, isRequired, type, ...how };
}
/** Printed and read as the columns of the other sheets are. */
const asSheet = (type: SheetColumn["type"], given: Given, print: RuleColumn["print"]): RuleColumn => {
  const column = made(type, given, {
    print,
    read: (cell, { unit }) => parseCell(cell, column, { timeZone: "UTC", unit }),
  });
  return column;
};

export const wordsColumn = (given: Given): RuleColumn =>
  made("text", given, {
    print: (value) => gridText(printVerbatim(String(value))),
    read: ({ text }) => {
      const words = parseVerbatim(text);
      return words === null
        ? {
            ok: false,
            reason: {
              zh: "以引号开头和结尾的文字须是成对的引号。请去掉引号，或改成正确的写法。",
              en: "Text between quotes must be well quoted. Remove the quotes or mend them.",
            },
          }
        : { ok: true, value: words };
    },
  });
export const integerColumn = (given: Given): RuleColumn =>
  asSheet("integer", given, (value) =>
    typeof value === "number" && Math.abs(value) <= exactInteger
      ? { integer: value }
      : gridText(String(value)),
  );
/** Stored in permille; "5%" and "50‰" are read as 50. */
export const permilleColumn = (given: Given): RuleColumn => {
  const plain = integerColumn(given);
  return {
    ...plain,
    read: (cell, reading) => {
      const [, whole = "", part = "", sign] =
        /^(\d+)(?:\.(\d))?\s*([%‰])$/.exec(cell.text.normalize("NFKC").trim()) ?? [];
      if (sign === "%") return { ok: true, value: Number(whole) * 10 + Number(part) };
      if (sign === "‰" && part === "") return { ok: true, value: Number(whole) };
      return plain.read(cell, reading);
    },
  };
};
export const moneyColumn = (given: Given): RuleColumn =>
  asSheet("money", given, (value) => ({ money: Number(value) }));
export const flagColumn = (given: Given): RuleColumn => {
  const column = asSheet("flag", given, (value, { language }) =>
    gridText(printCell(value, column, "UTC", language)),
  );
  return column;
};
export const dayColumn = (type: "day" | "last-day", given: Given): RuleColumn => {
  const column = asSheet(type, given, (value) => {
    const day = printCell(value, column, "UTC");
    return day >= firstDate ? { day } : gridText(day);
  });
  return column;
};
export const clockColumn = (given: Given): RuleColumn =>
  made("text", given, {
    print: (value) => gridText(String(value)),
    read: (cell) => {
      const words = cell.text.normalize("NFKC").trim();
      const [, hour, minute] = /(?:^|\s)(\d{1,2}):(\d{2})(?::00)?$/.exec(words) ?? [];
      // A time typed into an unformatted cell is a fraction of a day.
      const minutes =
        hour === undefined && cell.number !== undefined && cell.number >= 0 && cell.number <= 1
          ? Math.round(cell.number * 1440)
          : Number(hour) * 60 + Number(minute);
      return Number.isNaN(minutes) || minutes > 1440
        ? {
            ok: false,
            reason: { zh: "不是能认出的钟点。请写成 07:00。", en: "Not a time of day. Write it as 07:00." },
          }
        : {
            ok: true,
            value: `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
          };
    },
  });

/** One of a fixed list; words beyond it are kept as they are where the rule admits them. */
export function choiceColumn(given: Given & { choices: readonly Choice[]; isOpen?: boolean }): RuleColumn {
  const { isOpen = false, ...rest } = given;
  const nameOf = (value: RuleValue) => given.choices.find((one) => one.value === value)?.name;
  const words = new Set(given.choices.flatMap(({ value, name }) => [value, name.zh, name.en]));
  const column = made("choice", rest, {
    print: (value, { language }) => {
      const name = nameOf(value)?.[language];
      const text = String(value);
      return gridText(name ?? (words.has(text) ? JSON.stringify(text) : printVerbatim(text)));
    },
    read: (cell) => {
      const found = parseCell(cell, column, anywhere);
      if (found.ok || !isOpen) return found;
      const text = parseVerbatim(cell.text);
      return text === null ? found : { ok: true, value: text };
    },
  });
  return column;
}

/** The names of a fixed list as a book, for cells that take several of them. */
function choiceBook(what: Text, choices: readonly Choice[]): NameBook {
  const names = new Map(choices.map(({ value, name }) => [value, name]));
  return {
    what,
    nameOf: (code) => names.get(code) ?? null,
    codesNamed: (name) =>
      choices
        .filter((one) =>
          [one.name.zh, one.name.en, ...(one.also ?? [])].some(
            (word) => word.toLowerCase() === name.toLowerCase(),
          ),
        )
        .map(({ value }) => value),
    isKnown: (code) => names.has(code),
  };
}
/** Several of a fixed list, by name alone: the words are the program's own and mean one thing. */
export function choicesColumn(given: Given & { choices: readonly Choice[] }, what: Text): RuleColumn {
  const book = choiceBook(what, given.choices);
  return made("codes", given, {
    print: (value, { language }) => {
      const values = Array.isArray(value) ? value : [];
      if (values.length === 0) return gridText(printNames(value === null ? null : [], book, language));
      return gridText(
        values.map((one) => book.nameOf(one)?.[language] ?? one).join(language === "zh" ? "、" : ", "),
      );
    },
    read: (cell) => parseNames(cell.text, book),
  });
}
type BookKey = keyof RuleBooks;
export const namesColumn = (book: BookKey, given: Given): RuleColumn =>
  made("codes", given, {
    print: (value, { books, language }) =>
      gridText(printNames(Array.isArray(value) ? value : null, books[book], language)),
    read: (cell, { books }) => parseNames(cell.text, books[book]),
  });
export const nameColumn = (book: BookKey, given: Given): RuleColumn =>
  made("code", given, {
    print: (value, { books, language }) => gridText(printName(String(value), books[book], language)),
    read: (cell, { books }) => parseName(cell.text, books[book]),
  });
