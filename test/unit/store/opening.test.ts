// What is opened: a workbook with its guards on; anything else gets a message that names the file and the cure, and is left as it was.
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openStore } from "../../../db/open.ts";
import { office } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, openDesk } from "../../builders/service.ts";

const opened = (path: string) => openStore(path, { now: () => 0 });
async function closedWorkbook(): Promise<Desk> {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  desk.close();
  return desk;
}
/** The fault of opening a file, which must stay byte for byte as it was. */
async function refused(desk: Desk, name: string) {
  const before = existsSync(desk.at(name)) ? readFileSync(desk.at(name)) : null;
  const other = openDesk({ folder: desk.folder });
  const fault = await faultOf(other.client.workbook.open({ grant: other.reads(name) }));
  if (before) expect(readFileSync(desk.at(name)).equals(before)).toBe(true);
  expect(fault.message.zh).toContain(name);
  expect(fault.message.en).toContain(name);
  expect(other.bugs).toEqual([]);
  return fault;
}

test("every table is STRICT, foreign keys are on, writes go to disk before they are confirmed", async () => {
  const desk = await closedWorkbook();
  const store = opened(desk.at("w.quanheng"));
  const { db } = store;
  const loose = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    .pluck()
    .all();
  expect(loose).toEqual(["sqlite_schema"]);
  expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(db.pragma("synchronous", { simple: true })).toBe(2);
  expect(() =>
    db.prepare("INSERT INTO suppliers (entity, code, name, recorded_in) VALUES (99999, 'x', 'x', 1)").run(),
  ).toThrow(/FOREIGN KEY/);
  store.close();
  expect(existsSync(`${desk.at("w.quanheng")}-wal`)).toBe(false);
});

test("the journal can only grow", async () => {
  const desk = await closedWorkbook();
  const store = opened(desk.at("w.quanheng"));
  expect(() => store.db.exec("UPDATE journal SET actor = 'x' WHERE seq = 1")).toThrow(/append-only/);
  expect(() => store.db.exec("DELETE FROM journal WHERE seq = 2")).toThrow(/append-only/);
  expect(() => store.db.exec("REPLACE INTO journal SELECT * FROM journal WHERE seq = 2")).toThrow();
  store.close();
});

test.each<[string, (desk: Desk, path: string) => void, string]>([
  ["a file that is not there", () => undefined, "missing"],
  ["an empty file", (_, path) => writeFileSync(path, ""), "invalid"],
  ["a text file", (_, path) => writeFileSync(path, "工号,姓名\n".repeat(500)), "invalid"],
  ["a shorter text file", (_, path) => writeFileSync(path, "x"), "invalid"],
  [
    "another program's database",
    (_, path) => {
      const db = new Database(path);
      db.exec("CREATE TABLE notes (x); INSERT INTO notes VALUES (1); PRAGMA user_version = 1");
      db.close();
    },
    "invalid",
  ],
  [
    "a workbook of a newer version",
    (desk, path) => {
      copyFileSync(desk.at("w.quanheng"), path);
      const db = new Database(path);
      db.pragma("user_version = 9999");
      db.close();
    },
    "invalid",
  ],
  [
    "a workbook with another schema history",
    (desk, path) => {
      copyFileSync(desk.at("w.quanheng"), path);
      const db = new Database(path);
      db.exec("UPDATE migrations SET checksum = 'other' WHERE version = 1");
      db.close();
    },
    "invalid",
  ],
  [
    "a truncated workbook",
    (desk, path) => {
      copyFileSync(desk.at("w.quanheng"), path);
      truncateSync(path, Math.floor(statSync(path).size / 2));
    },
    "broken",
  ],
  [
    "a workbook whose making was cut short",
    (_, path) => {
      openStore(path, { create: true, now: () => 0 }).close();
    },
    "invalid",
  ],
])("%s", async (_, make, code) => {
  const desk = await closedWorkbook();
  make(desk, desk.at("甲.quanheng"));
  expect((await refused(desk, "甲.quanheng")).code).toBe(code);
});

test("a corrupt page is found at opening and the message says to restore a backup", async () => {
  const desk = await closedWorkbook();
  const path = desk.at("甲.quanheng");
  copyFileSync(desk.at("w.quanheng"), path);
  const reading = new Database(path, { readonly: true });
  const page = reading
    .prepare("SELECT rootpage FROM sqlite_master WHERE name = 'suppliers'")
    .pluck()
    .get() as number;
  const size = reading.pragma("page_size", { simple: true }) as number;
  reading.close();
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(64, 0xa5), 0, 64, (page - 1) * size);
  closeSync(file);
  const fault = await refused(desk, "甲.quanheng");
  expect(fault).toMatchObject({ code: "broken", where: { file: "甲.quanheng" } });
  expect(fault.message.zh).toContain("备份");
});
