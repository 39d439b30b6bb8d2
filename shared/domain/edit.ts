// One edit of a change set, and what it makes of the facts: the same overlay for previews, effects and branches.
import { z } from "zod";
import { ruleSchema } from "./rule.ts";
import type { SheetKind } from "./sheet-column.ts";
import { sheetKinds } from "./sheets.ts";

export const sheetKindSchema = z.enum(sheetKinds as [SheetKind, ...SheetKind[]]);
export const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type Cell = z.infer<typeof cellSchema>;

/** Sheets that are changed by change set: the matrix, and the unit's own policies. Master data (people, posts) is not. */
export const governedKinds = [
  "duties",
  "post-duties",
  "matters",
  "steps",
  "authorities",
  "delegations",
  "tenure-policies",
  "exemptions",
] as const satisfies readonly SheetKind[];
export type GovernedKind = (typeof governedKinds)[number];
export const isGoverned = (kind: SheetKind): kind is GovernedKind =>
  (governedKinds as readonly SheetKind[]).includes(kind);
/** Sheets whose rows a change set may hold edits of: the governed ones, and assignments where it was made from a rotation plan. */
export const setKinds = [...governedKinds, "assignments"] as const satisfies readonly SheetKind[];
export type SetKind = (typeof setKinds)[number];
/** Rows of these have no days: they hold as soon as they are written. */
const timelessKinds: readonly SetKind[] = ["duties", "matters", "steps", "tenure-policies"];
export const isTimeless = (kind: SetKind): boolean => timelessKinds.includes(kind);

const kindSchema = z.enum(setKinds);

/** Ids of new rows are given with the edit, so that later edits of the same set can refer to them. */
export const editSchema = z.discriminatedUnion("op", [
  /** Adds the row (its id is not in force) or gives it these values; by column key, as the sheet keeps them. */
  z.object({
    op: z.literal("save"),
    kind: kindSchema,
    id: z.string(),
    values: z.record(z.string(), cellSchema),
  }),
  /** Ends a row with a period: half-open. */
  z.object({
    op: z.literal("end"),
    kind: kindSchema,
    id: z.string(),
    until: z.string(),
    /** Why it ends before its time; kept with a delegation or exemption. */
    reason: z.string().nullable().optional(),
  }),
  /** Takes a row out of force as a mistake. */
  z.object({ op: z.literal("remove"), kind: kindSchema, id: z.string() }),
  /** A new version of a rule, or the first of a new one. Its own days say when it applies. */
  z.object({ op: z.literal("rule"), rule: ruleSchema }),
  /** Takes every version of a rule out of use. */
  z.object({ op: z.literal("stop"), ruleId: z.string() }),
]);
export type Edit = z.infer<typeof editSchema>;
/** Whether it is of an assignment: those come into a set by its plan alone. */
export const isOfAssignment = (edit: Edit): boolean => "kind" in edit && edit.kind === "assignments";

/** What an edit edits: a set holds at most one edit of a row, and of a version of a rule. */
export function editKey(edit: Edit): string {
  if (edit.op === "rule") return `rule/${edit.rule.id}@${edit.rule.version}`;
  return edit.op === "stop" ? `rule/${edit.ruleId}` : `${edit.kind}/${edit.id}`;
}

const ruleIdOf = (edit: Edit): string | null =>
  edit.op === "rule" ? edit.rule.id : edit.op === "stop" ? edit.ruleId : null;

/**
 * The edits of a set with more put in. A later edit of a row or of a version of a rule replaces the former; an end of a
 * row that the set saves is put into the save; removing a row that only the set has takes back its save.
 * @param isNew whether no such row is in force
 */
export function mergedEdits(
  old: readonly Edit[],
  added: readonly Edit[],
  isNew: (kind: SetKind, id: string) => boolean,
): Edit[] {
  const merged = new Map(old.map((edit) => [editKey(edit), edit]));
  for (const edit of added) {
    const key = editKey(edit);
    const known = merged.get(key);
    const ruleId = ruleIdOf(edit);
    if (ruleId !== null)
      for (const [other, one] of merged)
        if (ruleIdOf(one) === ruleId && (one.op === "stop" || edit.op === "stop")) merged.delete(other);
    if (edit.op === "end" && known?.op === "save")
      merged.set(key, {
        ...known,
        values: { ...known.values, until: edit.until, ...(edit.reason ? { endReason: edit.reason } : {}) },
      });
    else if (edit.op === "remove" && isNew(edit.kind, edit.id)) merged.delete(key);
    else merged.set(key, edit);
  }
  return [...merged.values()];
}

export const changeSetStates = [
  "draft",
  "submitted",
  "approved",
  "rejected",
  "withdrawn",
  "superseded",
] as const;
export type ChangeSetState = (typeof changeSetStates)[number];
