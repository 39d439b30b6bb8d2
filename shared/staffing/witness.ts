// Can it be staffed? A witness that keeps every bound, the proof that there is none, or "undecided" at the end of the budget.
import type { StaffingAnswer, StaffingProblem } from "../domain/staffing.ts";
import type { Budget } from "./budget.ts";
import { encode } from "./encode/encode.ts";
import { cdcl } from "./sat/cdcl.ts";
import { Cnf } from "./sat/cnf.ts";
import type { Sat } from "./sat/sat.ts";

export function findWitness(problem: StaffingProblem, budget: Budget, sat: Sat = cdcl): StaffingAnswer {
  if (problem.allowed.some((list) => list.length === 0)) return { status: "impossible" };
  if (budget.left <= 0) return { status: "undecided" };
  const cnf = new Cnf();
  const choices = encode(cnf, problem);
  const answer = sat.solve(cnf.formula(), budget);
  if (answer.status === "satisfiable") return { status: "staffed", witness: choices.witness(answer.model) };
  return { status: answer.status === "unsatisfiable" ? "impossible" : "undecided" };
}
