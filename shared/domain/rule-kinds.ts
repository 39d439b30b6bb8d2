// The kinds of rule and their parameters; docs/rules/kinds.md is their exact meaning. Amounts are fen.
import { z } from "zod";
import { dutyTypes } from "./duty.ts";
import { relationTypes } from "./organisation.ts";

const duty = z.string().min(1);
const duties = z.array(duty).min(2);
/** k of n: how many of the set one person (or unit) may hold; one more is a breach. */
const heldLimit = z.number().int().min(1);
const permille = z.number().int().min(0).max(1000);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** Fen; null: the tiers of the unit's own authorities. */
const ceiling = z.number().int().positive().nullable();
const quietDays = z.number().int().min(1).default(90);

export const unitScopes = ["department", "organ"] as const;
/** The department itself, or the topmost one above it. */
export type UnitScope = (typeof unitScopes)[number];

export const kindSchemas = {
  "separate-duties": z.object({ duties, maxHeld: heldLimit }),
  "never-together": z.object({ duties, maxHeld: heldLimit }),
  "same-person": z.object({ duties }),
  "separate-units": z.object({ duties, maxHeld: heldLimit, unit: z.enum(unitScopes) }),
  "two-person": z.object({
    duty,
    minPersons: z.number().int().min(2),
    isOdd: z.boolean().default(false),
    /** organ: different organs are counted instead of people. */
    countBy: z.enum(["person", "organ"]).default("person"),
    /** At least `atLeast` of every `of` people must have the qualification that day. */
    experts: z
      .object({
        qualification: z.string().min(1),
        atLeast: z.number().int().min(1),
        of: z.number().int().min(1),
      })
      .nullable()
      .default(null),
    quietDays,
  }),
  seniority: z.object({ earlier: duty, later: duty }),
  "within-authority": z.object({
    reasons: z
      .array(
        z.enum(["no-post", "no-authority", "outside-days", "over-amount", "sub-delegated", "no-collective"]),
      )
      .min(1),
  }),
  sequence: z.discriminatedUnion("check", [
    z.object({ check: z.literal("order") }),
    z.object({ check: z.literal("missing"), quietDays }),
    z.object({ check: z.literal("before"), earlier: duty, later: duty }),
    z.object({ check: z.literal("back-dated"), lagDays: z.number().int().min(0) }),
    /** Rejected, then approved by somebody else within days. */
    z.object({ check: z.literal("after-reject"), days: z.number().int().min(0) }),
    /** The later duty is due within days (or workdays) of the earlier. */
    z.object({
      check: z.literal("deadline"),
      earlier: duty,
      later: duty,
      days: z.number().int().min(1),
      isWorkdays: z.boolean().default(false),
    }),
    /** The acts on `added` after the act on `base` come to more than a share of its amount. */
    z.object({
      check: z.literal("sum-over"),
      base: duty,
      added: duty,
      permille: z.number().int().min(1).max(100_000),
    }),
  ]),
  "split-amount": z.discriminatedUnion("test", [
    z.object({
      test: z.literal("statutory"),
      threshold: z.number().int().positive(),
      minCases: z.number().int().min(2),
    }),
    z.object({
      test: z.literal("behavioural"),
      by: z.enum(["requester", "supplier"]),
      ceiling,
      /** Lower edge in permille of the ceiling: 900 means over 90 %. */
      nearPermille: z.number().int().min(0).max(999),
      windowDays: z.number().int().min(1),
      minCases: z.number().int().min(2),
    }),
  ]),
  relation: z.object({
    duties: z.array(z.string()),
    /** actor, supplier: acts in one case; holder: what two related people hold at the same time. */
    counterpart: z.enum(["actor", "supplier", "holder"]),
    otherDuties: z.array(z.string()),
    types: z.array(z.enum(relationTypes)).min(1),
    lookbackYears: z.number().int().min(0),
  }),
  absence: z.object({ reasons: z.array(z.enum(["absent", "before-joining", "after-leaving"])).min(1) }),
  tenure: z.object({
    check: z.enum(["limit", "cooling-off"]),
    gapMonths: z.number().int().min(0).default(12),
  }),
  tempo: z.discriminatedUnion("check", [
    z.object({
      check: z.literal("fast"),
      earlier: duty,
      later: duty,
      seconds: z.number().int().min(1),
      minActs: z.number().int().min(1).default(1),
    }),
    z.object({
      check: z.literal("burst"),
      count: z.number().int().min(2),
      minutes: z.number().int().min(1),
    }),
    z.object({
      check: z.literal("off-hours"),
      /** Wall clock, half-open: "07:00" to "21:00". */
      from: clock,
      until: clock,
      minActs: z.number().int().min(1),
      sharePermille: permille,
      /** The share counts only in a month with so many acts. */
      minMonthActs: z.number().int().min(1).default(5),
    }),
    z.object({
      check: z.literal("year-end"),
      days: z.number().int().min(1).max(366),
      sharePermille: permille,
      minCases: z.number().int().min(1).default(3),
    }),
    z.object({
      check: z.literal("crowding"),
      ceiling,
      nearPermille: z.number().int().min(1).max(999),
      belowPermille: z.number().int().min(0).max(998),
      /** So many times as many cases near the ceiling as below it. */
      times: z.number().int().min(1),
      minCases: z.number().int().min(2),
    }),
    z.object({ check: z.literal("same-terminal"), minutes: z.number().int().min(1) }),
    z.object({ check: z.literal("brief-delegation"), maxDays: z.number().int().min(1) }),
  ]),
  concentration: z.discriminatedUnion("check", [
    z.object({
      check: z.literal("duty-share"),
      permille,
      minDuties: z.number().int().min(2),
      quietDays,
    }),
    z.object({
      check: z.literal("type-span"),
      types: z.array(z.enum(dutyTypes)).min(2),
      min: z.number().int().min(2),
    }),
    z.object({
      check: z.literal("supplier-share"),
      by: z.enum(["requester", "department"]),
      permille,
      minCases: z.number().int().min(1),
    }),
    z.object({
      check: z.literal("single-source"),
      permille,
      minCases: z.number().int().min(1),
      months: z.number().int().min(1),
    }),
  ]),
} as const;
export type Kind = keyof typeof kindSchemas;
export const kinds = Object.keys(kindSchemas) as Kind[];
export type Parameters<K extends Kind> = z.infer<(typeof kindSchemas)[K]>;

export const kindNames: Record<Kind, { zh: string; en: string }> = {
  "separate-duties": { zh: "同件分离", en: "Separate duties in a case" },
  "never-together": { zh: "不得兼任", en: "Never held together" },
  "same-person": { zh: "同人办理", en: "Same person" },
  "separate-units": { zh: "部门分离", en: "Separate units" },
  "two-person": { zh: "双人办理", en: "Two persons" },
  seniority: { zh: "逐级审批", en: "Seniority" },
  "within-authority": { zh: "权限之内", en: "Within authority" },
  sequence: { zh: "办理次序", en: "Sequence" },
  "split-amount": { zh: "化整为零", en: "Splitting" },
  relation: { zh: "回避", en: "Recusal" },
  absence: { zh: "在岗", en: "Presence" },
  tenure: { zh: "任期轮岗", en: "Tenure" },
  tempo: { zh: "节奏异常", en: "Tempo" },
  concentration: { zh: "集中度", en: "Concentration" },
};
