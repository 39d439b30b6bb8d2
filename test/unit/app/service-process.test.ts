// The data service in a real Node child: joined, killed, started again with its grants and ports, given up when it keeps dying, stopped in peace.
import { join } from "node:path";
import type { MessagePortMain } from "electron";
import { afterEach, expect, test, vi } from "vitest";
import type { FileGrant } from "../../../main/app/file-grants.ts";
import { canHoldDriver, inNodeChild, type StartHome } from "../../../main/app/service-home.ts";
import { keepService, type ServiceProcess } from "../../../main/app/service-process.ts";
import { openChannel } from "../../fixtures/joined-ports.ts";

const entry = join(import.meta.dirname, "../../fixtures/echo-host/echo-host.ts");

/** A window: the ports it was given, and what it was told. */
function openWindow(service: ServiceProcess) {
  const ports: MessagePortMain[] = [];
  const states: string[] = [];
  service.join({ id: 1, receive: (port) => ports.push(port), tell: (state) => states.push(state) });
  const nextPort = (count: number) => vi.waitUntil(() => ports[count - 1]);
  const ask = (port: MessagePortMain, message: unknown) =>
    new Promise<unknown>((resolve) => {
      port.on("message", ({ data }) => resolve(data));
      port.start();
      port.postMessage(message);
    });
  return { ports, states, nextPort, ask };
}

const running: ServiceProcess[] = [];
function keep(startHome: StartHome, grants: FileGrant[] = []): { service: ServiceProcess; waits: number[] } {
  const waits: number[] = [];
  const service = keepService({
    startHome,
    openChannel,
    grants: () => grants,
    now: () => 0,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      // The farewell's limit must not strike before the process had its chance.
      return milliseconds === 10_000 ? new Promise(() => {}) : Promise.resolve();
    },
    log: () => {},
  });
  running.push(service);
  return { service, waits };
}
afterEach(() => Promise.all(running.splice(0).map((service) => service.stop())));

const inChild = inNodeChild({ entry, env: { ...process.env } }, process.execPath);

test("a window that joined before the service was ready gets its port, and answers through it", async () => {
  const { service } = keep(inChild);
  service.start();
  const window = openWindow(service);
  const answer = await window.ask(await window.nextPort(1), { type: "hello", day: "2026-03-05" });
  expect(answer).toMatchObject({ echo: { type: "hello", day: "2026-03-05" } });
});

test("a service that dies is started again: the window is told, gets a new port, and grants still stand", async () => {
  const grants = [{ grant: "g1", path: "/some/people.csv", mode: "read" as const }];
  const { service, waits } = keep(inChild, grants);
  service.start();
  const window = openWindow(service);
  (await window.nextPort(1)).postMessage("die");
  const again = await window.nextPort(2);
  expect(window.states).toEqual(["lost"]);
  expect(waits).toEqual([200]);
  expect(await window.ask(again, "grants")).toEqual(["read /some/people.csv"]);
});

test("a grant counts as given only when the service has it", async () => {
  const grants: FileGrant[] = [];
  const { service } = keep(inChild, grants);
  service.start();
  const given = { grant: "g2", path: "/some/report.xlsx", mode: "write" as const };
  grants.push(given);
  await service.register(given);
  const window = openWindow(service);
  expect(await window.ask(await window.nextPort(1), "grants")).toContain("write /some/report.xlsx");
});

test("a service that keeps dying is given up with growing waits, and tried again when a window asks", async () => {
  let starts = 0;
  const dying: StartHome = ({ ended }) => {
    starts += 1;
    queueMicrotask(() => ended("at once"));
    return { send() {}, connect() {}, kill() {} };
  };
  const { service, waits } = keep(dying);
  const window = openWindow(service);
  await vi.waitUntil(() => window.states.includes("failed"));
  expect(waits).toEqual([200, 500, 1000, 2000, 4000]);
  expect(starts).toBe(6);
  openWindow(service);
  expect(starts).toBe(7);
});

test("stopping lets the process end by itself", async () => {
  const { service } = keep(inChild);
  service.start();
  const window = openWindow(service);
  await window.nextPort(1);
  await service.stop();
  expect(window.states).toEqual([]);
});

test("a program that is no Node is reported, not waited for", async () => {
  const ended = await new Promise<string>((resolve) => {
    inNodeChild(
      { entry, env: {} },
      join(import.meta.dirname, "no-such-node"),
    )({ said: () => {}, ended: resolve });
  });
  expect(ended).toContain("could not start");
});

test("the runtime's own Node-API decides where the service lives", () => {
  expect(canHoldDriver({ ...process.versions, napi: "9" })).toBe(false);
  expect(canHoldDriver({ ...process.versions, napi: "10" })).toBe(true);
});
