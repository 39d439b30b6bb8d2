// Calls from plan to done: the set of a plan, notices, handovers, follow-ups (docs/handover.md). Over 300 lines because it is one list of calls.
import { z } from "zod";
import { changeSetStates } from "../domain/edit.ts";
import {
  followUpKinds,
  followUpStates,
  handoverBodySchema,
  handoverItemSchema,
  handoverStates,
  itemStates,
  itemTypes,
  noticeRoles,
  noticeStates,
  signatureRoles,
  signatureSchema,
} from "../domain/handover.ts";
import { languages } from "../domain/report.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { postNameSchema } from "./plan.ts";
import { daySchema, grantSchema, receiptSchema } from "./receipt.ts";
import { changeSchema } from "./sheets.ts";

const readers = ["scheduler", "auditor", "configurator", "reviewer"] as const;
const doers = ["scheduler", "configurator"] as const;

export const handoverRowSchema = z.object({
  id: z.string(),
  giver: personNameSchema,
  post: postNameSchema,
  /** Null: nobody arrives for it yet. */
  taker: personNameSchema.nullable(),
  witness: personNameSchema.nullable(),
  from: daySchema,
  lastDay: daySchema,
  state: z.enum(handoverStates),
  chain: z.number().int(),
  planId: z.string().nullable(),
  setId: z.string().nullable(),
  setNumber: z.string().nullable(),
  itemsDone: z.number().int(),
  items: z.number().int(),
  signed: z.array(z.enum(signatureRoles)),
  /** not-begun: the taker has arrived; not-closed: the last day is past; null: neither. */
  stuck: z.enum(["not-begun", "not-closed"]).nullable(),
});
export type HandoverRow = z.infer<typeof handoverRowSchema>;

/** A power that outlives the post unless something is done about it. */
export const lingeringSchema = z.object({
  authorityId: z.string(),
  code: z.string(),
  /** "matter · step" */
  title: z.string(),
  until: daySchema.nullable(),
  /** ends: on or before the last day; drafted: ended by a change set that waits for its reviewer. */
  state: z.enum(["open", "ends", "drafted", "kept"]),
  reason: z.string().nullable(),
  keptBy: z.string().nullable(),
});
export const handoverViewSchema = handoverRowSchema.extend({
  list: z.array(handoverItemSchema),
  signatures: z.array(signatureSchema.extend({ name: z.string() })),
  grants: z.array(lingeringSchema),
  /** Whom the rule provides as witness, the first the most fitting; and the rule. */
  witnesses: z.object({
    rule: textSchema,
    candidates: z.array(personNameSchema),
    /** The law binds: only these, or somebody named in writing. */
    isBound: z.boolean(),
  }),
  witnessBasis: z.string(),
  reopened: handoverBodySchema.shape.reopened,
  started: handoverBodySchema.shape.started,
  closed: handoverBodySchema.shape.closed,
  remark: z.string(),
  /** Null: may be done now; else why not. */
  may: z.object({
    start: textSchema.nullable(),
    sign: textSchema.nullable(),
    close: textSchema.nullable(),
    reopen: textSchema.nullable(),
  }),
  /** Everything that keeps it from being closed. */
  lacks: z.array(textSchema),
  followUpIds: z.array(z.string()),
});
export type HandoverView = z.infer<typeof handoverViewSchema>;

export const noticeRowSchema = z.object({
  id: z.string(),
  kind: z.enum(["move", "retraction"]),
  role: z.enum(noticeRoles),
  recipient: personNameSchema,
  mover: personNameSchema,
  from: postNameSchema.nullable(),
  to: postNameSchema.nullable(),
  moveDay: daySchema,
  dueOn: daySchema,
  state: z.enum(noticeStates),
  /** Not issued although the due day is past. */
  isLate: z.boolean(),
  issuedOn: daySchema.nullable(),
  acknowledgedOn: daySchema.nullable(),
  setNumber: z.string().nullable(),
});
export type NoticeRow = z.infer<typeof noticeRowSchema>;

export const followUpRowSchema = z.object({
  id: z.string(),
  kind: z.enum(followUpKinds),
  person: personNameSchema,
  post: postNameSchema,
  dueOn: daySchema,
  state: z.enum(followUpStates),
  isOverdue: z.boolean(),
  handoverId: z.string().nullable(),
  reason: z.string(),
  result: z.string(),
  doneBy: z.string().nullable(),
  doneOn: daySchema.nullable(),
  /** Acts of the person on the post's matters after the last day, under no other authority; null: not asked of this kind. */
  actsAfter: z.number().int().nullable(),
});
export type FollowUpRow = z.infer<typeof followUpRowSchema>;

const changed = z.object({ change: changeSchema });
const one = z.object({ id: z.string() });
export const handovers = {
  /** Which plan has become which set. */
  planSets: read({
    needs: readers,
    input: z.object({}),
    output: z.object({
      /** The plan whose moves are announced: that approved last. */
      announcedPlanId: z.string().nullable(),
      sets: z.array(
        z.object({
          planId: z.string(),
          setId: z.string(),
          number: z.string(),
          state: z.enum(changeSetStates),
        }),
      ),
    }),
  }),
  /** A draft with the edits that the plan's moves mean. */
  startSet: write({
    needs: ["scheduler"],
    input: z.object({
      planId: z.string(),
      name: z.string().max(200).nullable().default(null),
      reason: z.string().max(2000).default(""),
      docNo: z.string().max(200).nullable().default(null),
    }),
    output: z.object({ id: z.string(), number: z.string(), change: changeSchema }),
  }),
  /** Retracted ones last. */
  list: read({
    needs: readers,
    input: z.object({}),
    output: z.object({ day: daySchema, rows: z.array(handoverRowSchema) }),
  }),
  view: read({ needs: readers, input: one, output: handoverViewSchema }),
  /** Lists open cases and the kinds of things to hand over; called again it adds cases that came since. */
  start: write({ needs: doers, input: one, output: changed }),
  /** Who takes over and who witnesses, and a remark; null leaves nobody named. */
  describe: write({
    needs: doers,
    input: z.object({
      id: z.string(),
      takerId: z.string().nullable(),
      witnessId: z.string().nullable(),
      witnessBasis: z.string().max(200).default(""),
      remark: z.string().max(2000).default(""),
    }),
    output: changed,
  }),
  /** Says of items how they stand; a key that is new adds an item. */
  setItems: write({
    needs: doers,
    input: z.object({
      id: z.string(),
      items: z
        .array(
          z.object({
            key: z.string().min(1).max(100),
            type: z.enum(itemTypes),
            title: z.string().max(200),
            state: z.enum(itemStates),
            remark: z.string().max(1000),
          }),
        )
        .min(1),
    }),
    output: changed,
  }),
  sign: write({
    needs: readers,
    input: z.object({ id: z.string(), role: z.enum(signatureRoles) }),
    output: changed,
  }),
  /** Special grants that stay with the giver, with the reason; an empty one takes it back. */
  keepGrants: write({
    needs: doers,
    input: z.object({
      id: z.string(),
      authorityIds: z.array(z.string()).min(1),
      reason: z.string().max(1000),
    }),
    output: changed,
  }),
  /** Special grants that end on the last day: by a change set as every edit of an authority. */
  endGrants: write({
    needs: ["configurator"],
    input: z.object({ id: z.string(), authorityIds: z.array(z.string()).min(1) }),
    output: z.object({
      change: changeSchema.nullable(),
      draft: z.object({ id: z.string(), number: z.string() }).nullable(),
    }),
  }),
  close: write({ needs: doers, input: one, output: changed }),
  reopen: write({
    needs: doers,
    input: z.object({ id: z.string(), reason: z.string().min(1).max(1000) }),
    output: changed,
  }),

  notices: read({
    needs: readers,
    input: z.object({}),
    output: z.object({ day: daySchema, rows: z.array(noticeRowSchema) }),
  }),
  /** Marks notices as handed over to, or acknowledged by, their recipients on a day (null: today). */
  issue: write({
    needs: doers,
    input: z.object({ ids: z.array(z.string()).min(1), on: daySchema.nullable().default(null) }),
    output: changed,
  }),
  acknowledge: write({
    needs: doers,
    input: z.object({ ids: z.array(z.string()).min(1), on: daySchema.nullable().default(null) }),
    output: changed,
  }),
  /** A calendar file (.ics): the moves and handovers of one person, or of all. */
  calendar: write({
    needs: readers,
    input: z.object({
      grant: grantSchema,
      personId: z.string().nullable().default(null),
      language: z.enum(languages).default("zh"),
    }),
    output: receiptSchema,
  }),

  followUps: read({
    needs: readers,
    input: z.object({}),
    output: z.object({ day: daySchema, rows: z.array(followUpRowSchema) }),
  }),
  /** Of a leaving, beside those that the rule asks for. */
  addFollowUp: write({
    needs: doers,
    input: z.object({
      handoverId: z.string(),
      kind: z.enum(followUpKinds),
      dueOn: daySchema,
      reason: z.string().max(1000).default(""),
    }),
    output: z.object({ id: z.string(), change: changeSchema }),
  }),
  finishFollowUp: write({
    needs: readers,
    input: z.object({ id: z.string(), result: z.string().min(1).max(2000) }),
    output: changed,
  }),
  /** What the person did on the post's matters after the last day, under no other authority. */
  actsAfter: read({
    needs: readers,
    input: one,
    output: z.object({
      acts: z.array(
        z.object({
          approvalId: z.string(),
          caseNo: z.string(),
          matter: z.string(),
          step: z.string(),
          day: daySchema,
          /** The stored conflict that says so, where a check has found it. */
          conflictId: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** What is overdue or stuck, for the overview. */
  attention: read({
    needs: readers,
    input: z.object({}),
    output: z.object({
      lateNotices: z.number().int(),
      stuckHandovers: z.number().int(),
      overdueFollowUps: z.number().int(),
      /** The most urgent few, the longest overdue first. */
      first: z.array(
        z.object({
          what: z.enum(["notice", "not-begun", "not-closed", "follow-up"]),
          id: z.string(),
          person: personNameSchema,
          post: postNameSchema.nullable(),
          since: daySchema,
          days: z.number().int(),
        }),
      ),
    }),
  }),
};
