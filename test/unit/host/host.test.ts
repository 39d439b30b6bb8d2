// The real service in its real process: a window asks through its port, a workbook is made behind a grant, and a killed service comes back with it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { MessagePortMain } from "electron";
import { expect, onTestFinished, test, vi } from "vitest";
import { type FileGrants, keepFileGrants } from "../../../main/app/file-grants.ts";
import { inNodeChild } from "../../../main/app/service-home.ts";
import { keepService } from "../../../main/app/service-process.ts";
import { connect } from "../../../shared/contract/client.ts";
import { contract } from "../../../shared/contract/contract.ts";
import { openChannel } from "../../fixtures/joined-ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const entry = join(import.meta.dirname, "../../../db/host/host.ts");

function openWindow() {
  const folder = tempFolder();
  const ports: MessagePortMain[] = [];
  const states: string[] = [];
  const pids: number[] = [];
  const startHome = inNodeChild(
    { entry, env: { ...process.env, QUANHENG_USER_DATA: folder } },
    process.execPath,
  );
  const service = keepService({
    startHome,
    openChannel,
    grants: () => grants.list(),
    now: () => performance.now(),
    wait: (milliseconds) => (milliseconds === 10_000 ? new Promise(() => {}) : Promise.resolve()),
    log: (line) => pids.push(...[...line.matchAll(/process (\d+)/g)].map((match) => Number(match[1]))),
  });
  const grants: FileGrants = keepFileGrants(service.register);
  service.start();
  service.join({ id: 1, receive: (port) => ports.push(port), tell: (state) => states.push(state) });
  onTestFinished(() => service.stop());
  const connection = async (count: number) => {
    const port = await vi.waitUntil(() => ports[count - 1], { timeout: 20_000 });
    return connect(contract, {
      send: (message) => port.postMessage(message),
      listen: (hear) => {
        port.on("message", ({ data }) => hear(data));
        port.start();
      },
    });
  };
  return { folder, grants, states, pids, connection };
}

test("a workbook made through the port stands behind its grant, and the change is told", async () => {
  const { folder, grants, connection } = openWindow();
  const { client, onChanged } = await connection(1);
  const heard: string[][] = [];
  onChanged((namespaces) => heard.push(namespaces));
  const chosen = await grants.give(join(folder, "财政局.quanheng"), "write");
  const made = await client.workbook.create({
    grant: chosen.grant,
    unitName: "市财政局",
    timeZone: "Asia/Shanghai",
  });
  expect(made).toMatchObject({
    ok: true,
    value: { open: { name: "财政局", unitName: "市财政局", readOnly: null } },
  });
  expect(existsSync(join(folder, "财政局.quanheng"))).toBe(true);
  expect(JSON.stringify(made)).not.toContain(`${folder}/`);
  expect(heard.length).toBeGreaterThan(0);
}, 60_000);

test("a grant nobody gave opens nothing", async () => {
  const { connection } = openWindow();
  const { client } = await connection(1);
  expect(await client.workbook.open({ grant: "made-up" })).toMatchObject({
    ok: false,
    fault: { code: "missing" },
  });
}, 60_000);

test("after kill -9 the window is told, the service comes back, and nothing confirmed is lost", async () => {
  const { folder, grants, states, pids, connection } = openWindow();
  const first = await connection(1);
  const { grant } = await grants.give(join(folder, "财政局.quanheng"), "write");
  await first.client.workbook.create({ grant, unitName: "市财政局", timeZone: "Asia/Shanghai" });
  const before = await first.client.journal.list({});
  process.kill(pids[0]!, "SIGKILL");
  const second = await connection(2);
  expect(states).toEqual(["lost"]);
  const chosen = await grants.give(join(folder, "财政局.quanheng"), "read");
  expect(await second.client.workbook.open({ grant: chosen.grant })).toMatchObject({
    ok: true,
    value: { open: { unitName: "市财政局", readOnly: null } },
  });
  expect(await second.client.journal.list({})).toEqual(before);
}, 60_000);
