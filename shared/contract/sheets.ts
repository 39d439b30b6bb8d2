// Calls about rows of any sheet: list as of a day, save, end, remove; each write is one journalled change.
import { z } from "zod";
import { cellSchema, sheetKindSchema } from "../domain/edit.ts";
import { read, write } from "./call.ts";
import { daySchema } from "./receipt.ts";

export const kindSchema = sheetKindSchema;

export { type Cell, cellSchema } from "../domain/edit.ts";
/**
 * One row: `values` by column key (money fen, days half-open, references as ids);
 * `labels` by column key for reference columns: code and name for people to read.
 */
export const sheetRowSchema = z.object({
  id: z.string(),
  values: z.record(z.string(), cellSchema),
  labels: z.record(z.string(), z.object({ code: z.string(), name: z.string() })),
});
export type SheetRow = z.infer<typeof sheetRowSchema>;
export const changeSchema = z.object({ seq: z.number().int() });
/** The draft that took an edit of governed rows or rules, because somebody else must approve it. */
export const takenDraftSchema = z.object({ id: z.string(), number: z.string() });
/** What became of it: a change, or (`change` null) a place in a draft that somebody else must approve. */
export const writtenSchema = z.object({
  change: changeSchema.nullable(),
  draft: takenDraftSchema.nullable(),
});

export const sheets = {
  list: read({
    needs: ["configurator", "reviewer", "scheduler", "auditor"],
    input: z.object({
      kind: kindSchema,
      /** Only rows in force that day; null: all rows, past and coming. */
      day: daySchema.nullable().default(null),
      /** As the workbook stood at the end of that day; null: as now known. */
      knownOn: daySchema.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(50_000).default(50_000),
    }),
    output: z.object({ rows: z.array(sheetRowSchema), total: z.number().int() }),
  }),
  /** Adds (id null) or corrects a row; values by column key. Fault `invalid` names the column. Governed rows may go into a draft. */
  save: write({
    needs: ["configurator", "scheduler"],
    input: z.object({
      kind: kindSchema,
      id: z.string().nullable(),
      values: z.record(z.string(), cellSchema),
    }),
    output: writtenSchema.extend({ id: z.string() }),
  }),
  /** Sets the half-open end of a row with a period. */
  end: write({
    needs: ["configurator", "scheduler"],
    input: z.object({
      kind: kindSchema,
      id: z.string(),
      until: daySchema,
      /** Why it ends before its time; kept with a delegation, and in the journal with any other row. */
      reason: z.string().trim().max(500).nullable().default(null),
    }),
    output: writtenSchema,
  }),
  /** Takes a mistaken row out of force; refused while others refer to it. */
  remove: write({
    needs: ["configurator", "scheduler"],
    input: z.object({ kind: kindSchema, id: z.string() }),
    output: writtenSchema,
  }),
};
