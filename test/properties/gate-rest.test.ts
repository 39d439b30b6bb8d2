// Look-ahead against brute force: every way of seating what is left is written down as acts and folded.
import { expect, test } from "vitest";
import { lookOn } from "../../db/service/gate/look-ahead.ts";
import type { Approval } from "../../shared/domain/approval.ts";
import { identityOf } from "../../shared/domain/conflict.ts";
import { addDays, dayOf, instantOf } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { bindingRules } from "../../shared/rules/analysis/demands.ts";
import { check } from "../../shared/rules/check.ts";
import { indexPlain } from "../../shared/rules/facts.ts";
import { readyGate } from "../../shared/rules/gate/ready-gate.ts";
import { type Rest, restOf } from "../../shared/rules/gate/rest-of-case.ts";
import { worldLog } from "../../shared/rules/gate/world-log.ts";
import { questionOf } from "../builders/rules.ts";

/** Rules about one case alone: never-together looks at what else its people have done. */
const ofOneCase = (rule: Rule): boolean =>
  rule.kind !== "never-together" && rule.inForce.from === null && rule.inForce.until === null;

const mostSeatings = 3_000;
/** Every way of giving the open seats to people who may take them; two seats of a step to different ones. */
function* seatings({ staffing: { problem }, taken }: Rest): Generator<number[]> {
  const seated: number[] = [];
  function* from(slot: number): Generator<number[]> {
    if (slot === problem.slots.length) {
      yield [...seated];
      return;
    }
    const fixed = taken.get(slot);
    const step = problem.slots[slot]?.stepId;
    for (const taker of fixed === undefined ? (problem.allowed[slot] ?? []) : [fixed]) {
      const person = problem.takers[taker]?.person;
      const isTwice = seated.some(
        (other, at) => problem.slots[at]?.stepId === step && problem.takers[other]?.person === person,
      );
      if (isTwice) continue;
      seated.push(taker);
      yield* from(slot + 1);
      seated.pop();
    }
  }
  yield* from(0);
}

test("what can be completed has a seating without a new conflict, what is stuck has none", () => {
  const counts = { completable: 0, stuck: 0 };
  for (let seed = 1; seed <= 700; seed += 1) {
    const { world: all, rules, today } = questionOf(seed);
    const like = all.approvals.find(
      ({ action, personId, caseId }) =>
        action === "approve" && personId !== null && all.cases.some(({ id }) => id === caseId),
    );
    const of = all.cases.find(({ id }) => id === like?.caseId);
    const matter = all.matters.find(({ id }) => id === of?.matterId);
    if (!like || !of || !matter) continue;
    const zone = all.settings.timeZone;
    const day = addDays(dayOf(Math.max(...all.approvals.map(({ happenedAt }) => happenedAt)), zone), 1);
    const draft: Approval = {
      ...like,
      id: "draft",
      naturalKey: "~draft",
      happenedAt: instantOf(day, "12:00", zone),
    };
    // One case, without rejects: what was sent back is done again, by whom nobody knows.
    const world: World = {
      ...all,
      cases: [{ ...of, closedOn: null }],
      approvals: all.approvals.filter(
        ({ id, caseId, action }) => id !== like.id && caseId === of.id && action !== "reject",
      ),
    };
    const asked = rules.filter(ofOneCase);
    const ready = readyGate(indexPlain(world, today), asked);
    const scene = ready.open(worldLog(world), { of: world.cases[0]!, isNew: false, today, day });
    const act = scene.actOf(draft);
    if (!act) continue;
    // Who acted twice on a step in different ways is one seat: of such cases look-ahead says less than the folds.
    const ways = new Set([...scene.acts, act].map((one) => `${one.step.id} ${one.actorId}`));
    const full = new Set(
      [...scene.acts, act].map(
        ({ step, actorId, approval, credited }) =>
          `${step.id} ${actorId} ${approval.postId} ${approval.onBehalfOfId} ${credited?.join() ?? ""}`,
      ),
    );
    if (ways.size !== full.size) continue;
    const binding = bindingRules(ready.view, ready.rules).filter((rule) => !scene.isBroken(rule, draft));
    const rest = restOf(ready.view, binding, {
      matter,
      amount: of.amount,
      day,
      acts: scene.acts,
      drafts: [act],
    })(act);
    const { status, kept } = lookOn(rest, { left: 5_000_000 });
    if (status === "undecided") continue;
    const keptRules = kept.flatMap((at) => rest.staffing.rules[at] ?? []);
    const conflictsOf = (approvals: Approval[]): Set<string> =>
      new Set(
        check({ ...world, approvals }, keptRules, addDays(day, 500)).findings.map((finding) =>
          identityOf(finding),
        ),
      );
    const done = [...world.approvals, draft];
    let tried = 0;
    let isPossible = false;
    for (const seating of seatings(rest)) {
      tried += 1;
      if (tried > mostSeatings) break;
      const acts = seating.flatMap((taker, slot): Approval[] => {
        const way = rest.staffing.ways[taker];
        if (rest.taken.has(slot) || !way) return [];
        return [
          {
            ...draft,
            id: `rest${slot}`,
            naturalKey: `rest${slot}`,
            stepId: rest.staffing.problem.slots[slot]?.stepId ?? "",
            personId: way.personId,
            onBehalfOfId: way.onBehalfOfId,
            postId: way.postId,
            action: "approve",
            happenedAt: draft.happenedAt + 1_000 * (slot + 1),
          },
        ];
      });
      if (conflictsOf([...done, ...acts]).size === 0) {
        isPossible = true;
        break;
      }
    }
    if (tried > mostSeatings) continue;
    expect(status === "completable", `seed ${seed}: ${status}, ${tried} seatings`).toBe(isPossible);
    counts[status] += 1;
  }
  // Otherwise the comparison would say nothing.
  expect(Math.min(counts.completable, counts.stuck)).toBeGreaterThan(20);
}, 240_000);
