// tenure list: the ledger of key posts on a day.
import type { Command } from "commander";
import { answerFormats, deliverReport, deliverText, formOf, printJson, type Wanted } from "../answer.ts";
import { type Cli, choiceOption, dayOption, found, type Outcome } from "../cli.ts";
import { withSession } from "../session.ts";
import { isOverdue, ledgerWords, tenureJson, tenureTable } from "../tenure-answer.ts";

interface Options extends Wanted {
  workbook: string;
  asOf?: string;
}

export function addTenure(
  program: Command,
  cli: Cli,
  run: (work: () => Promise<Outcome>) => Promise<void>,
): void {
  const { options, commands } = cli.say;
  program
    .command("tenure")
    .description(commands.tenure)
    .command("list")
    .description(commands.tenureList)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
    .option("--format <table|json|csv|xlsx>", options.format, choiceOption("--format", answerFormats))
    .option("--out <FILE>", options.out)
    .action((given: Options) => run(() => list(cli, given)));
}

async function list(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(cli, given, answerFormats);
  const asOf = given.asOf ?? null;
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const { day, rows } = await session.ask((options) =>
      session.client.rotation.ledger({ day: asOf }, options),
    );
    const summary = ledgerWords(cli, day, rows);
    if (form === "json") deliverText(cli, printJson(tenureJson(day, rows)), given.out);
    else if (form === "table") deliverText(cli, `${tenureTable(cli, rows)}\n${summary}\n`, given.out);
    else await deliverReport(cli, session, { what: "tenure", asOf }, form, given.out);
    if (form !== "table") cli.screen.note(summary);
    return found(rows.some(isOverdue));
  });
}
