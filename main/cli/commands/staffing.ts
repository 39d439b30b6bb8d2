// staffing: whether each matter and tier can be staffed that day, how few people it takes, who cannot be missed.
import type { Command } from "commander";
import { deliverText, formOf, printJson } from "../answer.ts";
import { type Cli, choiceOption, dayOption, found, type Outcome, type Run } from "../cli.ts";
import { withSession } from "../session.ts";
import { isWanting, staffingJson, staffingTable, staffingWords } from "../staffing-answer.ts";

const formats = ["table", "json"] as const;
interface Options {
  workbook: string;
  asOf?: string;
  matter?: string;
  format?: (typeof formats)[number];
  out?: string;
}

export function addStaffing(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  program
    .command("staffing")
    .description(commands.staffing)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
    .option("--matter <CODE>", options.onlyMatter)
    .option("--format <table|json>", options.format, choiceOption("--format", formats))
    .option("--out <FILE>", options.out)
    .action((given: Options) => run(() => staffing(cli, given)));
}

async function staffing(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(cli, given, formats);
  return withSession(cli, async (session) => {
    const { today } = await session.open(given.workbook);
    const view = await session.ask((options) =>
      session.client.staffing.overview({ day: given.asOf ?? today, matterId: given.matter ?? null }, options),
    );
    const summary = staffingWords(cli, view);
    if (form === "json") deliverText(cli, printJson(staffingJson(view)), given.out);
    else deliverText(cli, `${staffingTable(cli, view)}\n${summary}\n`, given.out);
    if (form === "json") cli.screen.note(summary);
    return found(isWanting(view));
  });
}
