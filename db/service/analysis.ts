// Handlers of the analysis namespace: all of them read; the long one breathes between two matters and can be stopped.
import type { ConcentrationView } from "../../shared/contract/analysis.ts";
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { fault } from "../../shared/domain/fault.ts";
import { groupDetail } from "./analysis/group-detail.ts";
import { type GroupLine, groupLines, groupRow } from "./analysis/group-rows.ts";
import { groupLimits } from "./analysis/limits.ts";
import { personDetail, personRow } from "./analysis/people.ts";
import { type Scene, sceneOf, yearsOf } from "./analysis/scene.ts";
import { tierCases, tiersView } from "./analysis/tiers.ts";
import type { Desk } from "./desk.ts";

const label = { zh: "正在计算集中度", en: "Measuring concentration" };
const stopped = () => fault("refused", { zh: "已停止计算。", en: "Stopped." });

async function concentrationView(desk: Desk, scene: Scene, context: Context): Promise<ConcentrationView> {
  context.progress(label, 0, null);
  await desk.deps.breathe();
  if (context.signal.aborted) throw stopped();
  const { settled, people, performed } = scene.concentration();
  const lines: GroupLine[] = [];
  for (const line of groupLines(scene)) {
    lines.push(line);
    context.progress(label, lines.length, null);
    await desk.deps.breathe();
    if (context.signal.aborted) throw stopped();
  }
  const groups = lines.map(groupRow);
  const rows = people.map((one) => personRow(scene, one));
  const overHalf = settled.cases.filter((one) =>
    [...one.hands.values()].some((hand) => hand.duties.size * 2 > one.duties),
  );
  return {
    day: scene.lens.day,
    period: scene.period,
    years: yearsOf(scene.view),
    cases: settled.cases.length,
    performed,
    overHalf: overHalf.length,
    primaryPair: rows.filter(({ worst }) => worst?.types.join() === "authorise,custody").length,
    stopping: new Set(people.flatMap((one) => one.stopping)).size,
    people: rows,
    groups,
    limits: groupLimits(settled, groups),
  };
}

export function analysisHandlers(desk: Desk): Handlers<QuanhengContract>["analysis"] {
  return {
    concentration: (asked, context) => concentrationView(desk, sceneOf(desk, asked), context),
    person: (asked) => personDetail(sceneOf(desk, asked), asked.personId),
    group: (asked) => groupDetail(sceneOf(desk, asked), asked.matterId, asked.upTo),
    tiers: (asked) => tiersView(sceneOf(desk, asked)),
    tierCases: (asked) => tierCases(sceneOf(desk, asked), asked),
  };
}
