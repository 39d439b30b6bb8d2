// The table of file grants: a door registers a path that a person chose, a window holds only the token.
import { fault } from "../../shared/domain/fault.ts";

export type GrantMode = "read" | "write";
export interface Grants {
  /** `token`: one the door made already, so that it outlives a restart of the service. */
  register: (path: string, mode: GrantMode, token?: string) => string;
  /** @throws FaultError missing: no such grant; refused: granted for the other use */
  pathOf: (token: string, mode: GrantMode) => string;
}

export function createGrants(newToken: () => string): Grants {
  const granted = new Map<string, { path: string; mode: GrantMode }>();
  return {
    register: (path, mode, token = newToken()) => {
      granted.set(token, { path, mode });
      return token;
    },
    pathOf: (token, mode) => {
      const grant = granted.get(token);
      if (!grant)
        throw fault("missing", {
          zh: "这个文件的选择已失效，请重新选择文件。",
          en: "This choice of a file is no longer valid: choose the file again.",
        });
      if (grant.mode !== mode)
        throw fault("refused", {
          zh: mode === "write" ? "所选文件只供读取。" : "所选文件只供写入。",
          en: `This file was chosen for ${grant.mode === "read" ? "reading" : "writing"} only.`,
        });
      return grant.path;
    },
  };
}
