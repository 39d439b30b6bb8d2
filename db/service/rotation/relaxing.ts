// Tries, for a plan that leaves something unfilled, what would mend it, and keeps the answers with the plan.
import type { Context } from "../../../shared/contract/call.ts";
import type { Plan } from "../../../shared/contract/plan.ts";
import { daysBetween } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { horizonEnd } from "../../../shared/rotation/change-days.ts";
import type { RotationPlan } from "../../../shared/rotation/plan.ts";
import type { Desk } from "../desk.ts";
import { askedOf } from "./judged.ts";
import { triedFrom } from "./making-run.ts";
import { planRecord } from "./plan-record.ts";
import { assertSameStore } from "./plan-run.ts";
import { planScene } from "./plan-scene.ts";
import type { TriedWay } from "./relax-making.ts";
import { planOf } from "./stored-plans.ts";

/** Of the ways that fill everything, so many plans are kept: the cheapest first. */
const keptAtMost = 3;

/** @throws FaultError refused: read-only, nothing to mend, stopped before any way was tried; missing: no such plan */
export async function relaxPlan(desk: Desk, id: string, context: Context): Promise<Plan> {
  const store = desk.store();
  if (store.readOnly) throw fault("refused", store.readOnly);
  const plan = planOf(desk, id);
  if (plan.specialAudits.length === 0)
    throw fault("refused", {
      zh: "这份方案没有缺人接任的位置，无须放宽条件。",
      en: "Nothing in this plan is left without anybody: there is nothing to mend.",
    });
  const asked = askedOf(plan, desk.today());
  const job = { scene: planScene(desk, asked), cannotRotate: stuckIn(plan) };
  const headSeq = desk.head().seq;
  const tried = await triedFrom(desk.deps, job, context);
  if (tried.length === 0)
    throw fault("refused", {
      zh: context.signal.aborted
        ? "已停止，还没有试出任何放宽，没有写入任何内容。"
        : "没有找到可以放宽的条件。",
      en: context.signal.aborted
        ? "Stopped before any relaxation was tried; nothing was written."
        : "No condition was found whose relaxation could help.",
    });
  return context.inTurn(() => {
    assertSameStore(desk, store);
    return keepAnswers(desk, context, { plan: planOf(desk, id), months: asked.months, headSeq }, tried);
  });
}

const stuckIn = ({ specialAudits }: Plan): RotationPlan["cannotRotate"] =>
  specialAudits.map(({ post, person, from, until }) => {
    const place = { postId: post.id, from, until, why: "nobody" as const };
    return person === null ? place : { ...place, personId: person.id, days: daysBetween(from, until) };
  });

interface Answered {
  plan: Plan;
  months: number;
  headSeq: number;
}
/** The plan as it was, with the answers, as a new version of its row; beside it the plans that mend everything. */
function keepAnswers(
  desk: Desk,
  context: Context,
  { plan, months, headSeq }: Answered,
  tried: readonly TriedWay[],
): Plan {
  const today = desk.today();
  const mended: Plan[] = [];
  const relaxations = tried.map((way): Plan["relaxations"][number] => {
    const { made, type, sentence, postId, personId } = way;
    const { status, cost } = made.plan;
    const isWhole = status === "planned" && cost.unfilled === 0;
    const kept = isWhole && mended.length < keptAtMost ? mendedPlan(way) : null;
    if (kept) mended.push(kept);
    return {
      type,
      sentence,
      postId,
      personId,
      status,
      unfilled: cost.unfilled,
      arrivals: isWhole ? cost.arrivals : null,
      planId: kept?.id ?? null,
    };
  });
  function mendedPlan({ made, sentence }: TriedWay): Plan {
    // What it gives up is not on record yet: by today's facts the plan does not hold, and says so.
    const status = made.breaches.length === 0 ? "planned" : "undecided";
    return {
      id: desk.deps.newId(),
      ...planRecord(desk.world(), made, {
        name: { zh: `放宽：${sentence.zh}`, en: `Relaxed: ${sentence.en}` },
        madeAt: desk.deps.now(),
        from: today,
        until: horizonEnd(today, months),
        months,
        wishes: plan.wishes,
        basePlanId: plan.id,
        surprises: plan.surprises,
        isReplan: false,
        isByHand: false,
        headSeq,
      }),
      status,
      reasons: [sentence],
    };
  }
  const answered: Plan = { ...plan, relaxations };
  const rowOf = (one: Plan) => ({ name: one.name.zh, madeAt: one.madeAt, body: JSON.stringify(one) });
  desk.write(
    context,
    {
      action: "plan",
      summary: {
        zh: `试过 ${tried.length} 种放宽，${mended.length} 种补得齐：${plan.name.zh}`,
        en: `Tried ${tried.length} relaxation(s), kept ${mended.length} that mend everything: ${plan.name.en}`,
      },
      touches: ["rotation", "journal"],
    },
    (recorder) => {
      recorder.supersede("plans", plan.id);
      recorder.insert("plans", plan.id, rowOf(answered));
      for (const one of mended) recorder.add("plans", one.id, rowOf(one));
    },
  );
  return answered;
}
