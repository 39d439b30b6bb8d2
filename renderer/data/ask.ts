// Asks the service and keeps the answer: cached by call and input, asked again when its data has changed.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Fault, FaultError } from "../../shared/domain/fault.ts";
import type { Answered, Asked, CallName } from "./names.ts";
import { keyOf, namespaceOf } from "./names.ts";
import { useData } from "./provider.tsx";
import { makeStop, runCall } from "./work.ts";

export interface Answer<T> {
  value: T | undefined;
  fault: Fault | null;
  /** Nothing to show yet. */
  isWaiting: boolean;
  /** What is shown is about to be replaced. */
  isOld: boolean;
  again(): void;
}

const broken = (error: unknown): Fault => ({
  code: "broken",
  message: {
    zh: `窗口出了错：${error instanceof Error ? error.message : String(error)}。请再试一次。`,
    en: `The window failed: ${error instanceof Error ? error.message : String(error)}. Please try again.`,
  },
});
export const faultOf = (error: unknown): Fault | null =>
  error === null || error === undefined ? null : error instanceof FaultError ? error.fault : broken(error);

/**
 * `input` null asks nothing. The last answer stays while the next is on its way,
 * unless `fresh` says that the old one would mislead.
 */
export function useAsk<Name extends CallName>(
  name: Name,
  input: Asked<Name> | null,
  options: { fresh?: boolean } = {},
): Answer<Answered<Name>> {
  const { link, desk } = useData();
  const query = useQuery<Answered<Name>>({
    queryKey: [namespaceOf(name), keyOf(name), input],
    enabled: input !== null,
    ...(options.fresh ? {} : { placeholderData: keepPreviousData as never }),
    queryFn: async ({ signal }) => {
      const stop = makeStop();
      signal.addEventListener("abort", stop.pull);
      const reply = await runCall(link, desk.current, name, input as Asked<Name>, null, stop);
      if (!reply.ok) throw new FaultError(reply.fault);
      return reply.value;
    },
  });
  return {
    value: input === null ? undefined : query.data,
    fault: faultOf(query.error),
    isWaiting: input !== null && query.data === undefined && query.error === null,
    isOld: query.isPlaceholderData,
    again: () => void query.refetch(),
  };
}
