// Runs one call so that its progress shows on the desk and a person can cancel it.
import type { CallOptions, Progress, Reply } from "../../shared/contract/call.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { Link } from "./link.ts";
import type { Answered, Asked, CallName } from "./names.ts";
import { callOf } from "./names.ts";
import type { Desk } from "./provider.tsx";

/** A stop that can be pulled once, in the form that calls take. */
export interface Stop {
  signal: NonNullable<CallOptions["signal"]>;
  pull(): void;
}
export function makeStop(): Stop {
  let aborted = false;
  const heard: Array<() => void> = [];
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      onAbort: (stop) => {
        if (aborted) stop();
        else heard.push(stop);
      },
    },
    pull: () => {
      if (aborted) return;
      aborted = true;
      for (const stop of heard) stop();
    },
  };
}

/** `label` names the work until its first progress does. Short calls pass straight through. */
export async function runCall<Name extends CallName>(
  link: Link,
  desk: Desk | null,
  name: Name,
  input: Asked<Name>,
  label: Text | null,
  stop: Stop = makeStop(),
  onProgress?: (progress: Progress) => void,
): Promise<Reply<Answered<Name>>> {
  if (!callOf(name).isLong || !desk) return link.call(name, input, { signal: stop.signal });
  let work: ReturnType<Desk["start"]> | null = label ? desk.start({ label, cancel: stop.pull }) : null;
  try {
    return await link.call(name, input, {
      signal: stop.signal,
      progress: (progress) => {
        work ??= desk.start({ label: progress.label, cancel: stop.pull });
        work.report(progress);
        onProgress?.(progress);
      },
    });
  } finally {
    work?.end();
  }
}
