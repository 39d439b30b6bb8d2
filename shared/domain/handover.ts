// The papers of a rotation: handovers with their items and signatures, notices, follow-ups (docs/handover.md).
import { z } from "zod";
import type { Text } from "./text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

export const handoverStates = ["planned", "running", "ready", "signed", "closed", "retracted"] as const;
export type HandoverState = (typeof handoverStates)[number];
export const handoverStateNames: Record<HandoverState, Text> = {
  planned: text("待开始", "planned"),
  running: text("办理中", "running"),
  ready: text("待签字", "ready to sign"),
  signed: text("已签字", "signed"),
  closed: text("已办结", "closed"),
  retracted: text("已撤销", "retracted"),
};

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
export const itemTypeNames: Record<ItemType, Text> = {
  case: text("在办业务", "open case"),
  contracts: text("合同协议", "contracts"),
  seals: text("印章印鉴", "seals"),
  keys: text("钥匙、U盾与令牌", "keys and tokens"),
  accounts: text("账户与系统权限", "accounts and permissions"),
  ledgers: text("账簿台账", "ledgers"),
  files: text("文件档案", "files"),
  claims: text("债权债务与往来款项", "claims and debts"),
  risks: text("未了风险与遗留问题", "pending risks"),
  passwords: text("密码口令已更换", "passwords changed"),
  access: text("系统访问已收回", "system access removed"),
};
export const standingItemTypes: readonly ItemType[] = itemTypes.filter((type) => type !== "case");
/** none: does not apply. */
export const itemStates = ["open", "done", "none"] as const;
export type ItemState = (typeof itemStates)[number];
export const itemStateNames: Record<ItemState, Text> = {
  open: text("未移交", "open"),
  done: text("已移交", "done"),
  none: text("不涉及", "does not apply"),
};

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
export const signatureRoleNames: Record<SignatureRole, Text> = {
  giver: text("移交人", "giver"),
  taker: text("接收人", "taker"),
  witness: text("监交人", "witness"),
};
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
export const noticeRoleNames: Record<NoticeRole, Text> = {
  mover: text("调动人", "mover"),
  leaver: text("被接替人", "whoever is relieved"),
  "head-from": text("调出部门负责人", "head of the department left"),
  "head-to": text("调入部门负责人", "head of the department joined"),
};
export const noticeStates = ["due", "issued", "acknowledged", "retracted"] as const;
export type NoticeState = (typeof noticeStates)[number];
export const noticeStateNames: Record<NoticeState, Text> = {
  due: text("待发出", "to be issued"),
  issued: text("已发出", "issued"),
  acknowledged: text("已签收", "acknowledged"),
  retracted: text("已撤销", "retracted"),
};
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
export const followUpNames: Record<FollowUpKind, Text> = {
  "exit-review": text("离任审查", "exit review"),
  "special-audit": text("专项审计", "special audit"),
  "three-month-check": text("三个月后检查", "check after three months"),
};
export const followUpStates = ["open", "done", "retracted"] as const;
export const followUpStateNames: Record<(typeof followUpStates)[number], Text> = {
  open: text("待办", "open"),
  done: text("已办", "done"),
  retracted: text("已撤销", "retracted"),
};
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
