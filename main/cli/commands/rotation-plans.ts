// rotation validate, rotation export: a kept plan or a list of moves judged by today's data; a plan as a file.
import type { Command } from "commander";
import type { Breach } from "../../../shared/contract/plan.ts";
import { addDays } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { deliverReport, deliverText, formOf, printJson, type Wanted } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, type Run, wholeOption } from "../cli.ts";
import { movesFrom, planNamed } from "../plan-asked.ts";
import { rotationWords } from "../rotation-words.ts";
import { type Session, withSession } from "../session.ts";
import { printTable } from "../table.ts";

const formats = ["table", "json"] as const;
interface ValidateOptions extends Wanted {
  workbook: string;
  plan?: string;
  moves?: string;
  months: number;
  json?: boolean;
}

export function addPlanValidate(rotation: Command, cli: Cli, run: Run): void {
  const { options } = cli.say;
  const { commands, options: say } = rotationWords[cli.language];
  rotation
    .command("validate")
    .description(commands.validate)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--plan <PLAN>", say.plan)
    .option("--moves <FILE>", say.moves)
    .option("--months <N>", say.months, wholeOption("--months", 1, 60), 24)
    .option("--format <table|json>", options.format, choiceOption("--format", formats))
    .option("--json", say.json)
    .option("--out <FILE>", options.out)
    .action((given: ValidateOptions) => run(() => validate(cli, given)));
}

async function validate(cli: Cli, given: ValidateOptions): Promise<Outcome> {
  const { zh, en } = rotationWords;
  if (given.plan === undefined && given.moves === undefined)
    throw fault("invalid", { zh: zh.whatToJudge, en: en.whatToJudge });
  const form = formOf(cli, given.json ? { ...given, format: "json" } : given, formats);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const { client, ask } = session;
    const planId = given.plan === undefined ? null : await planNamed(session, given.plan);
    const moves = await (given.moves === undefined
      ? movesOf(session, planId)
      : movesFrom(session, given.moves));
    const judged = await ask((asked) =>
      client.rotation.tryMoves({ planId, months: given.months, moves }, asked),
    );
    const say = rotationWords[cli.language];
    const { breaches } = judged;
    const headline =
      breaches.length === 0 ? say.valid(moves.length) : say.judged(moves.length, breaches.length);
    if (form === "json") {
      deliverText(cli, printJson(validationJson(planId, moves.length, judged)), given.out);
      cli.screen.note(headline);
    } else {
      const table = breaches.length > 0 ? [breachTable(cli, breaches)] : [];
      deliverText(cli, `${[headline, ...table].join("\n")}\n`, given.out);
    }
    return found(breaches.length > 0);
  });
}

async function movesOf({ ask, client }: Session, planId: string | null) {
  if (planId === null) return [];
  const plan = await ask((asked) => client.rotation.planOf({ id: planId }, asked));
  return plan.moves.map(({ day, person, from, to }) => ({
    day,
    personId: person.id,
    fromPostId: from?.id ?? null,
    toPostId: to?.id ?? null,
  }));
}

/** The stable form in `docs/cli.md`. */
const validationJson = (
  plan: string | null,
  moves: number,
  { breaches, arrivals, people }: { breaches: Breach[]; arrivals: number; people: number },
) => ({
  plan,
  moves,
  arrivals,
  people,
  breaches: breaches.map(({ constraint, from, until, sentence }) => ({ constraint, from, until, sentence })),
});

function breachTable(cli: Cli, breaches: readonly Breach[]): string {
  const { columns, constraints } = rotationWords[cli.language];
  return printTable(
    [
      {
        name: columns.constraint,
        value: ({ constraint }: Breach) => constraints[constraint] ?? constraint,
      },
      { name: columns.from, value: ({ from }) => from },
      { name: columns.to, value: ({ until }) => addDays(until, -1) },
      { name: columns.says, value: ({ sentence }) => sentence[cli.language], least: 30 },
    ],
    breaches,
    cli.screen.width,
  );
}

const fileFormats = ["xlsx", "csv", "json"] as const;
interface ExportOptions {
  workbook: string;
  plan: string;
  format?: (typeof fileFormats)[number];
  out: string;
}

export function addPlanExport(rotation: Command, cli: Cli, run: Run): void {
  const { options } = cli.say;
  const { commands, options: say } = rotationWords[cli.language];
  rotation
    .command("export")
    .description(commands.export)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--plan <PLAN>", say.plan, "latest")
    .option("--format <xlsx|csv|json>", options.format, choiceOption("--format", fileFormats))
    .requiredOption("--out <FILE>", options.outMust)
    .action((given: ExportOptions) =>
      run(() => {
        const form = formOf(cli, given, fileFormats);
        return withSession(cli, async (session) => {
          await session.open(given.workbook);
          const planId = await planNamed(session, given.plan);
          await deliverReport(cli, session, { what: "plan", planId }, form, given.out);
          return found(false);
        });
      }),
    );
}
