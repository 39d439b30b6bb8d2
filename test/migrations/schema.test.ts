// The schema after all migrations is the one on record, and a workbook of every released schema still opens.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations, newestVersion } from "../../db/migrate.ts";
import { faultOf, openDesk, value } from "../builders/service.ts";

test("the schema is the golden one (npm run golden:update writes it anew)", async () => {
  const db = new Database(":memory:");
  migrate(db, "memory", () => 0);
  const parts = db
    .prepare(
      "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )
    .pluck()
    .all();
  db.close();
  await expect(`${parts.join(";\n\n")};\n`).toMatchFileSnapshot("../../db/schema.snapshot.sql");
});

test("migrations are numbered without gaps, and migrating twice changes nothing", () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  const db = new Database(":memory:");
  migrate(db, "memory", () => 1);
  migrate(db, "memory", () => 2);
  expect(db.prepare("SELECT version, applied_at FROM migrations").raw().all()).toEqual(
    migrations.map(({ version }) => [version, 1]),
  );
  expect(db.pragma("user_version", { simple: true })).toBe(newestVersion());
  db.close();
});

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../fixtures/workbooks", name), "utf8");

test.each(["released-0001.sql"])(
  "a workbook of %s opens with its rows, its history and its chain",
  async (name) => {
    const desk = openDesk();
    const old = new Database(desk.at("旧.quanheng"));
    old.exec(fixture(name));
    old.close();
    const { open } = await value(desk.client.workbook.open({ grant: desk.reads("旧.quanheng") }));
    expect(open).toMatchObject({
      unitName: "青岚县财政局",
      readOnly: null,
      journalSeq: 3,
      counts: { people: 1, suppliers: 1 },
    });
    expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
    const { rows } = await value(desk.client.sheets.list({ kind: "suppliers" }));
    expect(rows[0]?.values).toEqual({ code: "S1", name: "青岚商贸有限公司" });
    await value(desk.client.journal.undo({ seq: 3 }));
    const after = await value(desk.client.sheets.list({ kind: "suppliers" }));
    expect(after.rows[0]?.values.name).toBe("青岚商贸");
  },
);

test("a shipped migration that was edited afterwards is noticed", async () => {
  const desk = openDesk();
  const old = new Database(desk.at("旧.quanheng"));
  old.exec(fixture("released-0001.sql"));
  old.exec("UPDATE migrations SET checksum = replace(checksum, 'a', 'b')");
  old.close();
  const fault = await faultOf(desk.client.workbook.open({ grant: desk.reads("旧.quanheng") }));
  expect(fault).toMatchObject({ code: "invalid", where: { file: "旧.quanheng" } });
});
