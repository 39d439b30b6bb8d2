// Handlers of the staffing namespace: all of them read; the long one breathes between two tiers and can be stopped.
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { fault } from "../../shared/domain/fault.ts";
import { unmetRules } from "../../shared/rules/analysis/demands.ts";
import type { Desk } from "./desk.ts";
import { dataHashOf } from "./staffing/data-hash.ts";
import { runDrill } from "./staffing/drill-run.ts";
import { type Scene, sceneOf } from "./staffing/scene.ts";
import { stoppingPeople } from "./staffing/stopping.ts";
import { tierDetail } from "./staffing/tier-detail.ts";
import { type TierLine, tierLines } from "./staffing/tier-lines.ts";
import { tierRow } from "./staffing/tier-row.ts";

const label = { zh: "正在判断编组", en: "Working out the staffing" };

/** @throws FaultError refused, when it was stopped */
export async function staffingLines(
  desk: Desk,
  scene: Scene,
  matterId: string | null,
  context: Context,
): Promise<TierLine[]> {
  const count = scene.matters
    .filter(({ id }) => matterId === null || id === matterId)
    .reduce((sum, { id }) => sum + scene.tiersOf(id).length, 0);
  const lines: TierLine[] = [];
  for (const line of tierLines(scene, matterId)) {
    lines.push(line);
    context.progress(label, lines.length, count);
    await desk.deps.breathe();
    if (context.signal.aborted)
      throw fault("refused", { zh: "已停止判断编组。", en: "Staffing was stopped." });
  }
  return lines;
}

export function staffingHandlers(desk: Desk): Handlers<QuanhengContract>["staffing"] {
  return {
    overview: async ({ matterId, ...asked }, context) => {
      const scene = sceneOf(desk, asked);
      const lines = await staffingLines(desk, scene, matterId, context);
      return {
        day: scene.day,
        tiers: lines.map((line) => tierRow(scene, line)),
        people: stoppingPeople(scene, lines),
        ruleCount: scene.binding.length,
        notApplied: unmetRules(scene.view, scene.rules, scene.day).map(({ rule, reason }) => ({
          ruleId: rule.id,
          reason,
        })),
        journalHead: desk.head().hash,
        dataHash: dataHashOf(scene),
      };
    },
    tier: (asked, context) => tierDetail(desk, asked, context),
    drill: (asked, context) => runDrill(desk, asked, context),
  };
}
