// What the rotation asks of a solver of linear 0-1 models; whoever has one passes it in.
import type { LinearModel } from "./model.ts";

export interface ModelAnswer {
  /** optimal: `bound` is the least cost; infeasible: no solution; unknown: `bound` is what was proved by then. */
  status: "optimal" | "infeasible" | "unknown";
  /** No solution costs less; null: nothing proved. */
  bound: number | null;
  /** By column, of the best solution found; null: none. */
  values: readonly number[] | null;
}
/** Stops after so many seconds. */
export type ModelSolver = (model: LinearModel, seconds: number) => ModelAnswer;
