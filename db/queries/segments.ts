// Approvals and cases as columns: read from segments where these still stand for their rows, else from the rows.
import { crc32 } from "node:zlib";
import type Database from "better-sqlite3";
import type { Action, Case } from "../../shared/domain/approval.ts";
import { dayNumber } from "../../shared/domain/day.ts";
import {
  actionCode,
  changeBit,
  columnsOf,
  docBit,
  emptyActs,
  emptyCases,
  lagSeconds,
  methodCode,
  noDay,
  type PackedActs,
  type PackedCases,
  textCode,
} from "../../shared/domain/packed-log.ts";

type Db = Database.Database;
type Sort = keyof typeof columnsOf;
type Columns = Record<string, Float64Array | Int32Array | Uint8Array>;

/** Row ids a segment. */
const segmentRows = 65_536;
const tableOf = { acts: "approvals", cases: "cases" } as const;

const actRows = `SELECT row_id, case_key, step, person, on_behalf_of, post, action, amount, happened_at, recorded_at,
  doc_no IS NOT NULL AND doc_no <> '', terminal FROM approvals
  WHERE row_id BETWEEN ? AND ? AND superseded_in IS NULL ORDER BY row_id`;
const caseRows = `SELECT entity, matter, department, requester, supplier, amount, category, budget_project, method,
  is_change_approved, opened_on, closed_on FROM cases
  WHERE row_id BETWEEN ? AND ? AND superseded_in IS NULL ORDER BY row_id`;

type ActRow = [
  number,
  number,
  number,
  number | null,
  number | null,
  number | null,
  Action,
  number | null,
  number,
  number | null,
  number,
  string | null,
];
function packActs(rows: readonly ActRow[]): PackedActs {
  const acts = emptyActs(rows.length);
  const terminals = new Map<string, number>();
  for (let at = 0; at < rows.length; at += 1) {
    const [row, of, step, person, behalf, post, action, amount, happenedAt, recordedAt, hasDoc, terminal] =
      rows[at]!;
    acts.row[at] = row;
    acts.case[at] = of;
    acts.step[at] = step;
    acts.person[at] = person ?? 0;
    acts.behalf[at] = behalf ?? 0;
    acts.post[at] = post ?? 0;
    acts.flags[at] = actionCode(action) | (hasDoc === 1 ? docBit : 0);
    acts.amount[at] = amount ?? Number.NaN;
    acts.at[at] = happenedAt;
    acts.lag[at] = lagSeconds(happenedAt, recordedAt);
    acts.terminal[at] = terminal ? remembered(terminals, terminal, textCode) : 0;
  }
  return acts;
}
type CaseRow = [
  number,
  number,
  number | null,
  number | null,
  number | null,
  number | null,
  string | null,
  string | null,
  Case["method"],
  number,
  string | null,
  string | null,
];
function packCases(rows: readonly CaseRow[]): PackedCases {
  const cases = emptyCases(rows.length);
  const days = new Map<string, number>();
  const texts = new Map<string, number>();
  for (let at = 0; at < rows.length; at += 1) {
    const [
      id,
      matter,
      department,
      requester,
      supplier,
      amount,
      category,
      project,
      method,
      isChanged,
      opened,
      closed,
    ] = rows[at]!;
    cases.id[at] = id;
    cases.matter[at] = matter;
    cases.department[at] = department ?? 0;
    cases.requester[at] = requester ?? 0;
    cases.supplier[at] = supplier ?? 0;
    cases.amount[at] = amount ?? Number.NaN;
    cases.category[at] = category === null ? 0 : remembered(texts, category, textCode);
    cases.project[at] = project === null ? 0 : remembered(texts, project, textCode);
    cases.flags[at] = methodCode(method) | (isChanged === 1 ? changeBit : 0);
    cases.opened[at] = opened === null ? noDay : remembered(days, opened, dayNumber);
    cases.closed[at] = closed === null ? noDay : remembered(days, closed, dayNumber);
  }
  return cases;
}
function remembered(known: Map<string, number>, text: string, make: (text: string) => number): number {
  let value = known.get(text);
  if (value === undefined) {
    value = make(text);
    known.set(text, value);
  }
  return value;
}

interface Stored {
  first_row: number;
  last_row: number;
  row_count: number;
  is_dirty: number;
}
/** Bytes of one row. */
const widthOf = (sort: Sort): number =>
  Object.values(columnsOf[sort]).reduce((sum, { BYTES_PER_ELEMENT }) => sum + BYTES_PER_ELEMENT, 0);
const largestRow = (db: Db, sort: Sort): number =>
  (db.prepare(`SELECT max(row_id) FROM ${tableOf[sort]}`).pluck().get() as number | null) ?? 0;

function fromRows(db: Db, sort: Sort, first: number, last: number): PackedActs | PackedCases {
  const rows = db
    .prepare(sort === "acts" ? actRows : caseRows)
    .raw()
    .all(first, last);
  return sort === "acts" ? packActs(rows as ActRow[]) : packCases(rows as CaseRow[]);
}
/** Columns one after the other, widest first, then their checksum. Every machine that runs this is little-endian. */
function bodyOf(sort: Sort, packed: PackedActs | PackedCases): Buffer {
  const columns = packed as unknown as Columns;
  return sealed(
    Buffer.concat(
      Object.keys(columnsOf[sort]).map((name) => {
        const column = columns[name]!;
        return Buffer.from(column.buffer, column.byteOffset, column.byteLength);
      }),
    ),
  );
}
const sealBytes = 4;
export function sealed(columns: Buffer): Buffer {
  const seal = Buffer.alloc(sealBytes);
  seal.writeUInt32LE(crc32(columns));
  return Buffer.concat([columns, seal]);
}
/** The body of a segment, unless its bytes are no longer those that were written. */
function wholeBody(body: Buffer | undefined, bytes: number): Buffer | null {
  if (body?.byteLength !== bytes + sealBytes) return null;
  return crc32(body.subarray(0, bytes)) === body.readUInt32LE(bytes) ? body : null;
}
/** Copies the columns of a body into place; a blob need not lie where numbers may. */
function copyBody(sort: Sort, body: Buffer, count: number, to: Columns, place: number): void {
  let offset = body.byteOffset;
  for (const [name, Numbers] of Object.entries(columnsOf[sort])) {
    const bytes = count * Numbers.BYTES_PER_ELEMENT;
    const isAligned = offset % Numbers.BYTES_PER_ELEMENT === 0;
    const source = isAligned ? body.buffer : body.buffer.slice(offset, offset + bytes);
    to[name]!.set(new Numbers(source as ArrayBuffer, isAligned ? offset : 0, count), place);
    offset += bytes;
  }
}

export interface Loaded<Packed> {
  packed: Packed;
  /** Segments that were made anew from rows. */
  made: number;
  /** Bytes of all segments. */
  bytes: number;
}
/** Without `keeps` (a workbook that may only be read) nothing is stored; with `fromRowsOnly` no segment is read. */
export interface LoadOptions {
  keeps: boolean;
  fromRowsOnly?: boolean;
}
export const loadActs = (db: Db, options: LoadOptions): Loaded<PackedActs> =>
  load(db, "acts", options, emptyActs);
export const loadCases = (db: Db, options: LoadOptions): Loaded<PackedCases> =>
  load(db, "cases", options, emptyCases);

function load<Packed extends PackedActs | PackedCases>(
  db: Db,
  sort: Sort,
  { keeps, fromRowsOnly = false }: LoadOptions,
  empty: (count: number) => Packed,
): Loaded<Packed> {
  const table = tableOf[sort];
  const largest = largestRow(db, sort);
  const heads = new Map(
    (
      db
        .prepare("SELECT first_row, last_row, row_count, is_dirty FROM segments WHERE of_table = ?")
        .all(table) as Stored[]
    ).map((head) => [head.first_row, head]),
  );
  const read = db.prepare("SELECT body FROM segments WHERE of_table = ? AND first_row = ?").pluck();
  const parts: { count: number; body: Buffer | null; made: PackedActs | PackedCases | null }[] = [];
  for (let first = 1; first <= largest; first += segmentRows) {
    const last = Math.min(first + segmentRows - 1, largest);
    const head = heads.get(first);
    const isGood = !fromRowsOnly && head?.is_dirty === 0 && head.last_row === last;
    const body = isGood
      ? wholeBody(read.get(table, first) as Buffer | undefined, head.row_count * widthOf(sort))
      : null;
    const made = body ? null : fromRows(db, sort, first, last);
    if (made && keeps && !fromRowsOnly) keep(db, sort, first, last, made);
    parts.push({ count: made?.count ?? head?.row_count ?? 0, body, made });
  }
  const packed = empty(parts.reduce((sum, { count }) => sum + count, 0));
  const columns = packed as unknown as Columns;
  let place = 0;
  for (const { count, body, made } of parts) {
    if (body) copyBody(sort, body, count, columns, place);
    else
      for (const name of Object.keys(columnsOf[sort]))
        columns[name]!.set((made as unknown as Columns)[name]!, place);
    place += count;
  }
  return {
    packed,
    made: parts.filter(({ made }) => made !== null).length,
    bytes: packed.count * widthOf(sort) + parts.length * sealBytes,
  };
}

/** On a full disk the next check makes it anew. */
function keep(db: Db, sort: Sort, first: number, last: number, made: PackedActs | PackedCases): void {
  try {
    db.prepare("INSERT OR REPLACE INTO segments VALUES (?, ?, ?, ?, 0, ?)").run(
      tableOf[sort],
      first,
      last,
      made.count,
      bodyOf(sort, made),
    );
  } catch (error) {
    if ((error as { code?: string }).code !== "SQLITE_FULL") throw error;
  }
}

/** First rows of the clean segments that do not say what their rows say: none, unless the file was changed from outside. */
export function falseSegments(db: Db): { table: string; firstRow: number }[] {
  const found: { table: string; firstRow: number }[] = [];
  for (const sort of ["acts", "cases"] as const) {
    const table = tableOf[sort];
    const clean = db
      .prepare(
        "SELECT first_row, last_row FROM segments WHERE of_table = ? AND is_dirty = 0 ORDER BY first_row",
      )
      .all(table) as Stored[];
    const read = db.prepare("SELECT body FROM segments WHERE of_table = ? AND first_row = ?").pluck();
    for (const { first_row, last_row } of clean) {
      const body = bodyOf(sort, fromRows(db, sort, first_row, last_row));
      if (!body.equals(read.get(table, first_row) as Buffer)) found.push({ table, firstRow: first_row });
    }
  }
  return found;
}
export const dropSegments = (db: Db): void => void db.exec("DELETE FROM segments");
