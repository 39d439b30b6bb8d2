// Makes a rotation plan, and keeps it in the workbook with all that it takes to make it again.
import type { Context } from "../../../shared/contract/call.ts";
import type { Plan, Surprise, Wishes } from "../../../shared/contract/plan.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { horizonEnd } from "../../../shared/rotation/change-days.ts";
import type { Store } from "../../open.ts";
import type { Desk } from "../desk.ts";
import { bareMoves } from "./bare-moves.ts";
import { madeFrom } from "./making-run.ts";
import { type Kept, planRecord } from "./plan-record.ts";
import { planScene } from "./plan-scene.ts";
import { planOf, plansEver } from "./stored-plans.ts";

export interface PlanInput {
  months: number;
  seed: number;
  units: number | null;
  wishes: Wishes;
  basePlanId: string | null;
  surprises: Surprise[];
}

/** @throws FaultError refused: read-only, stopped before any plan; missing: no key post, no such base; stale: another workbook now */
export async function makePlan(desk: Desk, input: PlanInput, context: Context): Promise<Plan> {
  const store = desk.store();
  if (store.readOnly) throw fault("refused", store.readOnly);
  const world = desk.world();
  const today = desk.today();
  const headSeq = desk.head().seq;
  const base = input.basePlanId === null ? null : planOf(desk, input.basePlanId);
  assertKeyPosts(desk);
  const scene = planScene(desk, { ...input, baseMoves: base && bareMoves(base), isReplan: base !== null });
  const made = await madeFrom(desk.deps, scene, context);
  return context.inTurn(() => {
    assertSameStore(desk, store);
    const kept: Kept = {
      name: nameOf(desk, base ? "replan" : "plan", today, input.months),
      madeAt: desk.deps.now(),
      from: today,
      until: horizonEnd(today, input.months),
      months: input.months,
      wishes: input.wishes,
      basePlanId: input.basePlanId,
      surprises: input.surprises,
      isReplan: base !== null,
      isByHand: false,
      headSeq,
    };
    return keepPlan(desk, context, planRecord(world, made, kept));
  });
}

/** @throws FaultError stale: another workbook was opened since */
export function assertSameStore(desk: Desk, store: Store): void {
  if (desk.store() !== store)
    throw fault("stale", {
      zh: "排方案期间换了工作簿，方案没有写入。",
      en: "Another workbook was opened meanwhile; the plan was not kept.",
    });
}

/** @throws FaultError missing: nothing to rotate */
export function assertKeyPosts(desk: Desk): void {
  const today = desk.today();
  const inForce = desk
    .world()
    .posts.some((post) => post.isKey && post.from <= today && (post.until === null || post.until > today));
  if (!inForce)
    throw fault("missing", {
      zh: "还没有关键岗位，无从排轮岗方案。请先在“组织”页把岗位标为关键岗位。",
      en: "There is no key post to rotate: mark posts as key posts under People and posts first.",
    });
}

export function nameOf(desk: Desk, kind: "plan" | "replan" | "variant", from: string, months: number): Text {
  const number = plansEver(desk) + 1;
  const words = {
    plan: { zh: "", en: "" },
    replan: { zh: "重排 · ", en: "Replan · " },
    variant: { zh: "手工调整 · ", en: "By hand · " },
  }[kind];
  return {
    zh: `${words.zh}${from} 起 ${months} 个月（第 ${number} 份）`,
    en: `${words.en}${months} months from ${from} (no. ${number})`,
  };
}

/** One transaction: the plan and its journal entry. */
export function keepPlan(desk: Desk, context: Context, made: Omit<Plan, "id">): Plan {
  const plan: Plan = { id: desk.deps.newId(), ...made };
  const { name, moves, months, seed, units, status, isByHand } = plan;
  desk.write(
    context,
    {
      action: "plan",
      summary: isByHand
        ? {
            zh: `手工调整轮岗方案：${name.zh}，${moves.length} 次调动`,
            en: `Drew the rotation plan by hand: ${name.en}, ${moves.length} move(s)`,
          }
        : {
            zh: `生成轮岗方案：${name.zh}，${moves.length} 次调动`,
            en: `Made the rotation plan: ${name.en}, ${moves.length} move(s)`,
          },
      detail: { months, seed, units, status, basePlanId: plan.basePlanId, headSeq: plan.headSeq },
      touches: ["rotation", "journal"],
    },
    (recorder) =>
      recorder.add("plans", plan.id, { name: name.zh, madeAt: plan.madeAt, body: JSON.stringify(plan) }),
  );
  return plan;
}
