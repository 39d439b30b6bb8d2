// Displays: whether there is one to open a window on, and a virtual one of our own for tests.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** True where a window can open. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
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
  const number = await new Promise<string>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    createInterface(server.stdio[3] as Readable).once("line", resolve);
  });
  server.removeAllListeners("exit");
  // Wayland would win over our own display, so it is taken out of sight.
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: "", XDG_SESSION_TYPE: "x11" }, close };
}
