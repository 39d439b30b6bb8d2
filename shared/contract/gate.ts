// Calls to ask before signing: the verdict with its reasons, who may sign instead, whether the case can still be completed.
import { z } from "zod";
import { actions } from "../domain/approval.ts";
import { evidenceSchema, findingSchema } from "../domain/conflict.ts";
import { dutyTypes } from "../domain/duty.ts";
import { citationSchema } from "../domain/rule.ts";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";

const readers = ["configurator", "reviewer", "scheduler", "auditor"] as const;
export const verdicts = ["allowed", "warned", "refused"] as const;

/**
 * Ids or codes: an OA knows staff numbers, case numbers and codes. A key that is not known is refused: an amount whose
 * name is misspelt would be asked about as the case's own.
 */
export const draftSchema = z.strictObject({
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
export type GateReason = z.infer<typeof reasonSchema>;
export const restSchema = z.enum(["completable", "stuck", "undecided"]);
export const laterStepSchema = z.object({
  stepId: z.string(),
  name: z.string(),
  /** How many people could take it, the rest of the case being still completable. */
  takers: z.array(personNameSchema),
  /** Known endings of those it rests on, where few are left. */
  endings: z.array(textSchema),
});
export type LaterStep = z.infer<typeof laterStepSchema>;
export const lookAheadSchema = z.object({
  status: restSchema,
  later: z.array(laterStepSchema),
  /** Why it is stuck, smallest first; empty otherwise. */
  reasons: z.array(textSchema),
});
export type LookAheadAnswer = z.infer<typeof lookAheadSchema>;
export const substituteSchema = personNameSchema.extend({
  posts: z.array(z.string()),
  /** Ceiling on the step in fen; null: none. */
  upTo: z.number().int().nullable(),
  verdict: z.enum(["allowed", "warned"]),
  /** Whether the rest of the case can be completed after this person's signature. */
  rest: restSchema,
  recentActs: z.number().int(),
  potentialConflicts: z.number().int(),
  /** How many people could take each step that is left. */
  later: z.array(z.object({ stepId: z.string(), takers: z.number().int() })),
  /** Days of the next known absence. */
  awayFrom: textSchema.nullable(),
});
export type Substitute = z.infer<typeof substituteSchema>;

export const gateAnswerSchema = z.object({
  verdict: z.enum(verdicts),
  /** Of a past day: corrections approved after it which the answer rests on. */
  recordedAfterwards: z.array(textSchema).default([]),
  /** Case, step and person as they were understood. */
  understood: z.object({
    person: personNameSchema,
    caseNo: z.string().nullable(),
    caseId: z.string().nullable(),
    matter: z.string(),
    matterId: z.string(),
    step: z.string(),
    stepId: z.string(),
    dutyType: z.enum(dutyTypes),
    amount: z.number().int().nullable(),
    day: daySchema,
  }),
  reasons: z.array(reasonSchema),
  /** Rules that were asked. */
  ruleCount: z.number().int(),
  notApplicable: z.array(z.object({ ruleId: z.string(), reason: textSchema })),
  /** null where `parts` did not ask. */
  substitutes: z.array(substituteSchema).nullable(),
  passedOver: z.array(z.object({ person: personNameSchema, ruleId: z.string(), why: textSchema })).nullable(),
  lookAhead: lookAheadSchema.nullable(),
  /** Acts of the case so far, in order. */
  acts: z.array(
    z.object({
      day: daySchema,
      stepId: z.string(),
      step: z.string(),
      duty: z.string(),
      dutyType: z.enum(dutyTypes),
      action: z.enum(actions),
      /** Empty where the record names nobody. */
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
