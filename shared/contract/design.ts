// Calls of the design check, part of the matrix namespace: what edits would do to the findings of a day.
import { z } from "zod";
import { evidenceSchema, severities } from "../domain/conflict.ts";
import { editSchema } from "../domain/edit.ts";
import { citationSchema } from "../domain/rule.ts";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
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
};
