// Calls about concentration and amount tiers: how much lies in few hands, who could carry a case, ladders and what crowds below them.
import { z } from "zod";
import { severities } from "../domain/conflict.ts";
import { areaSchema, dutyTypes } from "../domain/duty.ts";
import { levelSchema } from "../domain/organisation.ts";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";

/** Fen. */
const fen = z.number().int();
const dutyType = z.enum(dutyTypes);
const named = z.object({ id: z.string(), name: z.string() });
/** The asked year, or the twelve months that end with the day. Half-open. */
const periodSchema = z.object({ from: daySchema, until: daySchema });

export const dutyPairSchema = z.object({
  types: z.tuple([dutyType, dutyType]),
  /** Done in one case; done within the period; held on the day. */
  way: z.enum(["case", "period", "held"]),
});
export const personShareSchema = z.object({
  person: personNameSchema,
  posts: z.array(named),
  cases: z.number().int(),
  /** Duties performed in settled cases; all duties of these cases. */
  performed: z.number().int(),
  ofOwnCases: z.number().int(),
  /** The largest share of one case's duties, 0 to 1. */
  most: z.number().nullable(),
  overHalf: z.number().int(),
  /** Types in one case, of the five that should lie apart. */
  span: z.number().int(),
  typesDone: z.array(dutyType),
  typesHeld: z.array(dutyType),
  worst: dutyPairSchema.nullable(),
  /** Steps that nobody else may do; matters that stop with them. */
  soleSteps: z.number().int(),
  stopping: z.array(named),
});
export type PersonShare = z.infer<typeof personShareSchema>;

export const groupSizeSchema = z.object({
  /** null: there is no such group. */
  people: z.number().int().nullable(),
  /** False: the search was cut off; a smaller group may exist. */
  isProved: z.boolean(),
  /** Proved however far the search went: fewer people will not do. */
  least: z.number().int(),
});
export const groupRowSchema = z.object({
  matter: z.object({ id: z.string(), code: z.string(), name: z.string(), area: areaSchema }),
  /** Tier `(over, upTo]`; both null where the matter has none. */
  over: fen.nullable(),
  upTo: fen.nullable(),
  steps: z.number().int(),
  /** Complete cases of the period. */
  cases: z.number().int(),
  /** People → cases, ascending. */
  sizes: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Steps that nobody may take that day: then nothing can be carried. */
  nobodyFor: z.array(named),
  /** null where `nobodyFor` says why, or the tier is one of the past. */
  fewest: groupSizeSchema.nullable(),
  unflagged: groupSizeSchema.nullable(),
  rules: z.number().int(),
});
export type GroupRow = z.infer<typeof groupRowSchema>;

export const concentrationSchema = z.object({
  day: daySchema,
  period: periodSchema,
  /** Years with settled cases, latest first. */
  years: z.array(z.number().int()),
  cases: z.number().int(),
  performed: z.number().int(),
  /** Cases in which one person did more than half of the duties. */
  overHalf: z.number().int(),
  /** People who combine authorise with custody, in whatever way. */
  primaryPair: z.number().int(),
  /** Matters that stop when one certain person is not there. */
  stopping: z.number().int(),
  people: z.array(personShareSchema),
  groups: z.array(groupRowSchema),
  /** What these numbers cannot tell, a sentence each. */
  limits: z.array(textSchema),
});
export type ConcentrationView = z.infer<typeof concentrationSchema>;

export const shareCaseSchema = z.object({
  id: z.string(),
  caseNo: z.string(),
  matter: z.string(),
  amount: fen.nullable(),
  endedOn: daySchema,
  duties: z.number().int(),
  of: z.number().int(),
  types: z.array(dutyType),
  people: z.number().int(),
  /** Σ of squared shares, and the middle of the unit's cases of that matter. */
  hhi: z.number(),
  median: z.number(),
});
export const personDetailSchema = z.object({
  person: personNameSchema,
  /** Largest share first; the first hundred. */
  cases: z.array(shareCaseSchema),
  soleSteps: z.array(z.object({ step: named, matter: named, dutyType, isRequired: z.boolean() })),
});
export type PersonDetail = z.infer<typeof personDetailSchema>;

const placeSchema = z.object({
  step: named,
  dutyType,
  person: personNameSchema,
  post: named.nullable(),
});
export const groupSchema = z.object({
  people: z.array(z.object({ person: personNameSchema, standIns: z.array(personNameSchema) })),
  places: z.array(placeSchema),
  isProved: z.boolean(),
  /** What the rules would point at, had they acted so. */
  caught: z.array(
    z.object({ ruleId: z.string(), title: textSchema, severity: z.enum(severities), sentence: textSchema }),
  ),
});
export type Group = z.infer<typeof groupSchema>;
export const groupDetailSchema = z.object({
  row: groupRowSchema,
  /** The smallest groups that carried complete cases. */
  carried: z.array(
    z.object({
      people: z.array(personNameSchema),
      cases: z.array(z.object({ id: z.string(), caseNo: z.string() })),
    }),
  ),
  fewest: groupSchema.nullable(),
  unflagged: groupSchema.nullable(),
  /** Rules asked of the imagined case. */
  rules: z.array(z.object({ id: z.string(), title: textSchema })),
});
export type GroupDetail = z.infer<typeof groupDetailSchema>;

export const ladderPieceSchema = z.object({
  over: fen,
  upTo: fen.nullable(),
  is: z.enum(["covered", "gap", "overlap"]),
  levels: z.array(levelSchema),
  authorities: z.array(z.object({ id: z.string(), code: z.string(), holder: z.string() })),
});
export const nearBoundSchema = z.object({
  upTo: fen,
  /** Cases in (0.9 c, c] and in (0.8 c, 0.9 c]. */
  near: z.number().int(),
  below: z.number().int(),
  /** A twentieth of the bound each, from 70 % to 130 %. */
  bins: z.array(z.number().int()),
});
export const amountFindingSchema = z.object({
  ruleId: z.string(),
  title: textSchema,
  severity: z.enum(severities),
  test: z.enum(["statutory", "behavioural", "crowding"]),
  ceiling: fen,
  day: daySchema,
  sum: fen.nullable(),
  matterIds: z.array(z.string()),
  cases: z.array(z.object({ id: z.string(), caseNo: z.string(), amount: fen.nullable() })),
  people: z.array(personNameSchema),
  sentence: textSchema,
});
export type AmountFinding = z.infer<typeof amountFindingSchema>;
export const ladderRowSchema = z.object({
  matter: z.object({ id: z.string(), code: z.string(), name: z.string(), area: areaSchema }),
  step: named,
  /** Proved: consecutive from 0 on, each amount in exactly one. */
  pieces: z.array(ladderPieceSchema),
  isSound: z.boolean(),
  bounds: z.array(nearBoundSchema),
  /** Cases of the matter with an amount in the period. */
  cases: z.number().int(),
  /** Amounts of these cases by tenths of a power of ten: [tenth, cases]; tenth n is 10^(n/10) up to 10^((n+1)/10) fen. */
  density: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type LadderRow = z.infer<typeof ladderRowSchema>;
export const tiersViewSchema = z.object({
  day: daySchema,
  period: periodSchema,
  years: z.array(z.number().int()),
  ladders: z.array(ladderRowSchema),
  /** Authorising steps whose authorities know no amounts. */
  unbounded: z.array(z.object({ step: named, matter: named })),
  findings: z.array(amountFindingSchema),
  cases: z.number().int(),
  limits: z.array(textSchema),
});
export type TiersView = z.infer<typeof tiersViewSchema>;

export const tierCaseSchema = z.object({
  id: z.string(),
  caseNo: z.string(),
  day: daySchema,
  amount: fen,
  requester: personNameSchema.nullable(),
  supplier: z.string().nullable(),
});

const askedSchema = z.object({
  asOf: daySchema.nullable().default(null),
  knownOn: daySchema.nullable().default(null),
  /** null: the twelve months up to the day. */
  year: z.number().int().min(1900).max(9999).nullable().default(null),
});
const readers = ["auditor", "configurator", "reviewer", "scheduler"] as const;
export const analysis = {
  concentration: read({ needs: readers, isLong: true, input: askedSchema, output: concentrationSchema }),
  person: read({
    needs: readers,
    input: askedSchema.extend({ personId: z.string() }),
    output: personDetailSchema,
  }),
  group: read({
    needs: readers,
    input: askedSchema.extend({ matterId: z.string(), upTo: fen.nullable() }),
    output: groupDetailSchema,
  }),
  tiers: read({ needs: readers, input: askedSchema, output: tiersViewSchema }),
  /** Cases of a matter with an amount in `(over, upTo]`, smallest distance to `upTo` first; the first two hundred. */
  tierCases: read({
    needs: readers,
    input: askedSchema.extend({ matterId: z.string(), over: fen.nullable(), upTo: fen.nullable() }),
    output: z.object({ cases: z.array(tierCaseSchema), more: z.number().int() }),
  }),
};
