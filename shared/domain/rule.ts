// A rule as data: its kind with parameters, where it applies, its citation, and what the gate does about it.
import { z } from "zod";
import { severities } from "./conflict.ts";
import { isDay } from "./day.ts";
import { areaSchema } from "./duty.ts";
import { type Kind, kindSchemas } from "./rule-kinds.ts";
import { textSchema } from "./text.ts";

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
export type Citation = z.infer<typeof citationSchema>;

export const effects = ["refuse", "warn", "note"] as const;
/** refuse: the gate says no; warn: it says so and lets pass; note: it is only noted (monitor). */
export type Effect = (typeof effects)[number];

const day = z.string().refine(isDay);
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
  /** What the gate does; null: by kind, severity and evidence mark. Setting it is the unit's adoption of the rule. */
  effect: z.enum(effects).nullable().default(null),
  /** Another rule that asks the same: while that one is in use this one is its further source, not a check of its own. */
  sameCheckAs: z.string().min(1).max(40).nullable().default(null),
  /** Half-open days between which this version applies; null: unbounded. */
  inForce: z.object({ from: day.nullable(), until: day.nullable() }),
};
const ruleOf = <K extends Kind>(kind: K) =>
  z.object({ ...common, kind: z.literal(kind), parameters: kindSchemas[kind] });

export const ruleSchema = z.discriminatedUnion("kind", [
  ruleOf("separate-duties"),
  ruleOf("never-together"),
  ruleOf("same-person"),
  ruleOf("separate-units"),
  ruleOf("two-person"),
  ruleOf("seniority"),
  ruleOf("within-authority"),
  ruleOf("sequence"),
  ruleOf("split-amount"),
  ruleOf("relation"),
  ruleOf("absence"),
  ruleOf("tenure"),
  ruleOf("tempo"),
  ruleOf("concentration"),
]);
export type Rule = z.infer<typeof ruleSchema>;
export type RuleOf<K extends Kind> = Extract<Rule, { kind: K }>;
