// Handovers, notices and follow-ups as the contract shows them.
import type { Actor } from "../../../shared/contract/call.ts";
import type {
  FollowUpRow,
  HandoverRow,
  HandoverView,
  NoticeRow,
} from "../../../shared/contract/handovers.ts";
import { type Day, dayOf } from "../../../shared/domain/day.ts";
import type { FollowUp, Handover, Notice } from "../../../shared/domain/handover.ts";
import { witnessesOf } from "../../../shared/rotation/handover/witness.ts";
import { changeSetsOf } from "../../queries/change-sets.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { postName } from "../tenure-rows.ts";
import { closeLacks, mayOf } from "./conditions.ts";
import { grantsOf } from "./lingering.ts";
import { actsAfter } from "./open-cases.ts";
import { followUpsOf } from "./stored.ts";

const numbersOf = (desk: Desk): Map<string, string> =>
  new Map(changeSetsOf(desk.db()).map(({ id, number }) => [id, number]));

export function stuckOf(
  { state, from, lastDay }: Pick<Handover, "state" | "from" | "lastDay">,
  today: Day,
): HandoverRow["stuck"] {
  if (state === "closed" || state === "retracted") return null;
  if (lastDay < today) return "not-closed";
  return state === "planned" && from <= today ? "not-begun" : null;
}

export function shownHandovers(desk: Desk, handovers: readonly Handover[]): HandoverRow[] {
  const world = desk.world();
  const labels = labelsOf(world);
  const numbers = numbersOf(desk);
  const today = desk.today();
  const person = (id: string | null) => (id === null ? null : labels.person(id));
  return handovers.map(({ body, ...row }) => ({
    id: row.id,
    giver: labels.person(row.giverId),
    post: postName(labels, labels.post(row.postId)),
    taker: person(row.takerId),
    witness: person(body.witnessId),
    from: row.from,
    lastDay: row.lastDay,
    state: row.state,
    chain: body.chain,
    planId: body.planId,
    setId: body.setId,
    setNumber: numbers.get(body.setId ?? "") ?? null,
    itemsDone: body.items.filter(({ state }) => state !== "open").length,
    items: body.items.length,
    signed: body.signatures.map(({ role }) => role),
    stuck: stuckOf(row, today),
  }));
}

export function viewOf(desk: Desk, actor: Actor, handover: Handover): HandoverView | null {
  const world = desk.world();
  const labels = labelsOf(world);
  const [row] = shownHandovers(desk, [handover]);
  if (!row) return null;
  const { items, signatures, witnessBasis, reopened, started, closed, remark } = handover.body;
  const { rule, candidates, isBound } = witnessesOf(world, handover);
  return {
    ...row,
    list: items,
    signatures: signatures.map((one) => ({ ...one, name: labels.person(one.personId).name })),
    grants: grantsOf(desk, world, handover),
    witnesses: { rule, candidates: labels.people(candidates), isBound },
    witnessBasis,
    reopened,
    started,
    closed,
    remark,
    may: mayOf(desk, actor, handover),
    lacks: closeLacks(desk, handover),
    followUpIds: followUpsOf(desk)
      .filter(({ body }) => body.handoverId === handover.id)
      .map(({ id }) => id),
  };
}

export const isLate = ({ state, dueOn }: Pick<Notice, "state" | "dueOn">, today: Day): boolean =>
  state === "due" && dueOn < today;
export function shownNotices(desk: Desk, notices: readonly Notice[]): NoticeRow[] {
  const labels = labelsOf(desk.world());
  const numbers = numbersOf(desk);
  const today = desk.today();
  const post = (id: string | null) => (id === null ? null : postName(labels, labels.post(id)));
  return notices.map((notice) => ({
    id: notice.id,
    kind: notice.body.kind,
    role: notice.body.role,
    recipient: labels.person(notice.recipientId),
    mover: labels.person(notice.moverId),
    from: post(notice.body.fromPostId),
    to: post(notice.body.toPostId),
    moveDay: notice.moveDay,
    dueOn: notice.dueOn,
    state: notice.state,
    isLate: isLate(notice, today),
    issuedOn: notice.body.issued?.on ?? null,
    acknowledgedOn: notice.body.acknowledged?.on ?? null,
    setNumber: numbers.get(notice.body.setId ?? "") ?? null,
  }));
}

export const isOverdue = ({ state, dueOn }: Pick<FollowUp, "state" | "dueOn">, today: Day): boolean =>
  state === "open" && dueOn < today;
export function shownFollowUps(
  desk: Desk,
  followUps: readonly FollowUp[],
  handovers: readonly Handover[],
): FollowUpRow[] {
  const world = desk.world();
  const labels = labelsOf(world);
  const today = desk.today();
  const leavings = new Map(handovers.map((one) => [one.id, one]));
  return followUps.map((row) => {
    const leaving = leavings.get(row.body.handoverId ?? "");
    const { done } = row.body;
    return {
      id: row.id,
      kind: row.kind,
      person: labels.person(row.personId),
      post: postName(labels, labels.post(row.postId)),
      dueOn: row.dueOn,
      state: row.state,
      isOverdue: isOverdue(row, today),
      handoverId: row.body.handoverId,
      reason: row.body.reason,
      result: row.body.result,
      doneBy: done?.by ?? null,
      doneOn: done ? dayOf(done.at, world.settings.timeZone) : null,
      actsAfter:
        row.kind === "three-month-check" && leaving && leaving.lastDay < today
          ? actsAfter(world, row.personId, row.postId, leaving.lastDay).length
          : null,
    };
  });
}
