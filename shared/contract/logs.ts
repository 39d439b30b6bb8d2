// A log by itself, without a workbook: which cases have two duties, and in which one person did both.
import { z } from "zod";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
import { logMappingSchema } from "./imports.ts";
import { grantSchema } from "./receipt.ts";

export const logAnswerSchema = z.object({
  rows: z.number().int(),
  cases: z.number().int(),
  rules: z.array(
    z.object({
      duties: z.tuple([z.string(), z.string()]),
      casesWithBoth: z.number().int(),
      casesInConflict: z.number().int(),
    }),
  ),
  /** `approvals` are 1-based record numbers after the header. */
  conflicts: z.array(
    z.object({
      case: z.string(),
      person: z.string(),
      duties: z.array(z.string()),
      approvals: z.array(z.number().int()),
    }),
  ),
  warnings: z.array(textSchema),
});
export type LogAnswer = z.infer<typeof logAnswerSchema>;

export const logs = {
  check: read({
    needs: "anyone",
    isLong: true,
    input: z.object({
      grant: grantSchema,
      mapping: logMappingSchema,
      pairs: z
        .array(z.tuple([z.string(), z.string()]))
        .min(1)
        .max(500),
      timeZone: z.string().default("Asia/Shanghai"),
    }),
    output: logAnswerSchema,
  }),
};
