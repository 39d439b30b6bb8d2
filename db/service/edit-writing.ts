// Edits checked as a form's are, and the rows that they write, by the meaning of `withEdits`: one transaction, earlier days keep their answer.
import { type Day, isDay } from "../../shared/domain/day.ts";
import { type Edit, isTimeless, type SetKind, setKinds } from "../../shared/domain/edit.ts";
import { type EditedRow, governedRows, withEdits } from "../../shared/domain/edited.ts";
import { FaultError, fault } from "../../shared/domain/fault.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import type { World } from "../../shared/domain/world.ts";
import { tables } from "../queries/tables.ts";
import type { Recorder, Value } from "../queries/versions.ts";
import { assertShortens, ruledProblems } from "./delegation-rules.ts";
import { type Desk, gone } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { authorityCode } from "./natural-keys.ts";
import { assertFree, checkedRow, titleOf } from "./row-checking.ts";
import { type DomainRow, referrers, rowsOfKind } from "./sheet-rows.ts";

type Values = Record<string, Value>;
/** One row that the edits leave different: null before: new; null after: out of force. */
export interface WrittenRow {
  kind: SetKind;
  id: string;
  before: Values | null;
  after: Values | null;
}
type RowEdit = Extract<Edit, { kind: SetKind }>;

const keyOf = (kind: string, id: string): string => `${kind} ${id}`;
const withoutId = ({ id: _, ...values }: EditedRow): Values => values;

/** Which row a fault is about, where there are several. */
function about<T>(title: string, isOne: boolean, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isOne || !(error instanceof FaultError)) throw error;
    const { code, message, where } = error.fault;
    throw fault(code, { zh: `“${title}”：${message.zh}`, en: `“${title}”: ${message.en}` }, where);
  }
}

/**
 * The edits with their values as the sheets keep them, each row checked as a form's would be, references looked up in
 * the workbook with all the edits in place, those `beside` them too. Rules are passed on as they are.
 * @throws FaultError invalid, missing or refused, naming the row
 */
export function checkedEdits(
  desk: Desk,
  edits: readonly Edit[],
  day: Day,
  beside: readonly Edit[] = [],
): Edit[] {
  const before = desk.world();
  const world: World = withEdits(before, [...beside, ...edits], day);
  const isOne = edits.length === 1;
  const kept = new Map<SetKind, Map<string, EditedRow>>();
  const rowAt = (kind: SetKind, id: string): EditedRow | undefined => {
    const rows = kept.get(kind) ?? new Map(governedRows(before, kind).map((row) => [row.id, row]));
    kept.set(kind, rows);
    return rows.get(id);
  };
  /** Where only the end of a loan is put off, the row keeps its first day, and is judged by it whatever the edit says. */
  const inPlace = ({ kind, id }: RowEdit, made: Values): Values => {
    if (kind !== "delegations") return made;
    const kept = world.delegations.find((one) => one.id === id);
    return kept && kept.until === made.until ? { ...made, from: kept.from } : made;
  };
  const kindOf = kindReader(desk, [...beside, ...edits]);
  const checkedOne = (edit: RowEdit): RowEdit => {
    const row = rowAt(edit.kind, edit.id);
    if (edit.op === "end" && !isDay(edit.until))
      throw fault("invalid", {
        zh: `“${edit.until}”不是日期。请写 YYYY-MM-DD。`,
        en: `"${edit.until}" is not a day: use YYYY-MM-DD.`,
      });
    if (edit.op !== "save") {
      const drafted = beside.find((one) => one.op === "save" && one.kind === edit.kind && one.id === edit.id);
      if (!row && !drafted) throw gone(sheetOf(edit.kind).name);
      if (row && edit.op === "end") assertEnds(edit.kind, row, edit.until, edit.reason ?? null);
      return edit;
    }
    const taken = kindOf(edit.id);
    if (edit.id === "" || (taken !== null && taken !== edit.kind))
      throw fault("invalid", {
        zh: "新记录的内部编号已用于别的记录。请重新填写这一条。",
        en: "The id of this new row belongs to another row: enter it anew.",
      });
    const values = checkedRow(world, edit.kind, edit.id, edit.values, (made) =>
      ruledProblems(desk, world, edit.kind, edit.id, inPlace(edit, made), row ? withoutId(row) : null),
    );
    if (edit.kind === "authorities" && !values.code)
      values.code = row
        ? String(row.code)
        : authorityCode(world, { ...values, from: laterOf(values.from, day) });
    if (typeof values.until === "string" && values.until <= day && (!row || values.until !== row.until))
      throw fault("invalid", {
        zh: `终止日期须晚于生效日 ${day}。要更正更早的日期，请把调整单的生效日提前，作为更正办理。`,
        en: `It would end before ${day}, the day from which it holds. To correct earlier days, give the change set an earlier day.`,
      });
    return { ...edit, values: values as RowEdit extends { values: infer V } ? V : never };
  };
  const labels = labelsOf(world);
  return edits.map((edit) => {
    if (!("kind" in edit)) return edit;
    const named = edit.op === "save" ? edit.values : (rowAt(edit.kind, edit.id) ?? {});
    return about(titleOf(edit.kind, named as Values, labels), isOne, () => checkedOne(edit));
  });
}
/** What an id stands for already, on record or among the edits. One id never stands for two things. */
function kindReader(desk: Desk, edits: readonly Edit[]): (id: string) => string | null {
  const drafted = new Map<string, string>();
  for (const edit of edits) if ("kind" in edit && !drafted.has(edit.id)) drafted.set(edit.id, edit.kind);
  const stored = desk.db().prepare("SELECT kind FROM entities WHERE id = ?").pluck();
  return (id) => (stored.get(id) as string | undefined) ?? drafted.get(id) ?? null;
}
const laterOf = (from: Value | undefined, day: Day): Day =>
  typeof from === "string" && from > day ? from : day;

/**
 * The rows that `edits` write on `day`: the difference that `withEdits` makes. Rules are no rows: edits of them are
 * passed over here.
 * @throws FaultError as `checkedEdits`; and where two rows would have one identity, or one in use would go
 */
export function plannedRows(desk: Desk, edits: readonly Edit[], day: Day): WrittenRow[] {
  const rowEdits = checkedEdits(
    desk,
    edits.filter((edit) => "kind" in edit),
    day,
  );
  const rows = rowsBetween(desk.world(), withEdits(desk.world(), rowEdits, day));
  assertTogether(desk, rows, rowEdits.length === 1);
  return rows;
}

/** What differs between two readings of the sheets that a set may change. */
export function rowsBetween(before: World, after: World): WrittenRow[] {
  const found: WrittenRow[] = [];
  for (const kind of setKinds) {
    const old = governedRows(before, kind);
    const now = governedRows(after, kind);
    const was = new Map(old.map((row) => [row.id, row]));
    const is = new Map(now.map((row) => [row.id, row]));
    if (is.size < now.length) throw alreadyFollowed(kind, now);
    for (const row of old)
      if (!is.has(row.id)) found.push({ kind, id: row.id, before: withoutId(row), after: null });
    for (const row of now) {
      const earlier = was.get(row.id);
      if (earlier === row) continue;
      const [left, right] = [earlier ? withoutId(earlier) : null, withoutId(row)];
      if (!left || !isSame(kind, left, right)) found.push({ kind, id: row.id, before: left, after: right });
    }
  }
  return found;
}
/** What would take over on that day is on record already, and saving its predecessor must not write over it. */
function alreadyFollowed(kind: SetKind, rows: readonly EditedRow[]): FaultError {
  const seen = new Set<string>();
  const twice = rows.find(({ id }) => seen.size === seen.add(id).size);
  const { name } = sheetOf(kind);
  const [code, from] = [String(twice?.code ?? name.zh), String(twice?.from ?? "")];
  return fault("invalid", {
    zh: `自 ${from} 起已另有一条接续的${name.zh}（${code}）。请直接改那一条，或另定起始日期。`,
    en: `Another row takes over on ${from} already (${name.en}, ${code}): change that one, or begin on another day.`,
  });
}
const isSame = (kind: SetKind, left: Values, right: Values): boolean =>
  tables[kind].columns.every(
    ({ key }) => JSON.stringify(left[key] ?? null) === JSON.stringify(right[key] ?? null),
  );

function assertEnds(kind: SetKind, row: EditedRow, until: Day, reason: string | null): void {
  const { name } = sheetOf(kind);
  assertShortens(kind, row, until, reason);
  if (isTimeless(kind))
    throw fault("refused", {
      zh: `${name.zh}没有起止日期，不能终止。`,
      en: `${name.en} have no period to end.`,
    });
  if (until <= String(row.from))
    throw fault("invalid", {
      zh: `终止日期须不早于起始日期 ${row.from}。`,
      en: `It cannot end before it begins (${row.from}).`,
    });
}

/** No two rows of one identity, and nothing left that points at a row taken out of force. */
function assertTogether(desk: Desk, rows: readonly WrittenRow[], isOne: boolean): void {
  const touched = new Map(rows.map((row) => [keyOf(row.kind, row.id), row]));
  const kept = new Map<string, DomainRow[]>();
  const rowsAfter = (kind: Parameters<typeof rowsOfKind>[1]): DomainRow[] => {
    const known = kept.get(kind);
    if (known) return known;
    const made = rowsOfKind(desk, kind).filter((row) => !touched.has(keyOf(kind, row.id)));
    for (const { id, after, kind: own } of rows) if (own === kind && after) made.push({ ...after, id });
    kept.set(kind, made);
    return made;
  };
  const labels = labelsOf(desk.world());
  for (const { kind, id, before, after } of rows) {
    about(titleOf(kind, after ?? before ?? {}, labels), isOne, () => {
      if (after) assertFree(rowsAfter(kind), kind, id, after);
      // Duties are referred to by their code, everything else by its id.
      const isRecoded = kind === "duties" && before?.code !== after?.code;
      if (after && !isRecoded) return;
      const target = kind === "duties" ? before?.code : id;
      if (target === undefined) return;
      for (const { kind: other, key } of referrers(kind)) {
        const count = rowsAfter(other).filter((one) => one[key] === target).length;
        if (count === 0) continue;
        const { name } = sheetOf(other);
        throw fault("refused", {
          zh: `还有 ${count} 条${name.zh}记录指向它，不能移除或改号。可改为终止，或先处理那些记录。`,
          en: `${count} row(s) of ${name.en} refer to it, so it cannot be removed or renumbered. End it instead, or deal with those first.`,
        });
      }
    });
  }
}

/** The same for edits that have been checked. */
export const assertFitting = (desk: Desk, edits: readonly Edit[], day: Day): void =>
  assertTogether(desk, rowsBetween(desk.world(), withEdits(desk.world(), edits, day)), edits.length === 1);

/** Writes what was planned; new rows may refer to one another in any order. */
export function writeRows(desk: Desk, rows: readonly WrittenRow[], recorder: Recorder): void {
  const isKnown = desk.db().prepare("SELECT 1 FROM entities WHERE id = ?").pluck();
  for (const { kind, id } of rows) if (isKnown.get(id) === undefined) recorder.announce(kind, id);
  for (const { kind, id, before } of rows) if (before) recorder.supersede(kind, id);
  for (const { kind, id, after } of rows) if (after) recorder.insert(kind, id, after);
}
