// Handlers of the rotation namespace: the tenure ledger, the timeline, plans made, tried by hand, compared, mended.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { judge } from "../../shared/rotation/cost.ts";
import { stripOf } from "../../shared/rotation/strip.ts";
import type { Desk } from "./desk.ts";
import { assertUnused } from "./handovers/plan-set.ts";
import { labelsOf } from "./labels.ts";
import { changesBetween } from "./rotation/bare-moves.ts";
import { candidatesFor } from "./rotation/candidates.ts";
import { comparedPlans } from "./rotation/compared.ts";
import { afresh, breachesOf, leavesOf, problemAsked, problemOfPlan } from "./rotation/judged.ts";
import { movesIn } from "./rotation/moves-file.ts";
import { makePlan } from "./rotation/plan-run.ts";
import { relaxPlan } from "./rotation/relaxing.ts";
import { planOf, storedPlans } from "./rotation/stored-plans.ts";
import { timelineOf } from "./rotation/timeline-rows.ts";
import { keepVariant } from "./rotation/variant.ts";
import { postName, tenureRows } from "./tenure-rows.ts";

export function rotationHandlers(desk: Desk): Handlers<QuanhengContract>["rotation"] {
  return {
    ledger: ({ day, knownOn }) => {
      const lens = desk.lens(day, knownOn);
      return { day: lens.day, rows: tenureRows(lens.world, lens.day) };
    },
    timeline: ({ day, knownOn, planId }) => {
      const lens = desk.lens(day, knownOn);
      const plan = planId === null ? null : planOf(desk, planId);
      return { day: lens.day, posts: timelineOf(lens, plan?.moves ?? []) };
    },
    plan: (input, context) => makePlan(desk, input, context),
    plans: () => ({
      plans: storedPlans(desk).map(({ id, name, madeAt, months, status, cost, lowerBound }) => ({
        id,
        name,
        madeAt,
        months,
        status,
        cost,
        lowerBound,
      })),
    }),
    planOf: ({ id }) => planOf(desk, id),
    discard: ({ id }, context) => {
      const plan = planOf(desk, id);
      assertUnused(desk, id);
      const { seq } = desk.write(
        context,
        {
          action: "plan",
          summary: {
            zh: `删除轮岗方案：${plan.name.zh}`,
            en: `Discarded the rotation plan: ${plan.name.en}`,
          },
          touches: ["rotation", "journal"],
        },
        (recorder) => {
          recorder.supersede("plans", id);
        },
      );
      return { change: { seq } };
    },
    movesIn: ({ grant }, { signal }) => movesIn(desk.deps.grants.pathOf(grant, "read"), desk.world(), signal),
    tryMoves: ({ planId, months, moves }) => {
      const plan = planId === null ? null : planOf(desk, planId);
      const problem = plan ? problemOfPlan(desk, plan) : problemAsked(desk, { ...afresh, months });
      const breaches = breachesOf(problem, moves, plan ? leavesOf(plan, problem) : []);
      const { cost } = judge(problem, moves);
      return {
        breaches: breaches.map(({ matter: _, ...breach }) => breach),
        strip: stripOf(problem, moves, breaches),
        arrivals: cost.arrivals,
        people: cost.people,
      };
    },
    candidates: async ({ planId, moves, postId, day }) => {
      const problem = problemOfPlan(desk, planOf(desk, planId));
      const labels = labelsOf(desk.world());
      const found = await candidatesFor(problem, moves, { postId, day }, desk.deps.breathe);
      return {
        candidates: found.map(({ personId, fromPostId, breaches, moves: swapped }) => ({
          person: labels.person(personId),
          from: fromPostId === null ? null : postName(labels, labels.post(fromPostId)),
          breaches: breaches.map(({ sentence }) => sentence),
          ...changesBetween(moves, swapped),
        })),
      };
    },
    keepVariant: (input, context) => keepVariant(desk, input, context),
    compare: ({ a, b }) => comparedPlans(planOf(desk, a), planOf(desk, b)),
    relax: ({ id }, context) => relaxPlan(desk, id, context),
  };
}
