// A rule as data: its kind with parameters, where it applies, its citation, and an example that proves it.
import { z } from "zod";
import { severities } from "./conflict.ts";
import { areaSchema } from "./duty.ts";
import { relationTypes } from "./organisation.ts";
import { textSchema } from "./text.ts";

const duties = z.array(z.string().min(1)).min(2);
const heldLimit = z.number().int().min(1);

/** Parameters by kind; `docs/rules/kinds.md` is their exact meaning. Amounts are fen. */
export const kindSchemas = {
  "separate-duties": z.object({ duties, maxHeld: heldLimit }),
  "never-together": z.object({ duties, maxHeld: heldLimit }),
  "two-person": z.object({
    duty: z.string().min(1),
    minPersons: z.number().int().min(2),
    isOdd: z.boolean().default(false),
    quietDays: z.number().int().min(1).default(90),
  }),
  "within-authority": z.object({
    reasons: z
      .array(
        z.enum(["no-post", "no-authority", "outside-days", "over-amount", "sub-delegated", "no-collective"]),
      )
      .min(1),
  }),
  sequence: z.discriminatedUnion("check", [
    z.object({ check: z.literal("order") }),
    z.object({ check: z.literal("missing"), quietDays: z.number().int().min(1).default(90) }),
    z.object({ check: z.literal("before"), earlier: z.string().min(1), later: z.string().min(1) }),
    z.object({ check: z.literal("back-dated"), lagDays: z.number().int().min(0) }),
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
      ceiling: z.number().int().positive(),
      /** Lower edge in permille of the ceiling: 900 means over 90 %. */
      nearPermille: z.number().int().min(0).max(999),
      windowDays: z.number().int().min(1),
      minCases: z.number().int().min(2),
    }),
  ]),
  relation: z.object({
    duties: z.array(z.string()),
    counterpart: z.enum(["actor", "supplier"]),
    otherDuties: z.array(z.string()),
    types: z.array(z.enum(relationTypes)).min(1),
    lookbackYears: z.number().int().min(0),
  }),
  absence: z.object({ reasons: z.array(z.enum(["absent", "before-joining", "after-leaving"])).min(1) }),
  tenure: z.object({
    check: z.enum(["limit", "cooling-off"]),
    gapMonths: z.number().int().min(0).default(12),
  }),
} as const;
export type Kind = keyof typeof kindSchemas;
export const kinds = Object.keys(kindSchemas) as Kind[];
export type Parameters<K extends Kind> = z.infer<(typeof kindSchemas)[K]>;

export const evidenceMarks = ["text", "secondary", "recalled", "practice", "unit"] as const;
/** 原文已核 / 转引 / 待核原文 / 常见做法 / 本单位规定. Only text and secondary may be shown as a citation. */
export type EvidenceMark = (typeof evidenceMarks)[number];
export const citationSchema = z.object({
  /** Document and article as users quote it. */
  source: z.string().min(1),
  mark: z.enum(evidenceMarks),
  /** law, regulation, dept_rule, standard, enterprise_guideline, local_practice, unit_rule, practice. */
  authority: z.string(),
});

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const common = {
  id: z.string().min(1).max(40),
  version: z.number().int().min(1),
  area: areaSchema,
  title: textSchema,
  /** One plain sentence of what is asked and why. */
  plain: textSchema,
  severity: z.enum(severities),
  citation: citationSchema,
  /** Only cases of these areas / matters (codes); null: everywhere the duties occur. */
  scope: z.object({ areas: z.array(areaSchema).nullable(), matters: z.array(z.string()).nullable() }),
  /** Half-open days between which this version applies; null: unbounded. */
  inForce: z.object({ from: day.nullable(), until: day.nullable() }),
};
const ruleOf = <K extends Kind>(kind: K) =>
  z.object({ ...common, kind: z.literal(kind), parameters: kindSchemas[kind] });

export const ruleSchema = z.discriminatedUnion("kind", [
  ruleOf("separate-duties"),
  ruleOf("never-together"),
  ruleOf("two-person"),
  ruleOf("within-authority"),
  ruleOf("sequence"),
  ruleOf("split-amount"),
  ruleOf("relation"),
  ruleOf("absence"),
  ruleOf("tenure"),
]);
export type Rule = z.infer<typeof ruleSchema>;
export type RuleOf<K extends Kind> = Extract<Rule, { kind: K }>;

export const kindNames: Record<Kind, { zh: string; en: string }> = {
  "separate-duties": { zh: "同件分离", en: "Separate duties in a case" },
  "never-together": { zh: "不得兼任", en: "Never held together" },
  "two-person": { zh: "双人办理", en: "Two persons" },
  "within-authority": { zh: "权限之内", en: "Within authority" },
  sequence: { zh: "办理次序", en: "Sequence" },
  "split-amount": { zh: "化整为零", en: "Splitting" },
  relation: { zh: "回避", en: "Recusal" },
  absence: { zh: "在岗", en: "Presence" },
  tenure: { zh: "任期轮岗", en: "Tenure" },
};
