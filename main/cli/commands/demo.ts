// demo: the whole round on the sample unit without a window: import, check, ledger, plan, report files.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { ReportRequest } from "../../../shared/contract/reports.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { receiptWords } from "../answer.ts";
import { type Cli, choiceOption, type Outcome, type Run, wholeOption } from "../cli.ts";
import { conflictsOn, conflictTable, summaryWords } from "../conflict-answer.ts";
import { planHeadline, planNotes, planTable } from "../plan-answer.ts";
import { type Session, withSession } from "../session.ts";
import { ledgerWords, tenureTable } from "../tenure-answer.ts";
import { countWords, mostSeed } from "./init.ts";

interface Options {
  out?: string;
  size: "small" | "city";
  seed?: number;
  months: number;
}
/** Rows of a table shown here; the reports have them all. */
const most = 12;

export function addDemo(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  program
    .command("demo")
    .description(commands.demo)
    .option("--out <FOLDER>", options.outFolder)
    .option("--size <small|city>", options.size, choiceOption("--size", ["small", "city"] as const), "city")
    .option("--seed <N>", options.seed, wholeOption("--seed", 0, mostSeed))
    .option("--months <N>", options.months, wholeOption("--months", 12, 60), 24)
    .action((given: Options) => run(() => demo(cli, given)));
}

async function demo(cli: Cli, { out, size, seed, months }: Options): Promise<Outcome> {
  const { screen, say } = cli;
  const { said } = say;
  const folder = out === undefined ? mkdtempSync(join(tmpdir(), "quanheng-demo-")) : resolve(cli.folder, out);
  mkdirSync(folder, { recursive: true });
  const workbook = join(folder, "sample.quanheng");
  const head = (title: string): void => screen.result(`\n■ ${title}`);
  const cut = <R>(rows: readonly R[], table: (rows: readonly R[]) => string): void => {
    if (rows.length > 0) screen.result(table(rows.slice(0, most)));
    if (rows.length > most) screen.result(said.more(rows.length - most));
  };

  screen.result(said.demo.first(folder));
  return withSession(cli, async (session) => {
    const { client, ask, writing } = session;
    head(said.demo.sample);
    const grant = writing(workbook);
    const { open } = await ask((options) =>
      client.workbook.sample({ grant, size, ...(seed === undefined ? {} : { seed }) }, options),
    );
    if (!open) throw fault("broken", { zh: "示例单位没有建成。", en: "The sample unit was not made." });
    screen.result(`${open.unitName}${cli.words.common.colon}${countWords(cli, open)}`);

    head(said.demo.check);
    await ask((options) => client.conflicts.check({}, options));
    const answer = await conflictsOn(session, open, null);
    cut(answer.rows, (rows) => conflictTable(cli, rows));
    screen.result(summaryWords(cli, answer));

    head(said.demo.tenure);
    const { day, rows } = await ask((options) => client.rotation.ledger({}, options));
    const notNormal = rows.filter(({ state }) => state !== "normal");
    cut(notNormal, (some) => tenureTable(cli, some));
    if (notNormal.length === 0) screen.result(said.allNormal);
    screen.result(ledgerWords(cli, day, rows));

    head(said.demo.plan(months));
    const plan = await ask((options) =>
      client.rotation.plan({ months, ...(seed === undefined ? {} : { seed }) }, options),
    );
    screen.result(planHeadline(cli, plan));
    cut(plan.moves, (moves) => planTable(cli, moves));
    for (const note of planNotes(cli, plan)) screen.result(note);

    head(said.demo.files);
    await write(cli, session, folder, "conflicts.xlsx", { what: "conflicts" });
    await write(cli, session, folder, "conflicts.csv", { what: "conflicts" });
    await write(cli, session, folder, "conflicts.json", { what: "conflicts" });
    await write(cli, session, folder, "tenure.xlsx", { what: "tenure" });
    await write(cli, session, folder, "plan.xlsx", { what: "plan", planId: plan.id });
    screen.result(`\n${said.demo.done(workbook)}`);
    return 0;
  });
}

async function write(
  cli: Cli,
  { client, ask, writing }: Session,
  folder: string,
  name: `${string}.${"xlsx" | "csv" | "json"}`,
  request: ReportRequest,
): Promise<void> {
  const format = name.endsWith("xlsx") ? "xlsx" : name.endsWith("csv") ? "csv" : "json";
  const grant = writing(join(folder, name));
  const receipt = await ask((options) =>
    client.reports.build({ ...request, language: cli.language, format, grant }, options),
  );
  cli.screen.result(receiptWords(cli, receipt));
}
