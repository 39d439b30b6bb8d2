// The gate's door: loopback alone, one method on one path, the token, sizes, and what it says and never says.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type GateDoor, gatePath, openGateDoor } from "../../../db/gate-door/gate-door.ts";
import { isToken, tokenIn } from "../../../db/gate-door/token.ts";
import type { Server } from "../../../shared/contract/server.ts";
import { office } from "../../builders/office.ts";
import { bringIn, newWorkbook } from "../../builders/service.ts";

const token = "t".repeat(43);
async function opened(server: Server): Promise<{ door: GateDoor; notes: string[] }> {
  const notes: string[] = [];
  const door = await openGateDoor({ server, token, port: 0, note: (line) => void notes.push(line) });
  onTestFinished(() => door.close());
  return { door, notes };
}
/** Calls that come through; it answers nothing else. */
const deaf = (): Server & { heard: unknown[] } => {
  const heard: unknown[] = [];
  return {
    heard,
    run: async (name, input) => {
      heard.push({ name, input });
      return { ok: true, value: "heard" };
    },
    session: () => ({ hear: async () => undefined }),
  };
};

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
  host?: string;
}
const send = (
  door: GateDoor,
  { method = "POST", path = gatePath, headers = {}, body = "{}", host }: Sent = {},
) =>
  new Promise<{ status: number; body: string }>((answered, failed) => {
    const asked = request(
      {
        host: host ?? "127.0.0.1",
        port: door.port,
        method,
        path,
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "content-length": String(Buffer.byteLength(body)),
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          answered({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
        );
      },
    );
    asked.on("error", failed);
    asked.end(body);
  });

test("a draft comes through as it was sent, and the answer is one line", async () => {
  const server = deaf();
  const { door } = await opened(server);
  const answer = await send(door, { body: '{"person":"001"}' });
  expect(answer).toEqual({ status: 200, body: '{"ok":true,"value":"heard"}\n' });
  expect(server.heard).toEqual([{ name: "gate.ask", input: { person: "001" } }]);
});

test.each<[string, Sent, number]>([
  ["no token", { headers: { authorization: "" } }, 401],
  ["another token", { headers: { authorization: `Bearer ${"x".repeat(43)}` } }, 401],
  ["a token that begins alike", { headers: { authorization: `Bearer ${token}t` } }, 401],
  ["another scheme", { headers: { authorization: `Basic ${token}` } }, 401],
  ["another path", { path: "/" }, 404],
  ["a query", { path: `${gatePath}?x=1` }, 404],
  ["another method", { method: "GET" }, 405],
  ["a web page", { headers: { origin: "http://127.0.0.1" } }, 403],
  ["a name that leads here", { headers: { host: "evil.example" } }, 403],
  ["no JSON by its type", { headers: { "content-type": "text/plain" } }, 415],
  ["no JSON", { body: "{" }, 400],
  ["too much", { body: `"${"x".repeat(20_000)}"` }, 413],
])("%s is answered with a reason and goes no further", async (_, sent, status) => {
  const server = deaf();
  const { door } = await opened(server);
  const answer = await send(door, sent);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({
    ok: false,
    fault: { message: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) } },
  });
  expect(server.heard).toEqual([]);
});

test("too much without saying how much is cut off", async () => {
  const server = deaf();
  const { door } = await opened(server);
  const answered = new Promise<number>((resolve) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port: door.port,
        method: "POST",
        path: gatePath,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    asked.on("error", () => resolve(413));
    for (let part = 0; part < 40; part += 1) asked.write("x".repeat(1_000));
    asked.end();
  });
  expect(await answered).toBe(413);
  expect(server.heard).toEqual([]);
});

test("it listens on loopback alone", async () => {
  const { door } = await opened(deaf());
  const outer = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal);
  if (!outer) return;
  await expect(send(door, { host: outer.address })).rejects.toThrow(/ECONNREFUSED/);
});

test("what it notes holds neither the token nor the draft", async () => {
  const { door, notes } = await opened(deaf());
  await send(door, { body: '{"person":"王敏"}' });
  await send(door, { path: "/secret-in-a-path" });
  expect(notes).toEqual(["POST /gate 200", "POST … 404"]);
});

test("over a real workbook: refused is an answer, what is not known a fault", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const { door } = await opened(desk.server);
  const asked = async (draft: unknown) => send(door, { body: JSON.stringify(draft) });
  const known = await asked({ person: "001", case: "C1", step: "S2", day: "2026-03-05", parts: [] });
  expect(known.status).toBe(200);
  expect(JSON.parse(known.body)).toMatchObject({ ok: true, value: { understood: { caseNo: "C1" } } });
  const unknown = await asked({ person: "404", case: "C1", step: "S2", day: "2026-03-05" });
  expect(unknown.status).toBe(422);
  expect(JSON.parse(unknown.body)).toMatchObject({ ok: false, fault: { code: "missing" } });
  expect((await asked({ person: 1 })).status).toBe(422);
  const misspelt = await asked({ person: "001", case: "C1", step: "S2", day: "2026-03-05", ammount: 9 });
  expect(misspelt.status).toBe(422);
  expect(misspelt.body).toContain("ammount");
  expect(desk.bugs).toEqual([]);
});

test("a port that is taken is told", async () => {
  const { door } = await opened(deaf());
  await expect(
    openGateDoor({ server: deaf(), token, port: door.port, note: () => undefined }),
  ).rejects.toMatchObject({ fault: { code: "refused" } });
});

test("the token is made once, for its owner's eyes alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "quanheng-token-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "w.gate-token");
  const made = tokenIn(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toBe(`${made}\n`);
  expect(tokenIn(path)).toBe(made);
  expect(isToken(made, made)).toBe(true);
  expect(isToken(made, `${made} `)).toBe(false);
  chmodSync(path, 0o640);
  expect(() => tokenIn(path)).toThrow(/chmod 600/);
  chmodSync(path, 0o600);
  writeFileSync(path, "short\n");
  expect(() => tokenIn(path)).toThrow(/no token/);
});
