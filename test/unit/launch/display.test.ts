// A window opens only where a display server answers, whatever the variables say.
import { once } from "node:events";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findDisplay, xServerPlaces } from "../../../main/launch/display.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

async function listenAt(path: string): Promise<void> {
  const server = createServer();
  server.listen(path);
  await once(server, "listening");
  onTestFinished(() => void server.close());
}

test("without a display there is no window", async () => {
  expect(await findDisplay({}, "linux")).toBeUndefined();
});

test("a display whose server is gone is no display", async () => {
  expect(await findDisplay({ DISPLAY: ":60123" }, "linux")).toBeUndefined();
  const gone = { WAYLAND_DISPLAY: "wayland-0", XDG_RUNTIME_DIR: tempFolder() };
  expect(await findDisplay(gone, "linux")).toBeUndefined();
});

test("a Wayland server alone is drawn on as such", async () => {
  const socket = join(tempFolder(), "wayland-0");
  await listenAt(socket);
  const env = { WAYLAND_DISPLAY: basename(socket), XDG_RUNTIME_DIR: dirname(socket) };
  expect(await findDisplay(env, "linux")).toEqual(["--ozone-platform=wayland"]);
});

test("other systems always have a desktop", async () => {
  expect(await findDisplay({}, "darwin")).toEqual([]);
  expect(await findDisplay({}, "win32")).toEqual([]);
});

test("a DISPLAY names a socket or a host", () => {
  expect(xServerPlaces(":7")).toEqual([{ path: "/tmp/.X11-unix/X7" }, { path: "\0/tmp/.X11-unix/X7" }]);
  expect(xServerPlaces("desk.example:10.0")).toEqual([{ host: "desk.example", port: 6010 }]);
  expect(xServerPlaces("nonsense")).toEqual([]);
});
