// The part of a page's state that belongs in its address: chips, what is open, what is chosen.
import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";

export interface AddressQuery {
  get(key: string): string | null;
  /** Null takes a key out. `quiet` makes no step to go back to. */
  set(changes: Readonly<Record<string, string | null>>, options?: { quiet?: boolean }): void;
}

export function useQueryState(): AddressQuery {
  const search = useSearch();
  const [, navigate] = useLocation();
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback<AddressQuery["set"]>(
    (changes, options = {}) => {
      const next = new URLSearchParams(search);
      for (const [key, value] of Object.entries(changes)) {
        if (value === null) next.delete(key);
        else next.set(key, value);
      }
      navigate(`?${next.toString()}`, { replace: options.quiet ?? false });
    },
    [search, navigate],
  );
  return useMemo(() => ({ get: (key) => query.get(key), set }), [query, set]);
}
