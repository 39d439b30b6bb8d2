// A row of 分级授权表 → the authority it states, and the note beside it.
import type { Authority } from "../../domain/authority.ts";
import { contains } from "../../domain/day.ts";
import { formatCny, formatWan } from "../../domain/money.ts";
import { levelChoices, sheetOf } from "../../domain/sheets.ts";
import { derivedAuthorityCode } from "../authority-code.ts";
import { type Cell, textCell } from "../cell.ts";
import { parseCell } from "../cell-parse.ts";
import type { Header } from "../header-match.ts";
import { wordKey } from "../word-key.ts";
import { holdersOf, type LedgerGround, noteKeys } from "./ledger-ground.ts";
import { type MatterStep, namedIn, personIn, stepIn, stepName } from "./ledger-names.ts";
import type { LedgerRow } from "./ledger-row.ts";
import { scheduleSheet } from "./ledger-sheets.ts";
import { readRemark } from "./remark.ts";
import { holderWords } from "./schedule-print.ts";

const always = ["code", "matterId", "stepId", "postId", "personId", "from"];
/** Columns of the authority sheet by the column of the form that says them. */
const saidBy: Readonly<Record<string, string>> = {
  level: "level",
  over: "over",
  upTo: "upTo",
  until: "until",
  kind: "kind",
  isCollective: "isCollective",
  isSubDelegable: "remark",
  docNo: "docNo",
};
const columnsIn = (has: (key: string) => boolean) =>
  sheetOf("authorities").columns.filter(({ key }) => always.includes(key) || has(saidBy[key] ?? ""));
const bounds: Readonly<Record<string, string>> = { over: "额度下限", upTo: "额度上限" };

/** The header of the authority sheet, as far as the form says it; amounts keep the unit of the form. */
export const scheduleWords = ({ byKey }: Header): string[] =>
  columnsIn((key) => byKey.has(key)).map(({ key, name }) =>
    bounds[key] ? `${bounds[key]}（${byKey.get(key)?.unit === "wan" ? "万元" : "元"}）` : name.zh,
  );

interface Found {
  step: MatterStep | null;
  postId: string | null;
  personId: string | null;
  code: string;
  existing: Authority | null;
}

/** What a row says of the authority that it means. */
interface Stated {
  step: MatterStep | null;
  post: LedgerGround["posts"][number] | null;
  person: LedgerGround["people"][number] | null;
  over: unknown;
  from: unknown;
  code: string | null;
  /** The row on record that says the same of all this. */
  exact: Authority | null;
}

function statedBy(row: LedgerRow, ground: LedgerGround): Stated {
  const words = (key: string): string => row.cell(key).text.trim();
  const step = stepIn(ground, words("matter"), words("matterName"));
  const post = words("post") === "" ? null : namedIn(ground.posts, words("post"));
  const person = words("post") === "" ? personIn(ground.people, words("person")) : null;
  const value = (key: string): unknown => {
    const column = scheduleSheet.columns.find((one) => one.key === key);
    const unit = row.unitOf(key);
    const read = column && parseCell(row.cell(key), column, { timeZone: "UTC", unit });
    return read?.ok ? read.value : undefined;
  };
  const [over, from] = [value("over") ?? null, value("from")];
  const remark = readRemark(words("remark"));
  const stated = { step, post, person, over, from, code: remark.code };
  const isStated = (one: Authority): boolean =>
    remark.code === null ? isOfSameCell(stated, one) && one.over === over : one.code === remark.code;
  return { ...stated, exact: ground.authorities.find(isStated) ?? null };
}

/** The same step and holder, from the same day. */
const isOfSameCell = (stated: Omit<Stated, "exact">, one: Authority): boolean =>
  one.stepId === stated.step?.step.id &&
  one.postId === (stated.post?.id ?? null) &&
  one.personId === (stated.person?.id ?? null) &&
  one.from === stated.from;

/**
 * Authorities whose lower bound a row states anew: one row of a step, holder and first day fits none on record, and just
 * one on record is in force and not in the file. By row number; worked out once a file.
 */
const moved = new WeakMap<readonly LedgerRow[], { ground: LedgerGround; byRow: Map<number, Authority> }>();
function movedBounds(all: readonly LedgerRow[], ground: LedgerGround): Map<number, Authority> {
  const known = moved.get(all);
  if (known?.ground === ground) return known.byRow;
  const stated = all.map((row) => ({ row, ...statedBy(row, ground) }));
  const claimed = new Set(stated.flatMap(({ exact }) => exact?.id ?? []));
  const open = ground.authorities.filter((one) => contains(one, ground.day) && !claimed.has(one.id));
  const fresh = new Map<string, (typeof stated)[number][]>();
  for (const one of stated) {
    if (one.exact !== null || one.code !== null || one.step === null) continue;
    const cell = JSON.stringify([one.step.step.id, one.post?.id, one.person?.id, one.from]);
    fresh.set(cell, [...(fresh.get(cell) ?? []), one]);
  }
  const byRow = new Map<number, Authority>();
  for (const [own, ...more] of fresh.values()) {
    const [only, ...others] = own ? open.filter((one) => isOfSameCell(own, one)) : [];
    if (own && only && more.length === 0 && others.length === 0) byRow.set(own.row.row, only);
  }
  moved.set(all, { ground, byRow });
  return byRow;
}

/** The row in force that it states again, and the number that it has or would be given. */
function find(row: LedgerRow, ground: LedgerGround): Found {
  const words = (key: string): string => row.cell(key).text.trim();
  const { step, post, person, over, from, code, exact } = statedBy(row, ground);
  const existing = exact ?? movedBounds(row.all, ground).get(row.row) ?? null;
  const derived = derivedAuthorityCode({
    matter: step?.matter.code ?? words("matter"),
    step: step?.step.code ?? "",
    holder: post?.code ?? person?.staffNo ?? (words("post") || words("person")),
    over: typeof over === "number" ? over : null,
    from: typeof from === "string" ? from : words("from"),
  });
  return {
    step,
    postId: post?.id ?? null,
    personId: person?.id ?? null,
    code: existing?.code ?? code ?? derived,
    existing,
  };
}

const levelIn = (words: string): string | null =>
  levelChoices.find(({ value, name, also = [] }) =>
    [value, name.zh, name.en, ...also].some((word) => wordKey(word) === wordKey(words)),
  )?.value ?? null;

/** The level of the post itself is not repeated on its authorities, unless the row on record does. */
function levelCell(row: LedgerRow, ground: LedgerGround, found: Found): Cell {
  const cell = row.cell("level");
  const said = levelIn(cell.text);
  const own = ground.posts.find(({ id }) => id === found.postId)?.level ?? null;
  if (said === null || said !== own || found.existing?.level === said) return cell;
  return textCell("");
}

/** Who is named beside a post holds it, and is shown for information alone; anybody else is told by the row's verdict. */
function personCell(row: LedgerRow, ground: LedgerGround, found: Found): Cell {
  const cell = row.cell("person");
  if (found.postId === null) {
    const person = ground.people.find(({ id }) => id === found.personId);
    return person ? textCell(person.staffNo) : cell;
  }
  const words = cell.text.trim();
  if (words === "" || words === holderWords(ground, { postId: found.postId, personId: null }))
    return textCell("");
  const holders = holdersOf(ground, found.postId);
  const isHolder = (part: string): boolean =>
    holders.some(({ name }) => name === part) ||
    holders.some(({ id }) => id === personIn(ground.people, part)?.id);
  return words.split(/[、,，;；]/).every((part) => isHolder(part.trim())) ? textCell("") : cell;
}

export function scheduleRow(row: LedgerRow, ground: LedgerGround): Cell[] {
  const found = find(row, ground);
  const words = row.cell("matter").text.trim();
  const named = row.cell("matterName").text.trim();
  if (found.step && named !== "" && named !== stepName(found.step) && named !== found.step.matter.name)
    row.tell({
      zh: `事项名称“${named}”与编码所指的“${stepName(found.step)}”不同，已按编码读取。`,
      en: `the matter is called "${named}", but its code means "${stepName(found.step)}": read by the code.`,
    });
  const moved = movedBounds(row.all, ground).get(row.row);
  if (moved) {
    const was = moved.over ?? 0;
    const is = row.cell("over").text.trim() || "0";
    row.tell({
      zh: `读作改动在册的授权 ${moved.code}：下限原为 ${formatWan(was)} 万元，文件中是“${is}”。`,
      en: `read as a change of the authority on record ${moved.code}: its lower bound was ${formatCny(was)}, the file says "${is}".`,
    });
  }
  const [matterWords = "", ...stepWords] = words.split("/");
  const { isSubDelegable } = readRemark(row.cell("remark").text.trim());
  const mayBeLent = isSubDelegable ?? found.existing?.isSubDelegable ?? false;
  const post = ground.posts.find(({ id }) => id === found.postId);
  const cells: Record<string, Cell> = {
    code: textCell(found.code),
    matterId: textCell(found.step?.matter.code ?? matterWords),
    stepId: textCell(found.step?.step.code ?? stepWords.join("/")),
    postId: post ? textCell(post.code) : row.cell("post"),
    personId: personCell(row, ground, found),
    level: levelCell(row, ground, found),
    isSubDelegable: textCell(mayBeLent ? "是" : "否"),
  };
  return columnsIn(row.has).map(({ key }) => cells[key] ?? row.cell(key));
}

const notedIn = (has: (key: string) => boolean) => noteKeys.filter((key) => has(key));
export const noteWords = ({ byKey }: Header): string[] => [
  "授权编号",
  ...sheetOf("authority-notes")
    .columns.filter(({ key }) => notedIn((one) => byKey.has(one)).some((own) => own === key))
    .map(({ name }) => name.zh),
];

export function noteRow(row: LedgerRow, ground: LedgerGround): Cell[] | null {
  const found = find(row, ground);
  const before = found.existing && ground.notes.get(found.existing.id);
  const texts = notedIn(row.has).map((key) => {
    const words = row.cell(key).text;
    return key === "remark" ? readRemark(words.trim()).rest : words;
  });
  if (!before && texts.every((words) => words.trim() === "")) return null;
  return [found.code, ...texts].map(textCell);
}
