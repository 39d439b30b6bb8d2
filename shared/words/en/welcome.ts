// English: Workbook.
import type { welcome as zh } from "../zh/welcome.ts";

export const welcome: typeof zh = {
  title: "Workbook",
};
