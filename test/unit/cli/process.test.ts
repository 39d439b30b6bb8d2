// The command as a process of its own: streams, exit code, Ctrl+C, a second writer.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openStore } from "../../../db/open.ts";
import { quanheng } from "../../fixtures/command-line.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

// Whole processes: a slow machine may take its time.
vi.setConfig({ testTimeout: 120_000 });
const entry = join(import.meta.dirname, "../../../main/cli/run.ts");
function start(cwd: string, ...args: string[]): ChildProcess {
  const env = { PATH: process.env.PATH, LANG: "en_GB.UTF-8" };
  return spawn(process.execPath, [entry, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
}
function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const said = { out: "", err: "" };
  child.stdout?.on("data", (bytes) => {
    said.out += bytes;
  });
  child.stderr?.on("data", (bytes) => {
    said.err += bytes;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

test("results on stdout, warnings on stderr, findings in the exit code", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "log.csv"), "c,a,p,t\n1,A,Li,\n1,B,Li,2024-01-01\n");
  const args = "check-log log.csv --case c --activity a --person p --time t --separate A B --format json";
  const ran = await ended(start(folder, ...args.split(" ")));
  expect(ran.code).toBe(1);
  // The keys that were there first come first.
  expect(ran.out).toMatch(
    /^\{"rules":\[\{"duties":\["A","B"\],"casesWithBoth":1,"casesInConflict":1,.*\}\],"conflicts":\[\{"case":"1","person":"Li","duties":\["A","B"\],"approvals":\[1,2\],.*\}\n$/,
  );
  expect(ran.err).toMatch(/The row still counts/);
});

test("Ctrl+C ends with 130 and leaves no half-made workbook", async () => {
  const folder = tempFolder();
  const child = start(folder, "init", "--workbook", "w", "--sample", "--size", "city");
  let heard = "";
  child.stderr?.on("data", (bytes) => {
    const before = heard;
    heard += bytes;
    // The first line of progress: work is under way, nothing is confirmed.
    if (!before.includes("…") && heard.includes("…")) child.kill("SIGINT");
  });
  const ran = await ended(child);
  expect(ran.code).toBe(130);
  expect(ran.out).toBe("");
  expect(existsSync(join(folder, "w.quanheng"))).toBe(false);
});

test("while someone else writes, a command reads only and says so", async () => {
  const folder = tempFolder();
  await quanheng(folder, "init", "--workbook", "w");
  const writer = openStore(join(folder, "w.quanheng"), { now: () => 0 });
  const ran = await quanheng(folder, "check", "--workbook", "w");
  const refused = await quanheng(folder, "rotation", "plan", "--workbook", "w", "--months", "12");
  writer.close();
  expect(ran.code).toBe(0);
  expect(ran.err).toMatch(/being edited in another window or program/);
  expect(ran.err).toMatch(/the answer is not stored/);
  expect(refused).toMatchObject({ code: 2, out: "" });
});
