// Calls about conflicts: run the check, list, one in detail, the overview.
import { z } from "zod";
import { conflictBases, conflictStates, severities } from "../domain/conflict.ts";
import { areaSchema, dutyTypes } from "../domain/duty.ts";
import { citationSchema } from "../domain/rule.ts";
import { type Kind, kinds } from "../domain/rule-kinds.ts";
import { textSchema } from "../domain/text.ts";
import { verdictSchema } from "../domain/verdict.ts";
import { read, write } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";
import { secondOpinionSchema } from "./second-opinion.ts";
import { checkSummarySchema } from "./workbook.ts";

export const kindOfRuleSchema = z.enum(kinds as [Kind, ...Kind[]]);
export const conflictRowSchema = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  kind: kindOfRuleSchema,
  title: textSchema,
  severity: z.enum(severities),
  basis: z.enum(conflictBases),
  state: z.enum(conflictStates),
  /** Area of the case's matter, else of the rule. */
  area: areaSchema,
  people: z.array(personNameSchema),
  matter: z.object({ id: z.string(), name: z.string() }).nullable(),
  department: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** `amount`: the case's own, fen. */
  cases: z.array(z.object({ id: z.string(), caseNo: z.string(), amount: z.number().int().nullable() })),
  /** Fen. */
  amount: z.number().int().nullable(),
  day: daySchema,
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  /** Instants; null where the list is an as-of answer that was not stored. */
  firstSeen: z.number().nullable(),
  sentence: textSchema,
  evidence: z.number().int(),
  /** What a named person has said of it; null: it waits to be checked. */
  verdict: verdictSchema.nullable(),
  /** Money × severity × novelty with its parts. */
  triage: z.object({
    score: z.number().int(),
    money: z.number().int(),
    severity: z.number().int(),
    novelty: z.number().int(),
    is: z.enum(["pattern", "first", "repeat"]),
    alike: z.number().int(),
  }),
});
export type ConflictRow = z.infer<typeof conflictRowSchema>;

export const actSchema = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  day: daySchema,
  at: z.number(),
  step: z.object({ id: z.string(), name: z.string() }),
  duty: z.object({ code: z.string(), name: textSchema, type: z.enum(dutyTypes) }),
  person: personNameSchema.nullable(),
  onBehalfOf: personNameSchema.nullable(),
  post: z.object({ id: z.string(), name: z.string() }).nullable(),
  action: z.string(),
  amount: z.number().int().nullable(),
  recordedAt: z.number().nullable(),
  docNo: z.string().nullable(),
  source: z.string(),
  isEvidence: z.boolean(),
});
export type Act = z.infer<typeof actSchema>;
export const conflictDetailSchema = z.object({
  row: conflictRowSchema,
  citation: citationSchema,
  /** Rules in use that ask the same and are judged by this one. */
  furtherSources: z.array(z.object({ ruleId: z.string(), citation: citationSchema })),
  plain: textSchema,
  /** All acts of the case(s) in order, the evidence marked; evidence alone for kinds that are not about one case. */
  acts: z.array(actSchema),
  /** Other evidence, a line each: assignments, authorities, delegations, relations, absences. */
  facts: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      line: textSchema,
      from: daySchema.nullable(),
      until: daySchema.nullable(),
    }),
  ),
  cases: z.array(
    z.object({
      id: z.string(),
      caseNo: z.string(),
      matter: z.string(),
      amount: z.number().int().nullable(),
      supplier: z.string().nullable(),
      requester: personNameSchema.nullable(),
      method: z.string().nullable(),
      openedOn: daySchema.nullable(),
      closedOn: daySchema.nullable(),
    }),
  ),
  history: z.array(z.object({ at: z.number(), what: textSchema })),
  /** Corrections of the matter that came after the acts: what they rest on was recorded afterwards. */
  recordedAfterwards: z.array(textSchema),
});
export type ConflictDetail = z.infer<typeof conflictDetailSchema>;

export const overviewSchema = z.object({
  day: daySchema,
  firstDay: daySchema.nullable(),
  approvals: z.number().int(),
  cases: z.number().int(),
  openConflicts: z.number().int(),
  highConflicts: z.number().int(),
  potentialConflicts: z.number().int(),
  /** Fen; each case once. */
  amount: z.number().int(),
  /** Area × question: 分事 by matter, 分岗 by post, 分级 by level, 轮岗 rotation. */
  areas: z.array(
    z.object({
      area: areaSchema,
      approvals: z.number().int(),
      amount: z.number().int(),
      cells: z.array(
        z.object({ kind: kindOfRuleSchema, count: z.number().int(), worst: z.enum(severities) }),
      ),
      /** New conflicts by quarter, oldest first, as many as `quarters`. */
      trend: z.array(z.number().int()),
      soleHolders: z.number().int(),
    }),
  ),
  quarters: z.array(z.string()),
  keyPosts: z.number().int(),
  overdue: z.number().int(),
  dueSoon: z.number().int(),
  rotation: z.array(
    z.object({
      person: personNameSchema,
      post: z.object({ id: z.string(), name: z.string() }),
      dueOn: daySchema,
      state: z.string(),
      daysLeft: z.number().int(),
    }),
  ),
  endingAuthorities: z.number().int(),
  worst: z.array(conflictRowSchema),
  lastCheck: checkSummarySchema.nullable(),
});
export type Overview = z.infer<typeof overviewSchema>;

/** Another day, or the facts as known at the end of a day: the answer is computed and not stored. */
const whenSchema = z.object({
  asOf: daySchema.nullable().default(null),
  knownOn: daySchema.nullable().default(null),
});
const readers = ["auditor", "configurator", "reviewer", "scheduler"] as const;
export const conflicts = {
  /** Checks today as now known, stores the difference to the last check. */
  check: write({
    needs: readers,
    isLong: true,
    input: z.object({}),
    output: z.object({
      summary: checkSummarySchema,
      opened: z.number().int(),
      reopened: z.number().int(),
      closed: z.number().int(),
    }),
  }),
  /** Stored conflicts; with a day, the answer as of that day, computed and not stored. */
  list: read({
    needs: readers,
    isLong: true,
    input: whenSchema.extend({ withClosed: z.boolean().default(false) }),
    output: z.object({ rows: z.array(conflictRowSchema), summary: checkSummarySchema.nullable() }),
  }),
  /** Checks today's stored conflicts a second time, in SQL over the rows; the outcome is entered in the journal. */
  secondOpinion: write({
    needs: readers,
    isLong: true,
    input: z.object({}),
    output: secondOpinionSchema,
  }),
  /** The last one, while the check it is about still stands; null: none. */
  opinion: read({
    needs: readers,
    input: z.object({}),
    output: z.object({ opinion: secondOpinionSchema.nullable() }),
  }),
  detail: read({ needs: readers, input: z.object({ id: z.string() }), output: conflictDetailSchema }),
  overview: read({
    needs: readers,
    input: whenSchema,
    output: overviewSchema,
  }),
};
