// Gives every page the link, the file doors and the cache, and keeps the cache true when data has changed.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import type { Shell } from "../../shared/contract/shell.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { Link, LinkState } from "./link.ts";

/** Where running work is shown; the shell lends its own. */
export interface Desk {
  start(work: { label: Text | null; cancel: () => void }): {
    report(progress: { label: Text; done: number; total: number | null }): void;
    end(): void;
  };
}
interface Data {
  link: Link;
  shell: Shell;
  desk: RefObject<Desk | null>;
}
const DataContext = createContext<Data | null>(null);

export function useData(): Data {
  const data = useContext(DataContext);
  if (!data) throw new Error("useData needs a DataProvider above it");
  return data;
}
export const useLinkState = (): LinkState => {
  const { link } = useData();
  return useSyncExternalStore(link.onState, link.state);
};

const makeCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The service says what has changed; nothing grows stale by itself, and a fault is shown, not retried.
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: "always",
        structuralSharing: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });

export function DataProvider(props: { link: Link; shell: Shell; children: ReactNode }): ReactNode {
  const { link, shell } = props;
  const cache = useMemo(makeCache, []);
  const desk = useRef<Desk | null>(null);
  useEffect(
    () =>
      link.onChanged((namespaces) => {
        const all = namespaces.includes("*");
        void cache.invalidateQueries({
          predicate: (query) => all || namespaces.includes(String(query.queryKey[0])),
        });
      }),
    [link, cache],
  );
  const data = useMemo<Data>(() => ({ link, shell, desk }), [link, shell]);
  return (
    <DataContext value={data}>
      <QueryClientProvider client={cache}>{props.children}</QueryClientProvider>
    </DataContext>
  );
}
