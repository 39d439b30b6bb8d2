// A real service in a temporary folder that can make sample workbooks, and a client of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { fillGenerated } from "../../db/demo/fill.ts";
import { clientOf, createGrants, createService } from "../../db/service.ts";
import { type Client, roles } from "../../shared/contract/call.ts";
import { contract, type QuanhengContract } from "../../shared/contract/contract.ts";
import { serve } from "../../shared/contract/server.ts";

export interface SampleService {
  client: Client<QuanhengContract>;
  folder: string;
  /** A grant for a path inside the folder. */
  grant: (name: string, mode: "read" | "write") => string;
  /** Bugs that the service reported: a test expects none. */
  bugs: unknown[];
  close: () => void;
}

export function sampleService(): SampleService {
  const folder = mkdtempSync(join(tmpdir(), "quanheng-sample-"));
  const actor = { name: "test", roles };
  const bugs: unknown[] = [];
  const onBug = (_call: string, error: unknown): void => void bugs.push(error);
  const grants = createGrants(newId);
  const service = createService(
    {
      now: Date.now,
      newId,
      dataFolder: folder,
      grants,
      actor,
      reopens: false,
      showPaths: true,
      breathe: () => new Promise((resume) => setImmediate(resume)),
      solveEntry: null,
      fillSample: fillGenerated,
    },
    onBug,
  );
  return {
    client: clientOf(serve(contract, service.handlers, { actor: service.actor, onBug }), service.onChanged),
    folder,
    grant: (name, mode) => grants.register(join(folder, name), mode),
    bugs,
    close: () => {
      service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
