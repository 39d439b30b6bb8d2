// What staffing asks of a solver for clauses: our own (`cdcl.ts`), or any other that is passed in.
import type { Budget } from "../budget.ts";

/** Clauses as in DIMACS: variables from 1, a negative literal is "not", each clause ends with 0. */
export interface Formula {
  readonly variables: number;
  readonly literals: Int32Array;
}
export type SatAnswer =
  /** By variable, from 1: 1 is true. */
  | { readonly status: "satisfiable"; readonly model: Uint8Array }
  | { readonly status: "unsatisfiable" }
  /** The budget of work ran out. */
  | { readonly status: "undecided" };

export interface Sat {
  /** Takes what it did from the budget. */
  solve(formula: Formula, budget: Budget): SatAnswer;
}
