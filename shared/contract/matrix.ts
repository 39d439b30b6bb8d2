// Calls about the authority matrix: the grid on any day with its design check. Edits go through `sheets`.
import { z } from "zod";
import { areaSchema, dutyTypes } from "../domain/duty.ts";
import { editSchema } from "../domain/edit.ts";
import { levelSchema } from "../domain/organisation.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { designCalls, designFindingSchema } from "./design.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";
import { writtenSchema } from "./sheets.ts";

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

const grantedSchema = z.object({
  authorityId: z.string(),
  code: z.string(),
  over: z.number().int().nullable(),
  upTo: z.number().int().nullable(),
  from: daySchema,
  until: daySchema.nullable(),
  isCollective: z.boolean(),
  docNo: z.string().nullable(),
});
export const whoCouldSchema = z.object({
  day: daySchema,
  /** Corrections approved after that day which it rests on. */
  recordedAfterwards: z.array(textSchema),
  steps: z.array(
    z.object({
      matterId: z.string(),
      matterName: z.string(),
      stepId: z.string(),
      stepName: z.string(),
      people: z.array(
        z.object({
          person: personNameSchema,
          /** The post that gives it; null: granted to the person. */
          postName: z.string().nullable(),
          /** By delegation: who lent it. */
          from: personNameSchema.nullable(),
          authority: grantedSchema,
        }),
      ),
      /** Posts with authority at that amount that nobody holds on that day. */
      emptyPosts: z.array(z.string()),
      /** "付款审批：局长 高志远（≤100 万元，青财〔2016〕3号）" */
      sentence: textSchema,
    }),
  ),
});
export type WhoCould = z.infer<typeof whoCouldSchema>;

/** One entry of the journal that touched a cell: what the authority said before and after. */
export const cellChangeSchema = z.object({
  seq: z.number().int(),
  at: z.number().int(),
  actor: z.string(),
  action: z.string(),
  summary: textSchema,
  /** The entry that took it back. */
  undoneBy: z.number().int().nullable(),
  authorityId: z.string(),
  before: grantedSchema.nullable(),
  after: grantedSchema.nullable(),
});
export type CellChange = z.infer<typeof cellChangeSchema>;

const readers = ["configurator", "reviewer", "auditor", "scheduler"] as const;

export const matrix = {
  ...designCalls,
  /** Writes a list of edits as one change, from `day` on (docs/authority.md); or into the open draft. */
  apply: write({
    needs: ["configurator", "scheduler"],
    input: z.object({
      edits: z.array(editSchema).min(1).max(5000),
      day: daySchema,
      /** What the journal calls it; null: made from the edits. */
      name: textSchema.nullable().default(null),
    }),
    output: writtenSchema,
  }),
  /** Who may do the steps of one type at an amount on a day, and why. */
  whoCould: read({
    needs: readers,
    input: z.object({
      day: daySchema,
      knownOn: daySchema.nullable().default(null),
      area: areaSchema.nullable().default(null),
      matterId: z.string().nullable().default(null),
      dutyType: z.enum(dutyTypes).default("authorise"),
      /** Null: whatever the amount. */
      amount: z.number().int().nullable().default(null),
    }),
    output: whoCouldSchema,
  }),
  /** Who changed what a holder may do at a step, when and on which document; newest first. */
  history: read({
    needs: readers,
    input: z.object({
      stepId: z.string(),
      /** One of them; the other null. */
      postId: z.string().nullable(),
      personId: z.string().nullable(),
    }),
    output: z.object({ changes: z.array(cellChangeSchema) }),
  }),
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
