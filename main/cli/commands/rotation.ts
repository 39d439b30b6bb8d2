// rotation plan: a plan over some months, or a replan after surprises, kept in the workbook.
import type { Command } from "commander";
import { deliverReport, deliverText, formOf, printJson, type Wanted } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, type Run, wholeOption } from "../cli.ts";
import { planHeadline, planJson, planNotes, planTable } from "../plan-answer.ts";
import { askedBy, planNamed, type WishesTyped } from "../plan-asked.ts";
import { rotationWords } from "../rotation-words.ts";
import { withSession } from "../session.ts";
import { mostSeed } from "./init.ts";
import { addPlanExport, addPlanValidate } from "./rotation-plans.ts";

interface Options extends Wanted, WishesTyped {
  workbook: string;
  months: number;
  seed?: number;
  units?: number;
  base?: string;
  json?: boolean;
}
const formats = ["table", "json", "xlsx"] as const;
const mostUnits = 2_000_000_000;
const collect = (value: string, before: string[]): string[] => [...before, value];

export function addRotation(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  const { options: say } = rotationWords[cli.language];
  const month = wholeOption("--black-out", 1, 12);
  const rotation = program.command("rotation").description(commands.rotation);
  rotation
    .command("plan")
    .description(commands.rotationPlan)
    .requiredOption("--workbook <W>", options.workbook)
    .requiredOption("--months <N>", options.months, wholeOption("--months", 12, 60))
    .option("--seed <N>", options.seed, wholeOption("--seed", 0, mostSeed))
    .option("--units <N>", say.units, wholeOption("--units", 1, mostUnits))
    .option("--base <PLAN>", say.base)
    .option("--leaves <PERSON@DAY>", say.leaves, collect, [])
    .option("--absent <PERSON@DAY>", say.absent, collect, [])
    .option("--veto <PERSON[@POST]>", say.veto, collect, [])
    .option("--fix <FILE>", say.fix)
    .option("--forbid <PERSON@POST>", say.forbid, collect, [])
    .option("--lock-post <POST[@DAY]>", say.lockPost, collect, [])
    .option("--lock-person <PERSON>", say.lockPerson, collect, [])
    .option(
      "--black-out <MONTH>",
      say.blackOut,
      (value: string, before: number[]) => [...before, month(value)],
      [],
    )
    .option("--share <PERCENT>", say.share, wholeOption("--share", 1, 100))
    .option("--format <table|json|xlsx>", options.format, choiceOption("--format", formats))
    .option("--json", say.json)
    .option("--out <FILE>", options.out)
    .action((given: Options) => run(() => plan(cli, given)));
  addPlanValidate(rotation, cli, run);
  addPlanExport(rotation, cli, run);
}

async function plan(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(cli, given.json ? { ...given, format: "json" } : given, formats);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const asked = await askedBy(session, given);
    const basePlanId = given.base === undefined ? null : await planNamed(session, given.base);
    const made = await session.ask((options) =>
      session.client.rotation.plan(
        {
          months: given.months,
          units: given.units ?? null,
          basePlanId,
          ...asked,
          ...(given.seed === undefined ? {} : { seed: given.seed }),
        },
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
