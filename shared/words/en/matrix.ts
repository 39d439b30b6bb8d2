// English: Matrix.
import type { matrix as zh } from "../zh/matrix.ts";

export const matrix: typeof zh = {
  title: "Matrix",
};
