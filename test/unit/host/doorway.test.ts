// Both doorways of the service's process carry the same messages: a utilityProcess's ports and a Node child's channels.
import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { childDoorway } from "../../../db/host/child-doorway.ts";
import type { Doorway } from "../../../db/host/doorway.ts";
import { type MessagePortLike, utilityDoorway } from "../../../db/host/utility-doorway.ts";
import type { FromHost, ToHost } from "../../../shared/contract/door.ts";
import type { Port } from "../../../shared/contract/port.ts";

/** The application's side of a doorway. */
interface Outside {
  doorway: Doorway;
  said: FromHost[];
  send(message: unknown): void;
  /** Connects a window; what it hears from the service gathers in `heard`. */
  connect(channel: number): { heard: unknown[]; post(message: unknown): void; leave(): void };
}

/** Two ends joined to each other, as Electron's message ports are. */
class JoinedPort extends EventEmitter implements MessagePortLike {
  other: JoinedPort | undefined;
  postMessage(message: unknown): void {
    this.other?.emit("message", { data: structuredClone(message) });
  }
  start(): void {}
  close(): void {
    this.other?.emit("close");
  }
}

function outsideUtility(): Outside {
  const parent = new EventEmitter();
  const said: FromHost[] = [];
  return {
    doorway: utilityDoorway(
      Object.assign(parent, { postMessage: (message: unknown) => said.push(message as FromHost) }),
    ),
    said,
    send: (data) => parent.emit("message", { data, ports: [] }),
    connect(channel) {
      const [near, far] = [new JoinedPort(), new JoinedPort()];
      near.other = far;
      far.other = near;
      const heard: unknown[] = [];
      near.on("message", ({ data }) => heard.push(data));
      parent.emit("message", { data: { door: "connect", channel } satisfies ToHost, ports: [far] });
      return { heard, post: (message) => near.postMessage(message), leave: () => near.close() };
    },
  };
}

function outsideChild(): Outside {
  const child = new EventEmitter();
  const said: FromHost[] = [];
  const windows = new Map<number, unknown[]>();
  const send = (message: unknown): boolean => {
    const reply = message as FromHost;
    if (reply.door === "message") windows.get(reply.channel)?.push(reply.message);
    else said.push(reply);
    return true;
  };
  const post = (message: ToHost) => child.emit("message", structuredClone(message));
  return {
    doorway: childDoorway(Object.assign(child, { send, connected: true })),
    said,
    send: (message) => child.emit("message", message),
    connect(channel) {
      const heard: unknown[] = [];
      windows.set(channel, heard);
      post({ door: "connect", channel });
      return {
        heard,
        post: (message) => post({ door: "message", channel, message }),
        leave: () => post({ door: "disconnect", channel }),
      };
    },
  };
}

describe.each([
  ["utility-process", outsideUtility],
  ["node-child", outsideChild],
] as const)("a %s", (home, open) => {
  function visit() {
    const outside = open();
    const ports: Port[] = [];
    const events: unknown[] = [];
    outside.doorway.open({
      connected(port) {
        ports.push(port);
        port.hear((message) => port.post({ echo: message }));
        port.whenClosed(() => events.push("closed"));
      },
      granted: ({ grant, path, mode }) => events.push([grant, path, mode]),
      stopped: () => events.push("stopped"),
    });
    return { outside, ports, events };
  }

  test("says that it is ready once it listens", () => {
    const { outside } = visit();
    expect(outside.said).toEqual([{ door: "ready", home, node: process.versions.node, pid: process.pid }]);
  });

  test("keeps connections apart", () => {
    const { outside } = visit();
    const [one, two] = [outside.connect(1), outside.connect(2)];
    one.post({ type: "hello" });
    two.post("second");
    expect(one.heard).toEqual([{ echo: { type: "hello" } }]);
    expect(two.heard).toEqual([{ echo: "second" }]);
  });

  test("notices that a window has left", () => {
    const { outside, events } = visit();
    outside.connect(1);
    outside.connect(2).leave();
    expect(events).toEqual(["closed"]);
  });

  test("passes a grant on before it confirms it", () => {
    const { outside, events } = visit();
    outside.send({ door: "grant", grant: "g1", path: "/some/file.csv", mode: "read" });
    expect(events).toEqual([["g1", "/some/file.csv", "read"]]);
    expect(outside.said.at(-1)).toEqual({ door: "granted", grant: "g1" });
  });

  test("is deaf to what is not in the contract", () => {
    const { outside, events, ports } = visit();
    for (const nonsense of [null, "grant", { door: "grant", path: "/x" }, { door: "elsewhere" }])
      outside.send(nonsense);
    expect([events, ports]).toEqual([[], []]);
  });

  test("stops when told to", () => {
    const { outside, events } = visit();
    outside.send({ door: "stop" });
    expect(events).toEqual(["stopped"]);
  });
});
