// The gate's door for other programs on this computer: loopback HTTP, one call, a token. It logs neither tokens nor drafts.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Server } from "../../shared/contract/server.ts";
import { type Fault, fault } from "../../shared/domain/fault.ts";
import type { Text } from "../../shared/domain/text.ts";
import { isToken } from "./token.ts";

export interface GateDoorOptions {
  /** Where the one call is asked. */
  server: Server;
  token: string;
  /** 0: any that is free. */
  port: number;
  /** One line a request: method, path, status. */
  note: (line: string) => void;
}
export interface GateDoor {
  port: number;
  close: () => Promise<void>;
}

export const gatePath = "/gate";
const mostBytes = 16_384;
const mostConnections = 16;
/** Milliseconds; `look`: how often it is looked whose time is up, by default so seldom that the others mean little. */
const patience = { headers: 5_000, request: 10_000, idle: 5_000, look: 1_000 };

/** @throws FaultError refused: the port is taken */
export async function openGateDoor({ server, token, port, note }: GateDoorOptions): Promise<GateDoor> {
  const http = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.idle,
      connectionsCheckingInterval: patience.look,
    },
    (request, response) => {
      void answer(request, response).then((status) => {
        const path = (request.url ?? "").split("?")[0] === gatePath ? gatePath : "…";
        note(`${request.method ?? ""} ${path} ${status}`);
      });
    },
  );
  http.maxConnections = mostConnections;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<number> => {
    try {
      const refusal = refusalOf(request, portOf(http.address()), token);
      if (refusal) return reply(response, refusal.status, { ok: false, fault: refusal.fault });
      const body = await bodyOf(request);
      if (body === null) return reply(response, 413, { ok: false, fault: said("invalid", words.tooLarge) });
      const draft = parsed(body);
      if (draft === undefined)
        return reply(response, 400, { ok: false, fault: said("invalid", words.noJson) });
      const answered = await server.run("gate.ask", draft, {
        signal: { aborted: false },
        progress: () => undefined,
      });
      return reply(response, answered.ok ? 200 : statusOf(answered.fault), answered);
    } catch {
      // The other side went away, or the program has a bug that the server has told of already.
      return response.headersSent
        ? 499
        : reply(response, 500, { ok: false, fault: said("broken", words.broken) });
    }
  };

  await new Promise<void>((opened, failed) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      failed(error.code === "EADDRINUSE" ? fault("refused", words.portTaken(port)) : error);
    });
    http.listen({ host: "127.0.0.1", port, exclusive: true }, opened);
  });
  return {
    port: portOf(http.address()),
    close: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === "object" ? address.port : 0;

interface Refusal {
  status: number;
  fault: Fault;
}
/** Everything that can be told without the body, the cheapest first. */
function refusalOf(request: IncomingMessage, port: number, token: string): Refusal | null {
  const { method, url, headers } = request;
  const refused = (status: number, message: Text): Refusal => ({ status, fault: said("refused", message) });
  // A page in a browser can reach loopback by a name of its own; it cannot choose these two headers.
  const isOurHost = [`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host ?? "");
  if (!isOurHost || headers.origin !== undefined) return refused(403, words.notHere);
  if (url !== gatePath) return refused(404, words.noPath);
  if (method !== "POST") return refused(405, words.noMethod);
  const [scheme = "", given = ""] = (headers.authorization ?? "").split(" ");
  if (scheme.toLowerCase() !== "bearer" || !isToken(token, given)) return refused(401, words.noToken);
  if (!/^application\/json\b/i.test(headers["content-type"] ?? "")) return refused(415, words.noJson);
  if (Number(headers["content-length"] ?? 0) > mostBytes)
    return { status: 413, fault: said("invalid", words.tooLarge) };
  return null;
}

/** Null: more than is read. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
const statusOf = ({ code }: Fault): number => (code === "broken" ? 500 : code === "refused" ? 403 : 422);

function reply(response: ServerResponse, status: number, body: unknown): number {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...(status === 405 ? { allow: "POST" } : {}),
    // What is left of a body that was not read is not worth waiting for.
    ...(status === 413 ? { connection: "close" } : {}),
  });
  response.end(text);
  return status;
}

const said = (code: Fault["code"], message: Text): Fault => ({ code, message });
const words = {
  notHere: {
    zh: "只接受本机程序直接发来的请求，不接受网页。",
    en: "Only programs on this computer are answered, no web pages.",
  },
  noPath: { zh: `只有 ${gatePath} 一个地址。`, en: `There is one address, ${gatePath}.` },
  noMethod: { zh: "请用 POST。", en: "Use POST." },
  noToken: {
    zh: "令牌缺失或不对。请从令牌文件读取，放在 Authorization: Bearer 之后。",
    en: "The token is missing or wrong. Read it from the token file and send it as Authorization: Bearer.",
  },
  noJson: { zh: "请发送一行 JSON。", en: "Send one line of JSON." },
  tooLarge: { zh: `请求超过 ${mostBytes} 字节。`, en: `The request is larger than ${mostBytes} bytes.` },
  broken: { zh: "程序内部出错，已记录。", en: "The program failed; it was written down." },
  portTaken: (port: number): Text => ({
    zh: `端口 ${port} 已被占用。请换一个，或用 --port 0 自动选择。`,
    en: `Port ${port} is taken. Choose another, or --port 0 for any that is free.`,
  }),
};
