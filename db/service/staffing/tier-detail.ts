// One tier with pairs, advice and what to join, also as it would be without some people; a breath between two questions.
import type { z } from "zod";
import type { Context } from "../../../shared/contract/call.ts";
import type { staffing, TierStaffing } from "../../../shared/contract/staffing.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { StaffingCase } from "../../../shared/rules/staffing/problem-of.ts";
import { without } from "../../../shared/staffing/subproblem.ts";
import { type Desk, gone } from "../desk.ts";
import { pairsOf, type TierAnswer } from "./answer.ts";
import { type Mending, mendingOf } from "./mending.ts";
import { type StaffingAsked, sceneOf } from "./scene.ts";
import { answerOf } from "./tier-lines.ts";
import { tierRow } from "./tier-row.ts";

type Asked = z.output<typeof staffing.tier.input>;
const label = { zh: "正在找补救办法", en: "Looking for what would mend it" };

/** @throws FaultError missing: no such matter that day, or no such tier of it; refused: it was stopped */
export async function tierDetail(
  desk: Desk,
  asked: Asked,
  context: Context,
): Promise<TierStaffing & Mending> {
  const { scene, matter, tier, line, irreplaceableIds } = lineOf(desk, asked, asked);
  const pause = async (done: number, total: number): Promise<void> => {
    context.progress(label, done, total);
    await desk.deps.breathe();
    if (context.signal.aborted) throw fault("refused", { zh: "已停止。", en: "Stopped." });
  };
  const total = irreplaceableIds.length + 2;
  await pause(0, total);
  const { pairs, isProved } = pairsOf(line.of.problem, line.answer);
  await pause(1, total);
  const mending: Mending = { advice: [], join: [] };
  let done = 1;
  for (const { advice = [], join = [] } of mendingOf(scene, {
    tier,
    of: withoutPeople(scene.offeredCaseOf(matter, tier), asked.without),
    answer: line.answer,
    irreplaceable: irreplaceableIds,
    newId: desk.deps.newId,
    relaxed: (givenUp) => withoutPeople(scene.relaxedCaseOf(matter, tier, givenUp), asked.without),
    again: (edits): TierAnswer & { irreplaceableIds: string[] } => {
      const after = lineOf(desk, { ...asked, edits: [...asked.edits, ...edits] }, asked);
      return { ...after.line.answer, irreplaceableIds: after.irreplaceableIds };
    },
  })) {
    mending.advice.push(...advice);
    mending.join.push(...join);
    done += 1;
    await pause(done, total);
  }
  const row = tierRow(scene, line, pairs);
  return { ...row, isResilienceProved: row.isResilienceProved && isProved, ...mending };
}

function lineOf(desk: Desk, facts: StaffingAsked, { matterId, upTo, without: absent }: Asked) {
  const scene = sceneOf(desk, facts);
  const matter = scene.matters.find(({ id }) => id === matterId);
  const tier = scene.tiersOf(matterId).find((one) => one.upTo === upTo);
  if (!matter || !tier) throw gone({ zh: "该事项的金额档", en: "That tier of the matter" });
  const of = withoutPeople(scene.caseOf(matter, tier), absent);
  const answer = answerOf(scene, of);
  const irreplaceableIds = answer.irreplaceable.flatMap((at) => of.problem.people[at] ?? []);
  return { scene, matter, tier, line: { matter, tier, of, answer }, irreplaceableIds };
}

/** Nobody of these acts, is acted for, or is granted anything. */
function withoutPeople(of: StaffingCase, absent: readonly string[]): StaffingCase {
  if (absent.length === 0) return of;
  const away = of.problem.people.flatMap((id, at) => (absent.includes(id) ? [at] : []));
  return {
    ...of,
    problem: without(of.problem, away),
    offered: of.offered.filter(({ taker }) => !absent.includes(of.ways[taker]?.personId ?? "")),
  };
}
