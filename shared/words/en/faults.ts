// English: Faults.
import type { faults as zh } from "../zh/faults.ts";

export const faults: typeof zh = {
  title: "Faults",
};
