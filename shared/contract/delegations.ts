// Calls about delegations: what is lent to whom until when, what somebody could lend, and what the receiver would then hold.
import { z } from "zod";
import { dutyTypes } from "../domain/duty.ts";
import { textSchema } from "../domain/text.ts";
import { read, write } from "./call.ts";
import { designFindingSchema } from "./design.ts";
import { personNameSchema } from "./person-name.ts";
import { daySchema } from "./receipt.ts";
import { changeSchema } from "./sheets.ts";

const readers = ["configurator", "reviewer", "scheduler", "auditor"] as const;

export const lentAuthoritySchema = z.object({
  id: z.string(),
  code: z.string(),
  matterId: z.string(),
  matter: z.string(),
  stepId: z.string(),
  step: z.string(),
  dutyType: z.enum(dutyTypes),
  /** (over, upTo] in fen; null: no bound. */
  over: z.number().int().nullable(),
  upTo: z.number().int().nullable(),
  /** The post that it belongs to; null: a grant to a person. */
  post: z.string().nullable(),
  from: daySchema,
  until: daySchema.nullable(),
});
export type LentAuthority = z.infer<typeof lentAuthoritySchema>;

export const delegationStates = ["running", "coming", "ended"] as const;
export const delegationRowSchema = z.object({
  id: z.string(),
  authority: lentAuthoritySchema,
  giver: personNameSchema,
  receiver: personNameSchema,
  from: daySchema,
  /** Half-open; null only in rows recorded before an end was asked for. */
  until: daySchema.nullable(),
  docNo: z.string().nullable(),
  reason: z.string().nullable(),
  endReason: z.string().nullable(),
  /** On the day asked. */
  state: z.enum(delegationStates),
  /** Days until its last day while it runs: 0 on the last day itself; else null. */
  daysLeft: z.number().int().nullable(),
  renewalsLeft: z.number().int(),
  /** What the definition asks and the row lacks, while it runs or is to come: pending a look, not a finding of fault. */
  lacks: z.array(textSchema),
});
export type DelegationRow = z.infer<typeof delegationRowSchema>;

export const delegationLimitsSchema = z.object({
  longestDays: z.number().int().min(1).max(366),
  renewals: z.number().int().min(0).max(12),
});

export const heldAuthoritySchema = z.object({
  authority: lentAuthoritySchema,
  how: z.enum(["own", "on-loan", "by-this"]),
});
export type HeldAuthority = z.infer<typeof heldAuthoritySchema>;

export const delegations = {
  /** In order: running by their end, coming by their first day, ended with the last one first. */
  list: read({
    needs: readers,
    input: z.object({ day: daySchema, knownOn: daySchema.nullable().default(null) }),
    output: z.object({
      rows: z.array(delegationRowSchema),
      limits: delegationLimitsSchema,
      /** Ids of those whose last day is within seven days. */
      endingSoon: z.array(z.string()),
    }),
  }),
  /** What the person may lend on that day: their own, and loans of what may be lent on. */
  lendable: read({
    needs: readers,
    input: z.object({ personId: z.string(), day: daySchema }),
    output: z.object({ authorities: z.array(lentAuthoritySchema) }),
  }),
  /** Reads only, of a new one: what speaks against it, what the receiver would hold together, which conflicts could come of it. */
  preview: read({
    needs: readers,
    input: z.object({
      /** One paper may lend several. */
      authorityIds: z.array(z.string()).min(1).max(200),
      fromPersonId: z.string(),
      toPersonId: z.string(),
      from: daySchema,
      until: daySchema.nullable(),
      docNo: z.string().nullable().default(null),
      reason: z.string().nullable().default(null),
    }),
    output: z.object({
      /** By column key of the sheet, as saving would refuse them; named by the authority where not all are meant. */
      problems: z.array(z.object({ key: z.string(), message: textSchema })),
      /** On its first day, or today where that is later. */
      day: daySchema,
      holds: z.array(heldAuthoritySchema),
      /** Standing duties of the receiver's posts beside them, in words. */
      standing: z.array(textSchema),
      /** Potential conflicts of the receiver that are not there without it. */
      appearing: z.array(designFindingSchema),
    }),
  }),
  /** How long one may run and how often it may be renewed: the unit's own rule. */
  setLimits: write({
    needs: ["configurator"],
    input: delegationLimitsSchema,
    output: z.object({ change: changeSchema }),
  }),
};
