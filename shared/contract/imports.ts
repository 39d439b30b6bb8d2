// Calls that bring data in: offer files, say what they are, preview every row's verdict, commit as one change.
import { z } from "zod";
import { placeSchema } from "../domain/fault.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { grantSchema, receiptSchema } from "./receipt.ts";
import { changeSchema, kindSchema, writtenSchema } from "./sheets.ts";

/** added: new row; same: already there; changed: corrects a row in force; rejected: needs mending. */
export const verdicts = ["added", "changed", "same", "rejected"] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

/** Everything one office table offers, before its rows are read against the workbook. */
export const offeredSheetSchema = z.object({
  index: z.number().int(),
  file: z.string(),
  sheet: z.string(),
  /** The sheet kind guessed from name and headers; null: nothing fits (an event log, perhaps). */
  kind: kindSchema.nullable(),
  headerRow: z.number().int().nullable(),
  columns: z.array(z.object({ header: z.string(), key: z.string().nullable() })),
  missing: z.array(z.string()),
  rows: z.number().int(),
  sample: z.array(z.array(z.string())),
  problem: textSchema.nullable(),
});
export type OfferedSheet = z.infer<typeof offeredSheetSchema>;
export const offerSchema = z.object({ id: z.string(), sheets: z.array(offeredSheetSchema) });
export type Offer = z.infer<typeof offerSchema>;

export const previewRowSchema = z.object({
  kind: kindSchema,
  /** 1-based row as the office program shows it. */
  row: z.number().int(),
  sheet: z.string(),
  verdict: verdictSchema,
  /** The cells as they stand in the file, by column key. */
  cells: z.record(z.string(), z.string()),
  /** What was read differently from what stands there: column key → value kept. */
  corrected: z.record(z.string(), z.string()),
  /** Of a change, by column key: what stands on record and what would take its place, in the words of a file; "" for nothing. */
  replaced: z.record(z.string(), z.object({ was: z.string(), becomes: z.string() })),
  problems: z.array(z.object({ column: z.string(), value: z.string(), message: textSchema })),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;
export const previewSchema = z.object({
  id: z.string(),
  kinds: z.array(
    z.object({
      kind: kindSchema,
      added: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      rejected: z.number().int(),
      corrected: z.number().int(),
    }),
  ),
  /** Sheets that could not be read at all. */
  faults: z.array(z.object({ message: textSchema, where: placeSchema.optional() })),
  /** Rows of a log whose time or person could not be read: counted, said, not rejected. */
  warnings: z.array(textSchema),
});
export type Preview = z.infer<typeof previewSchema>;

export const logMappingSchema = z.object({
  caseColumn: z.string(),
  activityColumn: z.string(),
  personColumn: z.string(),
  timeColumn: z.string(),
  amountColumn: z.string().nullable().default(null),
  supplierColumn: z.string().nullable().default(null),
  /** Rows kept: every pair must hold. */
  where: z.array(z.object({ column: z.string(), value: z.string() })).default([]),
  /** Words that name nobody; an empty cell always does. */
  nobody: z.array(z.string()).default([]),
  /** Activity → duty code; an activity that is not listed is its own duty. */
  duties: z.record(z.string(), z.string()).default({}),
  /** People that only the log knows are added as such; otherwise their rows are rejected. */
  addPeople: z.boolean().default(true),
  matterName: z.string().default(""),
});
export type LogMapping = z.infer<typeof logMappingSchema>;
export const activitySchema = z.object({
  activity: z.string(),
  rows: z.number().int(),
  cases: z.number().int(),
  people: z.number().int(),
});

const needs = ["configurator", "scheduler"] as const;
export const imports = {
  /** Looks into files (csv, xlsx, xes) that a door has granted. */
  open: write({
    needs,
    isLong: true,
    input: z.object({ grants: z.array(grantSchema).min(1).max(40) }),
    output: offerSchema,
  }),
  /** The same for tables at hand: pasted from a spreadsheet, or generated. */
  offer: write({
    needs,
    isLong: true,
    input: z.object({
      tables: z.array(
        z.object({
          name: z.string(),
          kind: kindSchema.nullable(),
          header: z.array(z.string()),
          rows: z.array(z.array(z.string())),
        }),
      ),
    }),
    output: offerSchema,
  }),
  preview: write({
    needs,
    isLong: true,
    input: z.object({
      id: z.string(),
      /** Which kind each offered sheet is; sheets that are not listed keep the guess, null leaves one out. */
      kinds: z.array(z.object({ index: z.number().int(), kind: kindSchema.nullable() })).default([]),
    }),
    output: previewSchema,
  }),
  activities: read({
    needs,
    isLong: true,
    input: z.object({ id: z.string(), index: z.number().int(), mapping: logMappingSchema }),
    output: z.object({
      activities: z.array(activitySchema),
      rows: z.number().int(),
      warnings: z.array(textSchema),
    }),
  }),
  previewLog: write({
    needs,
    isLong: true,
    input: z.object({ id: z.string(), index: z.number().int(), mapping: logMappingSchema }),
    output: previewSchema,
  }),
  rows: read({
    needs,
    input: z.object({
      id: z.string(),
      kind: kindSchema.nullable().default(null),
      verdict: verdictSchema.nullable().default(null),
      onlyCorrected: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5000).default(500),
    }),
    output: z.object({ rows: z.array(previewRowSchema), total: z.number().int() }),
  }),
  /**
   * Rows of governed sheets may go into a draft (both `change` and `draft` where others came along); `refused` where
   * other rows refer to rows that would only be in the draft.
   */
  commit: write({
    needs,
    isLong: true,
    input: z.object({ id: z.string() }),
    output: writtenSchema.extend({
      added: z.number(),
      changed: z.number(),
      same: z.number(),
      rejected: z.number(),
    }),
  }),
  saveRejects: write({
    needs,
    input: z.object({ id: z.string(), grant: grantSchema }),
    output: receiptSchema,
  }),
  discard: write({ needs, input: z.object({ id: z.string() }), output: z.object({}) }),
  /** An empty workbook with one sheet a kind, the order of import said on its first page. */
  template: write({ needs: "anyone", input: z.object({ grant: grantSchema }), output: receiptSchema }),
  profiles: read({
    needs,
    input: z.object({}),
    output: z.object({ profiles: z.array(z.object({ name: z.string(), mapping: logMappingSchema })) }),
  }),
  saveProfile: write({
    needs,
    input: z.object({ name: z.string().trim().min(1).max(60), mapping: logMappingSchema }),
    output: z.object({ change: changeSchema }),
  }),
};
