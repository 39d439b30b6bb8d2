// Calls about versions of rules: what a file or the program's own packs would change, with its effect; the health of the rules.
import { z } from "zod";
import { ruleSchema } from "../domain/rule.ts";
import { hygieneTypes } from "../domain/rule-hygiene.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { grantSchema, receiptSchema } from "./receipt.ts";
import { writtenSchema } from "./sheets.ts";

const readers = ["auditor", "configurator", "reviewer", "scheduler"] as const;

export const ruleProblemSchema = z.object({
  file: z.string(),
  /** The sheet's name; of a JSON file the rule's id or place. */
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string(),
  value: z.string(),
  /** What was expected and what to do. */
  reason: textSchema,
});
export type RuleProblem = z.infer<typeof ruleProblemSchema>;
const effectSchema = z.object({
  /** Of today's conflicts: how many would appear, how many vanish, by identity. */
  appear: z.number().int(),
  vanish: z.number().int(),
});
export const ruleDifferenceSchema = z.object({
  ruleId: z.string(),
  change: z.enum(["added", "changed", "removed"]),
  title: textSchema,
  /** The newest version in use, and the newest that accepting adds. */
  before: ruleSchema.nullable(),
  after: ruleSchema.nullable(),
  fields: z.array(z.object({ name: textSchema, before: textSchema, after: textSchema })),
  effect: effectSchema,
  /** The unit has taken this rule out of use before. */
  isStopped: z.boolean(),
  /** The unit has changed this rule: accepting puts the offered one in its place. */
  isAdapted: z.boolean(),
  /** The workbook has never held this content. */
  isNews: z.boolean(),
});
export type RuleDifference = z.infer<typeof ruleDifferenceSchema>;

export const hygieneFindingSchema = z.object({
  type: z.enum(hygieneTypes),
  rules: z.array(z.object({ id: z.string(), title: textSchema })),
  matters: z.array(z.object({ id: z.string(), name: z.string() })),
  /** One sentence: what is so, and why. */
  sentence: textSchema,
  /** What to do about it. */
  advice: textSchema,
  /** Contradictions: no smaller set of rules in use contradicts itself in the same way; proved by trying all of them. */
  isSmallest: z.boolean(),
});
export type HygieneFinding = z.infer<typeof hygieneFindingSchema>;

export const packs = {
  /** What the packs of this program have that the workbook has never held; no effect is computed. */
  news: read({
    needs: readers,
    input: z.object({}),
    output: z.object({ added: z.number().int(), changed: z.number().int(), withdrawn: z.number().int() }),
  }),
  /** Writes nothing. Keep `id` to accept some of it; a later comparison of the same window ends it. */
  compare: read({
    needs: readers,
    isLong: true,
    input: z.object({
      source: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("built-in") }),
        z.object({ kind: z.literal("file"), grant: grantSchema }),
      ]),
    }),
    output: z.object({
      id: z.string(),
      name: textSchema,
      /** Not empty: nothing of the file can be accepted until its rows are mended. */
      problems: z.array(ruleProblemSchema),
      /** Sheets that are no table of rules. */
      passedOver: z.array(z.string()),
      counts: z.object({
        added: z.number().int(),
        changed: z.number().int(),
        removed: z.number().int(),
        same: z.number().int(),
      }),
      total: effectSchema,
      /** By rule id; those that are the same are only counted. */
      differences: z.array(ruleDifferenceSchema),
    }),
  }),
  /** Takes the rules named of that comparison, as one change. */
  accept: write({
    needs: ["configurator"],
    input: z.object({ id: z.string(), ruleIds: z.array(z.string()).min(1) }),
    output: writtenSchema.extend({ accepted: z.number().int() }),
  }),
  /** All rules in use: as JSON to a path that ends so, else as a workbook to edit. */
  export: write({
    needs: readers,
    input: z.object({ grant: grantSchema, language: z.enum(["zh", "en"]) }),
    output: receiptSchema,
  }),
  /** Rules against each other and against the facts: contradictory, redundant, never firing; what no rule covers. */
  hygiene: read({
    needs: readers,
    input: z.object({}),
    output: z.object({
      rules: z.number().int(),
      findings: z.array(hygieneFindingSchema),
    }),
  }),
};
