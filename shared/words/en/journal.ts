// English: Journal.
import type { journal as zh } from "../zh/journal.ts";

export const journal: typeof zh = {
  title: "Journal",
};
