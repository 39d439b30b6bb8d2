// The day from which a set holds, and what its day, reason and document no. must be for that.
import type { Day } from "../../../shared/domain/day.ts";
import { type Edit, isTimeless } from "../../../shared/domain/edit.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { changedIn, changeSetsOf, type StoredEdit, type StoredSet } from "../../queries/change-sets.ts";
import { rowOf } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";
import { planLacks } from "../handovers/plan-set.ts";

/** Its day is past and it was not submitted in time: submitting it then makes a correction of it. */
export const isCorrecting = (desk: Desk, set: StoredSet): boolean =>
  set.state === "draft" ? set.day < desk.today() : set.isCorrection;

/** A correction holds from its own day, any other set from the later of its day and its approval. */
export function effectiveDay(desk: Desk, set: StoredSet): Day {
  if (set.effectiveDay !== null) return set.effectiveDay;
  const today = desk.today();
  return isCorrecting(desk, set) || set.day > today ? set.day : today;
}

/** Whether it takes out a row that would begin on the day or later: no day before it is any different. */
const hasNotBegun = (desk: Desk, edit: Extract<Edit, { op: "remove" }>, day: Day): boolean => {
  const from = rowOf(desk.db(), edit.kind, edit.id)?.from;
  return typeof from === "string" && from >= day;
};
/** Rows without a period that are in force, and removals, hold from approval on: they cannot wait for a later day. */
const cannotWait = (desk: Desk, edit: Edit, day: Day): boolean =>
  ("kind" in edit &&
    ((edit.op === "remove" && !hasNotBegun(desk, edit, day)) ||
      (edit.op === "save" && isTimeless(edit.kind) && rowOf(desk.db(), edit.kind, edit.id) !== null))) ||
  edit.op === "stop";

/** The branch that was approved while this one was under way: of the branches of one question one is chosen. */
function chosenInstead(desk: Desk, { id, branchGroup, baseSeq }: StoredSet): string | null {
  if (branchGroup === null) return null;
  const db = desk.db();
  const chosen = changeSetsOf(db).find(
    (one) =>
      one.branchGroup === branchGroup &&
      one.id !== id &&
      one.state === "approved" &&
      changedIn(db, one.id) > baseSeq,
  );
  return chosen?.number ?? null;
}

/** What keeps a set from being submitted or approved, whoever asks. */
export function lacking(desk: Desk, set: StoredSet, edits: readonly StoredEdit[]): Text[] {
  const found: Text[] = [];
  const chosen = chosenInstead(desk, set);
  if (chosen)
    found.push({
      zh: `同一问题的另一分支 ${chosen} 已经批准，这一份不能再办。请退回或撤回；仍有必要的，复制为新草稿。`,
      en: `Another branch of the same question, ${chosen}, has been approved: reject or withdraw this one, and copy it to a new draft if it is still wanted.`,
    });
  if (edits.length === 0)
    found.push({ zh: "调整单里还没有改动。", en: "The change set holds no edits yet." });
  if (set.day > desk.today() && edits.some(({ edit }) => cannotWait(desk, edit, set.day)))
    found.push({
      zh: "改动已生效的事项、环节、职责、轮岗政策，停用规则，以及移除记录，自批准起即生效，不能定在以后。请把生效日改为今天，或将这些改动另立一单。",
      en: "Changes of matters, steps, duties and rotation policies in force, stopped rules and removals hold from approval on and cannot wait for a later day. Set the day to today, or put them into a set of their own.",
    });
  const ofPlan = planLacks(desk, set, edits, effectiveDay(desk, set));
  if (ofPlan) found.push(ofPlan);
  if (isCorrecting(desk, set) && set.reason.trim() === "")
    found.push({
      zh: "生效日早于今天，属更正：须写明事由。",
      en: "The day is earlier than today, so this is a correction: it needs a reason.",
    });
  if (isCorrecting(desk, set) && !set.docNo)
    found.push({
      zh: "生效日早于今天，属更正：须填文号。",
      en: "The day is earlier than today, so this is a correction: it needs a document no.",
    });
  return found;
}
