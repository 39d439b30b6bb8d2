// Calls of the rule studio: one rule with its versions, what a draft would find, new rules, rules out of use.
import { z } from "zod";
import { ruleSchema } from "../domain/rule.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { conflictRowSchema, kindOfRuleSchema } from "./conflicts.ts";
import { ruleRowSchema } from "./rules.ts";
import { writtenSchema } from "./sheets.ts";

const readers = ["auditor", "configurator", "reviewer", "scheduler"] as const;
const otherRuleSchema = z.object({ id: z.string(), title: textSchema });
const storySchema = z.object({ story: z.array(textSchema) });

export const versionSchema = z.object({
  version: z.number().int(),
  /** As it stands now; its last wording where it is no longer in use. */
  rule: ruleSchema,
  isInUse: z.boolean(),
  recordedAt: z.number(),
  recordedBy: z.string(),
});

/** Conflicts by identity, those of one rule; at most five of them as rows. */
const someSchema = z.object({ count: z.number().int(), rows: z.array(conflictRowSchema) });
const outcomeSchema = z.object({ count: z.number().int(), added: someSchema, spared: someSchema });
export const previewSchema = z.object({
  /** Found by the versions in use, as of today. */
  now: z.number().int(),
  /** The gravest few of these. */
  standing: z.array(conflictRowSchema),
  /** Had the draft stood in place of the newest version all along: over the whole log. */
  log: outcomeSchema,
  /** What the next check stores once the draft is saved as it is, with its days. */
  saved: outcomeSchema,
  /** Why the draft could not be applied to this log. */
  notApplicable: textSchema.nullable(),
  /** The rule in use that judges for the draft; it finds nothing of its own then. */
  judgedBy: otherRuleSchema.nullable(),
  /** The draft's cases that only their end can judge. */
  notYetJudged: z.number().int(),
  approvals: z.number().int(),
  /** Milliseconds that judging the draft took, indexing left out. */
  took: z.number(),
  /** Facts that break the draft, and facts that just keep it; null where no short story does. */
  example: storySchema.nullable(),
  counterExample: storySchema.nullable(),
});
export type Preview = z.infer<typeof previewSchema>;

export const studio = {
  open: read({
    needs: readers,
    input: z.object({ id: z.string() }),
    output: z.object({
      row: ruleRowSchema,
      isInUse: z.boolean(),
      /** Newest first. */
      versions: z.array(versionSchema),
      /** The rule as its starter pack has it; null for the unit's own. */
      starter: ruleSchema.nullable(),
      judgedBy: otherRuleSchema.nullable(),
      /** Rules in use that leave their judging to this one. */
      judgesFor: z.array(otherRuleSchema),
    }),
  }),
  /** Rules that were taken out of use, and starter rules that are not in it. */
  stopped: read({ needs: readers, input: z.object({}), output: z.object({ rules: z.array(ruleRowSchema) }) }),
  /** A new rule of the unit's own under a free id: of a kind, or as another rule reads. Nothing is written. */
  start: read({
    needs: readers,
    input: z.union([z.object({ kind: kindOfRuleSchema }), z.object({ copyOf: z.string() })]),
    output: z.object({ rule: ruleSchema }),
  }),
  preview: read({ needs: readers, input: z.object({ rule: ruleSchema }), output: previewSchema }),
  /** Takes a stopped rule into use again, as it last stood. */
  resume: write({
    needs: ["configurator"],
    input: z.object({ id: z.string() }),
    output: writtenSchema,
  }),
};
