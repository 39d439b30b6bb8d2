// Fetches DuckDB by npm into `.runtime/` on first use, and opens it in memory; the program itself never needs it.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runNpm } from "../../../main/launch/command.ts";

const here = import.meta.dirname;
const home = join(here, "../../../.runtime/peers");
const files = ["package.json", "package-lock.json"] as const;

/** The part of @duckdb/node-api that the bench uses; its types are not here before it is fetched. */
export interface Appender {
  appendBigInt: (value: bigint) => void;
  appendVarchar: (value: string) => void;
  appendNull: () => void;
  endRow: () => void;
  closeSync: () => void;
}
export interface Connection {
  run: (sql: string) => Promise<unknown>;
  runAndReadAll: (sql: string) => Promise<{ getRowObjects: () => Record<string, unknown>[] }>;
  createAppender: (table: string) => Promise<Appender>;
  closeSync: () => void;
}
interface Instance {
  connect: () => Promise<Connection>;
  closeSync: () => void;
}
interface Driver {
  DuckDBInstance: { create: (path: string, options: Record<string, string>) => Promise<Instance> };
}

const isHere = (): boolean =>
  existsSync(join(home, "node_modules/@duckdb/node-api")) &&
  files.every((name) => readFileSync(join(home, name), "utf8") === readFileSync(join(here, name), "utf8"));

/** @throws when npm cannot fetch it */
async function driver(): Promise<Driver> {
  if (!isHere()) {
    mkdirSync(home, { recursive: true });
    for (const name of files) copyFileSync(join(here, name), join(home, name));
    copyFileSync(join(here, "../../../.npmrc"), join(home, ".npmrc"));
    const installed = await runNpm(["ci", "--loglevel=error"], { cwd: home, stdout: "stderr" });
    if (installed !== 0) throw new Error("npm could not fetch DuckDB, which the bench measures against");
  }
  // The lockfile names the exact version: the interface above was written from it.
  return createRequire(join(home, "package.json"))("@duckdb/node-api") as Driver;
}

/** A database in memory with so many threads. */
export async function openDuckdb(threads: number): Promise<{ connection: Connection; close: () => void }> {
  const { DuckDBInstance } = await driver();
  const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
