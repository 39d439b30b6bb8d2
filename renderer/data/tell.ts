// Tells the service to do something: busy while it runs, a fault as a value when it could not be done.
import { useCallback, useState } from "react";
import type { Progress } from "../../shared/contract/call.ts";
import type { Fault } from "../../shared/domain/fault.ts";
import type { Text } from "../../shared/domain/text.ts";
import { faultOf } from "./ask.ts";
import type { Answered, Asked, CallName } from "./names.ts";
import { useData } from "./provider.tsx";
import { runCall, type Stop } from "./work.ts";

export interface Tell<Name extends CallName> {
  /** Null when it could not be done: `fault` says why. */
  tell(
    input: Asked<Name>,
    options?: { label?: Text; stop?: Stop; onProgress?: (progress: Progress) => void },
  ): Promise<Answered<Name> | null>;
  isBusy: boolean;
  fault: Fault | null;
  clear(): void;
}

export function useTell<Name extends CallName>(name: Name): Tell<Name> {
  const { link, desk } = useData();
  const [running, setRunning] = useState(0);
  const [fault, setFault] = useState<Fault | null>(null);
  const tell = useCallback<Tell<Name>["tell"]>(
    async (input, options = {}) => {
      setRunning((n) => n + 1);
      setFault(null);
      try {
        const reply = await runCall(
          link,
          desk.current,
          name,
          input,
          options.label ?? null,
          options.stop,
          options.onProgress,
        );
        if (reply.ok) return reply.value;
        setFault(reply.fault);
        return null;
      } catch (error) {
        setFault(faultOf(error));
        return null;
      } finally {
        setRunning((n) => n - 1);
      }
    },
    [link, desk, name],
  );
  const clear = useCallback(() => setFault(null), []);
  return { tell, isBusy: running > 0, fault, clear };
}
