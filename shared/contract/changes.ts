// Calls about change sets: drafts and branches, their simulated effect, and the second person's decision.
import { z } from "zod";
import { changeSetStates, editSchema } from "../domain/edit.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { designFindingSchema } from "./design.ts";
import { daySchema } from "./receipt.ts";
import { changeSchema } from "./sheets.ts";

const readers = ["configurator", "reviewer", "scheduler", "auditor"] as const;
const makers = ["configurator", "scheduler"] as const;

export const changeSetSchema = z.object({
  id: z.string(),
  /** TZ-YYYY-NNN */
  number: z.string(),
  name: z.string(),
  state: z.enum(changeSetStates),
  /** Sets of one group are branches of one question. */
  branchGroup: z.string().nullable(),
  /** From when it is to hold. */
  day: daySchema,
  /** From when it holds (approved), or would hold if it were approved today. */
  effectiveDay: daySchema,
  /** Its day is earlier than its submission: it also changes past days, and needs a reason and a document no. */
  isCorrection: z.boolean(),
  /** The journal entry that it is to undo. */
  undoOf: z.number().int().nullable(),
  /** The rotation plan whose moves it carries out. */
  planId: z.string().nullable(),
  /** The journal entry that wrote its rows; null until approved. */
  approvedIn: z.number().int().nullable(),
  reason: z.string(),
  docNo: z.string().nullable(),
  baseSeq: z.number().int(),
  madeBy: z.string(),
  madeAt: z.number().int(),
  submittedBy: z.string().nullable(),
  submittedAt: z.number().int().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.number().int().nullable(),
  /** Why it was rejected or withdrawn. */
  decision: z.string().nullable(),
  editCount: z.number().int(),
});
export type ChangeSet = z.infer<typeof changeSetSchema>;

/** One edit as people read it. */
export const editLineSchema = z.object({
  /** Sheet kind and row id, or "rule" and rule id: what `dropEdit` names. */
  key: z.string(),
  edit: editSchema,
  /** "机关采购项目 · 付款审批 · 财务科长: ≤ 5 万元 → ≤ 10 万元" */
  sentence: textSchema,
  /** The same in columns: 新增 · 更改 · 终止 · 移除 · 规则 · 停用, what, and of what differs before and after. */
  words: z.object({
    act: textSchema,
    title: textSchema,
    before: textSchema.nullable(),
    after: textSchema.nullable(),
  }),
  /** The row or rule has changed since the base. */
  isStale: z.boolean(),
  /** What somebody else made of it since, where it is stale. */
  sinceBase: textSchema.nullable(),
});

/** Staffing of one matter and tier, before and after. */
export const staffingShiftSchema = z.object({
  matterId: z.string(),
  matterName: z.string(),
  upTo: z.number().int().nullable(),
  before: z.enum(["staffed", "impossible", "undecided"]),
  after: z.enum(["staffed", "impossible", "undecided"]),
  minimumBefore: z.number().int().nullable(),
  minimumAfter: z.number().int().nullable(),
});
export type StaffingShift = z.infer<typeof staffingShiftSchema>;
export const effectSchema = z.object({
  /** The head it was simulated on. */
  headSeq: z.number().int(),
  day: daySchema,
  appearing: z.array(designFindingSchema),
  vanishing: z.array(designFindingSchema),
  remaining: z.number().int(),
  /** Only those that differ. */
  staffing: z.array(staffingShiftSchema),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      staffNo: z.string(),
      gains: z.array(textSchema),
      loses: z.array(textSchema),
    }),
  ),
  endingDelegations: z.array(z.object({ id: z.string(), sentence: textSchema })),
});
export type Effect = z.infer<typeof effectSchema>;

export const changes = {
  list: read({
    needs: readers,
    input: z.object({ states: z.array(z.enum(changeSetStates)).nullable().default(null) }),
    output: z.object({ sets: z.array(changeSetSchema) }),
  }),
  view: read({
    needs: readers,
    input: z.object({ id: z.string() }),
    output: z.object({
      set: changeSetSchema,
      edits: z.array(editLineSchema),
      /** Stored with submission and approval; null while a draft. */
      effect: effectSchema.nullable(),
      /** Null: the current operator may do it now; else why not. Approving and rejecting are allowed to the same people. */
      may: z.object({
        edit: textSchema.nullable(),
        submit: textSchema.nullable(),
        approve: textSchema.nullable(),
        withdraw: textSchema.nullable(),
        /** A new draft with the same edits. */
        copy: textSchema.nullable(),
      }),
      /** What still keeps it from being submitted or approved, whoever asks: days, a missing reason or document no. */
      lacks: z.array(textSchema),
      history: z.array(
        z.object({
          act: z.enum(["submit", "withdraw", "reject", "approve", "supersede"]),
          by: z.string(),
          at: z.number().int(),
          words: z.string(),
        }),
      ),
      branches: z.array(changeSetSchema),
    }),
  }),
  /**
   * A new draft; `copyOf`: with the edits of another set, whoever made them staying makers; `branchOf`: as a branch
   * beside it (beside a draft, or a set that has branches).
   */
  start: write({
    needs: makers,
    input: z.object({
      name: z.string().min(1).max(200),
      day: daySchema,
      reason: z.string().max(2000).default(""),
      docNo: z.string().max(200).nullable().default(null),
      edits: z.array(editSchema).default([]),
      copyOf: z.string().nullable().default(null),
      branchOf: z.string().nullable().default(null),
    }),
    output: z.object({ id: z.string(), number: z.string(), change: changeSchema }),
  }),
  /** Changes name, day, reason, document no. of a draft. */
  describe: write({
    needs: makers,
    input: z.object({
      id: z.string(),
      name: z.string().min(1).max(200),
      day: daySchema,
      reason: z.string().max(2000),
      docNo: z.string().max(200).nullable(),
    }),
    output: z.object({ change: changeSchema }),
  }),
  /** Puts edits into a draft (an end of a row that the draft saves is put into the save); each replaces the one of the same row or rule. Values are checked as `sheets.save` checks them. */
  edit: write({
    needs: makers,
    input: z.object({ id: z.string(), edits: z.array(editSchema).min(1) }),
    output: z.object({ change: changeSchema }),
  }),
  dropEdit: write({
    needs: makers,
    input: z.object({ id: z.string(), keys: z.array(z.string()).min(1) }),
    output: z.object({ change: changeSchema }),
  }),
  /** Reads only; the effect on today's head. */
  simulate: read({
    needs: readers,
    isLong: true,
    input: z.object({ id: z.string() }),
    output: effectSchema,
  }),
  /** Faults: `stale` a row or rule was changed since the base; `invalid` what `lacks` says. */
  submit: write({
    needs: makers,
    isLong: true,
    input: z.object({ id: z.string() }),
    output: z.object({ change: changeSchema }),
  }),
  withdraw: write({
    needs: makers,
    input: z.object({ id: z.string(), reason: z.string().max(2000) }),
    output: z.object({ change: changeSchema }),
  }),
  reject: write({
    needs: ["reviewer"],
    input: z.object({ id: z.string(), reason: z.string().min(1).max(2000) }),
    output: z.object({ change: changeSchema }),
  }),
  /** Writes the rows. `headSeq`, `day`: of the effect that the reviewer saw; another head, or another day since, answers `stale`. */
  approve: write({
    needs: ["reviewer"],
    isLong: true,
    input: z.object({ id: z.string(), headSeq: z.number().int(), day: daySchema.nullable().default(null) }),
    output: z.object({ change: changeSchema }),
  }),
  /**
   * Takes today's head as the base of a draft, after the differences were seen: where a cell was changed since and the
   * edit does not change it, the edit takes the new value.
   */
  rebase: write({
    needs: makers,
    input: z.object({ id: z.string() }),
    output: z.object({ change: changeSchema }),
  }),
};
