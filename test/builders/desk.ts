// A real service over real files in a given folder, asked through the contract; of the test runner it knows nothing, so children may use it.
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { fillGenerated } from "../../db/demo/fill.ts";
import { clientOf, createGrants, createService, type ServiceDeps } from "../../db/service.ts";
import { type Actor, type Client, type Reply, roles } from "../../shared/contract/call.ts";
import { contract, type QuanhengContract } from "../../shared/contract/contract.ts";
import { type Server, serve } from "../../shared/contract/server.ts";

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
  /** Hears which namespaces have changed. */
  onChanged: (hear: (namespaces: string[]) => void) => () => void;
  setDay: (day: string) => void;
  close: () => void;
}

export type DeskOptions = Partial<ServiceDeps> & { folder: string; actor?: Actor; day?: string };
export function startDesk(options: DeskOptions): Desk {
  const { folder } = options;
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
      fillSample: fillGenerated,
      ...options,
    },
    onBug,
  );
  const server = serve(contract, service.handlers, { actor: service.actor, onBug });
  let isClosed = false;
  const close = (): void => {
    if (!isClosed) service.close();
    isClosed = true;
  };
  const at = (name: string): string => (name.startsWith("/") ? name : join(folder, name));
  return {
    client: clientOf(server, service.onChanged),
    server,
    folder,
    at,
    reads: (file) => grants.register(at(file), "read"),
    writes: (file) => grants.register(at(file), "write"),
    bugs,
    onChanged: service.onChanged,
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
