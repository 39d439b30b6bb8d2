// Which constraints to give up, at least weight, so that there is a witness: small-unit mode.
import type { StaffingProblem, Witness } from "../domain/staffing.ts";
import type { Budget } from "./budget.ts";
import { encode } from "./encode/encode.ts";
import { evaluate } from "./evaluate.ts";
import { cdcl } from "./sat/cdcl.ts";
import { Cnf } from "./sat/cnf.ts";
import type { Sat } from "./sat/sat.ts";

export interface Join {
  /** Constraints to give up, ascending; with a witness that keeps all the others. */
  readonly constraints: readonly number[];
  readonly witness: Witness;
  /** Their weights added up. */
  readonly weight: number;
  /** True where it is proved that less does not suffice. */
  readonly isProved: boolean;
}
export type JoinAnswer =
  | ({ readonly status: "found" } & Join)
  /** Some slot has nobody, or a step has fewer people than seats: no rule is in the way. */
  | { readonly status: "impossible" }
  | { readonly status: "undecided" };

export function findJoin(problem: StaffingProblem, budget: Budget, sat: Sat = cdcl): JoinAnswer {
  const weights = problem.constraints.map((it) => it.weight);
  let best: Omit<Join, "isProved"> | null = null;
  for (;;) {
    const cnf = new Cnf();
    const guards = problem.constraints.map(() => cnf.variable());
    const choices = encode(cnf, problem, guards);
    if (best) {
      if (best.weight === 0) return { status: "found", ...best, isProved: true };
      cnf.atMostWeight(guards, weights, best.weight - 1);
    }
    const answer = sat.solve(cnf.formula(), budget);
    if (answer.status !== "satisfiable") {
      const isProved = answer.status === "unsatisfiable";
      if (best) return { status: "found", ...best, isProved };
      return { status: isProved ? "impossible" : "undecided" };
    }
    const witness = choices.witness(answer.model);
    const constraints = evaluate(problem, witness).broken;
    best = { constraints, witness, weight: constraints.reduce((sum, it) => sum + weights[it]!, 0) };
  }
}
