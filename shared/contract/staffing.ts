// Calls about staffing: can every matter be done with these people, how few suffice, who cannot be done without.
import { z } from "zod";
import { areaSchema } from "../domain/duty.ts";
import { editSchema } from "../domain/edit.ts";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";

const readers = ["configurator", "reviewer", "scheduler", "auditor"] as const;

export const seatSchema = z.object({
  stepId: z.string(),
  step: z.string(),
  person: personNameSchema,
  /** The post acted in; for personal grants and loans the posts held that day. */
  post: z.string().nullable(),
  /** Whose power it is, where it is lent. */
  onBehalfOf: personNameSchema.nullable(),
});
export const grantAdviceSchema = z.object({
  /** What would mend it, as edits of a change set. */
  edits: z.array(editSchema),
  sentence: textSchema,
  /** What it mends: the matter itself, or that nobody may be missing. */
  mends: z.enum(["unstaffed", "irreplaceable"]),
  /** Who may be missing then; null: anybody. */
  person: personNameSchema.nullable(),
});
export type GrantAdvice = z.infer<typeof grantAdviceSchema>;
export const joinAdviceSchema = z.object({
  ruleId: z.string(),
  sentence: textSchema,
  control: textSchema,
  source: textSchema,
});
export type JoinAdvice = z.infer<typeof joinAdviceSchema>;
export const tierStaffingSchema = z.object({
  matterId: z.string(),
  matterCode: z.string(),
  matter: z.string(),
  area: areaSchema,
  /** Amounts (over, upTo] in fen; null: no bound. */
  over: z.number().int().nullable(),
  upTo: z.number().int().nullable(),
  status: z.enum(["staffed", "impossible", "undecided"]),
  /** With the fewest people that were found; empty unless staffed. */
  witness: z.array(seatSchema),
  /** In words, each line one slot or rule of the reason; empty unless impossible. */
  reason: z.array(textSchema),
  isReasonSmallest: z.boolean(),
  minimum: z.number().int().nullable(),
  minimumAtLeast: z.number().int().nullable(),
  isMinimumProved: z.boolean(),
  /** Without any one of them nothing is left. */
  irreplaceable: z.array(personNameSchema),
  pairs: z.array(z.tuple([personNameSchema, personNameSchema])),
  isResilienceProved: z.boolean(),
});
export type TierStaffing = z.infer<typeof tierStaffingSchema>;

export const staffingOverviewSchema = z.object({
  day: daySchema,
  tiers: z.array(tierStaffingSchema),
  /** Who stops which matters: most first. */
  people: z.array(z.object({ person: personNameSchema, matters: z.array(z.string()) })),
  ruleCount: z.number().int(),
  notApplied: z.array(z.object({ ruleId: z.string(), reason: textSchema })),
  journalHead: z.string(),
  /** SHA-256 over the rows and rules that the answer rests on, canonical JSON. */
  dataHash: z.string(),
});
export type StaffingOverview = z.infer<typeof staffingOverviewSchema>;
export const tierDetailSchema = tierStaffingSchema.extend({
  advice: z.array(grantAdviceSchema),
  join: z.array(joinAdviceSchema),
});
export type TierDetail = z.infer<typeof tierDetailSchema>;

export const drillAnswerSchema = z.object({
  /** Cases in which somebody who is taken out did something meanwhile; of them: those that others could have carried on, and those not decided. */
  cases: z.number().int(),
  carriedOn: z.number().int(),
  undecided: z.number().int(),
  stalled: z.array(
    z.object({
      caseId: z.string(),
      caseNo: z.string(),
      matter: z.string(),
      amount: z.number().int().nullable(),
      step: z.string(),
      /** First day it would have waited, and the first on which it could go on; null: not while facts are known. */
      from: daySchema,
      until: daySchema.nullable(),
      days: z.number().int(),
      why: textSchema,
    }),
  ),
  /** Days waited in all, by step, most first. */
  bySteps: z.array(
    z.object({ matter: z.string(), step: z.string(), cases: z.number().int(), days: z.number().int() }),
  ),
});
export type DrillAnswer = z.infer<typeof drillAnswerSchema>;

export const staffing = {
  /** Every matter and tier on a day. Witness, minimum and single resilience; pairs only in `tier`. */
  overview: read({
    needs: readers,
    isLong: true,
    input: z.object({
      day: daySchema,
      knownOn: daySchema.nullable().default(null),
      /** Id or code of one matter; null: all. Missing where it is not there to be staffed. */
      matterId: z.string().nullable().default(null),
      /** As it would be with these edits. */
      edits: z.array(editSchema).default([]),
    }),
    output: staffingOverviewSchema,
  }),
  /** One matter and tier with pairs, advice and, where it cannot be staffed, what to join at least harm. */
  tier: read({
    needs: readers,
    isLong: true,
    input: z.object({
      day: daySchema,
      knownOn: daySchema.nullable().default(null),
      matterId: z.string(),
      /** A tier's `upTo`. */
      upTo: z.number().int().nullable(),
      /** People taken out: they neither act, nor does anybody act on their loan. */
      without: z.array(z.string()).default([]),
      edits: z.array(editSchema).default([]),
    }),
    output: tierDetailSchema,
  }),
  /** Takes people out and replays the cases of a period: which would have stalled, where, how long. Periods half-open. */
  drill: read({
    needs: readers,
    isLong: true,
    input: z.object({
      absences: z
        .array(z.object({ personId: z.string(), from: daySchema, until: daySchema }))
        .min(1)
        .max(200),
      from: daySchema,
      until: daySchema,
    }),
    output: drillAnswerSchema,
  }),
};
