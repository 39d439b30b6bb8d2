// Calls about the workbook itself: new, open, recent, sample, back up, restore, close.
import { z } from "zod";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { daySchema, grantSchema, receiptSchema } from "./receipt.ts";

export const checkSummarySchema = z.object({
  at: z.number(),
  today: daySchema,
  rules: z.number().int(),
  approvals: z.number().int(),
  conflicts: z.number().int(),
  notYetJudged: z.number().int(),
  notApplicable: z.array(z.object({ ruleId: z.string(), title: textSchema, reason: textSchema })),
  /** Rules that were not asked, and the one that judges in their place; none in summaries of earlier versions. */
  judgedElsewhere: z.array(z.object({ ruleId: z.string(), title: textSchema, by: z.string() })).default([]),
});
export type CheckSummary = z.infer<typeof checkSummarySchema>;

export const openWorkbookSchema = z.object({
  name: z.string(),
  unitName: z.string(),
  timeZone: z.string(),
  /** Why it cannot be written to, with the cure; null when it can. */
  readOnly: textSchema.nullable(),
  isSample: z.boolean(),
  /** Today in the workbook's zone. */
  today: daySchema,
  /** Rows in force by sheet kind. */
  counts: z.record(z.string(), z.number().int()),
  journalSeq: z.number().int(),
  journalHead: z.string(),
  lastCheck: checkSummarySchema.nullable(),
  /** Facts, rules or the day have changed since the last check. */
  isCheckStale: z.boolean(),
  openConflicts: z.number().int(),
});
export type OpenWorkbook = z.infer<typeof openWorkbookSchema>;
export const workbookStateSchema = z.object({
  open: openWorkbookSchema.nullable(),
  recent: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      folder: z.string(),
      openedAt: z.number(),
      isMissing: z.boolean(),
    }),
  ),
});
export type WorkbookState = z.infer<typeof workbookStateSchema>;

const needs = "anyone" as const;
export const workbook = {
  state: read({ needs, input: z.object({}), output: workbookStateSchema }),
  create: write({
    needs,
    input: z.object({ grant: grantSchema, unitName: z.string().trim().min(1).max(80), timeZone: z.string() }),
    output: workbookStateSchema,
  }),
  /** Makes a new workbook and fills it with the seeded sample unit. */
  sample: write({
    needs,
    isLong: true,
    input: z.object({
      grant: grantSchema.nullable(), // null: a file in the app's own folder
      seed: z.number().int().default(20260305),
      size: z.enum(["small", "city"]).default("city"),
      /** The sample's last day; null: today. */
      endsOn: daySchema.nullable().default(null),
    }),
    output: workbookStateSchema,
  }),
  /** `forReading`: nothing will be written here, and others may. */
  open: write({
    needs,
    input: z.object({ grant: grantSchema, forReading: z.boolean().default(false) }),
    output: workbookStateSchema,
  }),
  openRecent: write({ needs, input: z.object({ id: z.string() }), output: workbookStateSchema }),
  forgetRecent: write({ needs, input: z.object({ id: z.string() }), output: workbookStateSchema }),
  close: write({ needs, input: z.object({}), output: workbookStateSchema }),
  backup: write({
    needs: ["system-admin"],
    isLong: true,
    input: z.object({ grant: grantSchema }),
    output: receiptSchema,
  }),
  /** Copies a backup to a new file, checks it and opens it; the open workbook stays as it is. */
  restore: write({
    needs: ["system-admin"],
    isLong: true,
    input: z.object({ from: grantSchema, to: grantSchema }),
    output: workbookStateSchema,
  }),
};
