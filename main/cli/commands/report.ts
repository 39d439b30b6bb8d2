// report conflicts, report ledgers, report staffing, report change-set: files with their receipts.
import type { Command } from "commander";
import { conflictBases, severities } from "../../../shared/domain/conflict.ts";
import { areas } from "../../../shared/domain/duty.ts";
import { deliverReport, formOf, receiptWords } from "../answer.ts";
import { type Cli, choiceOption, dayOption, found, type Outcome, type Run } from "../cli.ts";
import { checkIfStale } from "../conflict-answer.ts";
import { withSession } from "../session.ts";
import { isWanting } from "../staffing-answer.ts";
import { setNumbered } from "./changes.ts";

const formats = ["xlsx", "csv", "json"] as const;
interface Options {
  workbook: string;
  asOf?: string;
  format?: (typeof formats)[number];
  out: string;
  area?: string;
  rule?: string;
  severity?: string;
  basis?: string;
}
export function addReport(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  const report = program.command("report").description(commands.report);
  report
    .command("ledgers")
    .description(commands.reportLedgers)
    .requiredOption("--workbook <W>", options.workbook)
    .requiredOption("--out <FILE>", options.outMust)
    .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
    .option("--unit <wan|yuan>", options.moneyUnit, choiceOption("--unit", ["wan", "yuan"] as const), "wan")
    .action((given: LedgerOptions) => run(() => ledgers(cli, given)));
  report
    .command("staffing")
    .description(commands.reportStaffing)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--format <xlsx|csv|json>", options.format, choiceOption("--format", formats))
    .requiredOption("--out <FILE>", options.outMust)
    .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
    .action((given: Options) => run(() => staffing(cli, given)));
  report
    .command("change-set")
    .description(commands.reportChangeSet)
    .argument("<NUMBER>", options.setNumber)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--format <xlsx|csv|json>", options.format, choiceOption("--format", formats))
    .requiredOption("--out <FILE>", options.outMust)
    .action((number: string, given: Options) => run(() => changeSet(cli, number, given)));
  report
    .command("conflicts")
    .description(commands.reportConflicts)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--format <xlsx|csv|json>", options.format, choiceOption("--format", formats))
    .requiredOption("--out <FILE>", options.outMust)
    .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
    .option("--area <AREA>", options.area, choiceOption("--area", areas))
    .option("--rule <ID>", options.rule)
    .option("--severity <high|medium|low>", options.severity, choiceOption("--severity", severities))
    .option("--basis <actual|potential>", options.basis, choiceOption("--basis", conflictBases))
    .action((given: Options) => run(() => conflicts(cli, given)));
}

async function changeSet(cli: Cli, number: string, given: Options): Promise<Outcome> {
  const form = formOf(cli, given, formats);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const changeSetId = await setNumbered(session, number);
    await deliverReport(cli, session, { what: "change-set", changeSetId }, form, given.out);
    return 0;
  });
}

interface LedgerOptions {
  workbook: string;
  out: string;
  asOf?: string;
  unit: "wan" | "yuan";
}
async function ledgers(cli: Cli, { workbook, out, asOf, unit }: LedgerOptions): Promise<Outcome> {
  formOf(cli, { out }, ["xlsx"]);
  return withSession(cli, async (session) => {
    await session.open(workbook);
    const grant = session.writing(out);
    const receipt = await session.ask((asked) =>
      session.client.reports.ledgers({ grant, money: unit, asOf: asOf ?? null }, asked),
    );
    cli.screen.result(receiptWords(cli, receipt));
    return found(false);
  });
}

async function staffing(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(cli, given, formats);
  const asOf = given.asOf ?? null;
  return withSession(cli, async (session) => {
    const { today } = await session.open(given.workbook);
    await deliverReport(cli, session, { what: "staffing", asOf }, form, given.out);
    const view = await session.ask((options) =>
      session.client.staffing.overview({ day: asOf ?? today }, options),
    );
    return found(isWanting(view));
  });
}

async function conflicts(cli: Cli, given: Options): Promise<Outcome> {
  const { out, area, rule, severity, basis } = given;
  const asOf = given.asOf ?? null;
  const form = formOf(cli, given, formats);
  return withSession(cli, async (session) => {
    const open = await session.open(given.workbook);
    await checkIfStale(cli, session, open, asOf);
    const filter = {
      ruleId: rule ?? null,
      area: area ?? null,
      severity: severity ?? null,
      basis: basis ?? null,
      personId: null,
    };
    const rows = await deliverReport(cli, session, { what: "conflicts", asOf, filter }, form, out);
    return found(rows > 0);
  });
}
