// The papers of a rotation: handovers with their items and signatures, notices, follow-ups (docs/handover.md).
import { z } from "zod";

export const handoverStates = ["planned", "running", "ready", "signed", "closed", "retracted"] as const;
export type HandoverState = (typeof handoverStates)[number];

/** An open case, and the ten kinds of things of norms §4.4. */
export const itemTypes = [
  "case",
  "contracts",
  "seals",
  "keys",
  "accounts",
  "ledgers",
  "files",
  "claims",
  "risks",
  "passwords",
  "access",
] as const;
export type ItemType = (typeof itemTypes)[number];
export const standingItemTypes: readonly ItemType[] = itemTypes.filter((type) => type !== "case");
/** none: does not apply. */
export const itemStates = ["open", "done", "none"] as const;

export const handoverItemSchema = z.object({
  key: z.string(),
  type: z.enum(itemTypes),
  /** What it is in particular: a case no., "财务专用章"; empty: the kind as such. */
  title: z.string(),
  caseId: z.string().nullable(),
  state: z.enum(itemStates),
  remark: z.string(),
  by: z.string().nullable(),
  at: z.number().int().nullable(),
});
export type HandoverItem = z.infer<typeof handoverItemSchema>;

export const signatureRoles = ["giver", "taker", "witness"] as const;
export type SignatureRole = (typeof signatureRoles)[number];
export const signatureSchema = z.object({
  role: z.enum(signatureRoles),
  personId: z.string(),
  /** The operator who recorded it. */
  by: z.string(),
  at: z.number().int(),
  /** The operator is that person; else it was signed on paper. */
  isOwn: z.boolean(),
});
export type Signature = z.infer<typeof signatureSchema>;
const doneSchema = z.object({ by: z.string(), at: z.number().int() });

export const handoverBodySchema = z.object({
  planId: z.string().nullable(),
  setId: z.string().nullable(),
  chain: z.number().int(),
  witnessId: z.string().nullable().default(null),
  /** By whom and on what paper the head of the unit named the witness in their stead. */
  witnessBasis: z.string().default(""),
  items: z.array(handoverItemSchema).default([]),
  signatures: z.array(signatureSchema).default([]),
  /** Special grants that stay with the giver, with the reason. */
  kept: z.array(doneSchema.extend({ authorityId: z.string(), reason: z.string() })).default([]),
  reopened: z.array(doneSchema.extend({ reason: z.string() })).default([]),
  started: doneSchema.nullable().default(null),
  closed: doneSchema.nullable().default(null),
  remark: z.string().default(""),
});
export type HandoverBody = z.infer<typeof handoverBodySchema>;
export interface Handover {
  id: string;
  giverId: string;
  postId: string;
  takerId: string | null;
  /** The taker arrives. */
  from: string;
  lastDay: string;
  state: HandoverState;
  body: HandoverBody;
}

export const noticeRoles = ["mover", "leaver", "head-from", "head-to"] as const;
export type NoticeRole = (typeof noticeRoles)[number];
export const noticeStates = ["due", "issued", "acknowledged", "retracted"] as const;
export type NoticeState = (typeof noticeStates)[number];
export const noticeBodySchema = z.object({
  /** retraction: the move that was told of will not take place. */
  kind: z.enum(["move", "retraction"]),
  role: z.enum(noticeRoles),
  fromPostId: z.string().nullable(),
  toPostId: z.string().nullable(),
  chain: z.number().int(),
  planId: z.string().nullable(),
  setId: z.string().nullable(),
  issued: doneSchema.extend({ on: z.string() }).nullable().default(null),
  acknowledged: doneSchema.extend({ on: z.string() }).nullable().default(null),
});
export interface Notice {
  id: string;
  moverId: string;
  recipientId: string;
  moveDay: string;
  dueOn: string;
  state: NoticeState;
  body: z.infer<typeof noticeBodySchema>;
}

export const followUpKinds = ["exit-review", "special-audit", "three-month-check"] as const;
export type FollowUpKind = (typeof followUpKinds)[number];
export const followUpStates = ["open", "done", "retracted"] as const;
export const followUpBodySchema = z.object({
  handoverId: z.string().nullable(),
  planId: z.string().nullable(),
  /** Why it was asked for, in the words of whoever asked; empty: by rule. */
  reason: z.string().default(""),
  result: z.string().default(""),
  done: doneSchema.nullable().default(null),
});
export interface FollowUp {
  id: string;
  kind: FollowUpKind;
  personId: string;
  postId: string;
  dueOn: string;
  state: (typeof followUpStates)[number];
  body: z.infer<typeof followUpBodySchema>;
}
