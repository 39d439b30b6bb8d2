// Handlers of the journal namespace: list, verify the chain, undo a change by a new entry.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import { type Entry, touchedBy, verifyChain } from "../journal.ts";
import { allTables, type TableKind, tables } from "../queries/tables.ts";
import { idsByKey, type Row, rowsOf } from "../queries/versions.ts";
import type { Desk } from "./desk.ts";
import { referrers } from "./sheet-rows.ts";

/** Entries that only made, checked or exported, or that nothing of the facts hangs on. */
const undoable = new Set(["add", "correct", "end", "remove", "import", "rules", "undo", "profile"]);

export function journalHandlers(desk: Desk): Handlers<QuanhengContract>["journal"] {
  /** A row that a later entry replaced means undoing would lose that later work. */
  const laterTouch = (kind: TableKind, rowIds: number[], seq: number): number | null => {
    const find = desk
      .db()
      .prepare(`SELECT superseded_in FROM ${allTables[kind].name} WHERE row_id = ?`)
      .pluck();
    for (const rowId of rowIds) {
      const later = find.get(rowId) as number | null;
      if (later !== null && later !== seq) return later;
    }
    return null;
  };
  /** Rows of other entries that refer to what entry `seq` first brought in: they would be left dangling. */
  const dependent = (kind: TableKind, seq: number): number => {
    if (!(kind in tables)) return 0;
    const { name } = allTables[kind];
    const created = `SELECT entity FROM ${name} WHERE recorded_in = @seq
      AND NOT EXISTS (SELECT 1 FROM ${name} AS earlier WHERE earlier.entity = ${name}.entity AND earlier.recorded_in < @seq)`;
    return referrers(kind as SheetKind).reduce((sum, { kind: other, key }) => {
      const column = tables[other].columns.find((one) => one.key === key);
      if (column?.storage !== "ref") return sum;
      const count = desk
        .db()
        .prepare(
          `SELECT count(*) FROM ${tables[other].name} WHERE superseded_in IS NULL AND recorded_in <> @seq AND ${column.column} IN (${created})`,
        )
        .pluck()
        .get({ seq }) as number;
      return sum + count;
    }, 0);
  };
  /** The version rows that entry `seq` superseded, as they were. */
  const rowsBefore = (kind: TableKind, rowIds: readonly number[], seq: number): Row[] => {
    const ids = idsByKey(desk.db());
    const entityOf = desk.db().prepare(`SELECT entity FROM ${allTables[kind].name} WHERE row_id = ?`).pluck();
    const wanted = new Set(rowIds.map((rowId) => ids[entityOf.get(rowId) as number]));
    return rowsOf(desk.db(), kind, ids, seq - 1).filter(({ id }) => wanted.has(id));
  };

  return {
    list: ({ before, limit }) => {
      const db = desk.db();
      const entries = db
        .prepare("SELECT * FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?")
        .all(before ?? Number.MAX_SAFE_INTEGER, limit) as Entry[];
      const undoneBy = db.prepare("SELECT seq FROM journal WHERE undo_of = ?").pluck();
      return {
        total: desk.head().seq,
        entries: entries.map((entry) => {
          const undone = (undoneBy.get(entry.seq) as number | undefined) ?? null;
          return {
            seq: entry.seq,
            at: entry.at,
            actor: entry.actor,
            role: entry.role,
            action: entry.action,
            summary: { zh: entry.summary_zh, en: entry.summary_en },
            rows: entry.row_count,
            hash: entry.hash,
            undoOf: entry.undo_of,
            undoneBy: undone,
            canUndo:
              undone === null &&
              undoable.has(entry.action) &&
              entry.row_count > 0 &&
              desk.store().readOnly === null,
          };
        }),
      };
    },
    verify: async (_, context) => {
      const chain = verifyChain(desk.db());
      const total = desk.head().seq;
      for (let step = chain.next(); ; step = chain.next()) {
        if (step.done) {
          const { entries, head, brokenAt } = step.value;
          return {
            entries,
            head,
            brokenAt,
            message:
              brokenAt === null
                ? {
                    zh: `${entries} 条留痕逐条相连,内容与指纹相符。`,
                    en: `All ${entries} entries are linked and match their hashes.`,
                  }
                : {
                    zh: `第 ${brokenAt} 条留痕与指纹不符:其内容或所记的行在写入后被改动过。请保留此文件,并与备份比对。`,
                    en: `Entry ${brokenAt} does not match its hash: it, or a row it recorded, was changed afterwards. Keep this file and compare it with a backup.`,
                  },
          };
        }
        if (context.signal.aborted)
          throw fault("refused", { zh: "已停止校验。", en: "Verification stopped." });
        context.progress({ zh: "正在校验留痕", en: "Verifying the journal" }, step.value, total);
        await desk.deps.breathe();
      }
    },
    undo: ({ seq }, context) => {
      const db = desk.db();
      const entry = db.prepare("SELECT * FROM journal WHERE seq = ?").get(seq) as Entry | undefined;
      if (!entry) throw fault("missing", { zh: `没有第 ${seq} 条留痕。`, en: `There is no entry ${seq}.` });
      if (db.prepare("SELECT 1 FROM journal WHERE undo_of = ?").get(seq))
        throw fault("stale", { zh: "这次改动已经撤销过。", en: "This change has already been undone." });
      if (!undoable.has(entry.action) || entry.row_count === 0)
        throw fault("refused", {
          zh: "这一条没有可撤销的改动。",
          en: "This entry changed nothing that can be undone.",
        });
      const touched = touchedBy(db, seq);
      for (const { kind, recorded } of touched) {
        const later = laterTouch(kind, recorded, seq);
        if (later !== null)
          throw fault("stale", {
            zh: `之后的第 ${later} 条改动用到了其中的记录。请先撤销那一条。`,
            en: `Change ${later}, made later, touched the same rows: undo that one first.`,
          });
      }
      for (const { kind } of touched) {
        const count = dependent(kind, seq);
        if (count > 0)
          throw fault("stale", {
            zh: `之后的改动有 ${count} 条记录指向这次导入或新增的内容。请先撤销那些改动。`,
            en: `${count} row(s) of later changes refer to what this one brought in: undo those first.`,
          });
      }
      const back = touched.map(({ kind, superseded }) => ({ kind, rows: rowsBefore(kind, superseded, seq) }));
      const done = desk.write(
        context,
        {
          action: "undo",
          summary: {
            zh: `撤销第 ${seq} 条:${entry.summary_zh}`,
            en: `Undid entry ${seq}: ${entry.summary_en}`,
          },
          undoOf: seq,
        },
        (recorder) => {
          for (const { kind, recorded } of touched)
            for (const rowId of recorded) recorder.supersedeRow(kind, rowId);
          for (const { kind, rows } of back)
            for (const { id, ...values } of rows) recorder.insert(kind, id, values);
        },
      );
      return { change: { seq: done.seq } };
    },
  };
}
