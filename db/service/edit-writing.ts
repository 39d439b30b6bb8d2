// A list of edits written in one transaction, by the meaning of `withEdits`: what is saved begins on the day, earlier days keep their answer.
import type { Day } from "../../shared/domain/day.ts";
import type { Edit, GovernedKind } from "../../shared/domain/edit.ts";
import { successorId, withEdits } from "../../shared/domain/edited.ts";
import { FaultError, fault } from "../../shared/domain/fault.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import type { World } from "../../shared/domain/world.ts";
import { type Recorder, rowOf, type Value } from "../queries/versions.ts";
import { ruledProblems } from "./delegation-rules.ts";
import { type Desk, gone } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { authorityCode } from "./natural-keys.ts";
import { assertFree, checkedRow, titleOf } from "./row-checking.ts";
import { type DomainRow, referrers, rowsOfKind } from "./sheet-rows.ts";

type Values = Record<string, Value>;
/** One row that the edits leave different: null before: new; null after: out of force. */
export interface WrittenRow {
  kind: GovernedKind;
  id: string;
  before: Values | null;
  after: Values | null;
}
type RowEdit = Extract<Edit, { kind: GovernedKind }>;

const keyOf = (kind: string, id: string): string => `${kind} ${id}`;
const withoutId = ({ id: _, ...values }: DomainRow): Values => values;

/** The successor of a row has a number of its own: the old one with its first day after it. */
const renewedCode = (code: string, day: Day): string => `${code.replace(/\/\d{4}-\d{2}-\d{2}$/, "")}/${day}`;

/** Whether a form would leave the row as it is. */
const isSame = (old: Values, values: Values): boolean =>
  Object.entries(old).every(
    ([key, value]) =>
      JSON.stringify(value) === JSON.stringify(values[key]) || (key === "code" && !values.code),
  );

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
 * The rows that `edits` write on `day`, each checked as a form's would be, and against one another.
 * Rules are no rows: edits of them are passed over here.
 * @throws FaultError invalid, missing or refused, naming the row
 */
export function plannedRows(desk: Desk, edits: readonly Edit[], day: Day): WrittenRow[] {
  const rowEdits = edits.filter((edit): edit is RowEdit => "kind" in edit);
  const world: World = withEdits(desk.world(), rowEdits, day);
  const isOne = rowEdits.length === 1;
  const planned = new Map<string, WrittenRow>();
  const rowAt = (kind: GovernedKind, id: string): WrittenRow => {
    const known = planned.get(keyOf(kind, id));
    if (known) return known;
    const row = rowOf(desk.db(), kind, id);
    const before = row ? withoutId(row) : null;
    const made = { kind, id, before, after: before };
    planned.set(keyOf(kind, id), made);
    return made;
  };
  for (const edit of rowEdits) {
    const row = rowAt(edit.kind, edit.id);
    const title = titleOf(edit.kind, edit.op === "save" ? edit.values : (row.after ?? {}), labelsOf(world));
    about(title, isOne, () => {
      if (edit.op === "save") save(desk, world, row, edit.values, day, rowAt);
      else if (row.after === null) throw gone(sheetOf(edit.kind).name);
      else if (edit.op === "remove") row.after = null;
      else end(row, row.after, edit.until, edit.reason ?? null);
    });
  }
  const rows = [...planned.values()].filter(({ before, after }) => before !== after);
  assertTogether(desk, rows, isOne);
  return rows;
}

function save(
  desk: Desk,
  world: World,
  row: WrittenRow,
  given: Parameters<typeof checkedRow>[3],
  day: Day,
  rowAt: (kind: GovernedKind, id: string) => WrittenRow,
): void {
  const { kind, id, after: old } = row;
  const values = checkedRow(world, kind, id, given, (made) =>
    ruledProblems(desk, world, kind, id, made, row.before),
  );
  if (old && isSame(old, values)) return;
  const begun = old && typeof old.from === "string" && old.from < day;
  const goesOn = begun && (old.until === null || String(old.until) > day);
  if (!goesOn) {
    if (kind === "authorities" && !values.code) values.code = authorityCode(world, values);
    row.after = values;
    return;
  }
  row.after = { ...old, until: day };
  const next: Values = { ...values, from: day };
  if (kind === "authorities" && (!values.code || values.code === old.code))
    next.code = renewedCode(String(old.code), day);
  rowAt(kind, successorId(id, day)).after = next;
}

function end(row: WrittenRow, old: Values, until: Day, reason: string | null): void {
  const { name } = sheetOf(row.kind);
  if (typeof old.from !== "string")
    throw fault("refused", {
      zh: `${name.zh}没有起止日期，不能终止。`,
      en: `${name.en} have no period to end.`,
    });
  if (until <= old.from)
    throw fault("invalid", {
      zh: `终止日期须不早于起始日期 ${old.from}。`,
      en: `It cannot end before it begins (${old.from}).`,
    });
  row.after = { ...old, until, ...(row.kind === "delegations" && reason ? { endReason: reason } : {}) };
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
      if (after) {
        assertFree(rowsAfter(kind), kind, id, after);
        return;
      }
      // Duties are referred to by their code, everything else by its id.
      const target = kind === "duties" ? before?.code : id;
      for (const { kind: other, key } of referrers(kind)) {
        const count = rowsAfter(other).filter((one) => one[key] === target).length;
        if (count === 0) continue;
        const { name } = sheetOf(other);
        throw fault("refused", {
          zh: `还有 ${count} 条${name.zh}记录指向它，不能移除。可改为终止，或先处理那些记录。`,
          en: `${count} row(s) of ${name.en} refer to it, so it cannot be removed. End it instead, or deal with those first.`,
        });
      }
    });
  }
}

/** Writes what was planned; new rows may refer to one another in any order. */
export function writeRows(desk: Desk, rows: readonly WrittenRow[], recorder: Recorder): void {
  const isKnown = desk.db().prepare("SELECT 1 FROM entities WHERE id = ?").pluck();
  for (const { kind, id } of rows) if (isKnown.get(id) === undefined) recorder.announce(kind, id);
  for (const { kind, id, before } of rows) if (before) recorder.supersede(kind, id);
  for (const { kind, id, after } of rows) if (after) recorder.insert(kind, id, after);
}
