// Matter by tier with its answer, one at a time: a breath between two of them, and it can be stopped.
import type { Context } from "../../../shared/contract/call.ts";
import type { Matter } from "../../../shared/domain/authority.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { StaffingCase } from "../../../shared/rules/staffing/problem-of.ts";
import type { Desk } from "../desk.ts";
import { answerTier, type TierAnswer } from "./answer.ts";
import type { Scene } from "./scene.ts";

export interface TierLine {
  readonly matter: Matter;
  readonly tier: AmountRange;
  readonly of: StaffingCase;
  readonly answer: TierAnswer;
}

/** `matterId`: of one matter alone. */
export function* tierLines(scene: Scene, matterId: string | null): Generator<TierLine> {
  for (const matter of scene.matters)
    if (matterId === null || matter.id === matterId)
      for (const tier of scene.tiersOf(matter.id)) {
        const of = scene.caseOf(matter, tier);
        yield { matter, tier, of, answer: answerOf(scene, of) };
      }
}

/** Tiers that ask the same are answered once. */
export function answerOf({ answers }: Scene, { problem }: StaffingCase): TierAnswer {
  const key = JSON.stringify(problem);
  const answer = answers.get(key) ?? answerTier(problem);
  answers.set(key, answer);
  return answer;
}

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
