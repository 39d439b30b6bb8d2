// Calls about the journal: read it, verify its chain, undo a change by a new entry.
import { z } from "zod";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { writtenSchema } from "./sheets.ts";

export const journalEntrySchema = z.object({
  seq: z.number().int(),
  at: z.number(),
  actor: z.string(),
  role: z.string(),
  action: z.string(),
  /** One line for people. */
  summary: textSchema,
  /** Rows added, corrected or ended by it. */
  rows: z.number().int(),
  hash: z.string(),
  undoOf: z.number().int().nullable(),
  undoneBy: z.number().int().nullable(),
  /** Of governed rows and rules: none: one person's change; checked: maker and checker are named; null: not governed. */
  secondPerson: z.enum(["none", "checked"]).nullable(),
  canUndo: z.boolean(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

export const journal = {
  list: read({
    needs: ["auditor", "audit-admin", "configurator", "scheduler", "reviewer"],
    input: z.object({
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ entries: z.array(journalEntrySchema), total: z.number().int() }),
  }),
  verify: read({
    needs: ["auditor", "audit-admin"],
    isLong: true,
    input: z.object({}),
    output: z.object({
      entries: z.number().int(),
      head: z.string(),
      /** The first entry whose hash or link does not hold; null when all hold. */
      brokenAt: z.number().int().nullable(),
      message: textSchema,
    }),
  }),
  /** By whoever may do what the entry did. Of an approved set, and of governed rows where somebody else is a reviewer: begins the inverse draft. */
  undo: write({
    needs: ["configurator", "scheduler", "reviewer", "auditor"],
    input: z.object({ seq: z.number().int() }),
    output: writtenSchema,
  }),
};
