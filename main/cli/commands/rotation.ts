// rotation plan: a plan over some months, kept in the workbook.
import type { Command } from "commander";
import { deliverReport, deliverText, formOf, printJson, type Wanted } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, wholeOption } from "../cli.ts";
import { planJson, planTable, planWords } from "../plan-answer.ts";
import { withSession } from "../session.ts";
import { mostSeed } from "./init.ts";

interface Options extends Wanted {
  workbook: string;
  months: number;
  seed?: number;
}
const formats = ["table", "json", "xlsx"] as const;

export function addRotation(
  program: Command,
  cli: Cli,
  run: (work: () => Promise<Outcome>) => Promise<void>,
): void {
  const { options, commands } = cli.say;
  program
    .command("rotation")
    .description(commands.rotation)
    .command("plan")
    .description(commands.rotationPlan)
    .requiredOption("--workbook <W>", options.workbook)
    .requiredOption("--months <N>", options.months, wholeOption("--months", 12, 60))
    .option("--seed <N>", options.seed, wholeOption("--seed", 0, mostSeed))
    .option("--format <table|json|xlsx>", options.format, choiceOption("--format", formats))
    .option("--out <FILE>", options.out)
    .action((given: Options) => run(() => plan(cli, given)));
}

async function plan(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(given, formats);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const made = await session.ask((options) =>
      session.client.rotation.plan(
        { months: given.months, ...(given.seed === undefined ? {} : { seed: given.seed }) },
        options,
      ),
    );
    const summary = planWords(cli, made);
    if (form === "json") deliverText(cli, printJson(planJson(made)), given.out);
    else if (form === "table")
      deliverText(
        cli,
        `${made.moves.length > 0 ? `${planTable(cli, made.moves)}\n` : ""}${summary}\n`,
        given.out,
      );
    else await deliverReport(cli, session, { what: "plan", planId: made.id }, form, given.out);
    if (form !== "table") cli.screen.note(summary);
    return found(made.status !== "planned");
  });
}
