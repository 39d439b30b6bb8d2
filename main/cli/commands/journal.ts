// journal verify: the hash chain of the journal, entry by entry.
import type { Command } from "commander";
import { printJson } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, type Run } from "../cli.ts";
import { withSession } from "../session.ts";

interface Options {
  workbook: string;
  format: "table" | "json";
}

export function addJournal(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  program
    .command("journal")
    .description(commands.journal)
    .command("verify")
    .description(commands.journalVerify)
    .requiredOption("--workbook <W>", options.workbook)
    .option(
      "--format <table|json>",
      options.format,
      choiceOption("--format", ["table", "json"] as const),
      "table",
    )
    .action((given: Options) => run(() => verify(cli, given)));
}

const verify = (cli: Cli, { workbook, format }: Options): Promise<Outcome> =>
  withSession(cli, async ({ client, ask, open }) => {
    await open(workbook);
    const answer = await ask((options) => client.journal.verify({}, options));
    const { entries, head, brokenAt, message } = answer;
    if (format === "json") cli.screen.raw(printJson({ entries, head, brokenAt }));
    else cli.screen.result(`${message[cli.language]}\n${cli.say.said.entries(entries, head)}`);
    return found(brokenAt !== null);
  });
