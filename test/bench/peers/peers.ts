// The peers of the check: the second opinion's SQL on SQLite and on DuckDB, over exactly the rules that all can judge.
import Database from "better-sqlite3";
import { ground } from "../../../db/queries/second-opinion/ground.ts";
import { unsaidReasons } from "../../../db/queries/second-opinion/questions.ts";
import {
  type Answer,
  answerSlices,
  createTables,
  fillTables,
  indexTables,
} from "../../../db/queries/second-opinion/sqlite.ts";
import { worldTables } from "../../../db/queries/second-opinion/world-rows.ts";
import type { Finding } from "../../../shared/domain/conflict.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { duckdb } from "./duckdb.ts";

export interface PeerRun {
  ms: number;
  /** Processor time of all threads: steadier than `ms` where the machine has other work. */
  cpuMs: number;
  /** Of each conflict its rule, version, identity and day, sorted: compare them with `peerIdentities(findings)`. */
  identities: string[];
}
export interface Peers {
  /** Rule ids that SQL judges whole; give the check these rules alone for a fair ratio. */
  covers: string[];
  sqlite: () => PeerRun;
  /** Fetches DuckDB on the first call. */
  duckdb: (threads: number) => Promise<PeerRun>;
  /** Milliseconds of each statement of DuckDB's last run. */
  spent: () => Map<string, number>;
  close: () => void;
}

type Told = Pick<Finding, "ruleId" | "ruleVersion" | "groupKey" | "subject" | "anchor" | "day">;
export const peerIdentities = (told: readonly Told[]): string[] =>
  told
    .map((one) =>
      JSON.stringify([one.ruleId, one.ruleVersion, one.groupKey, one.subject, one.anchor, one.day]),
    )
    .sort();

/**
 * Data is loaded (and in SQLite indexed and analysed) before the first run and not timed. Timed is everything from
 * these tables to the conflicts with their day: derived tables, their indexes, all questions, rows into JavaScript.
 */
export function peers(world: World, rules: readonly Rule[], today: Day): Peers {
  const reasonOf = unsaidReasons(rules);
  const asked = rules.filter((rule) => reasonOf(rule) === null);
  const { rows, nameOf } = worldTables(world, asked, today);
  let sqlite: Database.Database | null = null;
  const loaded = new Map<number, Awaited<ReturnType<typeof duckdb>>>();
  let spent = new Map<string, number>();
  const begin = (): (() => Pick<PeerRun, "ms" | "cpuMs">) => {
    const spentBefore = process.cpuUsage();
    const started = performance.now();
    return () => {
      const ms = performance.now() - started;
      const { user, system } = process.cpuUsage(spentBefore);
      return { ms, cpuMs: (user + system) / 1000 };
    };
  };
  const told = (time: Pick<PeerRun, "ms" | "cpuMs">, answers: readonly Answer[]): PeerRun => ({
    ...time,
    identities: peerIdentities(answers),
  });
  const openSqlite = (): Database.Database => {
    const db = new Database(":memory:");
    db.pragma("temp_store = MEMORY");
    db.pragma("cache_size = -262144");
    createTables(db);
    db.transaction(() => fillTables(db, rows))();
    indexTables(db);
    db.exec("ANALYZE temp");
    return db;
  };
  return {
    covers: [...new Set(asked.map(({ id }) => id))],
    sqlite: () => {
      sqlite ??= openSqlite();
      const end = begin();
      const slices = answerSlices(sqlite, asked, nameOf);
      let slice = slices.next();
      while (!slice.done) slice = slices.next();
      const time = end();
      for (const { name } of ground) sqlite.exec(`DROP TABLE temp.${name}`);
      return told(time, slice.value);
    },
    duckdb: async (threads) => {
      const peer = loaded.get(threads) ?? (await duckdb(rows, asked, nameOf, threads));
      loaded.set(threads, peer);
      const end = begin();
      const answers = await peer.run();
      const time = end();
      spent = peer.spent;
      return told(time, answers);
    },
    spent: () => spent,
    close: () => {
      sqlite?.close();
      for (const peer of loaded.values()) peer.close();
    },
  };
}
