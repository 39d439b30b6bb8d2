// operators list|add: the named people at this computer.
import type { Command } from "commander";
import { roleNames } from "../../../shared/contract/call.ts";
import { operatorRoles } from "../../../shared/contract/operators.ts";
import { printJson } from "../answer.ts";
import { type Cli, choiceOption, type Outcome, type Run } from "../cli.ts";
import { withSession } from "../session.ts";
import { printTable } from "../table.ts";

interface Options {
  workbook: string;
  format: "table" | "json";
}
type Role = (typeof operatorRoles)[number];

export function addOperators(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  const operators = program.command("operators").description(commands.operators);
  const command = (name: string, about: string): Command =>
    operators
      .command(name)
      .description(about)
      .requiredOption("--workbook <W>", options.workbook)
      .option("--format <table|json>", options.format, choiceOption("--format", ["table", "json"]), "table");
  command("list", commands.operatorsList).action((given: Options) => run(() => list(cli, given)));
  command("add", commands.operatorsAdd)
    .argument("<NAME>", options.operatorName)
    .requiredOption("--role <ROLE...>", options.roles, (value: string, before: Role[] = []) => [
      ...before,
      choiceOption("--role", operatorRoles)(value),
    ])
    .action((name: string, given: Options & { role: Role[] }) =>
      run(() => list(cli, given, { name, roles: given.role })),
    );
}

const list = (
  cli: Cli,
  { workbook, format }: Options,
  added: { name: string; roles: Role[] } | null = null,
): Promise<Outcome> =>
  withSession(cli, async ({ client, ask, open }) => {
    await open(workbook);
    if (added) await ask((asked) => client.operators.save({ id: null, personId: null, ...added }, asked));
    const { operators } = await ask((asked) => client.operators.list({}, asked));
    const { changes } = cli.say;
    if (format === "json") cli.screen.raw(printJson({ operators }));
    else if (operators.length === 0) cli.screen.result(changes.nobody);
    else
      cli.screen.result(
        printTable(
          [
            { name: changes.operator, value: ({ name }) => name },
            {
              name: changes.roles,
              value: ({ roles }) => roles.map((role) => roleNames[role][cli.language]).join("、"),
            },
          ],
          operators,
          cli.screen.width,
        ),
      );
    return 0;
  });
