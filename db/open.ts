// Opens a workbook file: one writer by an OS lock, else read-only with the reason; pragmas; integrity check; migration.
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { basename } from "node:path";
import Database from "better-sqlite3";
import { FaultError, fault } from "../shared/domain/fault.ts";
import type { Text } from "../shared/domain/text.ts";
import { migrate, newestVersion } from "./migrate.ts";

export type Db = Database.Database;
export interface Store {
  db: Db;
  path: string;
  /** Why nothing can be written, with the cure; null when this process is the writer. */
  readOnly: Text | null;
  close: () => void;
}

const header = "SQLite format 3\u0000";
const damaged = (path: string, detail: string): FaultError =>
  fault(
    "broken",
    {
      zh: `工作簿「${basename(path)}」已损坏(${detail})。请不要继续在其上办理;请用「恢复备份」打开最近的备份,并保留此文件以备修复。`,
      en: `The workbook "${basename(path)}" is damaged (${detail}). Do not go on working in it: restore the latest backup, and keep this file for repair.`,
    },
    { file: basename(path) },
  );

function assertIsWorkbook(path: string): void {
  if (!existsSync(path))
    throw fault("missing", {
      zh: `找不到文件「${basename(path)}」。它可能已被移动或改名;请重新选择。`,
      en: `The file "${basename(path)}" is not there. It may have been moved or renamed: choose it again.`,
    });
  const bytes = Buffer.alloc(16);
  const file = openSync(path, "r");
  try {
    const read = readSync(file, bytes, 0, 16, 0);
    if (read === 0) return; // a new, empty file
    if (bytes.toString("latin1") !== header)
      throw fault("invalid", {
        zh: `「${basename(path)}」不是权衡工作簿。若是表格文件,请先打开工作簿,再在「办理」页导入。`,
        en: `"${basename(path)}" is not a Quanheng workbook. If it is a spreadsheet, open a workbook and import it there.`,
      });
  } finally {
    closeSync(file);
  }
}

/** Takes the writer's lock: an exclusive SQLite lock on a sidecar file, which the OS frees when the process dies. */
function takeLock(path: string): Db | null {
  let lock: Db | undefined;
  try {
    lock = new Database(`${path}.lock`, { timeout: 0 });
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch {
    lock?.close();
    return null;
  }
}

const inUse = (path: string): Text => ({
  zh: `「${basename(path)}」正由另一个窗口或程序编辑,这里只能查看。关闭那一处后重新打开即可编辑。`,
  en: `"${basename(path)}" is being edited in another window or program; here it can only be viewed. Close it there and open it again.`,
});
const writeProtected = (path: string): Text => ({
  zh: `「${basename(path)}」为只读文件,这里只能查看。如需编辑,请复制到可写的文件夹后打开。`,
  en: `"${basename(path)}" is write-protected; here it can only be viewed. To edit, copy it to a folder you may write to.`,
});

/** A read-only medium cannot hold WAL side files: the bytes are read into memory, with the WAL flags cleared. */
function openFromBytes(path: string): Db {
  const bytes = readFileSync(path);
  bytes[18] = 1;
  bytes[19] = 1;
  return new Database(bytes);
}

function openForReading(path: string): Db {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    db.pragma("schema_version");
    return db;
  } catch {
    return openFromBytes(path);
  }
}

function checkIntegrity(db: Db, path: string): void {
  const [first] = db.pragma("quick_check(1)", { simple: false }) as Array<{ quick_check: string }>;
  if (first?.quick_check !== "ok") throw damaged(path, first?.quick_check ?? "quick_check");
}

/**
 * Opens (or, with `create`, makes) a workbook.
 * @throws FaultError missing, invalid (not a workbook, made by a newer version), broken (damaged)
 */
export function openStore(
  path: string,
  { create = false, now }: { create?: boolean; now: () => number },
): Store {
  if (create && existsSync(path))
    throw fault("refused", {
      zh: `「${basename(path)}」已存在,没有覆盖。请换一个文件名。`,
      en: `"${basename(path)}" exists and was not overwritten. Choose another name.`,
    });
  if (!create) assertIsWorkbook(path);
  let db: Db | undefined;
  const lock = takeLock(path);
  let readOnly: Text | null = lock ? null : existsSync(`${path}.lock`) ? inUse(path) : writeProtected(path);
  try {
    if (readOnly) db = openForReading(path);
    else {
      db = new Database(path, { fileMustExist: !create });
      try {
        db.pragma("journal_mode = WAL");
        db.pragma("synchronous = FULL");
        db.pragma("user_version");
      } catch (error) {
        if (!String((error as { code?: string }).code).startsWith("SQLITE_READONLY")) throw error;
        db.close();
        db = openForReading(path);
        readOnly = writeProtected(path);
      }
    }
    db.pragma("foreign_keys = ON");
    db.pragma("cache_size = -65536");
    db.pragma("temp_store = MEMORY");
    if (!create) checkIntegrity(db, path);
    if (!readOnly) migrate(db, path, now);
    else if ((db.pragma("user_version", { simple: true }) as number) !== newestVersion())
      throw fault("refused", {
        zh: `「${basename(path)}」是旧版工作簿,须先由可编辑的窗口打开一次以升级。`,
        en: `"${basename(path)}" was made by an older version: open it once for editing so that it can be upgraded.`,
      });
  } catch (error) {
    db?.close();
    lock?.close();
    if (error instanceof FaultError) throw error;
    const code = String((error as { code?: string }).code ?? error);
    if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT" || code.startsWith("SQLITE_CORRUPT"))
      throw damaged(path, code);
    throw fault("refused", {
      zh: `无法打开「${basename(path)}」(${code})。请确认有权读写其所在文件夹、磁盘未满。`,
      en: `"${basename(path)}" cannot be opened (${code}). Check that you may write to its folder and that the disk is not full.`,
    });
  }
  const opened = db;
  return {
    db: opened,
    path,
    readOnly,
    close: () => {
      if (!readOnly) opened.pragma("wal_checkpoint(TRUNCATE)");
      opened.close();
      lock?.close();
    },
  };
}
