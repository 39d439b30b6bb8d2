// rotation plan: a plan over some months, kept in the workbook.
import type { Command } from "commander";
import { deliverReport, deliverText, formOf, printJson, type Wanted } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, wholeOption } from "../cli.ts";
import { planHeadline, planJson, planNotes, planTable } from "../plan-answer.ts";
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
  const form = formOf(cli, given, formats);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const made = await session.ask((options) =>
      session.client.rotation.plan(
        { months: given.months, ...(given.seed === undefined ? {} : { seed: given.seed }) },
        options,
      ),
    );
    const headline = planHeadline(cli, made);
    const notes = planNotes(cli, made);
    if (form === "table") {
      const table = made.moves.length > 0 ? [planTable(cli, made.moves)] : [];
      deliverText(cli, `${[headline, ...table, ...notes].join("\n")}\n`, given.out);
    } else {
      if (form === "json") deliverText(cli, printJson(planJson(made)), given.out);
      else await deliverReport(cli, session, { what: "plan", planId: made.id }, form, given.out);
      cli.screen.note([headline, ...notes].join("\n"));
    }
    return found(made.status !== "planned");
  });
}
