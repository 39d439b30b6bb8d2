// Keeps which path stands behind which grant, so that a restarted service can be told again.
import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { GrantMode } from "../../shared/contract/door.ts";
import type { GrantedFile } from "../../shared/contract/shell.ts";

export interface FileGrant {
  grant: string;
  path: string;
  mode: GrantMode;
}

export interface FileGrants {
  /** Makes a grant and waits until the service knows it. */
  give(path: string, mode: GrantMode): Promise<GrantedFile>;
  pathOf(grant: string): string | undefined;
  list(): readonly FileGrant[];
}

/** @param register tells the service; settles when the service has it. */
export function keepFileGrants(register: (grant: FileGrant) => Promise<void>): FileGrants {
  const kept = new Map<string, FileGrant>();
  return {
    async give(path, mode) {
      const given = { grant: randomUUID(), path, mode };
      kept.set(given.grant, given);
      await register(given);
      return { grant: given.grant, name: basename(path) };
    },
    pathOf: (grant) => kept.get(grant)?.path,
    list: () => [...kept.values()],
  };
}
