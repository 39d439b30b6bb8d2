// The draft that undoes an entry: edits that put back what it replaced and take out what it brought.
import type { Context } from "../../../shared/contract/call.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { type Cell, type Edit, type GovernedKind, isGoverned } from "../../../shared/domain/edit.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { type Rule, ruleSchema } from "../../../shared/domain/rule.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { gather } from "../../../shared/rules/gather.ts";
import type { Entry } from "../../journal.ts";
import type { Db } from "../../open.ts";
import { changeSetsOf } from "../../queries/change-sets.ts";
import { type TableKind, tables } from "../../queries/tables.ts";
import { idReader, type Row } from "../../queries/versions.ts";
import type { Desk } from "../desk.ts";
import { handOf } from "../hand.ts";
import type { Reversal } from "../undo.ts";
import { recordNewSet, type TakenDraft, takenSummary } from "./drafting.ts";

const isSheet = (kind: TableKind): kind is SheetKind => kind in tables;
const isGovernedTable = (kind: TableKind): boolean => kind === "rules" || (isSheet(kind) && isGoverned(kind));

const ofLog: Partial<Record<TableKind, string>> = {
  duties: "SELECT code LIKE 'log:%' FROM duties WHERE row_id = ?",
  matters: "SELECT code LIKE 'log:%' FROM matters WHERE row_id = ?",
  steps: `SELECT (SELECT code FROM matters WHERE entity = steps.matter ORDER BY row_id DESC LIMIT 1) LIKE 'log:%'
    FROM steps WHERE row_id = ?`,
};
/** What only a log brought came in without a second person, and goes without one. */
function takesBackLog(desk: Desk, { kind, close, back }: Reversal): boolean {
  const sql = ofLog[kind];
  if (sql === undefined || back.length > 0) return false;
  const isOfLog = desk.db().prepare(sql).pluck();
  return close.every((rowId) => isOfLog.get(rowId) === 1);
}
/** Whether undoing an entry writes something that a second person must see. */
export const undoesGoverned = (desk: Desk, { action }: Entry, reversal: readonly Reversal[]): boolean =>
  reversal.some((one) => isGovernedTable(one.kind) && !(action === "import" && takesBackLog(desk, one)));

/** What a rotation plan moved is moved back by a plan: people have been told, and handovers may be under way. */
export function assertNoPlan({ action }: Entry, reversal: readonly Reversal[]): void {
  if (action === "approve" && reversal.some(({ kind }) => kind === "assignments"))
    throw fault("refused", {
      zh: "轮岗调整单批准后不整条撤销：通知与交接可能已在办理。请另排方案（重排），经审核后改回。",
      en: "The approval of a rotation plan is not undone as a whole: people have been told and handovers may be under way. Replan, and have the new plan approved.",
    });
}

/** The plans that would be gone. */
export function plansTakenOut(db: Db, reversal: readonly Reversal[]): string[] {
  const entity = db.prepare("SELECT entity FROM plans WHERE row_id = ?").pluck();
  const idOf = idReader(db);
  return reversal.flatMap(({ kind, close, back }) => {
    if (kind !== "plans") return [];
    const kept = new Set(back.map(({ id }) => id));
    return close.map((rowId) => idOf(Number(entity.get(rowId))) ?? "").filter((id) => !kept.has(id));
  });
}

function rowEdits(desk: Desk, kind: GovernedKind, { close, back }: Reversal): Edit[] {
  const db = desk.db();
  const idOf = idReader(db);
  const entity = db.prepare(`SELECT entity FROM ${tables[kind].name} WHERE row_id = ?`).pluck();
  const steps = new Map(desk.world().steps.map((step) => [step.id, step.matterId]));
  const kept = new Set(back.map(({ id }) => id));
  const gone = close.map((rowId) => idOf(Number(entity.get(rowId))) ?? "").filter((id) => !kept.has(id));
  return [
    ...gone.map((id): Edit => ({ op: "remove", kind, id })),
    ...back.map(({ id, ...values }): Edit => {
      const cells = values as Record<string, Cell>;
      const matterId = steps.get(String(values.stepId)) ?? null;
      return { op: "save", kind, id, values: kind === "authorities" ? { ...cells, matterId } : cells };
    }),
  ];
}

/** A rule is put back as its newest wording before, under a version above those in use; one that was new is stopped. */
function ruleEdits(desk: Desk, { close, back }: Reversal): Edit[] {
  const idOfRow = desk.db().prepare("SELECT rule_id FROM rules WHERE row_id = ?").pluck();
  const before = gather(
    back.map((row: Row): Rule => ruleSchema.parse(JSON.parse(String(row.body)))),
    ({ id }) => id,
  );
  const touched = new Set([...close.map((rowId) => String(idOfRow.get(rowId))), ...before.keys()]);
  return [...touched].map((ruleId): Edit => {
    const [was] = (before.get(ruleId) ?? []).toSorted((a, b) => b.version - a.version);
    if (!was) return { op: "stop", ruleId };
    const inUse = desk.rules().filter(({ rule }) => rule.id === ruleId);
    const newest = Math.max(0, ...inUse.map(({ rule }) => rule.version));
    return { op: "rule", rule: newest === 0 ? was : { ...was, version: newest + 1 } };
  });
}

/**
 * Begins the inverse draft of an entry: of an approved set from its own day on, if need be as a correction; of any
 * other from today on.
 * @throws FaultError refused what it changed beside governed rows cannot wait; a draft of this undoing is under way
 */
export function inverseDraft(
  desk: Desk,
  context: Context,
  entry: Entry,
  reversal: readonly Reversal[],
): TakenDraft {
  const open = changeSetsOf(desk.db()).find(
    ({ undoOf, state }) => undoOf === entry.seq && (state === "draft" || state === "submitted"),
  );
  if (open)
    throw fault("refused", {
      zh: `撤销第 ${entry.seq} 条的调整单 ${open.number} 已在办理中。`,
      en: `Change set ${open.number} that undoes entry ${entry.seq} is already under way.`,
    });
  if (!reversal.every(({ kind }) => isGovernedTable(kind)))
    throw fault("refused", {
      zh: "这一条同时改动了授权（须他人审核）和其他记录，不能整条撤销。请以调整单改回授权，再更正其他记录。",
      en: "This entry changed authorities, which somebody else must approve, together with other rows, so it cannot be undone as a whole. Change the authorities back by a change set, then correct the others.",
    });
  const edits = reversal.flatMap((one) => {
    const { kind } = one;
    if (kind === "rules") return ruleEdits(desk, one);
    return isSheet(kind) && isGoverned(kind) ? rowEdits(desk, kind, one) : [];
  });
  const { day: since } = JSON.parse(entry.detail) as { day?: Day };
  const today = desk.today();
  const day = entry.action === "approve" && since !== undefined && since < today ? since : today;
  const hand = handOf(context.actor);
  let made: TakenDraft = { id: "", number: "" };
  desk.write(
    context,
    {
      action: "change-set",
      summary: () =>
        takenSummary(made.number, { zh: `撤销第 ${entry.seq} 条`, en: `undoing entry ${entry.seq}` }),
      detail: () => ({ set: made, undoOf: entry.seq, edits }),
      touches: ["changes", "journal", "workbook"],
    },
    (recorder) => {
      made = recordNewSet(
        desk,
        recorder,
        context.actor,
        {
          name: `撤销第 ${entry.seq} 条`,
          day,
          reason: `撤销第 ${entry.seq} 条：${entry.summary_zh}`.slice(0, 2000),
          docNo: null,
          branchGroup: null,
          undoOf: entry.seq,
        },
        edits.map((edit) => ({ edit, hand })),
      );
    },
  );
  return made;
}
