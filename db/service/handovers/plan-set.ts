// A plan as a change set: the draft with the edits that its moves mean today, what keeps it from approval, and drawing it anew.
import type { Context } from "../../../shared/contract/call.ts";
import type { Plan } from "../../../shared/contract/plan.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { type Edit, editKey, isOfAssignment } from "../../../shared/domain/edit.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { meaningOf, type PlanEdits, planEdits } from "../../../shared/rotation/handover/plan-edits.ts";
import { breachesOfPeople } from "../../../shared/rotation/validate.ts";
import { changeSetsOf, type StoredEdit, type StoredSet } from "../../queries/change-sets.ts";
import { rowOf } from "../../queries/versions.ts";
import { recordNewSet } from "../change-sets/drafting.ts";
import { ruledProblems } from "../delegation-rules.ts";
import { type Desk, gone } from "../desk.ts";
import { handOf } from "../hand.ts";
import { breachesOf, leavesOf, problemOfPlan } from "../rotation/judged.ts";
import { storedPlan } from "../rotation/stored-plans.ts";
import { loansWithoutPlans, movesOf, unannounced } from "./announced.ts";

/** Kept with a loan that ends because its post is left. */
export const loanEndReason = "轮岗离任，随岗位终止";

/** The edits that the plan means on today's facts. */
export function editsOfPlan(
  desk: Desk,
  planId: string,
  options: { docNo: string | null; kept?: readonly Edit[] },
): PlanEdits {
  const plan = storedPlan(desk, planId);
  if (!plan) throw gone({ zh: "这份方案", en: "This plan" });
  return planEdits(unannounced(desk), desk.world(), movesOf(plan), {
    newId: desk.deps.newId,
    reason: loanEndReason,
    mayRun: ({ id, ...values }, after) => {
      const old = desk.world().delegations.find((row) => row.id === id);
      const before = old ? { ...old } : null;
      return (
        ruledProblems(desk, { ...desk.world(), ...after }, "delegations", id, values, before).length === 0
      );
    },
    ...options,
  });
}

const cannot = (stuck: PlanEdits["stuck"]): Text => ({
  zh: `方案中有 ${stuck.length} 次调动与现有任职对不上（本人已不在原岗、已在新岗或已离开）。请重排方案。`,
  en: `${stuck.length} move(s) of the plan no longer fit what is on record (the person has left the post, is on the new one already, or is gone): plan again.`,
});
const isLive = ({ state }: StoredSet): boolean => state === "draft" || state === "submitted";
const setOfPlan = (desk: Desk, planId: string): StoredSet | undefined =>
  changeSetsOf(desk.db()).find((set) => set.planId === planId && (isLive(set) || set.state === "approved"));

/** What is announced, and what an approval carried out, is read from the plan. @throws FaultError refused: a set carries it out */
export function assertUnused(desk: Desk, planId: string): void {
  const set = setOfPlan(desk, planId);
  if (set)
    throw fault("refused", {
      zh: `调整单 ${set.number} 依据这份方案，方案不能删除。${isLive(set) ? "不再需要的，请先撤回调整单。" : ""}`,
      en: `Change set ${set.number} carries out this plan, so it stays.${isLive(set) ? " Withdraw the set first if it is not wanted." : ""}`,
    });
}

/** What was recorded of its people since it was made, and that it breaks; null: nothing. */
function brokenSince(desk: Desk, plan: Plan): Text | null {
  const [first, ...others] = breachesOfPeople(problemOfPlan(desk, plan), movesOf(plan));
  if (!first) return null;
  const more = {
    zh: others.length > 0 ? `等 ${others.length + 1} 处` : "",
    en: others.length > 0 ? ` (and ${others.length} more)` : "",
  };
  return {
    zh: `排出方案之后人员情况有变，按现在的记录方案已不合${more.zh}：${first.sentence.zh}。请重排方案。`,
    en: `What is on record of people has changed since the plan was made, and it no longer holds${more.en}: ${first.sentence.en}. Plan again.`,
  };
}

/** Earlier versions of the program asked less of a plan, and named no journal entry with it: theirs are judged anew. */
function breachCount(desk: Desk, plan: Plan): number {
  if (plan.headSeq !== null) return plan.breaches.length;
  const problem = problemOfPlan(desk, plan);
  return breachesOf(problem, movesOf(plan), leavesOf(plan, problem)).length;
}

/** @throws FaultError refused: the plan has breaches, moves nobody, no longer fits, or has a set already */
export function startPlanSet(
  desk: Desk,
  context: Context,
  input: { planId: string; name: string | null; reason: string; docNo: string | null },
): { id: string; number: string; change: { seq: number } } {
  const plan = storedPlan(desk, input.planId);
  if (!plan) throw gone({ zh: "这份方案", en: "This plan" });
  const breaches = breachCount(desk, plan);
  if (breaches > 0)
    throw fault("refused", {
      zh: `独立校验发现方案有 ${breaches} 处不合，不能转为调整单。请先改好方案；确实不能轮岗的，先登记豁免。`,
      en: `The validator found ${breaches} breach(es) in this plan: mend it before it becomes a change set, or record an exemption for whoever cannot rotate.`,
    });
  const other = setOfPlan(desk, plan.id);
  if (other)
    throw fault("refused", {
      zh: `这份方案已转为调整单 ${other.number}。`,
      en: `This plan has become change set ${other.number} already.`,
    });
  const { edits, firstDay, stuck } = editsOfPlan(desk, plan.id, { docNo: input.docNo });
  if (stuck.length > 0) throw fault("refused", cannot(stuck));
  const broken = brokenSince(desk, plan);
  if (broken) throw fault("refused", broken);
  if (firstDay === null)
    throw fault("refused", {
      zh: "方案与现有（含已公布）的任职一致，没有要改的。",
      en: "The plan changes nothing beside what is on record or announced.",
    });
  const name = input.name?.trim() || `轮岗：${plan.name.zh}`;
  const hand = handOf(context.actor);
  let made = { id: "", number: "" };
  const { seq } = desk.write(
    context,
    {
      action: "change-set",
      summary: () => ({
        zh: `由轮岗方案“${plan.name.zh}”起草调整单 ${made.number}`,
        en: `Began change set ${made.number} from the rotation plan "${plan.name.en}"`,
      }),
      detail: () => ({ set: made, planId: plan.id, edits }),
      touches: ["changes", "rotation", "handovers", "journal", "workbook"],
    },
    (recorder) => {
      made = recordNewSet(
        desk,
        recorder,
        context.actor,
        {
          name: name.slice(0, 200),
          day: firstDay,
          reason: input.reason.trim(),
          docNo: input.docNo?.trim() || null,
          branchGroup: null,
          undoOf: null,
          planId: plan.id,
        },
        edits.map((edit) => ({ edit, hand })),
      );
    },
  );
  return { ...made, change: { seq } };
}

/** Null: the edits are those that the plan means today, the first day has not begun, and its people still may do what it asks. */
export function planLacks(
  desk: Desk,
  set: StoredSet,
  edits: readonly StoredEdit[],
  effective: Day,
): Text | null {
  if (set.planId === null) return null;
  const plan = storedPlan(desk, set.planId);
  if (!plan)
    return { zh: "它所依据的轮岗方案已删除。", en: "The rotation plan that it carries out is gone." };
  const { edits: wanted, firstDay, stuck } = editsOfPlan(desk, set.planId, { docNo: set.docNo });
  if (stuck.length > 0) return cannot(stuck);
  const isKnown = (id: string): boolean => rowOf(desk.db(), "assignments", id) !== null;
  const has = new Set(edits.map(({ edit }) => meaningOf(edit, isKnown)));
  const asked = new Set(wanted.map((edit) => meaningOf(edit, isKnown)));
  const isWhole =
    [...asked].every((one) => has.has(one)) &&
    edits.every(({ edit }) => !isOfAssignment(edit) || asked.has(meaningOf(edit, isKnown)));
  if (!isWhole)
    return {
      zh: "起草之后任职、转授权或已公布的调动有变，改动已不是方案的全部。草稿请更新基准；已送审的请撤回，由方案重新起草。",
      en: "Assignments, delegations or announced moves have changed, so these edits are no longer the whole plan. Rebase a draft; withdraw a submitted set and draw it from the plan again.",
    };
  // People are not moved in the past: no set of a plan is a correction.
  const earliest = effective > desk.today() ? effective : desk.today();
  if (firstDay !== null && firstDay < earliest)
    return {
      zh: `方案自 ${firstDay} 起变动，已不能从 ${earliest} 起办。请重排方案。`,
      en: `The plan begins on ${firstDay}, so it cannot hold from ${earliest}: plan again.`,
    };
  return brokenSince(desk, plan);
}

/** The draft's edits drawn from the plan anew, those that were added to it kept; and its day. */
export function redrawn(
  desk: Desk,
  set: StoredSet,
  planId: string,
  old: readonly StoredEdit[],
): { day: Day; edits: Edit[] } {
  const list = old.map(({ edit }) => edit);
  const { edits, firstDay, stuck } = editsOfPlan(desk, planId, { docNo: set.docNo, kept: list });
  if (stuck.length > 0) throw fault("refused", cannot(stuck));
  const drawn = new Set(edits.map(editKey));
  const ended = new Set(loansWithoutPlans(desk).map(({ id }) => id));
  const isLoanBack = (edit: Edit): boolean =>
    edit.op === "save" && edit.kind === "delegations" && ended.has(edit.id);
  const others = list.filter(
    (edit) => !isOfAssignment(edit) && !isLoanEnd(edit) && !isLoanBack(edit) && !drawn.has(editKey(edit)),
  );
  return { day: firstDay ?? set.day, edits: [...edits, ...others] };
}
const isLoanEnd = (edit: Edit): boolean =>
  edit.op === "end" && edit.kind === "delegations" && edit.reason === loanEndReason;
