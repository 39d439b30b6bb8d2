// Serves the built window under app://quanheng/ from its own folder, with the content security policy on every answer.
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { protocol } from "electron";

export const ORIGIN = "app://quanheng";

// antd and echarts set inline styles; scripts stay strict: own files only, no inline, no eval.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Must run before the application is ready: only then can a scheme get a real origin. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** @param folder the built window; nothing outside it is ever served. */
export function serveAssets(folder: string): void {
  protocol.handle("app", async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = normalize(join(folder, decodeURIComponent(pathname === "/" ? "/index.html" : pathname)));
    if (`app://${host}` !== ORIGIN || !file.startsWith(folder + sep)) return refuse(403);
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          "content-type": TYPES[extname(file)] ?? "application/octet-stream",
          "content-security-policy": POLICY,
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
        },
      });
    } catch {
      return refuse(404);
    }
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { "content-security-policy": POLICY } });
}
