// English: Approvals.
import type { approvals as zh } from "../zh/approvals.ts";

export const approvals: typeof zh = {
  title: "Approvals",
};
