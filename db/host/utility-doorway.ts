// The doorway of a utilityProcess: every connection brings its own message port.
import type { FromHost } from "../../shared/contract/door.ts";
import type { Port } from "../../shared/contract/port.ts";
import { admit, type Doorway } from "./doorway.ts";

/** What we use of Electron's MessagePortMain, so that no Electron is needed to compile or test this. */
export interface MessagePortLike {
  on(event: "message", listen: (event: { data: unknown }) => void): unknown;
  once(event: "close", leave: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}
export interface ParentPortLike {
  on(event: "message", listen: (event: { data: unknown; ports: MessagePortLike[] }) => void): unknown;
  postMessage(message: unknown): void;
}

export function utilityDoorway(parent: ParentPortLike): Doorway {
  const say = (message: FromHost): void => parent.postMessage(message);
  return {
    home: "utility-process",
    open(visitor) {
      parent.on("message", ({ data, ports: [port] }) => {
        const message = admit(data, visitor, say);
        if (message?.door === "connect" && port) visitor.connected(portOf(port));
      });
      say({ door: "ready", home: "utility-process", node: process.versions.node, pid: process.pid });
    },
  };
}

function portOf(port: MessagePortLike): Port {
  return {
    post: (message) => port.postMessage(message),
    hear(listen) {
      port.on("message", ({ data }) => listen(data));
      port.start();
    },
    whenClosed: (leave) => void port.once("close", leave),
    close: () => port.close(),
  };
}
