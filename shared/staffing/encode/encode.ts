// A staffing problem as clauses: every bound of docs/staffing.md, exactly.
import type { StaffingBound, StaffingProblem } from "../../domain/staffing.ts";
import type { Cnf } from "../sat/cnf.ts";
import { indices } from "../subproblem.ts";
import { Choices } from "./choices.ts";
import { addFew } from "./few.ts";
import { addOneTeam, addTogether } from "./groups.ts";
import { addMany } from "./many.ts";
import { addRising, addUnrelated } from "./pairs.ts";
import { shareInTurn } from "./sharing.ts";
import { subsets } from "./subsets.ts";

/** `guards`: by constraint, a literal that switches it off; none: all hold. */
export function encode(cnf: Cnf, problem: StaffingProblem, guards: readonly number[] = []): Choices {
  const choices = new Choices(cnf, problem);
  for (const [a, b] of seatsOfOneStep(problem)) cnf.add(-choices.person.isSame(a, b));
  for (const [at, bound] of problem.constraints.entries())
    cnf.guarded(guards[at] ?? 0, () => add(choices, bound));
  // Implied, but found far sooner when said.
  shareInTurn(cnf, choices.person, indices(problem.slots));
  return choices;
}

/** Pairs of slots that never go to the same person, whatever the constraints. */
export function seatsOfOneStep(problem: StaffingProblem): [number, number][] {
  const bySteps = new Map<string, number[]>();
  for (const [slot, { stepId }] of problem.slots.entries())
    bySteps.set(stepId, [...(bySteps.get(stepId) ?? []), slot]);
  return [...bySteps.values()].flatMap((list) =>
    [...subsets(list, 2)].map(([a, b]): [number, number] => [a!, b!]),
  );
}

function add(choices: Choices, bound: StaffingBound): void {
  if (bound.type === "few") addFew(choices, bound);
  else if (bound.type === "together") addTogether(choices, bound);
  else if (bound.type === "many") addMany(choices, bound);
  else if (bound.type === "rising") addRising(choices, bound);
  else if (bound.type === "unrelated") addUnrelated(choices, bound);
  else addOneTeam(choices, bound);
}
