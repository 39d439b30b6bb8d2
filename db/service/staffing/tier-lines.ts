// Matter by tier with its answer, one at a time: a breath between two of them, and it can be stopped.
import type { Context } from "../../../shared/contract/call.ts";
import type { Matter } from "../../../shared/domain/authority.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { StaffingCase } from "../../../shared/rules/staffing/problem-of.ts";
import { type Desk, gone } from "../desk.ts";
import { answerTier, type TierAnswer } from "./answer.ts";
import type { Scene } from "./scene.ts";

export interface TierLine {
  readonly matter: Matter;
  readonly tier: AmountRange;
  readonly of: StaffingCase;
  readonly answer: TierAnswer;
}

function* tierLines(scene: Scene, matters: readonly Matter[]): Generator<TierLine> {
  for (const matter of matters)
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

/**
 * `only`: id or code of one matter.
 * @throws FaultError refused, when it was stopped; missing: no such matter with authorities and steps that day
 */
export async function staffingLines(
  desk: Desk,
  scene: Scene,
  only: string | null,
  context: Context,
): Promise<TierLine[]> {
  const matters = scene.matters.filter(({ id, code }) => only === null || id === only || code === only);
  if (only !== null && matters.length === 0)
    throw gone({ zh: `可以编组的事项“${only}”`, en: `Matter "${only}" among those to be staffed` });
  const count = matters.reduce((sum, { id }) => sum + scene.tiersOf(id).length, 0);
  const lines: TierLine[] = [];
  for (const line of tierLines(scene, matters)) {
    lines.push(line);
    context.progress(label, lines.length, count);
    await desk.deps.breathe();
    if (context.signal.aborted)
      throw fault("refused", { zh: "已停止判断编组。", en: "Staffing was stopped." });
  }
  return lines;
}
