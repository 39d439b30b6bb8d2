// The doorway of a Node child: all connections share its one message channel, told apart by number.
import type { FromHost } from "../../shared/contract/door.ts";
import type { Port } from "../../shared/contract/port.ts";
import { admit, type Doorway } from "./doorway.ts";

/** What we use of a forked process's own `process`. */
export interface ChildProcessLike {
  on(event: "message", listen: (message: unknown) => void): unknown;
  once(event: "disconnect", leave: () => void): unknown;
  send?: (message: unknown) => boolean;
  readonly connected: boolean;
}

interface Channel {
  port: Port;
  listen: (message: unknown) => void;
  leave: () => void;
}

export function childDoorway(child: ChildProcessLike): Doorway {
  const say = (message: FromHost): void => {
    if (child.connected) child.send?.(message);
  };
  const channels = new Map<number, Channel>();
  const open = (number: number): Port => {
    const channel: Channel = {
      listen: () => {},
      leave: () => {},
      port: {
        post: (message) => say({ door: "message", channel: number, message }),
        hear: (listen) => {
          channel.listen = listen;
        },
        whenClosed: (leave) => {
          channel.leave = leave;
        },
        close: () => void channels.delete(number),
      },
    };
    channels.set(number, channel);
    return channel.port;
  };
  const shut = (number: number): void => {
    const channel = channels.get(number);
    channels.delete(number);
    channel?.leave();
  };
  return {
    home: "node-child",
    open(visitor) {
      child.on("message", (raw) => {
        const message = admit(raw, visitor, say);
        if (message?.door === "connect") visitor.connected(open(message.channel));
        if (message?.door === "message") channels.get(message.channel)?.listen(message.message);
        if (message?.door === "disconnect") shut(message.channel);
      });
      // The application died without saying so: the service must not outlive it.
      child.once("disconnect", () => {
        for (const number of [...channels.keys()]) shut(number);
        visitor.stopped();
      });
      say({ door: "ready", home: "node-child", node: process.versions.node, pid: process.pid });
    },
  };
}
