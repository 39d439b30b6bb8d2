// Calls about rotation: the tenure ledger, the timeline, plans made, tried by hand, compared, mended.
import { z } from "zod";
import { riskGradeSchema } from "../domain/organisation.ts";
import { tenureStates } from "../domain/rotation.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import {
  bareMoveSchema,
  breachSchema,
  planMonthSchema,
  planMoveSchema,
  planSchema,
  postNameSchema,
  surpriseSchema,
  wishesSchema,
} from "./plan.ts";
import { daySchema, grantSchema } from "./receipt.ts";
import { changeSchema } from "./sheets.ts";

export const tenureRowSchema = z.object({
  person: personNameSchema,
  post: postNameSchema,
  riskGrade: riskGradeSchema.nullable(),
  startedOn: daySchema,
  limitMonths: z.number().int(),
  dueOn: daySchema,
  state: z.enum(tenureStates),
  daysLeft: z.number().int(),
  /** Inclusive last day of a live exemption. */
  exemptTo: daySchema.nullable(),
});
export type TenureRow = z.infer<typeof tenureRowSchema>;

const readers = ["scheduler", "auditor", "configurator", "reviewer"] as const;
export const rotation = {
  ledger: read({
    needs: readers,
    input: z.object({ day: daySchema.nullable().default(null), knownOn: daySchema.nullable().default(null) }),
    output: z.object({ day: daySchema, rows: z.array(tenureRowSchema) }),
  }),
  /** Past, present and planned holders of key posts, for the timeline. */
  timeline: read({
    needs: readers,
    input: z.object({
      day: daySchema.nullable().default(null),
      knownOn: daySchema.nullable().default(null),
      planId: z.string().nullable().default(null),
    }),
    output: z.object({
      day: daySchema,
      posts: z.array(
        z.object({
          post: postNameSchema,
          riskGrade: riskGradeSchema.nullable(),
          limitMonths: z.number().int().nullable(),
          terms: z.array(
            z.object({
              person: personNameSchema,
              from: daySchema,
              until: daySchema.nullable(),
              dueOn: daySchema.nullable(),
              isPlanned: z.boolean(),
              chain: z.number().int().nullable(),
              exempt: z.object({ from: daySchema, until: daySchema }).nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
  /** Others' reads and writes go on meanwhile; a cancelled search keeps the best plan that it has found. */
  plan: write({
    needs: ["scheduler"],
    isLong: true,
    takesTurn: true,
    input: z.object({
      months: z.number().int().min(12).max(60).default(24),
      seed: z.number().int().default(1),
      /** Work units to spend; null: as many as the planner suggests for the size. */
      units: z.number().int().min(1).nullable().default(null),
      wishes: wishesSchema.default(() => wishesSchema.parse({})),
      /** Keep as much as can be of this plan (an approved one: of its moves still to come). */
      basePlanId: z.string().nullable().default(null),
      surprises: z.array(surpriseSchema).default([]),
    }),
    output: planSchema,
  }),
  plans: read({
    needs: readers,
    input: z.object({}),
    output: z.object({
      plans: z.array(
        planSchema.pick({
          id: true,
          name: true,
          madeAt: true,
          months: true,
          status: true,
          cost: true,
          lowerBound: true,
        }),
      ),
    }),
  }),
  planOf: read({ needs: readers, input: z.object({ id: z.string() }), output: planSchema }),
  discard: write({
    needs: ["scheduler"],
    input: z.object({ id: z.string() }),
    output: z.object({ change: changeSchema }),
  }),
  /** Moves written in a file as a plan is exported (.xlsx, .csv) or printed as JSON; rows that name nobody known are told. */
  movesIn: read({
    needs: readers,
    input: z.object({ grant: grantSchema }),
    output: z.object({
      moves: z.array(bareMoveSchema),
      problems: z.array(z.object({ row: z.number().int(), reason: textSchema })),
    }),
  }),
  /** Judges moves that the window is about to make of a plan; writes nothing. `breaches`: of these moves, by the validator. */
  tryMoves: read({
    needs: readers,
    input: z.object({
      /** The plan whose horizon, wishes and surprises count; null: none, over so many months. */
      planId: z.string().nullable(),
      months: z.number().int().min(1).max(60).default(24),
      moves: z.array(bareMoveSchema).max(20_000),
    }),
    output: z.object({
      breaches: z.array(breachSchema),
      strip: z.array(planMonthSchema),
      arrivals: z.number().int(),
      people: z.number().int(),
    }),
  }),
  /** Who could come to the post that day instead, within these moves: best first, with what each would break. */
  candidates: read({
    needs: readers,
    input: z.object({
      planId: z.string(),
      moves: z.array(bareMoveSchema).max(20_000),
      postId: z.string(),
      day: daySchema,
    }),
    output: z.object({
      candidates: z.array(
        z.object({
          person: personNameSchema,
          /** The place that they would leave for it; null: reserve. */
          from: postNameSchema.nullable(),
          /** What the moves did not break before. */
          breaches: z.array(textSchema),
          /** What becomes of the moves when this person is taken: these go, these come. */
          removes: z.array(bareMoveSchema),
          adds: z.array(bareMoveSchema),
        }),
      ),
    }),
  }),
  /** Keeps moves drawn by hand as a plan of its own, validated; the base stays as it is. */
  keepVariant: write({
    needs: ["scheduler"],
    input: z.object({ planId: z.string(), moves: z.array(bareMoveSchema).max(20_000), wishes: wishesSchema }),
    output: planSchema,
  }),
  /** How one plan differs from another: moves kept, moved to another day, other person, only in one. */
  compare: read({
    needs: readers,
    input: z.object({ a: z.string(), b: z.string() }),
    output: z.object({
      lines: z.array(
        z.object({
          kind: z.enum(["same", "day", "person", "only-a", "only-b"]),
          a: planMoveSchema.nullable(),
          b: planMoveSchema.nullable(),
        }),
      ),
      figures: z.array(z.object({ name: textSchema, a: textSchema, b: textSchema })),
    }),
  }),
  /** Tries, for a plan that leaves something unfilled, what would mend it, cheapest first; keeps the answers with the plan. */
  relax: write({
    needs: ["scheduler"],
    isLong: true,
    takesTurn: true,
    input: z.object({ id: z.string() }),
    output: planSchema,
  }),
};
