// Calls about forced leave: asked for, placed by hand with the planner's own check, handed over at both ends, looked into.
import { z } from "zod";
import { leaveStates } from "../domain/rotation.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { postNameSchema } from "./plan.ts";
import { daySchema } from "./receipt.ts";
import { changeSchema } from "./sheets.ts";
import { evidenceSchema } from "./tenure.ts";

const readers = ["scheduler", "auditor", "configurator", "reviewer"] as const;
const words = (most: number) => z.string().trim().min(1).max(most);
const placing = z.object({ id: z.string(), from: daySchema, until: daySchema, standInId: z.string() });

export const handoverNoteSchema = z.object({ on: daySchema, witness: z.string(), note: z.string() });
export const leaveRowSchema = z.object({
  id: z.string(),
  person: personNameSchema,
  post: postNameSchema,
  standIn: personNameSchema.nullable(),
  state: z.enum(leaveStates),
  /** On the day asked: of a placed leave before, within or after its days; else null. */
  phase: z.enum(["coming", "running", "over"]).nullable(),
  /** Half-open; of the leave, null until it is placed. */
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  window: z.object({ from: daySchema, until: daySchema }),
  workingDays: z.number().int(),
  /** Of the placed days, by the calendar. */
  placedDays: z.number().int().nullable(),
  reason: z.string(),
  docNo: z.string(),
  approver: z.string(),
  byPlan: z.boolean(),
  handOut: handoverNoteSchema.nullable(),
  handBack: handoverNoteSchema.nullable(),
  withdrawnBecause: z.string().nullable(),
  /** What the person did in the log on days of the leave: red flags, to be looked at. */
  acts: z.array(z.object({ at: z.number(), day: daySchema, caseNo: z.string(), step: z.string() })),
  evidence: evidenceSchema.nullable(),
  /** What is to be looked at: overdue handovers, too few days, acts, evidence. */
  concerns: z.array(textSchema),
});
export type LeaveRow = z.infer<typeof leaveRowSchema>;

export const leaves = {
  list: read({
    needs: readers,
    input: z.object({ day: daySchema.nullable().default(null), knownOn: daySchema.nullable().default(null) }),
    output: z.object({ day: daySchema, rows: z.array(leaveRowSchema) }),
  }),
  ask: write({
    needs: ["scheduler"],
    input: z.object({
      personId: z.string(),
      postId: z.string(),
      workingDays: z.number().int().min(10).max(60).default(10),
      /** Half-open. */
      from: daySchema,
      until: daySchema,
      reason: words(500),
      docNo: words(200),
      approver: words(100),
    }),
    output: z.object({ id: z.string(), change: changeSchema }),
  }),
  /** Reads only: what speaks against these days with this stand-in. */
  tryPlace: read({
    needs: readers,
    input: placing,
    output: z.object({ troubles: z.array(textSchema), workingDays: z.number().int() }),
  }),
  /** Who could stand in on these days, those of the department first; at most ten. */
  standIns: read({
    needs: readers,
    input: z.object({ id: z.string(), from: daySchema, until: daySchema }),
    output: z.object({
      people: z.array(personNameSchema.extend({ post: z.string() })),
      /** Where nobody could: what stands in the way whoever it is. */
      inCommon: z.array(textSchema),
    }),
  }),
  place: write({
    needs: ["scheduler"],
    input: placing,
    output: z.object({ change: changeSchema }),
  }),
  /** Places what a plan has placed, each checked again by today's facts; what no longer fits stays asked for. */
  adopt: write({
    needs: ["scheduler"],
    input: z.object({ planId: z.string() }),
    output: z.object({
      placed: z.number().int(),
      refused: z.array(z.object({ id: z.string(), why: textSchema })),
      change: changeSchema.nullable(),
    }),
  }),
  /** Handover to the stand-in on its first day, and back when the person returns. */
  handOver: write({
    needs: ["scheduler"],
    input: z.object({
      id: z.string(),
      end: z.enum(["out", "back"]),
      on: daySchema,
      witness: words(100),
      note: words(1000),
    }),
    output: z.object({ change: changeSchema }),
  }),
  withdraw: write({
    needs: ["scheduler"],
    input: z.object({ id: z.string(), reason: words(500) }),
    output: z.object({ change: changeSchema }),
  }),
};
