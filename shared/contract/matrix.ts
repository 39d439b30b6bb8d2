// Calls about the authority matrix: the grid on any day with its design check. Edits go through `sheets`.
import { z } from "zod";
import { evidenceSchema, severities } from "../domain/conflict.ts";
import { areaSchema, dutyTypes } from "../domain/duty.ts";
import { levelSchema } from "../domain/organisation.ts";
import { textSchema } from "../domain/text.ts";
import { read } from "./call.ts";
import { daySchema } from "./receipt.ts";

export const personNameSchema = z.object({ id: z.string(), staffNo: z.string(), name: z.string() });
export type PersonName = z.infer<typeof personNameSchema>;

export const designFindingSchema = z.object({
  /** conflict: a person could breach a rule; gap: nobody can act; ladder: amounts uncovered or twice covered. */
  type: z.enum(["conflict", "gap", "ladder", "sole-holder", "expiry"]),
  ruleId: z.string().nullable(),
  severity: z.enum(severities),
  matterId: z.string().nullable(),
  stepIds: z.array(z.string()),
  postIds: z.array(z.string()),
  personIds: z.array(z.string()),
  authorityIds: z.array(z.string()),
  evidence: z.array(evidenceSchema),
  sentence: textSchema,
});
export type DesignFinding = z.infer<typeof designFindingSchema>;

export const matrixViewSchema = z.object({
  day: daySchema,
  matters: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      area: areaSchema,
      cases: z.number().int(),
      steps: z.array(
        z.object({
          id: z.string(),
          code: z.string(),
          name: z.string(),
          position: z.number().int(),
          duty: z.string(),
          dutyName: textSchema,
          dutyType: z.enum(dutyTypes),
          isRequired: z.boolean(),
        }),
      ),
    }),
  ),
  posts: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      level: levelSchema,
      department: z.string(),
      isKey: z.boolean(),
      holders: z.array(personNameSchema),
    }),
  ),
  cells: z.array(
    z.object({
      authorityId: z.string(),
      code: z.string(),
      stepId: z.string(),
      postId: z.string().nullable(),
      person: personNameSchema.nullable(),
      level: levelSchema.nullable(),
      over: z.number().int().nullable(),
      upTo: z.number().int().nullable(),
      from: daySchema,
      until: daySchema.nullable(),
      grant: z.enum(["general", "special", "temporary"]),
      isCollective: z.boolean(),
      isSubDelegable: z.boolean(),
      docNo: z.string().nullable(),
    }),
  ),
  findings: z.array(designFindingSchema),
});
export type MatrixView = z.infer<typeof matrixViewSchema>;

export const matrix = {
  view: read({
    needs: ["configurator", "reviewer", "auditor", "scheduler"],
    input: z.object({
      day: daySchema,
      knownOn: daySchema.nullable().default(null),
      area: areaSchema.nullable().default(null),
      matterId: z.string().nullable().default(null),
    }),
    output: matrixViewSchema,
  }),
};
