// What is shown after a file has been written: proof of exactly which bytes.
import { z } from "zod";
import { isDay } from "../domain/day.ts";

export const receiptSchema = z.object({
  /** File name for people; `path` is filled for the command line alone, windows never see one. */
  fileName: z.string(),
  path: z.string().nullable(),
  bytes: z.number().int(),
  sha256: z.string(),
  rows: z.number().int().nullable(),
  /** Journal head that the content stands on; null where no workbook is open. */
  journalHead: z.string().nullable(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const grantSchema = z.string().min(1).max(100);
/** A day that exists. */
export const daySchema = z.string().refine(isDay, { error: "YYYY-MM-DD" });
