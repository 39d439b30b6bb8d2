// Versioned rows, whatever the table: insert, supersede, read in force now or as known after an entry.
import type Database from "better-sqlite3";
import { fault } from "../../shared/domain/fault.ts";
import { allTables, type StoredColumn, type TableKind } from "./tables.ts";

type Db = Database.Database;
export type Value = string | number | boolean | null | readonly string[];
/** A domain row: `id` and the keys of its table. */
export type Row = { id: string } & Record<string, Value>;

export interface Recorder {
  seq: number;
  /** Adds a new entity under an id that was made beforehand. */
  add: (kind: TableKind, id: string, values: Record<string, Value>) => void;
  /** Makes an entity known under an id made beforehand, so that rows may refer to it before its own row comes. */
  announce: (kind: TableKind, id: string) => void;
  /** Adds a row (a new entity when `id` is null) and answers its id. */
  insert: (kind: TableKind, id: string | null, values: Record<string, Value>) => string;
  /** Takes the row in force out of force; false when there was none. */
  supersede: (kind: TableKind, id: string) => boolean;
  supersedeRow: (kind: TableKind, rowId: number) => void;
  supersededRows: Record<string, number[]>;
  count: () => number;
}

const toSql = (column: StoredColumn, value: Value | undefined, keyOf: (id: string) => number): unknown => {
  if (value === null || value === undefined) return null;
  switch (column.storage) {
    case "flag":
      return value ? 1 : 0;
    case "json":
      return JSON.stringify(value);
    case "ref":
      return keyOf(String(value));
    default:
      return value;
  }
};

export function keyOf(db: Db): (id: string) => number {
  const find = db.prepare("SELECT key FROM entities WHERE id = ?").pluck();
  const known = new Map<string, number>();
  return (id) => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const key = find.get(id) as number | undefined;
    if (key === undefined)
      throw fault("missing", {
        zh: "所指的记录已不存在，请刷新后再试。",
        en: "The row referred to is no longer there: refresh and try again.",
      });
    known.set(id, key);
    return key;
  };
}

export function recorderOf(db: Db, seq: number, newId: () => string): Recorder {
  const toKey = keyOf(db);
  const addEntity = db.prepare("INSERT INTO entities (id, kind) VALUES (?, ?)");
  const inserts = new Map<TableKind, Database.Statement>();
  const supersededRows: Record<string, number[]> = {};
  let inserted = 0;

  const insertInto = (kind: TableKind): Database.Statement => {
    const made = inserts.get(kind);
    if (made) return made;
    const { name, columns } = allTables[kind];
    const list = ["entity", ...columns.map((column) => column.column), "recorded_in"];
    const statement = db.prepare(
      `INSERT INTO ${name} (${list.join(", ")}) VALUES (${list.map(() => "?").join(", ")})`,
    );
    inserts.set(kind, statement);
    return statement;
  };
  const insertRow = (kind: TableKind, id: string, values: Record<string, Value>): void => {
    const cells = allTables[kind].columns.map((column) => toSql(column, values[column.key], toKey));
    insertInto(kind).run(toKey(id), ...cells, seq);
    inserted += 1;
  };
  const closings = new Map<TableKind, { close: Database.Statement; find: Database.Statement }>();
  const closingOf = (kind: TableKind): { close: Database.Statement; find: Database.Statement } => {
    const { name } = allTables[kind];
    const made = closings.get(kind) ?? {
      close: db.prepare(`UPDATE ${name} SET superseded_in = ? WHERE row_id = ?`),
      find: db.prepare(`SELECT row_id FROM ${name} WHERE entity = ? AND superseded_in IS NULL`).pluck(),
    };
    closings.set(kind, made);
    return made;
  };
  const closeRow = (kind: TableKind, rowId: number): void => {
    closingOf(kind).close.run(seq, rowId);
    const rows = supersededRows[kind] ?? [];
    rows.push(rowId);
    supersededRows[kind] = rows;
  };

  return {
    seq,
    supersededRows,
    count: () => inserted + Object.values(supersededRows).reduce((sum, rows) => sum + rows.length, 0),
    add: (kind, id, values) => {
      addEntity.run(id, kind);
      insertRow(kind, id, values);
    },
    announce: (kind, id) => {
      addEntity.run(id, kind);
    },
    insert: (kind, id, values) => {
      const entityId = id ?? newId();
      if (id === null) addEntity.run(entityId, kind);
      insertRow(kind, entityId, values);
      return entityId;
    },
    supersede: (kind, id) => {
      const rowId = closingOf(kind).find.get(toKey(id)) as number | undefined;
      if (rowId === undefined) return false;
      closeRow(kind, rowId);
      return true;
    },
    supersedeRow: closeRow,
  };
}

/** The id of an entity by its key. */
export type IdOf = (key: number) => string | undefined;
type Ids = (string | undefined)[];
// Entities are only ever added, so a list read before is a prefix of the list now; not so inside a transaction,
// which may yet be rolled back.
const known = new WeakMap<Db, Ids>();

/** Ids by entity key: an array, because a log has hundreds of thousands of them. */
export function idsByKey(db: Db): IdOf {
  const ids = (db.inTransaction ? undefined : known.get(db)) ?? [];
  const rows = db.prepare("SELECT key, id FROM entities WHERE key >= ?").raw().iterate(ids.length);
  for (const [key, id] of rows as Iterable<[number, string]>) ids[key] = id;
  if (!db.inTransaction) known.set(db, ids);
  return (key) => ids[key];
}

const fromSql = (column: StoredColumn, cell: unknown, idOf: IdOf): Value => {
  if (cell === null) return null;
  switch (column.storage) {
    case "flag":
      return cell === 1;
    case "json":
      return JSON.parse(String(cell)) as string[];
    case "ref":
      return idOf(Number(cell)) ?? null;
    default:
      return cell as string | number;
  }
};

const inForce = (knownAt: number | null): string =>
  knownAt === null
    ? "superseded_in IS NULL"
    : "recorded_in <= @knownAt AND (superseded_in IS NULL OR superseded_in > @knownAt)";

/** Rows in force: now (`knownAt` null), or as they were known after journal entry `knownAt`. */
export function rowsOf(db: Db, kind: TableKind, idOf: IdOf, knownAt: number | null = null): Row[] {
  const { name, columns } = allTables[kind];
  const list = ["entity", ...columns.map((column) => column.column)].join(", ");
  const statement = db.prepare(`SELECT ${list} FROM ${name} WHERE ${inForce(knownAt)} ORDER BY row_id`).raw();
  const cells = (knownAt === null ? statement.all() : statement.all({ knownAt })) as unknown[][];
  return cells.map((row) => madeOf(columns, row, idOf));
}
function madeOf(columns: readonly StoredColumn[], row: readonly unknown[], idOf: IdOf): Row {
  const made: Record<string, Value> = { id: idOf(Number(row[0])) ?? "" };
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    if (column) made[column.key] = fromSql(column, row[index + 1], idOf);
  }
  return made as Row;
}

/** Ids that were looked up already. */
export type FoundIds = Map<number, string | undefined>;
/** Ids of single entities, each looked up once: for a few rows of a large log. */
export function idReader(db: Db, found: FoundIds = new Map()): IdOf {
  const find = db.prepare("SELECT id FROM entities WHERE key = ?").pluck();
  return (key) => {
    if (!found.has(key)) found.set(key, find.get(key) as string | undefined);
    return found.get(key);
  };
}
export const largestEntity = (db: Db): number =>
  (db.prepare("SELECT max(key) FROM entities").pluck().get() as number | null) ?? 0;

/** Rows in force by row id or by entity key, in the order asked for; numbers that name none are left out. */
export function rowsNumbered(
  db: Db,
  kind: TableKind,
  found: FoundIds,
  by: "row_id" | "entity",
  numbers: readonly number[],
): Row[] {
  const { name, columns } = allTables[kind];
  const list = ["entity", ...columns.map((column) => column.column)].map((column) => `${name}.${column}`);
  const cells = db
    .prepare(
      `SELECT ${list.join(", ")} FROM json_each(?) AS asked JOIN ${name} ON ${name}.${by} = asked.value
       WHERE superseded_in IS NULL ORDER BY asked.key`,
    )
    .raw()
    .all(JSON.stringify(numbers)) as unknown[][];
  const references = columns.flatMap(({ storage }, index) => (storage === "ref" ? [index + 1] : []));
  findIds(db, found, cells, [0, ...references]);
  return cells.map((row) => madeOf(columns, row, (key) => found.get(key)));
}
/** Looks up in one question whatever these columns of the rows name. */
function findIds(
  db: Db,
  found: FoundIds,
  rows: readonly (readonly unknown[])[],
  places: readonly number[],
): void {
  const missing: number[] = [];
  for (const row of rows)
    for (const place of places) {
      const key = row[place];
      if (typeof key !== "number" || found.has(key)) continue;
      found.set(key, undefined);
      missing.push(key);
    }
  const ids = db
    .prepare(
      "SELECT entities.key, entities.id FROM json_each(?) AS asked JOIN entities ON entities.key = asked.value",
    )
    .raw()
    .all(JSON.stringify(missing)) as [number, string][];
  for (const [key, id] of ids) found.set(key, id);
}

export interface RowVersion {
  row: Row;
  recordedIn: number;
  supersededIn: number | null;
}
/** Every version ever recorded of the rows whose references are these (null: empty), oldest first. */
export function versionsWhere(
  db: Db,
  kind: TableKind,
  idOf: IdOf,
  refs: Readonly<Record<string, string | null>>,
): RowVersion[] {
  const { name, columns } = allTables[kind];
  const asked = columns.filter(({ key }) => key in refs);
  const toKey = db.prepare("SELECT key FROM entities WHERE id = ?").pluck();
  const cells = db
    .prepare(
      `SELECT recorded_in, superseded_in, entity, ${columns.map(({ column }) => column).join(", ")} FROM ${name}
       WHERE ${asked.map(({ column }) => `${column} IS ?`).join(" AND ")} ORDER BY recorded_in, row_id`,
    )
    .raw()
    .all(asked.map(({ key }) => (refs[key] === null ? null : (toKey.get(refs[key]) ?? -1)))) as unknown[][];
  return cells.map(([recordedIn, supersededIn, ...row]) => ({
    row: madeOf(columns, row, idOf),
    recordedIn: Number(recordedIn),
    supersededIn: supersededIn === null ? null : Number(supersededIn),
  }));
}

/** The row of one entity in force now, or as it was known after journal entry `knownAt`. */
export function rowOf(db: Db, kind: TableKind, id: string, knownAt: number | null = null): Row | null {
  const { name, columns } = allTables[kind];
  // `entities` has a column `kind` of its own.
  const list = columns.map(({ column }) => `${name}.${column}`).join(", ");
  const cells = db
    .prepare(
      `SELECT ${list} FROM ${name} JOIN entities ON entities.key = entity WHERE entities.id = @id AND ${inForce(knownAt)}`,
    )
    .raw()
    .get(knownAt === null ? { id } : { id, knownAt }) as unknown[] | undefined;
  if (!cells) return null;
  const idOf = db.prepare("SELECT id FROM entities WHERE key = ?").pluck();
  const made: Record<string, Value> = { id };
  columns.forEach((column, index) => {
    const cell = cells[index];
    made[column.key] =
      column.storage === "ref"
        ? cell === null
          ? null
          : (idOf.get(cell) as string)
        : fromSql(column, cell, () => undefined);
  });
  return made as Row;
}

export const countOf = (db: Db, kind: TableKind): number =>
  db
    .prepare(`SELECT count(*) FROM ${allTables[kind].name} WHERE superseded_in IS NULL`)
    .pluck()
    .get() as number;
