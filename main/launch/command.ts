// Runs another program and waits for it: its output goes straight through, its exit code comes back.
import { spawn } from "node:child_process";
import { ROOT } from "./places.ts";

export interface Command {
  program: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Where its stdout goes; `stderr` keeps our own stdout for results. */
  stdout?: "inherit" | "stderr" | "ignore";
}

/**
 * Runs a command to its end.
 * @returns its exit code; 127 when the program is not there, 128 + n when signal n ended it (1 where unknown).
 */
export function run({
  program,
  args,
  cwd = ROOT,
  env = process.env,
  stdout = "inherit",
}: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ["inherit", stdout === "stderr" ? 2 : stdout, "inherit"],
    });
    child.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") resolve(127);
      else reject(error);
    });
    child.once("exit", (code, signal) => {
      resolve(code ?? (signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 1));
    });
  });
}

/** Runs a Node program with the Node that runs us (24, from node_modules). */
export function runNode(
  args: readonly string[],
  rest: Omit<Command, "program" | "args"> = {},
): Promise<number> {
  return run({ program: process.execPath, args, ...rest });
}

/** npm as the person started us through it, or the one on the path. */
export function runNpm(
  args: readonly string[],
  rest: Omit<Command, "program" | "args"> = {},
): Promise<number> {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) return runNode([npm, ...args], rest);
  return run({ program: process.platform === "win32" ? "npm.cmd" : "npm", args, ...rest });
}
