// Approvals and cases as columns of numbers: what the fast path reads instead of rows.
import { type Action, type Approval, actions, type Case, procurementMethods } from "./approval.ts";
import { dayNumber } from "./day.ts";
import type { World } from "./world.ts";

/** No day: later than any. */
export const noDay = 2_147_483_647;
/** An unknown lag between happening and recording. */
export const noLag = -2_147_483_648;

/** One entry an approval. Ids are positive numbers of the source's own; 0 is nobody or nothing. */
export interface PackedActs {
  readonly count: number;
  /** Finds the row again in its source. */
  readonly row: Int32Array;
  readonly case: Int32Array;
  readonly step: Int32Array;
  readonly person: Int32Array;
  readonly behalf: Int32Array;
  readonly post: Int32Array;
  /** Hash of the terminal; equal terminals have equal hashes. */
  readonly terminal: Int32Array;
  /** Seconds from happening to recording, rounded up; `noLag` where the source does not say. */
  readonly lag: Int32Array;
  /** `actionBits` of the action, plus `docBit` where a document number is on record. */
  readonly flags: Uint8Array;
  /** Instants, epoch milliseconds. */
  readonly at: Float64Array;
  /** Fen of the act's own; NaN where it states none. */
  readonly amount: Float64Array;
}

export interface PackedCases {
  readonly count: number;
  readonly id: Int32Array;
  readonly matter: Int32Array;
  readonly department: Int32Array;
  readonly requester: Int32Array;
  readonly supplier: Int32Array;
  /** Hashes: different texts may meet in one, equal ones always do. */
  readonly category: Int32Array;
  readonly project: Int32Array;
  /** Day numbers; `noDay` where unknown. */
  readonly opened: Int32Array;
  readonly closed: Int32Array;
  /** Index into procurementMethods + 1, 0 unknown; plus `changeBit`. */
  readonly flags: Uint8Array;
  readonly amount: Float64Array;
}

export const docBit = 128;
export const changeBit = 128;
const codes = new Map<Action, number>(actions.map((action, index) => [action, index]));
export const actionCode = (action: Action): number => codes.get(action) ?? 0;
/** submit, approve, reject and execute come first in `actions`: the deciding ones. */
export const decidingCodes = 4;
export const approveCode = actionCode("approve");
export const rejectCode = actionCode("reject");
export const methodCode = (method: Case["method"]): number =>
  method === null ? 0 : procurementMethods.indexOf(method) + 1;

/** FNV-1a over UTF-16 units, never 0; 0 stands for no text. */
export function textCode(text: string | null): number {
  if (text === null) return 0;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0 || 1;
}

const actColumns = {
  at: Float64Array,
  amount: Float64Array,
  row: Int32Array,
  case: Int32Array,
  step: Int32Array,
  person: Int32Array,
  behalf: Int32Array,
  post: Int32Array,
  terminal: Int32Array,
  lag: Int32Array,
  flags: Uint8Array,
} as const;
const caseColumns = {
  amount: Float64Array,
  id: Int32Array,
  matter: Int32Array,
  department: Int32Array,
  requester: Int32Array,
  supplier: Int32Array,
  category: Int32Array,
  project: Int32Array,
  opened: Int32Array,
  closed: Int32Array,
  flags: Uint8Array,
} as const;
/** In the order in which a segment stores them: the widest first, so that each column is aligned. */
export const columnsOf = { acts: actColumns, cases: caseColumns } as const;

export const emptyActs = (count: number): PackedActs => ({
  count,
  at: new Float64Array(count),
  amount: new Float64Array(count),
  row: new Int32Array(count),
  case: new Int32Array(count),
  step: new Int32Array(count),
  person: new Int32Array(count),
  behalf: new Int32Array(count),
  post: new Int32Array(count),
  terminal: new Int32Array(count),
  lag: new Int32Array(count),
  flags: new Uint8Array(count),
});
export const emptyCases = (count: number): PackedCases => ({
  count,
  amount: new Float64Array(count),
  id: new Int32Array(count),
  matter: new Int32Array(count),
  department: new Int32Array(count),
  requester: new Int32Array(count),
  supplier: new Int32Array(count),
  category: new Int32Array(count),
  project: new Int32Array(count),
  opened: new Int32Array(count),
  closed: new Int32Array(count),
  flags: new Uint8Array(count),
});

export type NumberOf = (id: string | null) => number;

function putAct(acts: PackedActs, at: number, row: number, approval: Approval, of: NumberOf): void {
  acts.row[at] = row;
  acts.case[at] = of(approval.caseId);
  acts.step[at] = of(approval.stepId);
  acts.person[at] = of(approval.personId);
  acts.behalf[at] = of(approval.onBehalfOfId);
  acts.post[at] = of(approval.postId);
  acts.terminal[at] = textCode(approval.terminal || null);
  acts.lag[at] = lagSeconds(approval.happenedAt, approval.recordedAt);
  acts.flags[at] = actionCode(approval.action) | (approval.docNo ? docBit : 0);
  acts.at[at] = approval.happenedAt;
  acts.amount[at] = approval.amount ?? Number.NaN;
}
export const lagSeconds = (happenedAt: number, recordedAt: number | null): number =>
  recordedAt === null
    ? noLag
    : Math.max(noLag + 1, Math.min(noDay, Math.ceil((recordedAt - happenedAt) / 1000)));

function putCase(cases: PackedCases, at: number, row: Case, of: NumberOf): void {
  cases.id[at] = of(row.id);
  cases.matter[at] = of(row.matterId);
  cases.department[at] = of(row.departmentId);
  cases.requester[at] = of(row.requesterId);
  cases.supplier[at] = of(row.supplierId);
  cases.category[at] = textCode(row.category);
  cases.project[at] = textCode(row.budgetProject);
  cases.opened[at] = row.openedOn === null ? noDay : dayNumber(row.openedOn);
  cases.closed[at] = row.closedOn === null ? noDay : dayNumber(row.closedOn);
  cases.flags[at] = methodCode(row.method) | (row.isChangeApproved ? changeBit : 0);
  cases.amount[at] = row.amount ?? Number.NaN;
}

/** A whole world in columns; rows are indexes into its tables. For tests and for logs without a store. */
export function packWorld(world: World, numberOf: NumberOf): { acts: PackedActs; cases: PackedCases } {
  const acts = emptyActs(world.approvals.length);
  for (const [index, approval] of world.approvals.entries()) putAct(acts, index, index, approval, numberOf);
  const cases = emptyCases(world.cases.length);
  for (const [index, row] of world.cases.entries()) putCase(cases, index, row, numberOf);
  return { acts, cases };
}
