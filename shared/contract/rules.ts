// Calls about rules: the packs in use, one rule with its example, own rules, import and export.
import { z } from "zod";
import { ruleSchema } from "../domain/rule.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { grantSchema } from "./receipt.ts";
import { writtenSchema } from "./sheets.ts";

export const ruleRowSchema = z.object({
  rule: ruleSchema,
  /** Pack id with version, or "own". */
  pack: z.string(),
  openConflicts: z.number().int(),
  /** Why it could not be applied in the last check. */
  notApplicable: textSchema.nullable(),
});
export type RuleRow = z.infer<typeof ruleRowSchema>;
const readers = ["auditor", "configurator", "reviewer", "scheduler"] as const;
export const rules = {
  list: read({ needs: readers, input: z.object({}), output: z.object({ rules: z.array(ruleRowSchema) }) }),
  show: read({
    needs: readers,
    input: z.object({ id: z.string() }),
    output: z.object({
      row: ruleRowSchema,
      /** A worked example and a counter-example, told in sentences. */
      example: z.object({ story: z.array(textSchema), finds: z.boolean() }).nullable(),
      counterExample: z.object({ story: z.array(textSchema), finds: z.boolean() }).nullable(),
    }),
  }),
  /** "These two must not be the same person" in one case: one separate-duties rule a pair, marked 本单位规定. */
  savePairs: write({
    needs: ["configurator"],
    input: z.object({
      pairs: z
        .array(z.object({ first: z.string(), second: z.string() }))
        .min(1)
        .max(200),
    }),
    output: writtenSchema.extend({
      pairs: z.array(
        z.object({
          ruleId: z.string(),
          first: z.string(),
          second: z.string(),
          casesWithBoth: z.number().int(),
          casesInConflict: z.number().int(),
        }),
      ),
    }),
  }),
  /** Adds a new version of a rule: from its first day on, the older one ending there; without a day in place of the older. */
  save: write({
    needs: ["configurator"],
    input: z.object({ rule: ruleSchema }),
    output: writtenSchema,
  }),
  remove: write({
    needs: ["configurator"],
    input: z.object({ id: z.string() }),
    output: writtenSchema,
  }),
  import: write({
    needs: ["configurator"],
    input: z.object({ grant: grantSchema }),
    output: writtenSchema.extend({ added: z.number().int(), same: z.number().int() }),
  }),
};
