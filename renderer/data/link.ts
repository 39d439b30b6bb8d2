// The window's connection to the data service: takes each fresh port, carries calls, says when data has changed or the service is gone.
import type { CallOptions, Reply } from "../../shared/contract/call.ts";
import { type Connection, connect } from "../../shared/contract/client.ts";
import { contract, type QuanhengContract } from "../../shared/contract/contract.ts";
import type { Shell, ShellEvent } from "../../shared/contract/shell.ts";
import type { Transport } from "../../shared/contract/wire.ts";
import { type Answered, type Asked, type CallName, keyOf, namespaceOf } from "./names.ts";

/** `failed`: the service kept stopping; only a person's `again` tries once more. */
export type LinkState = "connecting" | "ready" | "lost" | "failed";

export interface Link {
  state(): LinkState;
  /** Answers the way to stop listening. */
  onState(hear: () => void): () => void;
  onChanged(hear: (namespaces: readonly string[]) => void): () => void;
  /** Waits for a port if there is none yet. */
  call<Name extends CallName>(
    name: Name,
    input: Asked<Name>,
    options?: CallOptions,
  ): Promise<Reply<Answered<Name>>>;
  again(): void;
}

const transportOf = (port: MessagePort): Transport => ({
  send: (message) => port.postMessage(message),
  listen: (hear) => {
    port.onmessage = (event) => hear(event.data);
  },
});

type AnyCall = (input: unknown, options?: CallOptions) => Promise<Reply<unknown>>;

/** `page` is the window whose messages carry the ports. */
export function openLink(shell: Pick<Shell, "connect">, page: Window): Link {
  let state: LinkState = "connecting";
  let connection: Connection<QuanhengContract> | null = null;
  let waiting: Array<(ready: Connection<QuanhengContract>) => void> = [];
  const stateListeners = new Set<() => void>();
  const changeListeners = new Set<(namespaces: readonly string[]) => void>();
  const become = (next: LinkState): void => {
    state = next;
    for (const hear of stateListeners) hear();
  };
  const tellChanged = (namespaces: readonly string[]): void => {
    for (const hear of changeListeners) hear(namespaces);
  };

  page.addEventListener("message", (event: MessageEvent<ShellEvent | undefined>) => {
    if (event.source !== page || !event.data || typeof event.data !== "object") return;
    if (event.data.quanheng === "service") {
      connection?.fail();
      connection = null;
      become(event.data.state);
      return;
    }
    const [port] = event.ports;
    if (event.data.quanheng !== "port" || !port) return;
    connection?.fail();
    const fresh = connect(contract, transportOf(port));
    fresh.onChanged(tellChanged);
    connection = fresh;
    const hadWaited = waiting;
    waiting = [];
    for (const go of hadWaited) go(fresh);
    become("ready");
    // Whatever was shown before came from a service that is gone.
    tellChanged(["*"]);
  });
  void shell.connect();

  const ready = (): Promise<Connection<QuanhengContract>> =>
    connection ? Promise.resolve(connection) : new Promise((go) => waiting.push(go));
  return {
    state: () => state,
    onState: (hear) => {
      stateListeners.add(hear);
      return () => stateListeners.delete(hear);
    },
    onChanged: (hear) => {
      changeListeners.add(hear);
      return () => changeListeners.delete(hear);
    },
    call: async (name, input, options) => {
      const { client } = await ready();
      const calls = client[namespaceOf(name) as keyof QuanhengContract] as unknown as Record<string, AnyCall>;
      const ask = calls[keyOf(name)];
      if (!ask) throw new Error(`no call ${name}`);
      return (await ask(input, options)) as never;
    },
    again: () => {
      become("connecting");
      void shell.connect();
    },
  };
}
