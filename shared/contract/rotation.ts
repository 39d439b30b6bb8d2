// Calls about rotation: the tenure ledger, plans and their moves with reasons.
import { z } from "zod";
import { riskGradeSchema } from "../domain/organisation.ts";
import { tenureStates } from "../domain/rotation.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";

export const postNameSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  department: z.string(),
});
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
  /** Overdue days that no plan can avoid, by post. */
  unavoidable: z.array(z.object({ post: postNameSchema, person: personNameSchema, days: z.number().int() })),
  notApplied: z.array(textSchema),
  /** Why nothing fits: which posts, how many qualified people. */
  reasons: z.array(textSchema),
  /** What the independent validator found; empty for every plan that is offered. */
  breaches: z.array(textSchema),
});
export type Plan = z.infer<typeof planSchema>;

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
  plan: write({
    needs: ["scheduler"],
    isLong: true,
    input: z.object({
      months: z.number().int().min(12).max(60).default(24),
      seed: z.number().int().default(1),
      /** Work units to spend; null: as many as the planner suggests for the size. */
      units: z.number().int().min(1).nullable().default(null),
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
  discard: write({ needs: ["scheduler"], input: z.object({ id: z.string() }), output: z.object({}) }),
};
