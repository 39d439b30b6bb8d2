// Displays: whether there is one to open a window on, and a virtual one of our own for tests.
import { spawn } from "node:child_process";
import { connect, type NetConnectOpts } from "node:net";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** The switches Electron needs to draw here; undefined where no window can open. */
export async function findDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string[] | undefined> {
  if (platform !== "linux") return [];
  // A variable may outlive its server, so the server is asked.
  for (const place of xServerPlaces(env.DISPLAY ?? "")) if (await answers(place)) return [];
  const { WAYLAND_DISPLAY: wayland, XDG_RUNTIME_DIR: folder = "" } = env;
  if (wayland && (await answers({ path: resolve(folder, wayland) }))) return ["--ozone-platform=wayland"];
  return undefined;
}

/** Where the X server of a DISPLAY such as ":7", "unix:7.0" or "host:10.0" listens. */
export function xServerPlaces(display: string): NetConnectOpts[] {
  const [, host, number] = /^(.*):(\d+)(?:\.\d+)?$/.exec(display) ?? [];
  if (host === undefined) return [];
  if (host !== "" && host !== "unix") return [{ host, port: 6000 + Number(number) }];
  const path = `/tmp/.X11-unix/X${number}`;
  return [{ path }, { path: `\0${path}` }]; // the second is Linux's abstract socket
}

function answers(place: NetConnectOpts): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ ...place, timeout: 3000 });
    const end = (isThere: boolean) => () => {
      socket.destroy();
      settle(isThere);
    };
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
  });
}

export interface VirtualDisplay {
  /** To be merged into the environment of what draws on it. */
  env: NodeJS.ProcessEnv;
  close(): void;
}

/**
 * Starts an X server of our own on the first free display; it ends with `close`.
 * On macOS and Windows the desktop itself serves.
 */
export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  if (process.platform !== "linux") return { env: {}, close() {} };
  // -displayfd lets the server pick the number and tell it once it is listening: no race, no waiting by the clock.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const close = () => {
    server.kill();
  };
  process.once("exit", close);
  const number = await new Promise<string>((settle, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    createInterface(server.stdio[3] as Readable).once("line", settle);
  });
  server.removeAllListeners("exit");
  // Wayland would win over our own display, so it is taken out of sight.
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: "", XDG_SESSION_TYPE: "x11" }, close };
}
