// The roles of an operator as words.
import { useCallback } from "react";
import type { Operator } from "../data/types.ts";
import { useWords } from "../parts/words.tsx";

export function useRoleWords(): (roles: Operator["roles"]) => string {
  const { frame, common } = useWords();
  return useCallback((roles) => roles.map((role) => frame.roles[role]).join(common.listing), [frame, common]);
}
