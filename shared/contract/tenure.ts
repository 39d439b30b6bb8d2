// Calls about the tenure ledger: its lines with concerns, the unit's policies, exemptions with their evidence.
import { z } from "zod";
import { assignmentKinds, riskGradeSchema } from "../domain/organisation.ts";
import { tenureStates } from "../domain/rotation.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { personNameSchema } from "./person-name.ts";
import { postNameSchema } from "./plan.ts";
import { daySchema } from "./receipt.ts";
import { changeSchema } from "./sheets.ts";

const readers = ["scheduler", "auditor", "configurator", "reviewer"] as const;
const words = (most: number) => z.string().trim().min(1).max(most);
const asked = z.object({
  day: daySchema.nullable().default(null),
  knownOn: daySchema.nullable().default(null),
});

export const concernSchema = z.object({
  kind: z.string(),
  since: daySchema,
  /** The exemption or forced leave that it is about. */
  aboutId: z.string().nullable(),
  sentence: textSchema,
});
/** The unit's own rule as it holds for one post, and where it comes from. */
export const heldPolicySchema = z.object({
  source: z.enum(["own", "post", "grade", "none"]),
  limitMonths: z.number().int().nullable(),
  minStayMonths: z.number().int().nullable(),
  coolingOffMonths: z.number().int(),
  noticeDays: z.number().int().nullable(),
  overlapDays: z.number().int(),
});
export const ledgerLineSchema = z.object({
  person: personNameSchema,
  post: postNameSchema,
  riskGrade: riskGradeSchema.nullable(),
  startedOn: daySchema,
  /** First day away of a term left by a change; else null. */
  leftOn: daySchema.nullable(),
  limitMonths: z.number().int().nullable(),
  policy: heldPolicySchema,
  dueOn: daySchema.nullable(),
  state: z.enum(tenureStates),
  daysLeft: z.number().int().nullable(),
  exemption: z.object({ id: z.string(), last: daySchema }).nullable(),
  /** What the term is made of, by day; last days are inclusive. */
  services: z.array(
    z.object({
      post: z.string(),
      kind: z.enum(assignmentKinds),
      from: daySchema,
      last: daySchema.nullable(),
    }),
  ),
  concerns: z.array(concernSchema),
});
export type LedgerLineRow = z.infer<typeof ledgerLineSchema>;

export const policyRowSchema = z.object({
  /** Null: a risk grade without a policy. */
  id: z.string().nullable(),
  riskGrade: riskGradeSchema,
  post: postNameSchema.nullable(),
  limitMonths: z.number().int().nullable(),
  minStayMonths: z.number().int().nullable(),
  coolingOffMonths: z.number().int().nullable(),
  noticeDays: z.number().int().nullable(),
  /** Null: the usual five. */
  overlapDays: z.number().int().nullable(),
  /** Key posts in force that it governs. */
  posts: z.number().int(),
});
export type PolicyRow = z.infer<typeof policyRowSchema>;

export const evidenceSchema = z.object({
  id: z.string(),
  doneOn: daySchema,
  doneBy: z.string(),
  found: z.string(),
  docNo: z.string().nullable(),
});
export const exemptionRowSchema = z.object({
  id: z.string(),
  person: personNameSchema,
  post: postNameSchema,
  from: daySchema,
  /** Half-open, as everywhere. */
  until: daySchema,
  state: z.enum(["running", "coming", "ended"]),
  /** Days until its last day while it runs; else null. */
  daysLeft: z.number().int().nullable(),
  reason: z.string(),
  docNo: z.string().nullable(),
  approver: z.string().nullable(),
  reviewOn: daySchema.nullable(),
  compensatingControl: z.string(),
  endReason: z.string().nullable(),
  everyMonths: z.number().int(),
  periods: z.array(
    z.object({
      from: daySchema,
      until: daySchema,
      state: z.enum(["done", "missing", "running", "coming"]),
      evidence: evidenceSchema.nullable(),
    }),
  ),
  concerns: z.array(concernSchema),
});
export type ExemptionRow = z.infer<typeof exemptionRowSchema>;

export const tenure = {
  ledger: read({
    needs: readers,
    input: asked,
    output: z.object({ day: daySchema, lines: z.array(ledgerLineSchema) }),
  }),
  policies: read({
    needs: readers,
    input: asked,
    output: z.object({
      rows: z.array(policyRowSchema),
      /** Key posts in force, for which a policy of their own may be set. */
      posts: z.array(postNameSchema.extend({ riskGrade: riskGradeSchema.nullable() })),
    }),
  }),
  /** Running ones by their end, then coming, then ended. */
  exemptions: read({
    needs: readers,
    input: asked,
    output: z.object({ day: daySchema, rows: z.array(exemptionRowSchema) }),
  }),
  /** That the control of an exemption, or the audit of a forced leave, was carried out for the period that begins on `from`. */
  addEvidence: write({
    needs: ["scheduler", "auditor"],
    input: z.object({
      subjectId: z.string(),
      from: daySchema,
      doneOn: daySchema,
      doneBy: words(100),
      found: words(2000),
      docNo: z.string().trim().max(200).nullable().default(null),
    }),
    output: z.object({ id: z.string(), change: changeSchema }),
  }),
  /** Takes evidence back as a mistake; the journal keeps it. */
  dropEvidence: write({
    needs: ["scheduler", "auditor"],
    input: z.object({ id: z.string(), reason: words(500) }),
    output: z.object({ change: changeSchema }),
  }),
};
