// The rows that a draft asks for, by indexes: its case, the acts of a case, and ids by what people call things.
import type Database from "better-sqlite3";
import type { Action, Approval, Case, ProcurementMethod } from "../../shared/domain/approval.ts";
import type { IdOf } from "./versions.ts";

type Db = Database.Database;

const caseColumns = `cases.entity, case_no, matter, department, requester, amount, category, budget_project, supplier,
  method, is_change_approved, opened_on, closed_on`;
type CaseRow = [
  number,
  string,
  number,
  number | null,
  number | null,
  number | null,
  string | null,
  string | null,
  number | null,
  ProcurementMethod | null,
  number,
  string | null,
  string | null,
];
const actColumns = `approvals.entity, natural_key, case_key, step, person, on_behalf_of, post, action, amount, happened_at,
  recorded_at, doc_no, terminal, source`;
type ActRow = [
  number,
  string,
  number,
  number,
  number | null,
  number | null,
  number | null,
  Action,
  number | null,
  number,
  number | null,
  string | null,
  string | null,
  string,
];

/** A case with the entity key that its approvals refer to. */
export interface KeyedCase {
  key: number;
  case: Case;
}
export interface GateRows {
  caseById: (id: string) => KeyedCase | null;
  caseByNo: (caseNo: string) => KeyedCase | null;
  casesByKey: (keys: readonly number[]) => KeyedCase[];
  /** Approvals in force of a case, in no order. */
  approvalsOf: (caseKey: number) => Approval[];
  /** By row id, each with the key of its case. */
  approvalsAt: (rowIds: readonly number[]) => { caseKey: number; approval: Approval }[];
  keyOf: (id: string) => number | null;
  /** The journal's last entry. */
  head: () => number;
}

/** Only evidence that is shown asks for the id of an act, and most acts of a case are no evidence: it is looked up then. */
class LoggedApproval implements Approval {
  naturalKey: string;
  stepId: string;
  personId: string | null;
  onBehalfOfId: string | null;
  postId: string | null;
  action: Action;
  amount: number | null;
  happenedAt: number;
  recordedAt: number | null;
  docNo: string | null;
  terminal: string | null;
  source: string;
  caseId: string;
  readonly #key: number;
  readonly #idOf: IdOf;
  constructor(row: ActRow, caseId: string, idOf: IdOf) {
    const id = (key: number | null): string | null => (key === null ? null : (idOf(key) ?? null));
    this.naturalKey = row[1];
    this.caseId = caseId;
    this.stepId = id(row[3]) ?? "";
    this.personId = id(row[4]);
    this.onBehalfOfId = id(row[5]);
    this.postId = id(row[6]);
    this.action = row[7];
    this.amount = row[8];
    this.happenedAt = row[9];
    this.recordedAt = row[10];
    this.docNo = row[11];
    this.terminal = row[12];
    this.source = row[13];
    this.#key = row[0];
    this.#idOf = idOf;
  }
  get id(): string {
    return this.#idOf(this.#key) ?? "";
  }
}

/** Statements are prepared once: the gate asks them for every draft. */
export function gateRows(db: Db, idOf: IdOf): GateRows {
  const inForce = "superseded_in IS NULL";
  const byNo = db.prepare(`SELECT ${caseColumns} FROM cases WHERE case_no = ? AND ${inForce}`).raw();
  const byKey = db.prepare(`SELECT ${caseColumns} FROM cases WHERE entity = ? AND ${inForce}`).raw();
  const ofCase = db.prepare(`SELECT ${actColumns} FROM approvals WHERE case_key = ? AND ${inForce}`).raw();
  const atRows = db
    .prepare(
      `SELECT ${actColumns} FROM json_each(?) AS asked JOIN approvals ON approvals.row_id = asked.value WHERE ${inForce}`,
    )
    .raw();
  const atKeys = db
    .prepare(
      `SELECT ${caseColumns} FROM json_each(?) AS asked JOIN cases ON cases.entity = asked.value WHERE ${inForce}`,
    )
    .raw();
  const keyOfId = db.prepare("SELECT key FROM entities WHERE id = ?").pluck();
  const lastEntry = db.prepare("SELECT max(seq) FROM journal").pluck();

  const id = (key: number | null): string | null => (key === null ? null : (idOf(key) ?? null));
  // The case that was read last is the one whose acts are asked for next.
  let last = { id: "", key: 0 };
  const caseMade = (row: CaseRow): KeyedCase => {
    last = { id: idOf(row[0]) ?? "", key: row[0] };
    return madeCase(row, last.id);
  };
  const madeCase = (row: CaseRow, caseId: string): KeyedCase => ({
    key: row[0],
    case: {
      id: caseId,
      caseNo: row[1],
      matterId: id(row[2]) ?? "",
      departmentId: id(row[3]),
      requesterId: id(row[4]),
      amount: row[5],
      category: row[6],
      budgetProject: row[7],
      supplierId: id(row[8]),
      method: row[9],
      isChangeApproved: row[10] === 1,
      openedOn: row[11],
      closedOn: row[12],
    },
  });
  const actMade = (row: ActRow, caseId: string): Approval => new LoggedApproval(row, caseId, idOf);
  const one = (row: unknown): KeyedCase | null => (row === undefined ? null : caseMade(row as CaseRow));
  const keyOf = (text: string): number | null =>
    text === last.id ? last.key : ((keyOfId.get(text) as number | undefined) ?? null);

  return {
    caseById: (text) => {
      const key = keyOf(text);
      return key === null ? null : one(byKey.get(key));
    },
    caseByNo: (caseNo) => one(byNo.get(caseNo)),
    casesByKey: (keys) => (atKeys.all(JSON.stringify(keys)) as CaseRow[]).map(caseMade),
    approvalsOf: (caseKey) => {
      const rows = ofCase.all(caseKey) as ActRow[];
      const caseId = idOf(caseKey) ?? "";
      return rows.map((row) => actMade(row, caseId));
    },
    approvalsAt: (rowIds) =>
      (atRows.all(JSON.stringify(rowIds)) as ActRow[]).map((row) => ({
        caseKey: row[2],
        approval: actMade(row, id(row[2]) ?? ""),
      })),
    keyOf,
    head: () => (lastEntry.get() as number | null) ?? 0,
  };
}
