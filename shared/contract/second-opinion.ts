// The outcome of checking a second time, in SQL: which rules were, which were not and why, and every disagreement.
import { z } from "zod";
import { textSchema } from "../domain/text.ts";
import { daySchema } from "./receipt.ts";

/** One conflict that only one side finds (the other's day is null), or that the two complete on different days. */
export const defectSchema = z.object({
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  title: textSchema,
  groupKey: z.string(),
  subject: z.string(),
  anchor: z.string(),
  /** Case number, person and whatever else group and subject name, as people know them. */
  about: z.string(),
  engineDay: daySchema.nullable(),
  sqlDay: daySchema.nullable(),
});
export type Defect = z.infer<typeof defectSchema>;

export const secondOpinionSchema = z.object({
  at: z.number(),
  today: daySchema,
  /** Rules in use; `twice` of them were checked in SQL too, the others are in `once`. */
  rules: z.number().int(),
  twice: z.number().int(),
  once: z.array(z.object({ ruleId: z.string(), title: textSchema, reason: textSchema })),
  /** Conflicts of the rules checked twice, as the check stored them. */
  conflicts: z.number().int(),
  /** Disagreements in all, and the rules that they concern. */
  disagreements: z.number().int(),
  disputed: z.array(z.string()),
  /** The first thousand of them. */
  defects: z.array(defectSchema),
});
export type SecondOpinion = z.infer<typeof secondOpinionSchema>;
