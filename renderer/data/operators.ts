// Who is at work at this door, and whether an edit of the matrix goes to somebody else for approval.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useAsk } from "./ask.ts";
import { useData } from "./provider.tsx";
import type { Operator } from "./types.ts";
import { useWorkbook } from "./workbook.ts";

export { operatorRoles } from "../../shared/contract/operators.ts";

export interface Seats {
  /** False until the service has answered. */
  isKnown: boolean;
  operators: readonly Operator[];
  /** Null: nobody chosen, or no operators are set up. */
  current: Operator | null;
  /** Governed edits of the present operator become drafts. */
  isSecondPerson: boolean;
  /** Null: nobody. Everything is asked again, for answers depend on who asks. */
  choose(id: string | null): Promise<void>;
}

const nothing = {};
const nobody: readonly Operator[] = [];

export function useSeats(): Seats {
  const book = useWorkbook();
  const { link } = useData();
  const cache = useQueryClient();
  const { value } = useAsk("operators.list", book ? nothing : null);
  const choose = useCallback<Seats["choose"]>(
    async (id) => {
      await link.call("operators.choose", { id });
      await cache.invalidateQueries();
    },
    [link, cache],
  );
  return useMemo(
    () => ({
      isKnown: value !== undefined,
      operators: value?.operators ?? nobody,
      current: value?.current ?? null,
      isSecondPerson: value?.isSecondPerson ?? false,
      choose,
    }),
    [value, choose],
  );
}
