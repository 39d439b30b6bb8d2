// Can it be staffed? A witness that keeps every bound, the proof that there is none, or "undecided" at the end of the budget.
import type { StaffingAnswer, StaffingProblem } from "../domain/staffing.ts";
import { type Budget, share } from "./budget.ts";
import { encode } from "./encode/encode.ts";
import { findByPattern, treatsAllAlike } from "./pattern.ts";
import { cdcl } from "./sat/cdcl.ts";
import { Cnf } from "./sat/cnf.ts";
import type { Sat } from "./sat/sat.ts";

/** Patterns first where they apply, then who does what; `sat` solves the latter. */
export function findWitness(problem: StaffingProblem, budget: Budget, sat: Sat = cdcl): StaffingAnswer {
  if (problem.allowed.some((list) => list.length === 0)) return { status: "impossible" };
  if (budget.left <= 0) return { status: "undecided" };
  if (treatsAllAlike(problem)) {
    const answer = share(budget, Math.min(1, patternWork(problem) / budget.left), (own) =>
      findByPattern(problem, own),
    );
    if (answer.status !== "undecided") return answer;
  }
  return findByChoices(problem, budget, sat);
}

/** Patterns are worth about as much work as it takes to write down who does what. */
function patternWork({ allowed, slots }: StaffingProblem): number {
  const choices = allowed.reduce((sum, list) => sum + list.length, 0);
  return 100_000 + 10 * choices * slots.length;
}

/** Who does what, in clauses: for any bound. */
export function findByChoices(problem: StaffingProblem, budget: Budget, sat: Sat = cdcl): StaffingAnswer {
  const cnf = new Cnf();
  const choices = encode(cnf, problem);
  const answer = sat.solve(cnf.formula(), budget);
  if (answer.status === "satisfiable") return { status: "staffed", witness: choices.witness(answer.model) };
  return { status: answer.status === "unsatisfiable" ? "impossible" : "undecided" };
}
