#!/usr/bin/env node
// The command `quanheng`: refuses a Node too old for the database driver before loading it, then runs one command.
import { languageOf } from "./language.ts";
import { canHoldDriver } from "./node-version.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

async function run(): Promise<number> {
  const args = process.argv.slice(2);
  if (!canHoldDriver(process.versions.node)) {
    const say = languageOf(args, process.env) === "zh" ? zh : en;
    process.stderr.write(`${say.misuse.node(process.versions.node)}\n`);
    return 2;
  }
  const stop = new AbortController();
  process.on("SIGINT", () => {
    // Asked twice: somebody is in a hurry. What was confirmed is saved, the rest was never written.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
  // Whoever reads the output may close it early, as `head` does.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const { main } = await import("./main.ts");
  return main({
    args,
    env: process.env,
    cwd: process.cwd(),
    out: process.stdout,
    err: process.stderr,
    now: Date.now,
    signal: stop.signal,
  });
}

void run().then((code) => {
  process.exitCode = code;
});
