// Opens a workbook file: one writer by an OS lock, else read-only with the reason; pragmas; integrity check; migration.
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename } from "node:path";
import Database from "better-sqlite3";
import { FaultError, fault } from "../shared/domain/fault.ts";
import type { Text } from "../shared/domain/text.ts";
import { assertIsOurs, migrate, newestVersion } from "./migrate.ts";

export type Db = Database.Database;
export interface Store {
  db: Db;
  path: string;
  /** Why nothing can be written, with the cure; null when this process is the writer. */
  readOnly: Text | null;
  close: () => void;
}

const damaged = (path: string, detail: string): FaultError =>
  fault(
    "broken",
    {
      zh: `工作簿“${basename(path)}”已损坏（${detail}）。请不要继续在其上办理；请用“恢复备份”打开最近的备份，并保留此文件以备修复。`,
      en: `The workbook "${basename(path)}" is damaged (${detail}). Do not go on working in it: restore the latest backup, and keep this file for repair.`,
    },
    { file: basename(path) },
  );

const notWorkbook = (path: string): FaultError =>
  fault(
    "invalid",
    {
      zh: `“${basename(path)}”不是权衡工作簿。若是表格文件，请先打开工作簿，再在“办理”页导入。`,
      en: `"${basename(path)}" is not a Quanheng workbook. If it is a spreadsheet, open a workbook and import it there.`,
    },
    { file: basename(path) },
  );

const alreadyThere = (path: string): FaultError =>
  fault(
    "refused",
    {
      zh: `“${basename(path)}”已存在，没有覆盖。请换一个文件名。`,
      en: `"${basename(path)}" exists and was not overwritten. Choose another name.`,
    },
    { file: basename(path) },
  );

// The file itself is only ever touched through SQLite: closing another handle of it would drop SQLite's own locks.
function assertHasContent(path: string): void {
  if (!existsSync(path))
    throw fault(
      "missing",
      {
        zh: `找不到文件“${basename(path)}”。它可能已被移动或改名；请重新选择。`,
        en: `The file "${basename(path)}" is not there. It may have been moved or renamed: choose it again.`,
      },
      { file: basename(path) },
    );
  if (statSync(path).size === 0)
    throw fault(
      "invalid",
      {
        zh: `“${basename(path)}”是空文件（0 字节），不是工作簿：可能是复制或新建时中断。请重新复制，或打开备份。`,
        en: `"${basename(path)}" is empty (0 bytes): copying or making it may have been cut short. Copy it again, or open a backup.`,
      },
      { file: basename(path) },
    );
}

/**
 * Takes the writer's lock: an exclusive SQLite lock on a sidecar file, which the OS frees when the process dies.
 * The sidecar stays behind: removing it could hand one lock to two writers.
 */
function takeLock(path: string): Db | "in-use" | "write-protected" {
  let lock: Db | undefined;
  try {
    lock = new Database(`${path}.lock`, { timeout: 0 });
    lock.pragma("journal_mode = MEMORY");
    // A read-only sidecar would lend out its lock to everybody: only who could write to it holds it.
    lock.exec("BEGIN EXCLUSIVE; PRAGMA user_version = 1");
    return lock;
  } catch (error) {
    lock?.close();
    return codeOf(error).startsWith("SQLITE_BUSY") ? "in-use" : "write-protected";
  }
}
const codeOf = (error: unknown): string => String((error as { code?: string }).code ?? error);

const inUse = (path: string): Text => ({
  zh: `“${basename(path)}”正由另一个窗口或程序编辑，这里只能查看。关闭那一处后重新打开即可编辑。`,
  en: `"${basename(path)}" is being edited in another window or program; here it can only be viewed. Close it there and open it again.`,
});
const onlyRead = (path: string): Text => ({
  zh: `“${basename(path)}”在这里只供查询，不作改动。`,
  en: `"${basename(path)}" is only asked here, and nothing is changed.`,
});
const writeProtected = (path: string): Text => ({
  zh: `“${basename(path)}”为只读文件，这里只能查看。如需编辑，请复制到可写的文件夹后打开。`,
  en: `"${basename(path)}" is write-protected; here it can only be viewed. To edit, copy it to a folder you may write to.`,
});

/** A read-only medium cannot hold WAL side files: the bytes are read into memory, with the WAL flags cleared. */
function openFromBytes(path: string): Db {
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0)
    throw fault(
      "refused",
      {
        zh: `“${basename(path)}”旁还有未并入的改动（${basename(path)}-wal），而此处不可写。请把两个文件一起复制到可写的文件夹后打开。`,
        en: `Beside "${basename(path)}" lie changes not yet merged (${basename(path)}-wal), and this place cannot be written to. Copy both files to a folder you may write to and open it there.`,
      },
      { file: basename(path) },
    );
  const bytes = readFileSync(path);
  bytes[18] = 1;
  bytes[19] = 1;
  return new Database(bytes);
}

function openForReading(path: string): Db {
  let db: Db | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    db.pragma("schema_version");
    return db;
  } catch (error) {
    db?.close();
    if (codeOf(error) === "SQLITE_NOTADB") throw error;
    return openFromBytes(path);
  }
}

/** Writes a whole copy of a workbook to a new file, whatever another program is doing with it; the source stays untouched. */
export function copyWorkbook(path: string, target: string): void {
  assertHasContent(path);
  if (existsSync(target)) throw alreadyThere(target);
  let db: Db | undefined;
  try {
    db = openForReading(path);
    checkIntegrity(db, path);
    assertIsOurs(db, path);
    db.prepare("VACUUM INTO ?").run(target);
  } catch (error) {
    rmSync(target, { force: true });
    throw asFault(path, error);
  } finally {
    db?.close();
  }
}

function checkIntegrity(db: Db, path: string): void {
  const [first] = db.pragma("quick_check(1)", { simple: false }) as Array<{ quick_check: string }>;
  if (first?.quick_check !== "ok") throw damaged(path, first?.quick_check ?? "quick_check");
}

function asFault(path: string, error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  const code = codeOf(error);
  if (code === "SQLITE_NOTADB") return notWorkbook(path);
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_IOERR_SHORT_READ") return damaged(path, code);
  return fault(
    "refused",
    {
      zh: `无法打开“${basename(path)}”（${code}）。请确认有权读写其所在文件夹、磁盘未满。`,
      en: `"${basename(path)}" cannot be opened (${code}). Check that you may write to its folder and that the disk is not full.`,
    },
    { file: basename(path) },
  );
}

/**
 * Opens (or, with `create`, makes) a workbook. Nothing is written to a file that turns out not to be one.
 * `forReading`: whoever only asks leaves the writer's lock to others, for as long as it stays open.
 * @throws FaultError missing, invalid (not a workbook, made by a newer version), broken (damaged)
 */
export function openStore(
  path: string,
  { create = false, forReading = false, now }: { create?: boolean; forReading?: boolean; now: () => number },
): Store {
  if (create && existsSync(path)) throw alreadyThere(path);
  if (!create) assertHasContent(path);
  let db: Db | undefined;
  const taken = forReading ? "left" : takeLock(path);
  const lock = typeof taken === "string" ? null : taken;
  let readOnly: Text | null = lock
    ? null
    : taken === "left"
      ? onlyRead(path)
      : taken === "in-use"
        ? inUse(path)
        : writeProtected(path);
  try {
    if (readOnly) db = openForReading(path);
    else {
      db = new Database(path, { fileMustExist: !create });
      if (!create) assertIsOurs(db, path);
      try {
        db.pragma("journal_mode = WAL");
        db.pragma("synchronous = FULL");
        db.pragma("user_version");
      } catch (error) {
        if (!codeOf(error).startsWith("SQLITE_READONLY")) throw error;
        db.close();
        db = openForReading(path);
        readOnly = writeProtected(path);
      }
    }
    db.pragma("foreign_keys = ON");
    // Without this REPLACE would delete rows of the journal past its trigger.
    db.pragma("recursive_triggers = ON");
    db.pragma("cache_size = -65536");
    db.pragma("temp_store = MEMORY");
    if (!create) checkIntegrity(db, path);
    if (!readOnly) migrate(db, path, now);
    else {
      assertIsOurs(db, path);
      if ((db.pragma("user_version", { simple: true }) as number) !== newestVersion())
        throw fault("refused", {
          zh: `“${basename(path)}”是旧版工作簿，须先由可编辑的窗口打开一次以升级。`,
          en: `"${basename(path)}" was made by an older version: open it once for editing so that it can be upgraded.`,
        });
    }
  } catch (error) {
    db?.close();
    lock?.close();
    throw asFault(path, error);
  }
  const opened = db;
  return {
    db: opened,
    path,
    readOnly,
    close: () => {
      try {
        if (!readOnly) opened.pragma("wal_checkpoint(TRUNCATE)");
      } catch (error) {
        // A full disk keeps the log unmerged; the next opening merges it. The lock must go in any case.
        if (!codeOf(error).startsWith("SQLITE_")) throw error;
      } finally {
        opened.close();
        lock?.close();
      }
    },
  };
}
