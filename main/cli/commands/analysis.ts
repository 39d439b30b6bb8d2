// analysis concentration, analysis tiers: how much lies in few hands, and whether the ladders of amounts hold.
import type { Command } from "commander";
import {
  concentrationJson,
  concentrationTable,
  isConcentrated,
  isUnsound,
  tiersJson,
  tiersTable,
} from "../analysis-answer.ts";
import { deliverText, formOf, printJson } from "../answer.ts";
import { type Cli, choiceOption, dayOption, found, type Outcome, type Run, wholeOption } from "../cli.ts";
import { withSession } from "../session.ts";

const formats = ["table", "json"] as const;
interface Options {
  workbook: string;
  asOf?: string;
  year?: number;
  format?: (typeof formats)[number];
  out?: string;
}

export function addAnalysis(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  const analysis = program.command("analysis").description(commands.analysis);
  const add = (name: string, about: string, work: (cli: Cli, given: Options) => Promise<Outcome>): void => {
    analysis
      .command(name)
      .description(about)
      .requiredOption("--workbook <W>", options.workbook)
      .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
      .option("--year <N>", options.year, wholeOption("--year", 1900, 9999))
      .option("--format <table|json>", options.format, choiceOption("--format", formats))
      .option("--out <FILE>", options.out)
      .action((given: Options) => run(() => work(cli, given)));
  };
  add("concentration", commands.analysisConcentration, concentration);
  add("tiers", commands.analysisTiers, tiers);
}

async function concentration(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(cli, given, formats);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const view = await session.ask((options) =>
      session.client.analysis.concentration({ asOf: given.asOf ?? null, year: given.year ?? null }, options),
    );
    const answer = form === "json" ? printJson(concentrationJson(view)) : concentrationTable(cli, view);
    deliverText(cli, answer, given.out);
    return found(isConcentrated(view));
  });
}

async function tiers(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(cli, given, formats);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const view = await session.ask((options) =>
      session.client.analysis.tiers({ asOf: given.asOf ?? null, year: given.year ?? null }, options),
    );
    deliverText(cli, form === "json" ? printJson(tiersJson(view)) : tiersTable(cli, view), given.out);
    return found(isUnsound(view));
  });
}
