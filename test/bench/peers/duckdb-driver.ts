// Opens DuckDB in memory; the program itself never needs it.
import { peer } from "./peer-home.ts";

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

const driver = async (): Promise<Driver> => (await peer("@duckdb/node-api")) as Driver;

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
