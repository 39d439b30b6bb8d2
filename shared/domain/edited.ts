// Facts with the edits of a change set laid over them: pure, and the only overlay there is. Approval writes what it says.
import type { Day } from "./day.ts";
import type { Duty } from "./duty.ts";
import { type Cell, type Edit, isTimeless, type SetKind } from "./edit.ts";
import type { Rule } from "./rule.ts";
import { sameText } from "./text.ts";
import type { Facts } from "./world.ts";

/** A row of a sheet that a set may change, with the values that are stored of it. */
export type EditedRow = { id: string } & Record<string, Cell>;
const fields = {
  "post-duties": "postDuties",
  matters: "matters",
  steps: "steps",
  authorities: "authorities",
  delegations: "delegations",
  "tenure-policies": "tenurePolicies",
  exemptions: "exemptions",
  assignments: "assignments",
} as const satisfies Record<Exclude<SetKind, "duties">, keyof Facts>;

/** The unit's own duties have rows; those of the catalogue have none and are never edited. */
export type OwnDuty = Duty & { id: string };
const isOwn = (duty: Duty): duty is OwnDuty => "id" in duty;
const rowOfDuty = ({ id, code, name, type, implies }: OwnDuty): EditedRow => ({
  id,
  code,
  name: name.zh,
  type,
  implies,
});
const dutyOfRow = ({ id, code, name, type, implies }: EditedRow): OwnDuty => ({
  id,
  code: String(code),
  name: sameText(String(name)),
  type: type as Duty["type"],
  implies: Array.isArray(implies) ? implies : [],
});

/** The rows of such a sheet in facts, each as it is stored. */
export const governedRows = (facts: Facts, kind: SetKind): EditedRow[] =>
  kind === "duties"
    ? facts.duties.filter(isOwn).map(rowOfDuty)
    : [...(facts[fields[kind]] as unknown as EditedRow[])];

/** The id of the row that takes over from a row in force on the set's day. */
export const successorId = (id: string, day: Day): string => `${id}@${day}`;
/** The successor of a numbered row has a number of its own: the old one with its first day after it. */
export const successorCode = (code: string, day: Day): string =>
  `${code.replace(/\/\d{4}-\d{2}-\d{2}$/, "")}/${day}`;

const dayIn = (cell: Cell | undefined): Day | null => (typeof cell === "string" && cell !== "" ? cell : null);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const isEmptyPeriod = (from: Day, until: Day | null): boolean => until !== null && until <= from;

/** Whether the values differ from the row in nothing but its last day and why; a first day that is past already is no difference. */
function differsInEndAlone(old: EditedRow, values: EditedRow, day: Day): boolean {
  const from = dayIn(values.from);
  return (
    (from === null || from === old.from || from <= day) &&
    Object.entries(old).every(
      ([key, cell]) =>
        key === "from" ||
        key === "until" ||
        key === "endReason" ||
        (key === "code" && !values.code) ||
        JSON.stringify(cell) === JSON.stringify(values[key] ?? null),
    )
  );
}

/** What takes the place of a row with a period that is saved: itself changed, or itself ended and a successor, or nothing. */
function saved(old: EditedRow | undefined, values: EditedRow, day: Day): EditedRow[] {
  const asked = dayIn(values.from);
  const until = dayIn(values.until);
  const oldFrom = old ? (dayIn(old.from) ?? day) : day;
  if (!old || oldFrom >= day) {
    const from = later(asked ?? day, day);
    return isEmptyPeriod(from, until) ? [] : [{ ...values, from, until }];
  }
  const oldUntil = dayIn(old.until);
  if (differsInEndAlone(old, values, day)) {
    const isOver = oldUntil !== null && oldUntil < day;
    const end = until === null ? null : later(until, day);
    const why = "endReason" in old ? { endReason: values.endReason ?? null } : {};
    if (!isOver) return [{ ...old, until: end, ...why }];
    if (end !== null && end <= day) return [old];
  }
  const from = later(asked ?? day, day);
  const kept = oldUntil !== null && oldUntil <= from ? old : { ...old, until: from };
  if (isEmptyPeriod(from, until)) return [kept];
  const next: EditedRow = { ...values, id: successorId(old.id, from), from, until };
  if (typeof old.code === "string" && (!values.code || values.code === old.code))
    next.code = successorCode(old.code, from);
  return [kept, next];
}

function ended(old: EditedRow, until: Day, why: Record<string, Cell>, day: Day): EditedRow[] {
  const oldUntil = dayIn(old.until);
  if (oldUntil !== null && oldUntil <= day) return [old];
  const end = later(until, day);
  return isEmptyPeriod(dayIn(old.from) ?? day, end) ? [] : [{ ...old, until: end, ...why }];
}

/** The rows of one sheet with one edit laid over them. */
function edited(rows: EditedRow[], edit: Extract<Edit, { kind: SetKind }>, day: Day): void {
  const at = rows.findIndex((row) => row.id === edit.id);
  const old = rows[at];
  if (edit.op === "save") {
    const { matterId, ...values } = edit.values;
    // The matter of an authority is that of its step: it is shown, not stored.
    const row = { ...(edit.kind === "authorities" ? values : edit.values), id: edit.id };
    const taken = isTimeless(edit.kind) ? [row] : saved(old, row, day);
    if (old) rows.splice(at, 1, ...taken);
    else rows.push(...taken);
  } else if (old && edit.op === "remove") rows.splice(at, 1);
  else if (old && edit.op === "end" && !isTimeless(edit.kind)) {
    const why =
      (edit.kind === "delegations" || edit.kind === "exemptions") && edit.reason
        ? { endReason: edit.reason }
        : {};
    rows.splice(at, 1, ...ended(old, edit.until, why, day));
  }
}

/**
 * `day`: from when the edits hold; every earlier day keeps its answer, removals and rows without a period apart.
 * A saved row in force since before that day ends on it (or on the later first day that it is given), and a row with
 * the new values begins there under `successorId`; where only its last day (and why) differs it keeps its place and ends then,
 * not before the day. A new row, and one that begins on the day or after it, takes its values, beginning not before
 * the day. A row that would never be in force is none. Rows without a period take the new values as they are.
 */
export function withEdits<F extends Facts>(facts: F, edits: readonly Edit[], day: Day): F {
  const changed = new Map<SetKind, EditedRow[]>();
  for (const edit of edits) {
    if (!("kind" in edit)) continue;
    const rows = changed.get(edit.kind) ?? governedRows(facts, edit.kind);
    changed.set(edit.kind, rows);
    edited(rows, edit, day);
  }
  const laid: Record<string, unknown> = {};
  for (const [kind, rows] of changed)
    if (kind === "duties")
      laid.duties = [...facts.duties.filter((duty) => !isOwn(duty)), ...rows.map(dutyOfRow)];
    else laid[fields[kind]] = rows;
  return { ...facts, ...laid };
}

/**
 * Rules with the versions that the edits bring, without those they stop. A version with a first day takes over on it,
 * earlier days keep theirs; without one it is a correction of all.
 */
export function withRuleEdits(rules: readonly Rule[], edits: readonly Edit[]): Rule[] {
  let laid = [...rules];
  for (const edit of edits) {
    if (edit.op === "stop") laid = laid.filter(({ id }) => id !== edit.ruleId);
    if (edit.op !== "rule") continue;
    const { rule } = edit;
    const { from } = rule.inForce;
    const isNewest = laid.every((one) => one.id !== rule.id || one.version <= rule.version);
    laid = laid.flatMap((one): Rule[] => {
      if (one.id !== rule.id) return [one];
      if (one.version === rule.version) return [];
      // An older version stands beside the newer ones, for its own days.
      if (!isNewest) return [one];
      if (from === null) return [];
      if (one.inForce.until !== null && one.inForce.until <= from) return [one];
      return (one.inForce.from ?? "") < from ? [{ ...one, inForce: { ...one.inForce, until: from } }] : [];
    });
    laid.push(rule);
  }
  return laid;
}
