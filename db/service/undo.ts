// What undoing an entry would write: rows to take out of force, rows to put back; and whether anything later stands in the way.
import { builtInDuties } from "../../shared/domain/duty.ts";
import { type FaultError, fault } from "../../shared/domain/fault.ts";
import { touchedBy } from "../journal.ts";
import type { Db } from "../open.ts";
import { allTables, type TableKind, tables } from "../queries/tables.ts";
import { idsByKey, type Recorder, type Row, rowsOf } from "../queries/versions.ts";
import { referrers } from "./sheet-rows.ts";

export interface Reversal {
  kind: TableKind;
  /** Row ids that go out of force. */
  close: number[];
  /** Rows that come back, as they were before the entry. */
  back: Row[];
}

const replaced = (later: number): FaultError =>
  fault("stale", {
    zh: `之后的第 ${later} 条改动用到了其中的记录。请先撤销那一条。`,
    en: `Change ${later}, made later, touched the same rows: undo that one first.`,
  });

/** What was proposed and decided, and by whom, stays as it is. */
const kept: readonly TableKind[] = ["change-sets", "change-edits", "change-decisions"];

/** @throws FaultError stale: a later change replaced a row of this one with something else */
export function reversalOf(db: Db, seq: number): Reversal[] {
  const ids = idsByKey(db);
  return touchedBy(db, seq)
    .filter(({ kind }) => !kept.includes(kind))
    .map(({ kind, recorded, superseded }) => {
      const { name, columns } = allTables[kind];
      const entityOf = db.prepare(`SELECT entity FROM ${name} WHERE row_id = ?`).pluck();
      const current = db
        .prepare(`SELECT row_id FROM ${name} WHERE entity = ? AND superseded_in IS NULL`)
        .pluck();
      const content = db.prepare(
        `SELECT ${columns.map(({ column }) => column).join(", ")} FROM ${name} WHERE row_id = ?`,
      );
      const lastChange = db
        .prepare(`SELECT max(max(recorded_in, ifnull(superseded_in, 0))) FROM ${name} WHERE entity = ?`)
        .pluck();
      const same = (a: number, b: number): boolean =>
        a === b || JSON.stringify(content.raw().get(a)) === JSON.stringify(content.raw().get(b));

      const close = recorded.map((rowId) => {
        const entity = entityOf.get(rowId) as number;
        const now = current.get(entity) as number | undefined;
        // A later correction that was itself undone has left the very same content.
        if (now === undefined || !same(rowId, now)) throw replaced(lastChange.get(entity) as number);
        return now;
      });
      const replacedEntities = new Set(recorded.map((rowId) => entityOf.get(rowId) as number));
      const wanted = new Set(
        superseded.map((rowId) => {
          const entity = entityOf.get(rowId) as number;
          if (!replacedEntities.has(entity) && current.get(entity) !== undefined)
            throw replaced(lastChange.get(entity) as number);
          return ids(entity);
        }),
      );
      const back = wanted.size === 0 ? [] : rowsOf(db, kind, ids, seq - 1).filter(({ id }) => wanted.has(id));
      return { kind, close, back };
    });
}

/** Writes a reversal inside a change. @throws FaultError stale: its rows clash with later ones, or something would be left dangling */
export function writeReversal(db: Db, reversal: readonly Reversal[], recorder: Recorder): void {
  for (const { kind, close } of reversal) for (const rowId of close) recorder.supersedeRow(kind, rowId);
  try {
    for (const { kind, back } of reversal)
      for (const { id, ...values } of back) recorder.insert(kind, id, values);
  } catch (error) {
    if ((error as { code?: string }).code !== "SQLITE_CONSTRAINT_UNIQUE") throw error;
    throw fault("stale", {
      zh: "之后已有别的记录用了相同的编号。请先更改或移除那条记录，再撤销。",
      en: "A later row now uses the same number: change or remove that row first, then undo.",
    });
  }
  const count = danglingAfter(db, recorder.seq);
  if (count > 0)
    throw fault("stale", {
      zh: `撤销后会有 ${count} 处指向落空：之后的改动增加或移除了有关的记录。请先撤销那些改动。`,
      en: `Undoing would leave ${count} reference(s) to nothing, because of rows added or removed later: undo those first.`,
    });
}

/** References to nothing, among what entry `seq` put in force and to what it took out of force. */
function danglingAfter(db: Db, seq: number): number {
  const builtIn = JSON.stringify(builtInDuties.map(({ code }) => code));
  let count = 0;
  for (const target of Object.keys(tables) as (keyof typeof tables)[])
    for (const { kind, key } of referrers(target)) {
      const column = tables[kind].columns.find((one) => one.key === key);
      if (!column) continue;
      const at = target === "duties" ? "code" : "entity";
      const { name } = tables[target];
      const known = target === "duties" ? "AND there NOT IN (SELECT value FROM json_each(@builtIn))" : "";
      count += db
        .prepare(
          `SELECT count(*) FROM (SELECT ${column.column} AS there, recorded_in FROM ${tables[kind].name} WHERE superseded_in IS NULL)
           WHERE there IS NOT NULL ${known}
           AND (recorded_in = @seq OR there IN (SELECT ${at} FROM ${name} WHERE superseded_in = @seq))
           AND there NOT IN (SELECT ${at} FROM ${name} WHERE superseded_in IS NULL)`,
        )
        .pluck()
        .get(target === "duties" ? { seq, builtIn } : { seq }) as number;
    }
  return count;
}
