// Keeps the data service alive: starts it, hands out ports, starts it again when it dies and reissues everything, tells the windows.
import type { MessagePortMain } from "electron";
import type { ServiceState } from "../../shared/contract/shell.ts";
import type { FileGrant } from "./file-grants.ts";
import type { ServiceHome, StartHome } from "./service-home.ts";

/** A window as the service sees it. */
export interface Listener {
  id: number;
  /** Takes the window's end of a fresh channel. */
  receive(port: MessagePortMain): void;
  tell(state: ServiceState): void;
}

export interface ServiceProcess {
  start(): void;
  /** Connects a window now (or as soon as the service is ready) and after every restart; after `failed`, tries again. */
  join(listener: Listener): void;
  leave(id: number): void;
  /** Settles when the service has the grant. */
  register(grant: FileGrant): Promise<void>;
  /** Lets the service close its workbook; settles when the process is gone. */
  stop(): Promise<void>;
}

export interface ServiceParts {
  startHome: StartHome;
  openChannel(): { port1: MessagePortMain; port2: MessagePortMain };
  /** Grants given so far; a new process is told all of them. */
  grants(): readonly FileGrant[];
  now(): number;
  wait(milliseconds: number): Promise<void>;
  log(line: string): void;
}

/** Waits before each further start, in ms; a service that stops more often within a minute is given up. */
const BACKOFF = [200, 500, 1000, 2000, 4000];
const CALM = 60_000;
/** How long a stopping service may take to close its workbook, in ms. */
const FAREWELL = 10_000;

export function keepService(parts: ServiceParts): ServiceProcess {
  const listeners = new Map<number, Listener>();
  const awaited = new Map<string, () => void>();
  let home: ServiceHome | undefined;
  let state: "down" | "starting" | "ready" | "stopping" = "down";
  let startedAt = 0;
  let failures = 0;
  let lastChannel = 0;
  let whenGone: () => void = () => {};

  const start = (): void => {
    state = "starting";
    startedAt = parts.now();
    home = parts.startHome({
      said(message) {
        if (message.door === "granted") {
          awaited.get(message.grant)?.();
          awaited.delete(message.grant);
        }
        if (message.door === "ready") {
          parts.log(`data service ready in a ${message.home} (Node ${message.node}, process ${message.pid})`);
          state = "ready";
          for (const grant of parts.grants()) home?.send({ door: "grant", ...grant });
          for (const listener of listeners.values()) connect(listener);
        }
      },
      ended: (what) => void restart(what),
    });
  };

  const restart = async (what: string): Promise<void> => {
    home = undefined;
    if (state === "stopping") return whenGone();
    parts.log(`data service stopped: ${what}`);
    state = "down";
    failures = parts.now() - startedAt > CALM ? 0 : failures + 1;
    const delay = BACKOFF[failures - 1] ?? BACKOFF[0]!;
    const isGivenUp = failures > BACKOFF.length;
    for (const listener of listeners.values()) listener.tell(isGivenUp ? "failed" : "lost");
    if (isGivenUp) return;
    state = "starting";
    await parts.wait(delay);
    if (state === "starting") start();
  };

  const connect = (listener: Listener): void => {
    const { port1, port2 } = parts.openChannel();
    lastChannel += 1;
    home?.connect(lastChannel, port1);
    listener.receive(port2);
  };

  return {
    start,
    join(listener) {
      listeners.set(listener.id, listener);
      if (state === "ready") connect(listener);
      if (state === "down") {
        failures = 0;
        start();
      }
    },
    leave: (id) => void listeners.delete(id),
    register: (grant) =>
      new Promise((resolve) => {
        awaited.set(grant.grant, resolve);
        if (state === "ready") home?.send({ door: "grant", ...grant });
      }),
    stop() {
      state = "stopping";
      if (home === undefined) return Promise.resolve();
      const gone = new Promise<void>((resolve) => {
        whenGone = resolve;
      });
      home.send({ door: "stop" });
      const impatient = parts.wait(FAREWELL).then(() => home?.kill());
      return Promise.race([gone, impatient.then(() => gone)]);
    },
  };
}
