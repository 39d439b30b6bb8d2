// Where the data service lives: a utilityProcess where the runtime can hold the database driver, else a Node child; same file, same messages.
import { fork } from "node:child_process";
import type { MessagePortMain, UtilityProcess } from "electron";
import { type FromHost, fromHostSchema, type ToHost } from "../../shared/contract/door.ts";

export interface ServiceHome {
  send(message: Exclude<ToHost, { door: "connect" | "message" | "disconnect" }>): void;
  /** Gives one end of a channel to the service. */
  connect(channel: number, port: MessagePortMain): void;
  kill(): void;
}

export interface HomeEvents {
  said(message: FromHost): void;
  /** Called once; `what` says how it ended, for the log. */
  ended(what: string): void;
}

export type StartHome = (events: HomeEvents) => ServiceHome;

/** The database driver is built for this Node-API version. */
const DRIVER_NODE_API = 10;

/** True where this runtime itself can load the database driver. */
export function canHoldDriver(versions: NodeJS.ProcessVersions): boolean {
  return Number(versions.napi) >= DRIVER_NODE_API;
}

export interface HomeOptions {
  /** The built service. */
  entry: string;
  env: Record<string, string | undefined>;
}

/** @param forkUtility electron's own, passed in so that this file runs without Electron. */
export function inUtilityProcess(
  { entry, env }: HomeOptions,
  forkUtility: (entry: string, args: string[], options: object) => UtilityProcess,
): StartHome {
  return ({ said, ended }) => {
    const child = forkUtility(entry, [], { serviceName: "quanheng-service", env, stdio: "inherit" });
    child.on("message", (message: unknown) => said(fromHostSchema.parse(message)));
    child.once("exit", (code) => ended(`utility process ended with ${code}`));
    return {
      send: (message) => child.postMessage(message),
      connect: (channel, port) => child.postMessage({ door: "connect", channel } satisfies ToHost, [port]),
      kill: () => void child.kill(),
    };
  };
}

/** @param node a Node whose Node-API holds the driver (22.14 or newer). */
export function inNodeChild({ entry, env }: HomeOptions, node: string): StartHome {
  return ({ said, ended }) => {
    const child = fork(entry, [], {
      execPath: node,
      execArgv: [],
      env: { ...env, ELECTRON_RUN_AS_NODE: undefined, NODE_OPTIONS: undefined },
      serialization: "advanced",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const send = (message: ToHost): void => {
      if (child.connected) child.send(message);
    };
    // Ports cannot travel to a Node child: each ends here, and its envelopes go on under its channel's number.
    const ports = new Map<number, MessagePortMain>();
    child.on("message", (raw: unknown) => {
      const message = fromHostSchema.parse(raw);
      if (message.door === "message") ports.get(message.channel)?.postMessage(message.message);
      else said(message);
    });
    let isOver = false;
    const end = (what: string): void => {
      if (isOver) return;
      isOver = true;
      for (const port of ports.values()) port.close();
      ended(what);
    };
    child.once("error", (error) => end(`Node child could not start: ${error.message}`));
    child.once("exit", (code, signal) => end(`Node child ended with ${signal ?? code}`));
    return {
      send,
      connect(channel, port) {
        ports.set(channel, port);
        send({ door: "connect", channel });
        port.on("message", ({ data }) => send({ door: "message", channel, message: data }));
        port.on("close", () => {
          ports.delete(channel);
          send({ door: "disconnect", channel });
        });
        port.start();
      },
      kill: () => void child.kill("SIGKILL"),
    };
  };
}
