// The data service's process: opens its doorway and serves every connection that comes.
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { roles } from "../../shared/contract/call.ts";
import { contract } from "../../shared/contract/contract.ts";
import { serve } from "../../shared/contract/server.ts";
import { fillGenerated } from "../demo/fill.ts";
import { createGrants, createService } from "../service.ts";
import { findDoorway } from "./find-doorway.ts";

// In a workbook without operators one local person holds every role; the window says so.
const actor = { name: "本机用户", roles };
const onBug = (call: string, error: unknown): void => {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`[quanheng] ${call}: ${what}`);
};

const grants = createGrants(newId);
const service = createService(
  {
    now: Date.now,
    newId,
    dataFolder: process.env.QUANHENG_USER_DATA ?? process.cwd(),
    grants,
    actor,
    reopens: true,
    showPaths: false,
    breathe: () => new Promise((resume) => setImmediate(resume)),
    solveEntry: join(import.meta.dirname, "solve.cjs"),
    fillSample: fillGenerated,
  },
  onBug,
);
const server = serve(contract, service.handlers, { actor: service.actor, onBug });

findDoorway().open({
  connected: (port) => {
    const session = server.session((message) => port.post(message));
    const stopHearing = service.onChanged((namespaces) => port.post({ type: "changed", namespaces }));
    port.whenClosed(stopHearing);
    port.hear((message) => void session.hear(message));
  },
  granted: ({ grant, path, mode }) => grants.register(path, mode, grant),
  stopped: () => {
    service.close();
    process.exit(0);
  },
});
