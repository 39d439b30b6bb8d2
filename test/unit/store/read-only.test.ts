// A workbook where nothing may be written opens for looking, says why, and changes nothing around it.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../../db/open.ts";
import { countOf } from "../../../db/queries/versions.ts";
import { office } from "../../builders/office.ts";
import { bringIn, newWorkbook } from "../../builders/service.ts";

/** Root may write everywhere: for a moment we are nobody, as the programs of an office are. */
function asOrdinaryUser<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
/** A folder that cannot be written to, with a closed workbook in it. */
async function lockedFolder(beside: Record<string, string> = {}): Promise<string> {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  desk.close();
  const folder = join(desk.folder, "disc");
  mkdirSync(folder);
  copyFileSync(desk.at("w.quanheng"), join(folder, "w.quanheng"));
  for (const [name, content] of Object.entries(beside)) writeFileSync(join(folder, name), content);
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  chmodSync(desk.folder, 0o755);
  onTestFinished(() => chmodSync(folder, 0o755));
  return join(folder, "w.quanheng");
}
const open = (path: string) => asOrdinaryUser(() => openStore(path, { now: () => 0 }));

test("it opens, says that it is write-protected, and reads", async () => {
  const path = await lockedFolder();
  const store = open(path);
  expect(store.readOnly?.en).toContain("write-protected");
  expect(countOf(store.db, "approvals")).toBe(4);
  store.close();
  expect(readdirSync(join(path, ".."))).toEqual(["w.quanheng"]);
});

test("a lock left behind on a read-only disc is not taken for another window", async () => {
  const store = open(await lockedFolder({ "w.quanheng.lock": "" }));
  expect(store.readOnly?.en).toContain("write-protected");
  store.close();
});

test("changes not yet merged are not silently left out", async () => {
  const path = await lockedFolder({ "w.quanheng-wal": "something" });
  expect(() => open(path)).toThrow(/not yet merged/);
});
