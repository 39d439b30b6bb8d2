// Calls to ask before signing: the verdict with its reasons, who may sign instead, whether the case can still be completed.
import { z } from "zod";
import { evidenceSchema, findingSchema } from "../domain/conflict.ts";
import { citationSchema } from "../domain/rule.ts";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
import { personNameSchema } from "./matrix.ts";
import { daySchema } from "./receipt.ts";

const readers = ["configurator", "reviewer", "scheduler", "auditor"] as const;
export const verdicts = ["allowed", "warned", "refused"] as const;

/** Ids or codes: an OA knows staff numbers, case numbers and codes. */
export const draftSchema = z.object({
  /** Id or staff number. */
  person: z.string(),
  onBehalfOf: z.string().nullable().default(null),
  /** Id or case no.; null: a new case of `matter`. */
  case: z.string().nullable().default(null),
  /** Id or code; needed without a case. */
  matter: z.string().nullable().default(null),
  /** Id or code within the matter. */
  step: z.string(),
  action: z.enum(["submit", "approve", "reject", "execute"]).default("approve"),
  /** Fen; null: the case's. */
  amount: z.number().int().min(0).nullable().default(null),
  day: daySchema,
  /** Wall clock HH:MM; null: no time of day. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
  docNo: z.string().nullable().default(null),
});
export type Draft = z.infer<typeof draftSchema>;

export const reasonSchema = z.object({
  finding: findingSchema,
  effect: z.enum(["refuse", "warn", "note"]),
  ruleTitle: textSchema,
  citation: citationSchema,
  evidence: z.array(z.object({ kind: evidenceSchema.shape.kind, id: z.string(), words: textSchema })),
});
export const laterStepSchema = z.object({
  stepId: z.string(),
  name: z.string(),
  /** How many people could take it, the rest of the case being still completable. */
  takers: z.array(personNameSchema),
  /** Known endings of those it rests on, where few are left. */
  endings: z.array(textSchema),
});
export const lookAheadSchema = z.object({
  status: z.enum(["completable", "stuck", "undecided"]),
  later: z.array(laterStepSchema),
  /** Why it is stuck, smallest first; empty otherwise. */
  reasons: z.array(textSchema),
});
export const substituteSchema = personNameSchema.extend({
  posts: z.array(z.string()),
  /** Ceiling on the step in fen; null: none. */
  upTo: z.number().int().nullable(),
  verdict: z.enum(["allowed", "warned"]),
  isCompletable: z.boolean(),
  recentActs: z.number().int(),
  potentialConflicts: z.number().int(),
  later: z.array(z.object({ stepId: z.string(), takers: z.number().int() })),
});

export const gateAnswerSchema = z.object({
  verdict: z.enum(verdicts),
  /** Case, step and person as they were understood. */
  understood: z.object({
    person: personNameSchema,
    caseNo: z.string().nullable(),
    matter: z.string(),
    step: z.string(),
    stepId: z.string(),
    amount: z.number().int().nullable(),
    day: daySchema,
  }),
  reasons: z.array(reasonSchema),
  ruleCount: z.number().int(),
  notApplicable: z.array(z.object({ ruleId: z.string(), reason: textSchema })),
  /** null where `parts` did not ask. */
  substitutes: z.array(substituteSchema).nullable(),
  passedOver: z.array(z.object({ person: personNameSchema, why: textSchema })).nullable(),
  lookAhead: lookAheadSchema.nullable(),
  /** Acts of the case so far, in order. */
  acts: z.array(
    z.object({
      day: daySchema,
      step: z.string(),
      duty: z.string(),
      person: z.string(),
      isEvidence: z.boolean(),
    }),
  ),
  journalHead: z.string(),
});
export type GateAnswer = z.infer<typeof gateAnswerSchema>;

export const gate = {
  /** Writes nothing. Faults: `missing` names what is not known; `invalid` a step of another matter. */
  ask: read({
    needs: readers,
    input: draftSchema.extend({
      parts: z.array(z.enum(["substitutes", "look-ahead"])).default(["substitutes", "look-ahead"]),
    }),
    output: gateAnswerSchema,
  }),
};
