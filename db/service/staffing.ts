// Handlers of the staffing namespace: all of them read; the long one breathes between two tiers and can be stopped.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { unmetRules } from "../../shared/rules/analysis/demands.ts";
import type { Desk } from "./desk.ts";
import { dataHashOf } from "./staffing/data-hash.ts";
import { runDrill } from "./staffing/drill-run.ts";
import { sceneOf } from "./staffing/scene.ts";
import { stoppingPeople } from "./staffing/stopping.ts";
import { tierDetail } from "./staffing/tier-detail.ts";
import { staffingLines } from "./staffing/tier-lines.ts";
import { tierRow } from "./staffing/tier-row.ts";

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
