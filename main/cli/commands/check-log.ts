// check-log: any log by itself, no workbook: which two activities of a case were the same person's.
import type { Command } from "commander";
import type { LogAnswer } from "../../../shared/contract/logs.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { printJson } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, zoneOption } from "../cli.ts";
import { withSession } from "../session.ts";
import { printTable } from "../table.ts";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";

interface Options {
  case: string;
  activity: string;
  person: string;
  time: string;
  amount?: string;
  supplier?: string;
  timeZone: string;
  format: "table" | "json";
}
const formats = ["table", "json"] as const;
/** The most conflicts that a table shows; json has them all. */
const most = 20;

export function addCheckLog(
  program: Command,
  cli: Cli,
  run: (work: () => Promise<Outcome>) => Promise<void>,
): void {
  const { options, commands } = cli.say;
  program
    .command("check-log")
    .description(commands.checkLog)
    .argument("<FILE>", options.logFile)
    .requiredOption("--case <COL>", options.caseColumn)
    .requiredOption("--activity <COL>", options.activityColumn)
    .requiredOption("--person <COL>", options.personColumn)
    .requiredOption("--time <COL>", options.timeColumn)
    .option("--amount <COL>", options.amountColumn)
    .option("--supplier <COL>", options.supplierColumn)
    // Taken out of the arguments beforehand; named here for the help.
    .option("--where <COL=VALUE...>", options.where)
    .option("--separate <A> <B>", options.separate)
    .option("--time-zone <ZONE>", options.zone, zoneOption("--time-zone"), "Asia/Shanghai")
    .option("--format <table|json>", options.format, choiceOption("--format", formats), "table")
    .action((file: string, given: Options) => run(() => checkLog(cli, file, given)));
}

async function checkLog(cli: Cli, file: string, given: Options): Promise<Outcome> {
  const { pairs, where } = cli.pairs;
  if (pairs.length === 0) throw fault("invalid", { zh: zh.misuse.noPair, en: en.misuse.noPair });
  return withSession(cli, async ({ client, ask, reading }) => {
    const answer = await ask((options) =>
      client.logs.check(
        {
          grant: reading(file),
          mapping: {
            caseColumn: given.case,
            activityColumn: given.activity,
            personColumn: given.person,
            timeColumn: given.time,
            amountColumn: given.amount ?? null,
            supplierColumn: given.supplier ?? null,
            where,
          },
          pairs,
          timeZone: given.timeZone,
        },
        options,
      ),
    );
    for (const warning of answer.warnings) cli.screen.note(warning[cli.language]);
    const { rules, conflicts } = answer;
    if (given.format === "json") cli.screen.raw(printJson({ rules, conflicts }));
    else cli.screen.result(tables(cli, answer));
    return found(conflicts.length > 0);
  });
}

function tables({ say, words, screen }: Cli, answer: LogAnswer): string {
  const { said } = say;
  const pair = (duties: readonly string[]): string => duties.join(" × ");
  const rules = printTable(
    [
      { name: said.duties, value: ({ duties }) => pair(duties), least: 20 },
      { name: said.bothCases, value: (rule) => rule.casesWithBoth, align: "right" },
      { name: said.conflictCases, value: (rule) => rule.casesInConflict, align: "right" },
    ],
    answer.rules,
    screen.width,
  );
  const shown = answer.conflicts.slice(0, most);
  const conflicts = printTable(
    [
      { name: words.common.case_, value: (conflict) => conflict.case },
      { name: words.common.person, value: ({ person }) => person },
      { name: said.duties, value: ({ duties }) => pair(duties), least: 20 },
      { name: said.approvals, value: ({ approvals }) => approvals.join(", "), least: 10 },
    ],
    shown,
    screen.width,
  );
  return [
    said.logRead(String(answer.rows), String(answer.cases)),
    rules,
    ...(shown.length > 0 ? [conflicts] : []),
    ...(answer.conflicts.length > most ? [said.more(answer.conflicts.length - most)] : []),
    said.found(answer.conflicts.length),
  ].join("\n");
}
