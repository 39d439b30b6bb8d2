// Never-together rules reduced to bit sets: which of a rule's duties each post, and each person's own grants, bring.
import { type Day, overlaps, type Period } from "../domain/day.ts";
import { impliedDuties } from "../domain/duty.ts";
import type { RuleOf } from "../domain/rule.ts";
import type { Facts } from "../domain/world.ts";
import type { ProblemPerson, ProblemPost, ProblemSeparation, RotationProblem } from "./plan.ts";

/** Whatever is held on any day of the horizon counts for all of it: the planner errs on the strict side. */
export function separationsOf(
  facts: Facts,
  rules: readonly RuleOf<"never-together">[],
  horizon: Period & { until: Day },
): ProblemSeparation[] {
  const duties = new Map(facts.duties.map((duty) => [duty.code, duty]));
  const implied = new Map<string, ReadonlySet<string>>();
  const dutyOfStep = new Map(facts.steps.map((step) => [step.id, step.duty]));
  const live = <T extends Period>(rows: readonly T[]): T[] => rows.filter((row) => overlaps(row, horizon));
  const authorityOf = new Map(live(facts.authorities).map((it) => [it.id, it]));

  return rules.map((rule) => {
    const set = rule.parameters.duties;
    const bitsOf = (duty: string): number => {
      const own = set.indexOf(duty);
      if (own >= 0) return 2 ** own;
      const general = implied.get(duty) ?? impliedDuties(duties, duty);
      implied.set(duty, general);
      return set.reduce((bits, code, place) => (general.has(code) ? bits | (2 ** place) : bits), 0);
    };
    const byPost: Record<string, number> = {};
    const byPerson: Record<string, number> = {};
    const add = (to: Record<string, number>, id: string, duty: string | undefined): void => {
      const bits = duty === undefined ? 0 : bitsOf(duty);
      if (bits !== 0) to[id] = (to[id] ?? 0) | bits;
    };
    for (const it of live(facts.postDuties)) add(byPost, it.postId, it.duty);
    for (const it of authorityOf.values()) {
      if (it.postId !== null) add(byPost, it.postId, dutyOfStep.get(it.stepId));
      if (it.personId !== null) add(byPerson, it.personId, dutyOfStep.get(it.stepId));
    }
    for (const it of live(facts.delegations)) {
      const authority = authorityOf.get(it.authorityId);
      if (authority) add(byPerson, it.toPersonId, dutyOfStep.get(authority.stepId));
    }
    return { ruleId: rule.id, title: rule.title, maxHeld: rule.parameters.maxHeld, byPost, byPerson };
  });
}

export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Whether the person may hold the post beside what stays with them: kept posts, own grants, delegations.
 * A rule that the post's own duties break by themselves is left out: the plan lists it as not applied.
 */
export function isSeparated(problem: RotationProblem, person: ProblemPerson, post: ProblemPost): boolean {
  return problem.separations.every((rule) => {
    const own = rule.byPost[post.id] ?? 0;
    if (countBits(own) > rule.maxHeld) return true;
    const kept = person.keptIds.reduce(
      (bits, id) => bits | (rule.byPost[id] ?? 0),
      rule.byPerson[person.id] ?? 0,
    );
    // What the person holds already beside the post is not for the plan to judge.
    return own === 0 || countBits(own | kept) <= Math.max(rule.maxHeld, countBits(kept));
  });
}
