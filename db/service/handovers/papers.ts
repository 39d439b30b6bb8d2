// What the approval of a plan's set writes beside the rows: handovers, follow-ups and notices, and those of moves that it retracts.
import { addDays, addMonths, type Day } from "../../../shared/domain/day.ts";
import {
  type FollowUp,
  followUpBodySchema,
  type Handover,
  handoverBodySchema,
  type Notice,
  noticeBodySchema,
} from "../../../shared/domain/handover.ts";
import type { Move } from "../../../shared/domain/rotation.ts";
import { policyOf } from "../../../shared/domain/tenure-term.ts";
import type { World } from "../../../shared/domain/world.ts";
import { recipientsOf } from "../../../shared/rotation/handover/heads.ts";
import { leavingsOf } from "../../../shared/rotation/handover/leavings.ts";
import type { StoredSet } from "../../queries/change-sets.ts";
import type { Recorder } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";
import { storedPlan } from "../rotation/stored-plans.ts";
import { movesOf } from "./announced.ts";
import { followUpsOf, handoversOf, noticesOf, recordPaper } from "./stored.ts";

/** Practice where no policy of the post's risk grade says otherwise. */
const defaultNoticeDays = 30;
const reviewDays = 60;
const checkMonths = 3;

const moveKey = (day: string, personId: string, from: string | null, to: string | null): string =>
  JSON.stringify([day, personId, from, to]);
const keyOfMove = (move: Move): string => moveKey(move.day, move.personId, move.fromPostId, move.toPostId);
const keyOfNotice = ({ moveDay, moverId, body }: Notice): string =>
  moveKey(moveDay, moverId, body.fromPostId, body.toPostId);

interface Ground {
  desk: Desk;
  recorder: Recorder;
  set: StoredSet;
  planId: string;
  moves: readonly Move[];
  today: Day;
  world: World;
}

/** Inside the approval of a plan's set. `after`: the facts with it. */
export function recordPapers(desk: Desk, recorder: Recorder, set: StoredSet, after: World): void {
  const plan = set.planId === null ? null : storedPlan(desk, set.planId);
  if (!plan) return;
  const ground: Ground = {
    desk,
    recorder,
    set,
    planId: plan.id,
    moves: movesOf(plan),
    today: desk.today(),
    world: after,
  };
  recordHandovers(ground);
  recordAudits(ground);
  recordNotices(ground);
}

function recordHandovers({ desk, recorder, set, planId, moves, today }: Ground): void {
  const known = handoversOf(desk);
  const followUps = followUpsOf(desk);
  const stays = new Set<string>();
  for (const leaving of leavingsOf(moves)) {
    const { giverId, postId, takerId, from, lastDay, chain } = leaving;
    const old = known.find(
      (one) => one.giverId === giverId && one.postId === postId && one.lastDay === lastDay,
    );
    if (old) stays.add(old.id);
    const of = { planId, setId: set.id, chain };
    if (!old) {
      const row: Handover = {
        id: desk.deps.newId(),
        giverId,
        postId,
        takerId,
        from,
        lastDay,
        state: "planned",
        body: handoverBodySchema.parse(of),
      };
      recordPaper(recorder, { kind: "handovers", row }, true);
      recordFollowUps(desk, recorder, row, planId);
      continue;
    }
    const isSame = old.takerId === takerId && old.state !== "retracted";
    const body = { ...old.body, ...of, ...(isSame ? {} : { signatures: [] }) };
    const state = old.state === "retracted" || (old.state === "signed" && !isSame) ? "planned" : old.state;
    recordPaper(recorder, { kind: "handovers", row: { ...old, takerId, from, state, body } });
    if (old.state === "retracted") turnFollowUps(recorder, followUps, old.id, "retracted", "open");
  }
  for (const old of known)
    if (!stays.has(old.id) && old.lastDay >= today && old.state !== "closed" && old.state !== "retracted") {
      recordPaper(recorder, { kind: "handovers", row: { ...old, state: "retracted" } });
      turnFollowUps(recorder, followUps, old.id, "open", "retracted");
    }
}
function turnFollowUps(
  recorder: Recorder,
  followUps: readonly FollowUp[],
  handoverId: string,
  from: FollowUp["state"],
  to: FollowUp["state"],
): void {
  for (const row of followUps)
    if (row.body.handoverId === handoverId && row.state === from)
      recordPaper(recorder, { kind: "follow-ups", row: { ...row, state: to } });
}

/** Of a key post: the check after three months; of one of high risk the exit review too. */
function recordFollowUps(desk: Desk, recorder: Recorder, handover: Handover, planId: string): void {
  const post = desk.world().posts.find(({ id }) => id === handover.postId);
  if (!post?.isKey) return;
  const add = (kind: FollowUp["kind"], dueOn: Day): void => {
    const row: FollowUp = {
      id: desk.deps.newId(),
      kind,
      personId: handover.giverId,
      postId: handover.postId,
      dueOn,
      state: "open",
      body: followUpBodySchema.parse({ handoverId: handover.id, planId }),
    };
    recordPaper(recorder, { kind: "follow-ups", row }, true);
  };
  if (post.riskGrade === "high") add("exit-review", reviewDueOn(handover.lastDay));
  add("three-month-check", addMonths(handover.lastDay, checkMonths));
}
export const reviewDueOn = (lastDay: Day): Day => addDays(lastDay, reviewDays);

/** The limits that the plan gives up: each is watched by a special audit instead. */
function recordAudits({ desk, recorder, planId, today }: Ground): void {
  const known = followUpsOf(desk);
  for (const { post, person } of storedPlan(desk, planId)?.specialAudits ?? []) {
    if (person === null || known.some((one) => isAuditOf(one, planId, post.id))) continue;
    const row: FollowUp = {
      id: desk.deps.newId(),
      kind: "special-audit",
      personId: person.id,
      postId: post.id,
      dueOn: `${today.slice(0, 4)}-12-31`,
      state: "open",
      body: followUpBodySchema.parse({ handoverId: null, planId }),
    };
    recordPaper(recorder, { kind: "follow-ups", row }, true);
  }
}

const isAuditOf = ({ kind, postId, body }: FollowUp, planId: string, post: string): boolean =>
  kind === "special-audit" && body.planId === planId && postId === post;

function recordNotices(ground: Ground): void {
  const { desk, recorder, set, planId, moves, today, world } = ground;
  const known = noticesOf(desk);
  const leavings = leavingsOf(moves);
  const noticeDays = (postId: string | null): number => {
    const post = world.posts.find(({ id }) => id === postId);
    return (post && policyOf(post, world.tenurePolicies)?.noticeDays) ?? 0;
  };
  for (const move of moves) {
    if (move.day <= today) continue;
    const days = Math.max(noticeDays(move.fromPostId), noticeDays(move.toPostId)) || defaultNoticeDays;
    const told = known.filter(
      (one) => one.state !== "retracted" && one.body.kind === "move" && keyOfNotice(one) === keyOfMove(move),
    );
    for (const { personId, role } of recipientsOf(world, move, leavings, addDays(move.day, -1))) {
      if (told.some(({ recipientId }) => recipientId === personId)) continue;
      addNotice(ground, {
        moverId: move.personId,
        recipientId: personId,
        moveDay: move.day,
        dueOn: addDays(move.day, -days),
        body: noticeBodySchema.parse({
          kind: "move",
          role,
          fromPostId: move.fromPostId,
          toPostId: move.toPostId,
          chain: move.chain,
          planId,
          setId: set.id,
        }),
      });
    }
  }
  const held = new Set(moves.map(keyOfMove));
  for (const old of known) {
    if (old.body.kind !== "move" || old.state === "retracted" || old.moveDay <= today) continue;
    if (held.has(keyOfNotice(old))) continue;
    recordPaper(recorder, { kind: "notices", row: { ...old, state: "retracted" } });
    // Whoever was told of the move is told that it will not take place.
    if (old.state !== "due")
      addNotice(ground, {
        ...old,
        dueOn: today,
        body: { ...old.body, kind: "retraction", planId, setId: set.id, issued: null, acknowledged: null },
      });
  }
}
function addNotice({ desk, recorder }: Ground, notice: Omit<Notice, "id" | "state">): void {
  const row: Notice = { ...notice, id: desk.deps.newId(), state: "due" };
  recordPaper(recorder, { kind: "notices", row }, true);
}
