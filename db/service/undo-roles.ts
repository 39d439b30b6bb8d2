// Who may take an entry back: whoever may do what it did.
import { type Actor, type Needs, roleNames } from "../../shared/contract/call.ts";
import { contract } from "../../shared/contract/contract.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { Entry } from "../journal.ts";
import type { Db } from "../open.ts";

const needsOf: Readonly<Record<string, Needs>> = {
  verdict: contract.explain.settle.needs,
  evidence: contract.tenure.addEvidence.needs,
  rules: contract.rules.save.needs,
  plan: contract.rotation.plan.needs,
  leave: contract.leaves.place.needs,
  operators: contract.journal.undo.needs,
};

/** An undo is of the sort of what it took back. */
function actionOf(db: Db, { action, undo_of }: Pick<Entry, "action" | "undo_of">): string {
  if (action !== "undo" || undo_of === null) return action;
  const undone = db.prepare("SELECT action, undo_of FROM journal WHERE seq = ?").get(undo_of);
  return undone ? actionOf(db, undone as Entry) : action;
}

/** Null: the one who asks may. */
export function whyNoUndo(db: Db, entry: Entry, { roles }: Actor): Text | null {
  const needs = needsOf[actionOf(db, entry)] ?? contract.sheets.save.needs;
  if (needs === "anyone" || needs.some((role) => roles.includes(role))) return null;
  const names = needs.map((role) => roleNames[role]);
  return {
    zh: `这一条须由${names.map(({ zh }) => zh).join("、")}撤销。`,
    en: `Only these roles undo this entry: ${names.map(({ en }) => en).join(", ")}.`,
  };
}
