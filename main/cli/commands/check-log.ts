// check-log: any log by itself, no workbook: pairs of activities to keep apart, and rules of a file.
import type { Command } from "commander";
import { areas } from "../../../shared/domain/duty.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { printJson } from "../answer.ts";
import { type Cli, choiceOption, dayOption, found, type Outcome, type Run, zoneOption } from "../cli.ts";
import { readDuties } from "../duties-option.ts";
import { logJson, logTables } from "../log-answer.ts";
import { withSession } from "../session.ts";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";

interface Options {
  case?: string;
  activity?: string;
  person?: string;
  time?: string;
  amount?: string;
  supplier?: string;
  onBehalfOf?: string;
  requester?: string;
  department?: string;
  recorded?: string;
  terminal?: string;
  document?: string;
  category?: string;
  project?: string;
  nobody?: string[];
  rules?: string;
  duties?: string[];
  order?: string[];
  area?: (typeof areas)[number];
  asOf?: string;
  timeZone: string;
  format: "table" | "json";
}
const formats = ["table", "json"] as const;

export function addCheckLog(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  program
    .command("check-log")
    .description(commands.checkLog)
    .argument("<FILE>", options.logFile)
    .option("--case <COL>", options.caseColumn)
    .option("--activity <COL>", options.activityColumn)
    .option("--person <COL>", options.personColumn)
    .option("--time <COL>", options.timeColumn)
    .option("--amount <COL>", options.amountColumn)
    .option("--supplier <COL>", options.supplierColumn)
    .option("--on-behalf-of <COL>", options.onBehalfOfColumn)
    .option("--requester <COL>", options.requesterColumn)
    .option("--department <COL>", options.departmentColumn)
    .option("--recorded <COL>", options.recordedColumn)
    .option("--terminal <COL>", options.terminalColumn)
    .option("--document <COL>", options.documentColumn)
    .option("--category <COL>", options.categoryColumn)
    .option("--project <COL>", options.projectColumn)
    .option("--nobody <WORD...>", options.nobody)
    // Taken out of the arguments beforehand; named here for the help.
    .option("--where <COL=VALUE...>", options.where)
    .option("--separate <A> <B>", options.separate)
    .option("--rules <FILE>", options.logRules)
    .option("--duties <FILE|A=DUTY...>", options.duties)
    .option("--order <A...>", options.order)
    .option("--area <AREA>", options.logArea, choiceOption("--area", areas))
    .option("--as-of <DAY>", options.logAsOf, dayOption("--as-of"))
    .option("--time-zone <ZONE>", options.zone, zoneOption("--time-zone"), "Asia/Shanghai")
    .option("--format <table|json>", options.format, choiceOption("--format", formats), "table")
    .action((file: string, given: Options) => run(() => checkLog(cli, file, given)));
}

/** A log in XES names its columns itself; a table must be told. */
const namesColumns = (file: string): boolean => /\.(xes|xml)(\.gz)?$/i.test(file);
function assertColumns(file: string, given: Options): void {
  if (namesColumns(file)) return;
  for (const name of ["case", "activity", "person", "time"] as const)
    if (given[name] === undefined)
      throw fault("invalid", {
        zh: zh.misuse.missingOption(`--${name} <COL>`),
        en: en.misuse.missingOption(`--${name} <COL>`),
      });
}

async function checkLog(cli: Cli, file: string, given: Options): Promise<Outcome> {
  const { pairs, where } = cli.pairs;
  assertColumns(file, given);
  if (pairs.length === 0 && given.rules === undefined)
    throw fault("invalid", { zh: zh.misuse.noPair, en: en.misuse.noPair });
  const duties = readDuties(cli.folder, given.duties ?? []);
  return withSession(cli, async ({ client, ask, reading }) => {
    const answer = await ask((options) =>
      client.logs.check(
        {
          grant: reading(file),
          mapping: {
            caseColumn: given.case ?? null,
            activityColumn: given.activity ?? null,
            personColumn: given.person ?? null,
            timeColumn: given.time ?? null,
            amountColumn: given.amount ?? null,
            supplierColumn: given.supplier ?? null,
            onBehalfOfColumn: given.onBehalfOf ?? null,
            requesterColumn: given.requester ?? null,
            departmentColumn: given.department ?? null,
            recordedColumn: given.recorded ?? null,
            terminalColumn: given.terminal ?? null,
            documentColumn: given.document ?? null,
            categoryColumn: given.category ?? null,
            projectColumn: given.project ?? null,
            nobody: given.nobody ?? [],
            where,
            duties,
          },
          pairs,
          rules: given.rules === undefined ? null : reading(given.rules),
          order: given.order ?? [],
          area: given.area ?? null,
          asOf: given.asOf ?? null,
          timeZone: given.timeZone,
        },
        options,
      ),
    );
    for (const warning of answer.warnings) cli.screen.note(warning[cli.language]);
    if (given.format === "json") cli.screen.raw(printJson(logJson(answer)));
    else cli.screen.result(logTables(cli, answer));
    return found(answer.conflicts.length > 0);
  });
}
