// Calls about why: the proof of a conflict, why there is none, what was passed over, and what a person says of a conflict.
import { z } from "zod";
import { evidenceKinds } from "../domain/conflict.ts";
import { textSchema } from "../domain/text.ts";
import { verdictStates } from "../domain/verdict.ts";
import { read, write } from "./call.ts";
import { conflictRowSchema } from "./conflicts.ts";
import { changeSchema } from "./sheets.ts";

export const proofSchema = z.object({
  /** The rule's version, why that one, each source as its mark allows. */
  rule: z.array(textSchema),
  /** The needed evidence in order, each with why it counts. */
  steps: z.array(
    z.object({
      kind: z.enum(evidenceKinds),
      id: z.string(),
      says: textSchema,
      because: z.array(textSchema),
      isNeeded: z.boolean(),
    }),
  ),
  /** What they show together, and how small the proof is. */
  end: z.array(textSchema),
  /** some: it stands by itself; none: it rests on what is not there; share: it is weighed against its group. */
  claim: z.enum(["some", "none", "share"]),
  /** Proved by trying every smaller set; else only irreducible. */
  isSmallest: z.boolean(),
});
export type Proof = z.infer<typeof proofSchema>;

export const whyNotSchema = z.object({
  ruleId: z.string(),
  title: textSchema.nullable(),
  version: z.number().int().nullable(),
  /** Exactly one of conflicts and reason is there. */
  conflicts: z.array(conflictRowSchema),
  reason: z.object({ code: z.string(), says: textSchema }).nullable(),
  judgedBy: z.string().nullable(),
  notes: z.array(textSchema),
});
export type WhyNot = z.infer<typeof whyNotSchema>;

const passedReasons = [
  "not-applicable",
  "judged-elsewhere",
  "not-yet-judged",
  "exempt",
  "below-threshold",
  "note-only",
  "set-aside",
  "closed-by-facts",
] as const;
export const passedSchema = z.object({
  reason: z.enum(passedReasons),
  count: z.number().int(),
  /** At most as many lines as are of use; `count` is all of them. */
  lines: z.array(z.object({ ruleId: z.string(), says: textSchema, count: z.number().int() })),
});
export type Passed = z.infer<typeof passedSchema>;

const readers = ["auditor", "configurator", "reviewer", "scheduler"] as const;
export const explain = {
  /** Null: the facts or rules no longer make it; check again. */
  proof: read({
    needs: readers,
    input: z.object({ id: z.string() }),
    output: z.object({ proof: proofSchema.nullable() }),
  }),
  /** `caseNo` a case's number; people by staff number or id, at most two. Fault `missing` where they are unknown. */
  whyNot: read({
    needs: readers,
    input: z.object({
      ruleId: z.string().min(1),
      caseNo: z.string().nullable().default(null),
      people: z.array(z.string()).max(2).default([]),
    }),
    output: whyNotSchema,
  }),
  /** What the conflicts of today do not list, and why: counted, and never called safe. */
  passedOver: read({
    needs: readers,
    input: z.object({}),
    output: z.object({ passed: z.array(passedSchema) }),
  }),
  /** What a named person says of a stored conflict; null takes it back. Setting aside needs a reason. */
  settle: write({
    needs: ["auditor", "reviewer"],
    input: z.object({
      id: z.string(),
      state: z.enum(verdictStates).nullable(),
      by: z.string().trim().max(80).default(""),
      words: z.string().trim().max(500).default(""),
    }),
    output: z.object({ change: changeSchema }),
  }),
};
