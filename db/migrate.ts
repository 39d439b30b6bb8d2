// Plain-SQL migrations, checksummed: a workbook's history must be a prefix of ours; a backup precedes each upgrade.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type Database from "better-sqlite3";
import { fault } from "../shared/domain/fault.ts";

interface Migration {
  version: number;
  name: string;
  sql: string;
  checksum: string;
}

/** Beside this file in the sources, and beside the bundle in the built app. */
const folder = join(dirname(fileURLToPath(import.meta.url)), "migrations");

export const migrations: readonly Migration[] = readdirSync(folder)
  .filter((name) => /^\d{4}_.*\.sql$/.test(name))
  .sort()
  .map((name) => {
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return {
      version: Number(name.slice(0, 4)),
      name,
      sql,
      checksum: createHash("sha256").update(sql).digest("hex"),
    };
  });
export const newestVersion = (): number => migrations.at(-1)?.version ?? 0;

const table = `CREATE TABLE IF NOT EXISTS migrations (
  version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`;

/**
 * Reads only, so that a foreign file stays as it is.
 * @throws FaultError invalid: not a workbook, newer than this program, or another schema history
 */
export function assertIsOurs(db: Database.Database, path: string): void {
  const where = { file: basename(path) };
  const isKept = db
    .prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('migrations', 'journal')")
    .pluck()
    .get() as number;
  if (isKept !== 2)
    throw fault(
      "invalid",
      {
        zh: `“${basename(path)}”是数据库文件，但不是权衡工作簿。请选择扩展名为 .quanheng 的文件。`,
        en: `"${basename(path)}" is a database, but not a Quanheng workbook. Choose a .quanheng file.`,
      },
      where,
    );
  const version = db.pragma("user_version", { simple: true }) as number;
  if (version > newestVersion())
    throw fault(
      "invalid",
      {
        zh: `“${basename(path)}”由更新的版本建立（结构 ${version}，本程序 ${newestVersion()}）。请升级权衡后打开。`,
        en: `"${basename(path)}" was made by a newer version (schema ${version}, this program ${newestVersion()}). Upgrade Quanheng first.`,
      },
      where,
    );
  for (const [index, done] of appliedIn(db).entries())
    if (migrations[index]?.checksum !== done.checksum)
      throw fault(
        "invalid",
        {
          zh: `“${basename(path)}”的结构历史与本程序不符（第 ${done.version} 步）。请用建立它的版本打开。`,
          en: `The schema history of "${basename(path)}" differs from this program's (step ${done.version}). Open it with the version that made it.`,
        },
        where,
      );
}
const appliedIn = (db: Database.Database): Migration[] =>
  db.prepare("SELECT version, checksum FROM migrations ORDER BY version").all() as Migration[];

/** Brings a workbook (or an empty database) to the newest schema; a copy is kept before each upgrade. */
export function migrate(db: Database.Database, path: string, now: () => number): void {
  db.exec(table);
  const applied = appliedIn(db);
  const due = migrations.slice(applied.length);
  if (due.length > 0 && applied.length > 0) {
    const copy = `${path}.before-${newestVersion()}.bak`;
    rmSync(copy, { force: true });
    db.prepare("VACUUM INTO ?").run(copy);
  }
  for (const next of due)
    db.transaction(() => {
      db.exec(next.sql);
      db.prepare("INSERT INTO migrations VALUES (?, ?, ?, ?)").run(
        next.version,
        next.name,
        next.checksum,
        now(),
      );
      db.pragma(`user_version = ${next.version}`);
    })();
}
