// Plain-SQL migrations, checksummed: a workbook's history must be a prefix of ours; a backup precedes each upgrade.
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
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

/** @throws FaultError invalid: newer than this program, or a foreign history */
export function migrate(db: Database.Database, path: string, now: () => number): void {
  const version = db.pragma("user_version", { simple: true }) as number;
  const hasTables = db.prepare("SELECT count(*) FROM sqlite_master").pluck().get() as number;
  if (version === 0 && hasTables > 0)
    throw fault("invalid", {
      zh: `「${basename(path)}」是数据库文件,但不是权衡工作簿。`,
      en: `"${basename(path)}" is a database, but not a Quanheng workbook.`,
    });
  if (version > newestVersion())
    throw fault("invalid", {
      zh: `「${basename(path)}」由更新的版本建立(结构 ${version},本程序 ${newestVersion()})。请升级权衡后打开。`,
      en: `"${basename(path)}" was made by a newer version (schema ${version}, this program ${newestVersion()}). Upgrade Quanheng first.`,
    });
  db.exec(table);
  const applied = db
    .prepare("SELECT version, checksum FROM migrations ORDER BY version")
    .all() as Migration[];
  for (const [index, done] of applied.entries())
    if (migrations[index]?.checksum !== done.checksum)
      throw fault("invalid", {
        zh: `「${basename(path)}」的结构历史与本程序不符(第 ${done.version} 步)。请用建立它的版本打开。`,
        en: `The schema history of "${basename(path)}" differs from this program's (step ${done.version}). Open it with the version that made it.`,
      });
  const due = migrations.slice(applied.length);
  if (due.length > 0 && applied.length > 0) {
    db.pragma("wal_checkpoint(TRUNCATE)");
    copyFileSync(path, `${path}.before-${newestVersion()}.bak`);
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
