// Every write: one transaction, its rows and its journal entry together, chained by hash.
import { createHash, type Hash } from "node:crypto";
import { type FaultError, fault } from "../shared/domain/fault.ts";
import type { Text } from "../shared/domain/text.ts";
import type { Db, Store } from "./open.ts";
import { falseSetting } from "./queries/settings.ts";
import { allTables, type TableKind, tableKinds } from "./queries/tables.ts";
import { type Recorder, recorderOf } from "./queries/versions.ts";

export interface ChangeOptions {
  at: number;
  newId: () => string;
  actor: string;
  role: string;
  action: string;
  summary: Text | ((recorder: Recorder) => Text);
  /** JSON-able: what a reader needs beside the rows themselves. */
  detail?: unknown | ((recorder: Recorder) => unknown);
  undoOf?: number;
}
export interface Entry {
  seq: number;
  id: string;
  at: number;
  actor: string;
  role: string;
  action: string;
  summary_zh: string;
  summary_en: string;
  detail: string;
  rows_digest: string;
  row_count: number;
  undo_of: number | null;
  previous_hash: string;
  hash: string;
}

export const genesisHash = "0".repeat(64);
const hashedFields = [
  "seq",
  "id",
  "at",
  "actor",
  "role",
  "action",
  "summary_zh",
  "summary_en",
  "detail",
  "rows_digest",
  "row_count",
  "undo_of",
  "previous_hash",
] as const;
const hashOf = (entry: Omit<Entry, "hash">): string =>
  createHash("sha256")
    .update(JSON.stringify(hashedFields.map((field) => entry[field])))
    .digest("hex");

export const headOf = (db: Db): { seq: number; hash: string } =>
  (db.prepare("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").get() as
    | { seq: number; hash: string }
    | undefined) ?? {
    seq: 0,
    hash: genesisHash,
  };

/** Feeds the rows that an entry recorded, each under its entity's opaque id, to a hash in a fixed order. */
function digestRows(db: Db, seq: number, hash: Hash): void {
  for (const kind of tableKinds) {
    const { name, columns } = allTables[kind];
    const list = ["row_id", "entity", "entities.id", ...columns.map(({ column }) => `${name}.${column}`)];
    const recorded = db
      .prepare(
        `SELECT ${list.join(", ")} FROM ${name} JOIN entities ON entities.key = entity WHERE recorded_in = ? ORDER BY row_id`,
      )
      .raw();
    const least = list.length - columns.filter(({ isLater }) => isLater).length;
    for (const row of recorded.iterate(seq) as Iterable<unknown[]>)
      hash.update(`${name}${JSON.stringify(withoutLaterNulls(row, least))}\n`);
  }
}
/** A column that a migration added, and that holds nothing, was not there when the row was recorded: so it reads. */
function withoutLaterNulls(row: readonly unknown[], least: number): readonly unknown[] {
  let length = row.length;
  while (length > least && row[length - 1] === null) length -= 1;
  return row.slice(0, length);
}

/**
 * Runs `work` and appends its entry, in one transaction.
 * @throws FaultError refused when the workbook is read-only or the disk is full
 */
export function change<T>(
  store: Store,
  options: ChangeOptions,
  work: (recorder: Recorder) => T,
): { seq: number; result: T } {
  if (store.readOnly) throw fault("refused", store.readOnly);
  const { db } = store;
  const run = db.transaction(() => {
    const head = headOf(db);
    const seq = head.seq + 1;
    const recorder = recorderOf(db, seq, options.newId);
    const result = work(recorder);
    const summary = typeof options.summary === "function" ? options.summary(recorder) : options.summary;
    const detail = typeof options.detail === "function" ? options.detail(recorder) : (options.detail ?? {});
    const hash = createHash("sha256");
    digestRows(db, seq, hash);
    hash.update(JSON.stringify(recorder.supersededRows));
    const entry = {
      seq,
      id: options.newId(),
      at: options.at,
      actor: options.actor,
      role: options.role,
      action: options.action,
      summary_zh: summary.zh,
      summary_en: summary.en,
      detail: JSON.stringify({ ...(detail as object), superseded: recorder.supersededRows }),
      rows_digest: hash.digest("hex"),
      row_count: recorder.count(),
      undo_of: options.undoOf ?? null,
      previous_hash: head.hash,
    };
    const whole: Entry = { ...entry, hash: hashOf(entry) };
    db.prepare(
      `INSERT INTO journal VALUES (@seq, @id, @at, @actor, @role, @action, @summary_zh, @summary_en, @detail,
       @rows_digest, @row_count, @undo_of, @previous_hash, @hash)`,
    ).run(whole);
    return { seq, result };
  });
  try {
    return run.immediate();
  } catch (error) {
    throw writeFault(String((error as { code?: string }).code)) ?? error;
  }
}

/** What the place of the file, not the program, is to blame for. */
function writeFault(code: string): FaultError | null {
  if (code === "SQLITE_FULL")
    return fault("refused", {
      zh: "磁盘已满，本次操作没有写入，已有内容不受影响。请清理磁盘后重试。",
      en: "The disk is full: nothing of this was written, what was there is unharmed. Free some space and try again.",
    });
  if (code.startsWith("SQLITE_IOERR") || code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_BUSY"))
    return fault("refused", {
      zh: `文件所在的磁盘暂时不可写（${code}），本次操作没有写入。请检查磁盘、网络盘或 U 盘的连接后重试。`,
      en: `The disk that holds the file cannot be written to (${code}): nothing of this was written. Check the disk, share or stick and try again.`,
    });
  return null;
}

/** Reads the chain again from the first entry, and compares every row with the entries that recorded and superseded it. */
export function* verifyChain(
  db: Db,
): Generator<number, { entries: number; head: string; brokenAt: number | null }> {
  let previous = genesisHash;
  let entries = 0;
  for (const entry of db.prepare("SELECT * FROM journal ORDER BY seq").all() as Entry[]) {
    entries += 1;
    const isLinked =
      entry.seq === entries && entry.previous_hash === previous && entry.hash === hashOf(entry);
    if (!isLinked || !rowsHold(db, entry)) return { entries, head: previous, brokenAt: entry.seq };
    previous = entry.hash;
    yield entries;
  }
  const isCut = tableKinds.some((kind) => hasStrayRows(db, allTables[kind].name));
  const wrong = falseSetting(db);
  const brokenAt = isCut || wrong?.seq === null ? entries + 1 : (wrong?.seq ?? null);
  return { entries, head: previous, brokenAt };
}

function rowsHold(db: Db, entry: Entry): boolean {
  const { superseded } = JSON.parse(entry.detail) as { superseded: Record<string, number[]> };
  const hash = createHash("sha256");
  digestRows(db, entry.seq, hash);
  hash.update(JSON.stringify(superseded));
  return entry.rows_digest === hash.digest("hex") && supersededHolds(db, entry.seq, superseded);
}

/** Rows of entries that the journal does not have: its tail was cut off, or rows were put in beside it. */
const hasStrayRows = (db: Db, table: string): boolean =>
  db
    .prepare(
      `SELECT 1 FROM ${table} WHERE recorded_in NOT IN (SELECT seq FROM journal)
       OR superseded_in NOT IN (SELECT seq FROM journal) OR entity NOT IN (SELECT key FROM entities) LIMIT 1`,
    )
    .get() !== undefined;

function supersededHolds(db: Db, seq: number, superseded: Record<string, number[]>): boolean {
  return tableKinds.every((kind) => {
    const rows = db
      .prepare(`SELECT row_id FROM ${allTables[kind].name} WHERE superseded_in = ? ORDER BY row_id`)
      .pluck()
      .all(seq) as number[];
    const said = [...(superseded[kind] ?? [])].sort((a, b) => a - b);
    return rows.length === said.length && rows.every((row, index) => row === said[index]);
  });
}

/** Tables and rows that an entry touched: what undo needs. */
export function touchedBy(
  db: Db,
  seq: number,
): Array<{ kind: TableKind; recorded: number[]; superseded: number[] }> {
  return tableKinds
    .map((kind) => ({
      kind,
      recorded: db
        .prepare(`SELECT row_id FROM ${allTables[kind].name} WHERE recorded_in = ?`)
        .pluck()
        .all(seq) as number[],
      superseded: db
        .prepare(`SELECT row_id FROM ${allTables[kind].name} WHERE superseded_in = ?`)
        .pluck()
        .all(seq) as number[],
    }))
    .filter(({ recorded, superseded }) => recorded.length + superseded.length > 0);
}
