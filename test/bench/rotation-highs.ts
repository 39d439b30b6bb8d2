// HiGHS (WebAssembly, MIT) as the solver of the relaxation.
import loadHighs from "highs";
import type { ModelAnswer, ModelSolver } from "./rotation-exact/solver.ts";

/** A fresh instance: a solve that ran out of time or memory leaves nothing behind. */
export async function highsSolver(): Promise<ModelSolver> {
  const highs = await loadHighs();
  return (model, seconds): ModelAnswer => {
    const columns = model.columns.length;
    if (columns === 0) {
      const isShort = model.rows.some((row) => (row.least ?? 0) > 0 || (row.most ?? 0) < 0);
      return isShort
        ? { status: "infeasible", bound: null, values: null }
        : { status: "optimal", bound: 0, values: [] };
    }
    const starts = new Int32Array(model.rows.length + 1);
    const indices: number[] = [];
    const values: number[] = [];
    model.rows.forEach((row, at) => {
      indices.push(...row.columns);
      values.push(...row.coefficients);
      starts[at + 1] = indices.length;
    });
    const data = {
      numCols: columns,
      numRows: model.rows.length,
      colCost: Float64Array.from(model.costs),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns).fill(1),
      rowLower: Float64Array.from(model.rows, (row) => row.least ?? -highs.infinity),
      rowUpper: Float64Array.from(model.rows, (row) => row.most ?? highs.infinity),
      matrix: {
        format: "csr" as const,
        numRows: model.rows.length,
        numCols: columns,
        starts,
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
      integrality: new Int32Array(columns).fill(highs.constants.variableType.integer),
    };
    return highs.withModel(data, (solver): ModelAnswer => {
      solver.options.set({ output_flag: false, time_limit: seconds });
      solver.run();
      const status = solver.getModelStatus();
      const known = highs.constants.modelStatus;
      if (status === known.infeasible) return { status: "infeasible", bound: null, values: null };
      const bound = solver.info.get("mip_dual_bound");
      const proved = typeof bound === "number" && Number.isFinite(bound) ? Math.ceil(bound - 1e-6) : null;
      const isFeasible = solver.info.get("primal_solution_status") === 2;
      const values = isFeasible ? [...solver.getSolution().colValue] : null;
      return { status: status === known.optimal ? "optimal" : "unknown", bound: proved, values };
    });
  };
}
