// Calls of the design check, part of the matrix namespace: what edits would do to the findings of a day.
import { z } from "zod";
import { evidenceSchema, severities } from "../domain/conflict.ts";
import { editSchema } from "../domain/edit.ts";
import { citationSchema } from "../domain/rule.ts";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";

export const designFindingSchema = z.object({
  /** conflict: people could breach a rule; gap: nobody can act; ladder: amounts uncovered or twice covered; docs/rules/design.md. */
  type: z.enum(["conflict", "gap", "ladder", "sole-holder", "expiry", "split-reach"]),
  /** The same before and after the rows that prove it are replaced; findings of two versions of a rule share it. */
  key: z.string(),
  ruleId: z.string().nullable(),
  /** The rule's, else the norm behind findings of this type. */
  citation: citationSchema.nullable(),
  severity: z.enum(severities),
  matterId: z.string().nullable(),
  stepIds: z.array(z.string()),
  postIds: z.array(z.string()),
  personIds: z.array(z.string()),
  authorityIds: z.array(z.string()),
  /** Members of the rule's set that clash. */
  duties: z.array(z.string()),
  /** Of a ladder: the spans in fen that are uncovered or twice covered; of a split reach: the tier. */
  amounts: z.array(z.object({ over: z.number().int().nullable(), upTo: z.number().int().nullable() })),
  /** Of an expiry: the first day without it. */
  until: daySchema.nullable(),
  /** The rows that prove it. */
  evidence: z.array(evidenceSchema),
  sentence: textSchema,
});
export type DesignFinding = z.infer<typeof designFindingSchema>;

/** What edits would do to the findings of a day; nothing is written. */
export const previewSchema = z.object({
  /** The journal head that it was worked out on. */
  headSeq: z.number().int(),
  appearing: z.array(designFindingSchema),
  vanishing: z.array(designFindingSchema),
  /** Findings before and after. */
  remaining: z.number().int(),
});
export type MatrixPreview = z.infer<typeof previewSchema>;

export const proposalSchema = z.object({
  /** Ready for a draft on the day asked. */
  edits: z.array(editSchema),
  /** One line an edit, in the same order. */
  lines: z.array(textSchema),
  weight: z.number().int(),
  /** Proved: nothing lighter among the options of docs/rules/design.md repairs the same. */
  isLeast: z.boolean(),
  /** Who holds something by a row that changes. */
  people: z.array(personNameSchema),
  /** A check of the whole with the edits: never a conflict or a gap that was not there. */
  appearing: z.array(designFindingSchema),
  vanishing: z.array(designFindingSchema),
});
export const repairAnswerSchema = z.object({
  headSeq: z.number().int(),
  /** Lightest first. */
  proposals: z.array(proposalSchema),
  /** Proved: nothing repairs these without making something else worse. */
  beyond: z.array(designFindingSchema),
  /** The work ran out before anything was found. */
  undecided: z.array(designFindingSchema),
  /** Sets of changes tried. */
  work: z.number().int(),
});
export type RepairAnswer = z.infer<typeof repairAnswerSchema>;

const readers = ["configurator", "reviewer", "auditor", "scheduler"] as const;

export const designCalls = {
  /**
   * Asked while somebody types: the findings that these edits would make appear and vanish on the day, on today's head.
   * Values are taken as they are: rows that refer to nothing do nothing.
   */
  preview: read({
    needs: readers,
    input: z.object({ day: daySchema, edits: z.array(editSchema) }),
    output: previewSchema,
  }),
  /**
   * Least-change repair of potential conflicts of the day: those with these keys, else those of the matter, else all.
   * Nothing is written: the edits of a proposal are for a draft (`changes.start`). Fault `refused`: stopped.
   */
  repair: read({
    needs: readers,
    isLong: true,
    input: z.object({
      day: daySchema,
      matterId: z.string().nullable().default(null),
      keys: z.array(z.string()).nullable().default(null),
      most: z.number().int().min(1).max(8).default(4),
      /** Sets of changes tried; where they do not suffice, a greedy descent comes on top. */
      budget: z.number().int().min(1).max(100_000).default(1000),
    }),
    output: repairAnswerSchema,
  }),
};
