// Matter by tier with its answer, one at a time: the caller may breathe between two of them.
import type { Matter } from "../../../shared/domain/authority.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { StaffingCase } from "../../../shared/rules/staffing/problem-of.ts";
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
