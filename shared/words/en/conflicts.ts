// English: Conflicts.
import type { conflicts as zh } from "../zh/conflicts.ts";

export const conflicts: typeof zh = {
  title: "Conflicts",
};
