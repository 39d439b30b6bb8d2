// A real service over real files in a folder of its own, asked through the contract: parsing and roles are as in the program.
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { fillSample } from "../../db/demo/fill.ts";
import { generateUnit } from "../../db/demo/generate.ts";
import { clientOf, createGrants, createService, type ServiceDeps } from "../../db/service.ts";
import type { Actor, Client, Reply } from "../../shared/contract/call.ts";
import { roles } from "../../shared/contract/call.ts";
import { contract, type QuanhengContract } from "../../shared/contract/contract.ts";
import { type Server, serve } from "../../shared/contract/server.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import { tempFolder } from "../fixtures/temp-folder.ts";

export interface Desk {
  client: Client<QuanhengContract>;
  server: Server;
  folder: string;
  /** A path in the folder. */
  at: (name: string) => string;
  /** Grants for files, by path or by name in the folder. */
  reads: (file: string) => string;
  writes: (file: string) => string;
  /** What was reported as a bug of the program; none is expected. */
  bugs: string[];
  setDay: (day: string) => void;
  close: () => void;
}

/** Ids in order, so that runs are alike. */
const idsFrom = (seed: number): (() => string) => {
  let last = 0;
  return () => {
    last += 1;
    const tail = String(last).padStart(12, "0");
    return `0190${String(seed).padStart(4, "0")}-0000-7000-8000-${tail}`;
  };
};

let made = 0;
/** Call inside a test; `folder` joins another desk's. */
export function openDesk(
  options: Partial<ServiceDeps> & { folder?: string; actor?: Actor; day?: string } = {},
): Desk {
  const folder = options.folder ?? tempFolder();
  made += 1;
  const newId = idsFrom(made);
  let now = Date.parse(`${options.day ?? "2026-03-05"}T04:00:00Z`);
  const actor = options.actor ?? { name: "经办人甲", roles };
  const grants = createGrants(newId);
  const bugs: string[] = [];
  const onBug = (call: string, error: unknown): void => {
    bugs.push(`${call}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  const service = createService(
    {
      now: () => {
        now += 1;
        return now;
      },
      newId,
      dataFolder: folder,
      grants,
      actor,
      reopens: false,
      showPaths: true,
      breathe: () => new Promise((resume) => setImmediate(resume)),
      solveEntry: null,
      fillSample: async (client, { seed, size, endsOn, signal, progress }) => {
        await fillSample(client, generateUnit({ seed, size, endsOn }), {
          signal,
          progress: ({ label, done, total }) => progress(label, done, total),
        });
      },
      ...options,
    },
    onBug,
  );
  const server = serve(contract, service.handlers, { actor: () => actor, onBug });
  let isClosed = false;
  const close = (): void => {
    if (!isClosed) service.close();
    isClosed = true;
  };
  onTestFinished(close);
  const at = (name: string): string => (name.startsWith("/") ? name : join(folder, name));
  return {
    client: clientOf(server, service.onChanged),
    server,
    folder,
    at,
    reads: (file) => grants.register(at(file), "read"),
    writes: (file) => grants.register(at(file), "write"),
    bugs,
    setDay: (day) => {
      now = Date.parse(`${day}T04:00:00Z`);
    },
    close,
  };
}

/** The value of a reply that must be one. */
export async function value<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked;
  if (!reply.ok) throw new Error(`${reply.fault.code}: ${reply.fault.message.en}`);
  return reply.value;
}
/** The fault of a reply that must be one. */
export async function faultOf(asked: Promise<Reply<unknown>>) {
  const reply = await asked;
  if (reply.ok) throw new Error(`a fault was expected, not ${JSON.stringify(reply.value).slice(0, 200)}`);
  return reply.fault;
}

/** A desk with a new workbook "w.quanheng" in it. */
export async function newWorkbook(options: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const desk = openDesk(options);
  await value(
    desk.client.workbook.create({
      grant: desk.writes("w.quanheng"),
      unitName: "青岚县财政局",
      timeZone: "Asia/Shanghai",
    }),
  );
  return desk;
}

export interface Table {
  kind: SheetKind;
  header: string[];
  rows: string[][];
}
/** Offers and previews tables at hand. */
export async function preview(desk: Desk, tables: readonly Table[]) {
  const offer = await value(
    desk.client.imports.offer({ tables: tables.map((table) => ({ name: table.kind, ...table })) }),
  );
  return value(desk.client.imports.preview({ id: offer.id }));
}
/** The same, committed. */
export async function bringIn(desk: Desk, tables: readonly Table[]) {
  const { id } = await preview(desk, tables);
  return value(desk.client.imports.commit({ id }));
}
