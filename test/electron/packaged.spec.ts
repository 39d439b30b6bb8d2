// The packaged program starts and does its work: hardened as it is handed out, and unhardened so that a journey can drive it.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "./harness.ts";

const ROOT = join(import.meta.dirname, "../..");
const SYSTEM = { darwin: "--mac", linux: "--linux", win32: "--win" }[process.platform as string] ?? "--linux";

/** Packs out/ as `npm run dist` does; answers the program. */
function pack(...words: string[]): string {
  const { status, stderr } = spawnSync(
    process.env.QUANHENG_NODE ?? process.execPath,
    [join(ROOT, "main/launch/dist.ts"), SYSTEM, "dir", "--built", ...words],
    { cwd: ROOT, encoding: "utf8" },
  );
  expect(status, stderr).toBe(0);
  const release = join(ROOT, words.includes("--unhardened") ? "release/unhardened" : "release");
  const places = ["linux-unpacked/quanheng", "win-unpacked/quanheng.exe"];
  for (const name of readdirSync(release)) places.push(`${name}/Quanheng.app/Contents/MacOS/Quanheng`);
  const program = places.map((place) => join(release, place)).find((path) => existsSync(path));
  if (program === undefined) throw new Error(`no program in ${release}`);
  return program;
}

test("a packaged program opens the sample unit", async ({ launch }) => {
  const { app, page, openSample, picture } = await launch({ executable: pack("--unhardened") });
  expect(await app.evaluate(({ app: program }) => program.isPackaged)).toBe(true);
  expect(page.url()).toMatch(/^app:\/\/quanheng\//);
  await openSample();
  await picture("packaged");
});

test("a hardened package starts its service, and refuses to be debugged or used as a plain Node", async ({
  folder,
}) => {
  const program = pack();
  const switches = (process.env.QUANHENG_TEST_SWITCHES ?? "").split(" ").filter((word) => word !== "");
  const env = {
    ...process.env,
    QUANHENG_USER_DATA: folder,
    ELECTRON_RUN_AS_NODE: "1",
    QUANHENG_NODE: undefined,
  };
  const running = spawn(program, [...switches, "--inspect=0"], { env, stdio: ["ignore", "ignore", "pipe"] });
  try {
    const lines = await readUntil(running, /data service ready/);
    expect(lines.join("\n")).not.toContain("Debugger listening");
  } finally {
    running.kill();
    await once(running, "exit");
  }
});

/** Every line on stderr up to the one looked for; the test's own limit ends a wait in vain. */
async function readUntil(running: ChildProcess, looked: RegExp): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface(running.stderr!)) {
    lines.push(line);
    if (looked.test(line)) return lines;
  }
  throw new Error(`ended without ${looked}: ${lines.join("\n")}`);
}
