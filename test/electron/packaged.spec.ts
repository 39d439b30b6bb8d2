// The packaged program, hardened as it is handed out: does the work, and refuses to be debugged or used as a plain Node.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { expect, test, testSwitches } from "./harness.ts";
import { awaitFirstPage, gatherErrors, openSample, takePicture } from "./page-steps.ts";

const ROOT = join(import.meta.dirname, "../..");
const SYSTEM = { darwin: "--mac", linux: "--linux", win32: "--win" }[process.platform as string] ?? "--linux";

/** Packs out/ as `npm run dist` does; answers the program. */
function pack(): string {
  const { status, stderr } = spawnSync(
    process.env.QUANHENG_NODE ?? process.execPath,
    [join(ROOT, "main/launch/dist.ts"), SYSTEM, "dir", "--built"],
    { cwd: ROOT, encoding: "utf8" },
  );
  expect(status, stderr).toBe(0);
  const release = join(ROOT, "release");
  const places = ["linux-unpacked/quanheng", "win-unpacked/quanheng.exe"];
  for (const name of readdirSync(release)) places.push(`${name}/Quanheng.app/Contents/MacOS/Quanheng`);
  const program = places.map((place) => join(release, place)).find((path) => existsSync(path));
  if (program === undefined) throw new Error(`no program in ${release}`);
  return program;
}

test("a hardened package opens the sample unit, and lets nobody in from behind", async ({ folder }) => {
  // A hardened program has no door for Playwright's usual way in; its pages are reached through Chromium's.
  const env = {
    ...process.env,
    QUANHENG_USER_DATA: folder,
    QUANHENG_NODE: undefined,
    ELECTRON_RUN_AS_NODE: "1",
  };
  const words = [...testSwitches(), "--lang=zh-CN", "--inspect=0", "--remote-debugging-port=0"];
  const running = spawn(pack(), words, { env, stdio: ["ignore", "ignore", "pipe"] });
  // Heard from the start: letting go of its page may end the program before anybody asks it to.
  const ended = once(running, "exit");
  try {
    const log = await readUntil(running, /window open/);
    expect(log).not.toContain("Debugger listening");
    expect(log).toContain("data service ready");
    const browser = await chromium.connectOverCDP(
      `http://127.0.0.1:${log.match(/DevTools listening on ws:.*?:(\d+)/)?.[1]}`,
    );
    const [page] = browser.contexts()[0]!.pages();
    const errors = gatherErrors(page!);
    expect(page!.url()).toMatch(/^app:\/\/quanheng\//);
    await awaitFirstPage(page!);
    await openSample(page!);
    await takePicture(page!, "packaged");
    expect(errors).toEqual([]);
    await browser.close();
  } finally {
    running.kill();
    await ended;
  }
});

/** What is on stderr up to the words looked for, which may come in any order; the test's own limit ends a wait in vain. */
async function readUntil(running: ChildProcess, looked: RegExp): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface(running.stderr!)) {
    lines.push(line);
    const text = lines.join("\n");
    if (looked.test(text) && text.includes("data service ready")) return text;
  }
  throw new Error(`ended without ${looked}: ${lines.join("\n")}`);
}
