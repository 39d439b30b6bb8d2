// Tries, for a plan that leaves something unfilled, what would mend it, and keeps the answers with the plan.
import type { Context } from "../../../shared/contract/call.ts";
import type { Plan } from "../../../shared/contract/plan.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { Desk } from "../desk.ts";
import { bareMoves } from "./bare-moves.ts";
import { madeFrom } from "./making-run.ts";
import { planScene } from "./plan-scene.ts";
import type { PlanScene } from "./scene-problem.ts";
import { planOf } from "./stored-plans.ts";

type Relaxation = Plan["relaxations"][number];
interface Try {
  type: Relaxation["type"];
  sentence: Text;
  postId: string | null;
  personId: string | null;
  scene: PlanScene;
}

/** @throws FaultError refused: read-only, nothing to mend, stopped; missing: no such plan */
export async function relaxPlan(desk: Desk, id: string, context: Context): Promise<Plan> {
  const { readOnly } = desk.store();
  if (readOnly) throw fault("refused", readOnly);
  const plan = planOf(desk, id);
  if (plan.unfilled === 0)
    throw fault("refused", {
      zh: "这份方案没有空着的位置，无须放宽条件。",
      en: "Nothing in this plan is left unfilled: there is nothing to mend.",
    });
  const scene = planScene(desk, {
    months: plan.months,
    seed: plan.seed,
    units: plan.units,
    wishes: plan.wishes,
    surprises: plan.surprises,
    baseMoves: bareMoves(plan),
    isReplan: false,
  });
  const relaxations: Relaxation[] = [];
  for (const { scene: relaxed, ...what } of triesFor(plan, scene)) {
    const { plan: found } = await madeFrom(desk.deps, relaxed, context);
    relaxations.push({
      ...what,
      status: found.status,
      unfilled: found.cost.unfilled,
      arrivals: found.status === "planned" ? found.cost.arrivals : null,
      planId: null,
    });
  }
  return context.inTurn(() => keepAnswers(desk, context, id, relaxations));
}

function triesFor(plan: Plan, scene: PlanScene): Try[] {
  const at = { postId: null, personId: null };
  const exemptions = plan.specialAudits.flatMap(({ post, person, from, until }, index) =>
    person === null
      ? []
      : [
          {
            id: `audit-${index}`,
            personId: person.id,
            postId: post.id,
            from: from < scene.options.today ? from : scene.options.today,
            until,
            reason: "",
            compensatingControl: "",
            docNo: null,
            approver: null,
            reviewOn: null,
            endReason: null,
          },
        ],
  );
  const share = (of: number, zh: string, en: string): Try => ({
    type: "share",
    sentence: {
      zh: `把部门半年内可调整的比例放宽到${zh}`,
      en: `Let ${en} of a department's key posts change within six months`,
    },
    ...at,
    scene: { ...scene, options: { ...scene.options, share: { of, in: 100 } } },
  });
  const audits: Try[] =
    exemptions.length === 0
      ? []
      : [
          {
            type: "special-audit",
            sentence: {
              zh: `对 ${exemptions.length} 处不能按期轮岗的岗位办理有期限的豁免，并安排专项审计`,
              en: `Exempt the ${exemptions.length} place(s) that cannot rotate in time, with an end, and have them audited`,
            },
            postId: exemptions.length === 1 ? (exemptions[0]?.postId ?? null) : null,
            personId: exemptions.length === 1 ? (exemptions[0]?.personId ?? null) : null,
            scene: {
              ...scene,
              facts: { ...scene.facts, exemptions: [...scene.facts.exemptions, ...exemptions] },
            },
          },
        ];
  return [...audits, share(50, "一半", "half"), share(100, "全部", "all")];
}

/** The plan as it was, with the answers: a new version of its row. */
function keepAnswers(desk: Desk, context: Context, id: string, relaxations: Relaxation[]): Plan {
  const plan: Plan = { ...planOf(desk, id), relaxations };
  desk.write(
    context,
    {
      action: "plan",
      summary: {
        zh: `试过 ${relaxations.length} 种放宽：${plan.name.zh}`,
        en: `Tried ${relaxations.length} relaxation(s): ${plan.name.en}`,
      },
      touches: ["rotation", "journal"],
    },
    (recorder) => {
      recorder.supersede("plans", id);
      recorder.insert("plans", id, { name: plan.name.zh, madeAt: plan.madeAt, body: JSON.stringify(plan) });
    },
  );
  return plan;
}
