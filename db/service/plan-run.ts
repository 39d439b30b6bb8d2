// Makes a rotation plan: problem, search, independent validation, reasons; and keeps it in the workbook.
import type { Context } from "../../shared/contract/call.ts";
import type { Plan, Surprise, Wishes } from "../../shared/contract/rotation.ts";
import { addDays } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import { explainPlan } from "../../shared/rotation/explain.ts";
import { rotationProblem } from "../../shared/rotation/problem.ts";
import { validatePlan } from "../../shared/rotation/validate.ts";
import type { Desk } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import { openWork } from "./open-work.ts";
import { solve } from "./solve-run.ts";
import { storedPlans } from "./stored-plans.ts";
import { postName } from "./tenure-rows.ts";

export interface PlanInput {
  months: number;
  seed: number;
  units: number | null;
  wishes: Wishes;
  basePlanId: string | null;
  surprises: Surprise[];
}

/** @throws FaultError refused: read-only, stopped before any plan; missing: no key post to rotate */
export async function makePlan(desk: Desk, input: PlanInput, context: Context): Promise<Plan> {
  const { readOnly } = desk.store();
  if (readOnly) throw fault("refused", readOnly);
  const world = desk.world();
  const today = desk.today();
  const problem = rotationProblem(world, {
    today,
    months: input.months,
    seed: input.seed,
    units: input.units ?? undefined,
    rules: desk.rules().map(({ rule }) => rule),
    casesOpen: openWork(world, today),
  });
  if (!problem.posts.some((post) => post.isKey))
    throw fault("missing", {
      zh: "还没有关键岗位，无从排轮岗方案。请先在“组织”页把岗位标为关键岗位。",
      en: "There is no key post to rotate: mark posts as key posts under People and posts first.",
    });
  const found = await solve(desk.deps, problem, context);
  const breaches = validatePlan(problem, found);
  const reasons = explainPlan(problem, found);
  const labels = labelsOf(world);
  const post = (id: string | null) => (id === null ? null : postName(labels, labels.post(id)));
  const number = storedPlans(desk).length + 1;
  const made: Omit<Plan, "id"> = {
    name: {
      zh: `${today} 起 ${input.months} 个月（第 ${number} 份）`,
      en: `${input.months} months from ${today} (no. ${number})`,
    },
    madeAt: desk.deps.now(),
    months: input.months,
    from: today,
    until: addDays(problem.until, -1),
    seed: input.seed,
    units: found.unitsUsed,
    status: found.status,
    cost: found.status === "impossible" ? null : found.cost.arrivals,
    lowerBound: found.lowerBound,
    peopleMoved: found.cost.people,
    moves: found.moves.map((move, index) => ({
      day: move.day,
      chain: move.chain,
      person: labels.person(move.personId),
      from: post(move.fromPostId),
      to: post(move.toPostId),
      reason: reasons[index]?.reason ?? { zh: "", en: "" },
      alternatives: reasons[index]?.alternatives ?? null,
    })),
    changeDays: found.changeDays,
    unavoidable: found.unavoidableOverdueDays.map((line) => ({
      post: postName(labels, labels.post(line.postId)),
      person: labels.person(line.personId),
      days: line.days,
    })),
    notApplied: found.notApplied.map(({ reason }) => reason),
    reasons: found.bottleneck ? [found.bottleneck.sentence] : [],
    breaches: breaches.map(({ sentence }) => sentence),
    wishes: input.wishes,
    basePlanId: input.basePlanId,
    surprises: input.surprises,
    changed: null,
    isByHand: false,
    leavings: { withoutOverlap: found.cost.withoutOverlap },
    fairness: null,
    strip: [],
    relaxations: [],
  };
  let plan: Plan | null = null;
  desk.write(
    context,
    {
      action: "plan",
      summary: {
        zh: `生成轮岗方案 ${made.name}:${made.moves.length} 次调动`,
        en: `Made the rotation plan ${made.name.en}: ${made.moves.length} move(s)`,
      },
      detail: { months: input.months, seed: input.seed, units: found.unitsUsed, status: found.status },
      touches: ["rotation", "journal"],
    },
    (recorder) => {
      const id = desk.deps.newId();
      plan = { id, ...made };
      recorder.add("plans", id, { name: made.name.zh, madeAt: made.madeAt, body: JSON.stringify(plan) });
    },
  );
  if (!plan) throw new Error("the plan was not kept");
  return plan;
}
