// Facts with the edits of a change set laid over them: pure, and the only overlay there is.
import type { Day } from "./day.ts";
import type { Edit, GovernedKind } from "./edit.ts";
import type { Rule } from "./rule.ts";
import type { Facts } from "./world.ts";

interface Row {
  id: string;
  from?: Day;
  until?: Day | null;
}
const fields = {
  duties: "duties",
  "post-duties": "postDuties",
  matters: "matters",
  steps: "steps",
  authorities: "authorities",
  delegations: "delegations",
  "tenure-policies": "tenurePolicies",
  exemptions: "exemptions",
} as const satisfies Record<GovernedKind, keyof Facts>;

/** The id of the row that takes over from a row in force on the set's day. */
export const successorId = (id: string, day: Day): string => `${id}@${day}`;

/**
 * `day`: the set's day. A saved row that has been in force since before it ends on that day, and a row with the new
 * values begins there under `successorId`; so every earlier day keeps its answer. Rows that begin on or after that
 * day, and rows without a period, take the new values as they are.
 */
export function withEdits<F extends Facts>(facts: F, edits: readonly Edit[], day: Day): F {
  const changed = new Map<GovernedKind, Row[]>();
  const rowsOf = (kind: GovernedKind): Row[] => {
    const rows = changed.get(kind) ?? [...(facts[fields[kind]] as unknown as Row[])];
    changed.set(kind, rows);
    return rows;
  };
  for (const edit of edits) {
    if (edit.op === "rule" || edit.op === "stop") continue;
    const rows = rowsOf(edit.kind);
    const at = rows.findIndex((row) => row.id === edit.id);
    const old = rows[at];
    if (edit.op === "remove") {
      if (old) rows.splice(at, 1);
    } else if (edit.op === "end") {
      if (old)
        rows[at] = {
          ...old,
          until: edit.until,
          ...(edit.kind === "delegations" && edit.reason ? { endReason: edit.reason } : {}),
        } as Row;
    } else {
      const { matterId, ...values } = edit.values;
      // The matter of an authority is that of its step: it is shown, not stored.
      const row = { ...(edit.kind === "authorities" ? values : edit.values), id: edit.id } as Row;
      if (!old) rows.push(row);
      else if (old.from !== undefined && old.from < day && (old.until ?? "9999-12-31") > day) {
        rows[at] = { ...old, until: day };
        rows.push({ ...row, id: successorId(edit.id, day), from: day });
      } else rows[at] = row;
    }
  }
  const laid = Object.fromEntries([...changed].map(([kind, rows]) => [fields[kind], rows]));
  return { ...facts, ...laid };
}

/** Rules with the versions that the edits bring, without those they stop. */
export const withRuleEdits = (rules: readonly Rule[], edits: readonly Edit[]): Rule[] => {
  const brought = edits.flatMap((edit) => (edit.op === "rule" ? [edit.rule] : []));
  const stopped = new Set(edits.flatMap((edit) => (edit.op === "stop" ? [edit.ruleId] : [])));
  const isReplaced = (rule: Rule): boolean =>
    stopped.has(rule.id) || brought.some((one) => one.id === rule.id && one.version === rule.version);
  return [...rules.filter((rule) => !isReplaced(rule)), ...brought];
};
