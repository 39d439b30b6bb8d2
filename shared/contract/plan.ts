// Rows of a rotation plan: its moves, wishes and surprises, months, what would mend it. Calls are in rotation.ts.
import { z } from "zod";
import { textSchema } from "../domain/text.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";

export const postNameSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  department: z.string(),
});
export const planMoveSchema = z.object({
  day: daySchema,
  chain: z.number().int(),
  person: personNameSchema,
  from: postNameSchema.nullable(),
  to: postNameSchema.nullable(),
  reason: textSchema,
  alternatives: textSchema.nullable(),
});
export type PlanMove = z.infer<typeof planMoveSchema>;
const dayRangeSchema = {
  from: daySchema.nullable().default(null),
  until: daySchema.nullable().default(null),
};
/** A move by ids, as wishes and tries name it. */
export const bareMoveSchema = z.object({
  day: daySchema,
  personId: z.string(),
  fromPostId: z.string().nullable(),
  toPostId: z.string().nullable(),
});
export type BareMove = z.infer<typeof bareMoveSchema>;
/** What the user asks of a plan beside the rules; kept with it, so that it can be made again. */
export const wishesSchema = z.object({
  /** Moves that must be in the plan exactly so: locked by hand or agreed. */
  fixed: z.array(bareMoveSchema).default([]),
  /** The person may not arrive there (post null: not move at all) within the days. */
  forbidden: z
    .array(z.object({ personId: z.string(), postId: z.string().nullable(), ...dayRangeSchema }))
    .default([]),
  /** No change at the post before the day (null: none at all). */
  lockedPosts: z.array(z.object({ postId: z.string(), until: daySchema.nullable() })).default([]),
  lockedPersonIds: z.array(z.string()).default([]),
  /** 1 to 12: months without changes. */
  blackOutMonths: z.array(z.number().int().min(1).max(12)).default([]),
  /** Percent of a department's key posts that may see an arrival within 6 calendar months; null: a third. */
  sharePercent: z.number().int().min(1).max(100).nullable().default(null),
});
export type Wishes = z.infer<typeof wishesSchema>;
/** What has come in between since a plan was announced; taken as if it were on record, and written nowhere. */
export const surpriseSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("leaves"), personId: z.string(), on: daySchema }),
  z.object({ type: z.literal("absent"), personId: z.string(), from: daySchema, until: daySchema.nullable() }),
  /** The person will not take the post (null: will not move). */
  z.object({ type: z.literal("veto"), personId: z.string(), postId: z.string().nullable() }),
]);
export type Surprise = z.infer<typeof surpriseSchema>;
export const breachSchema = z.object({
  constraint: z.string(),
  postId: z.string().nullable(),
  personId: z.string().nullable(),
  from: daySchema,
  until: daySchema,
  sentence: textSchema,
});
export type Breach = z.infer<typeof breachSchema>;
/** One calendar month of the horizon, for the strip under the timeline. */
export const planMonthSchema = z.object({
  /** First day of the month. */
  month: daySchema,
  isBlackedOut: z.boolean(),
  arrivals: z.number().int(),
  people: z.number().int(),
  /** Handovers running at some day of the month. */
  handovers: z.number().int(),
  /** Matters and tiers that can be staffed on every change day of the month, of those judged; null: no change then. */
  staffable: z.number().int().nullable(),
  judged: z.number().int(),
  /** Those that cannot be. */
  unstaffable: z.array(textSchema),
});
/** A way to mend what does not fit, tried. */
export const relaxationSchema = z.object({
  type: z.enum([
    "special-audit",
    "share",
    "notice",
    "qualification",
    "level",
    "min-stay",
    "cooling-off",
    "relation",
  ]),
  sentence: textSchema,
  postId: z.string().nullable(),
  personId: z.string().nullable(),
  /** What the plan is with it. */
  status: z.enum(["planned", "impossible", "undecided"]),
  unfilled: z.number().int(),
  arrivals: z.number().int().nullable(),
  /** The plan that it gives, once kept. */
  planId: z.string().nullable(),
});
export const planSchema = z.object({
  id: z.string(),
  name: textSchema,
  madeAt: z.number(),
  months: z.number().int(),
  from: daySchema,
  until: daySchema,
  seed: z.number().int(),
  units: z.number().int(),
  status: z.enum(["planned", "impossible", "undecided"]),
  /** Arrivals on key posts, and the least number that any plan needs. */
  cost: z.number().int().nullable(),
  lowerBound: z.number().int(),
  peopleMoved: z.number().int(),
  moves: z.array(planMoveSchema),
  /** Days on which holders may change, ascending; the window snaps to them. Empty in older plans. */
  changeDays: z.array(daySchema).default([]),
  /** Overdue days that no plan can avoid, by post. */
  unavoidable: z.array(z.object({ post: postNameSchema, person: personNameSchema, days: z.number().int() })),
  notApplied: z.array(textSchema),
  /** Why nothing fits: which posts, how many qualified people. */
  reasons: z.array(textSchema),
  /** What the independent validator found; empty for every plan that is offered. */
  breaches: z.array(textSchema),
  /** Rows below are absent in plans kept by earlier versions of the program. */
  wishes: wishesSchema.default(() => wishesSchema.parse({})),
  /** The plan that this one replans or varies; null: made afresh. */
  basePlanId: z.string().nullable().default(null),
  surprises: z.array(surpriseSchema).default([]),
  /** Announced moves that this plan changes (docs/rotation.md); null: no replan. */
  changed: z.number().int().nullable().default(null),
  /** Drawn by hand from another plan, not found by the planner. */
  isByHand: z.boolean().default(false),
  leavings: z.object({ withoutOverlap: z.number().int() }).default({ withoutOverlap: 0 }),
  fairness: z
    .object({
      levelFalls: z.number().int(),
      siteChanges: z.number().int(),
      longestWait: z.number().int(),
      mostMoves: z.number().int(),
    })
    .nullable()
    .default(null),
  strip: z.array(planMonthSchema).default([]),
  /** Last journal entry that the plan was made of: with it, the input and the units the same plan is made again. */
  headSeq: z.number().int().nullable().default(null),
  /** Places over their day, or empty, because nobody was found; 0 in every valid plan. */
  unfilled: z.number().int().default(0),
  /** Places that stand empty because nobody could come in time by notice or share. */
  vacancies: z
    .array(z.object({ post: postNameSchema, from: daySchema, until: daySchema, days: z.number().int() }))
    .default([]),
  /** Where nobody was found: "cannot rotate", each with the special audit that is suggested. */
  specialAudits: z
    .array(
      z.object({
        post: postNameSchema,
        person: personNameSchema.nullable(),
        from: daySchema,
        until: daySchema,
        sentence: textSchema,
      }),
    )
    .default([]),
  /** Forced leaves placed; `until` is the first day back. */
  leaves: z
    .array(
      z.object({
        demandId: z.string(),
        person: personNameSchema,
        post: postNameSchema,
        standIn: personNameSchema,
        from: daySchema,
        until: daySchema,
      }),
    )
    .default([]),
  unmetLeaves: z
    .array(z.object({ demandId: z.string(), person: personNameSchema, post: postNameSchema }))
    .default([]),
  relaxations: z.array(relaxationSchema).default([]),
});
export type Plan = z.infer<typeof planSchema>;
