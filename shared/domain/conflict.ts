// A breach of one rule by one subject, with its evidence; and what has become of it.
import { z } from "zod";
import { textSchema } from "./text.ts";

export const conflictBases = ["potential", "actual"] as const;
/** potential: could happen by what people hold; actual: the log shows it. Never mixed. */
export type ConflictBasis = (typeof conflictBases)[number];
export const severities = ["high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

export const evidenceKinds = [
  "approval",
  "assignment",
  "post-duty",
  "authority",
  "delegation",
  "relation",
  "absence",
  "case",
  "person",
] as const;
export const evidenceSchema = z.object({ kind: z.enum(evidenceKinds), id: z.string() });
export type Evidence = z.infer<typeof evidenceSchema>;

/** What an evaluation finds. `identity` = rule id, group key, subject, anchor; neither evidence nor rule version. */
export const findingSchema = z.object({
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  groupKey: z.string(),
  subject: z.string(),
  /** "" for case kinds; an approval's natural key; the first day of a term or overlap; a first case. */
  anchor: z.string(),
  basis: z.enum(conflictBases),
  severity: z.enum(severities),
  personIds: z.array(z.string()),
  caseIds: z.array(z.string()),
  matterId: z.string().nullable(),
  departmentId: z.string().nullable(),
  /** Fen at stake: each case counted once; null where no amount is known. */
  amount: z.number().int().nullable(),
  /** The day of the act or fact that completed it. */
  day: z.string(),
  /** Term or overlap of the holding that clashes, half-open; null for kinds judged by acts. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** In the order in which a reader should see them. */
  evidence: z.array(evidenceSchema),
  /** One plain sentence. */
  sentence: textSchema,
});
export type Finding = z.infer<typeof findingSchema>;

export const identityOf = (finding: Pick<Finding, "ruleId" | "groupKey" | "subject" | "anchor">): string =>
  JSON.stringify([finding.ruleId, finding.groupKey, finding.subject, finding.anchor]);

export const conflictStates = ["open", "closed-by-facts"] as const;
export type ConflictState = (typeof conflictStates)[number];

/** A rule that could not be applied, and why: it is counted, never passed over. */
export interface NotApplicable {
  ruleId: string;
  reason: z.infer<typeof textSchema>;
}
