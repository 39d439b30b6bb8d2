// Opens the data service in this process for one command: grants are paths that were typed, receipts may name them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { type CallOptions, type Client, type Reply, roles } from "../../shared/contract/call.ts";
import { contract, type QuanhengContract } from "../../shared/contract/contract.ts";
import { type Server, serve } from "../../shared/contract/server.ts";
import type { OpenWorkbook } from "../../shared/contract/workbook.ts";
import { FaultError, fault } from "../../shared/domain/fault.ts";
import type { Cli, Outcome } from "./cli.ts";
import { fileToRead, fileToWrite, workbookToRead } from "./paths.ts";

export interface Session {
  client: Client<QuanhengContract>;
  /** What the client asks: for a door that lets others ask it too. */
  server: Server;
  /** Asks with progress and cancel; throws the fault of a refused call. */
  ask: <T>(call: (options: CallOptions) => Promise<Reply<T>>) => Promise<T>;
  reading: (argument: string) => string;
  writing: (argument: string) => string;
  /** `forReading`: for a command that only asks; the workbook stays free for whoever edits it. */
  open: (argument: string, options?: { forReading: boolean }) => Promise<OpenWorkbook>;
}

const userName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return "cli"; // containers may run under a number that has no name
  }
};

export async function withSession(cli: Cli, work: (session: Session) => Promise<Outcome>): Promise<Outcome> {
  // Loaded here, so that help and misuse never need the database driver.
  const { clientOf, createGrants, createService } = await import("../../db/service.ts");
  const { fillGenerated } = await import("../../db/demo/fill.ts");
  // What the window remembers between visits is its own: a command leaves nothing there.
  const dataFolder = mkdtempSync(join(tmpdir(), "quanheng-cli-"));
  const grants = createGrants(newId);
  const actor = { name: userName(), roles };
  const onBug = (call: string, error: unknown): void =>
    cli.screen.note(`[${call}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const service = createService(
    {
      now: cli.now,
      newId,
      dataFolder,
      grants,
      actor,
      reopens: false,
      showPaths: true,
      breathe: () => new Promise((resume) => setImmediate(resume)),
      solveEntry: null,
      fillSample: fillGenerated,
    },
    onBug,
  );
  const server = serve(contract, service.handlers, { actor: service.actor, onBug });
  const client = clientOf(server, service.onChanged);
  const { signal, screen, folder } = cli;
  const options: CallOptions = {
    progress: screen.progress,
    signal: {
      get aborted() {
        return signal.aborted;
      },
      onAbort: (stop) => signal.addEventListener("abort", stop, { once: true }),
    },
  };
  const ask: Session["ask"] = async (call) => {
    const reply = await call(options);
    screen.settle();
    if (!reply.ok) throw new FaultError(reply.fault);
    return reply.value;
  };
  try {
    return await work({
      client,
      server,
      ask,
      reading: (argument) => grants.register(fileToRead(folder, argument), "read"),
      writing: (argument) => grants.register(fileToWrite(folder, argument), "write"),
      open: async (argument, { forReading } = { forReading: false }) => {
        const grant = grants.register(workbookToRead(folder, argument), "read");
        const { open } = await ask((options) => client.workbook.open({ grant, forReading }, options));
        if (!open) throw fault("broken", { zh: "工作簿没有打开。", en: "The workbook did not open." });
        if (open.readOnly && !forReading) screen.note(open.readOnly[cli.language]);
        const name = cli.as();
        if (name !== null) await chooseOperator(client, ask, name);
        return open;
      },
    });
  } finally {
    service.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** @throws FaultError missing: nobody of that name, with those there are */
async function chooseOperator(
  client: Client<QuanhengContract>,
  ask: Session["ask"],
  name: string,
): Promise<void> {
  const { operators } = await ask((options) => client.operators.list({}, options));
  const one = operators.find((operator) => operator.name === name || operator.id === name);
  const names = operators.map((operator) => operator.name);
  if (!one)
    throw fault("missing", {
      zh: `没有名为“${name}”的操作员。${names.length > 0 ? `已登记：${names.join("、")}。` : "此工作簿还没有登记操作员。"}`,
      en: `There is no operator "${name}". ${names.length > 0 ? `There are: ${names.join(", ")}.` : "This workbook has no operators yet."}`,
    });
  await ask((options) => client.operators.choose({ id: one.id }, options));
}
