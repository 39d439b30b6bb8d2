// tenure list, tenure exemptions: the ledger of key posts on a day, and who need not rotate for now.
import type { Command } from "commander";
import type { LedgerLineRow } from "../../../shared/contract/tenure.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { type TenureState, tenureStates } from "../../../shared/domain/rotation.ts";
import { answerFormats, deliverReport, deliverText, formOf, printJson, type Wanted } from "../answer.ts";
import { type Cli, choiceOption, dayOption, found, type Outcome, type Run } from "../cli.ts";
import { type Session, withSession } from "../session.ts";
import {
  exemptionJson,
  exemptionTable,
  isOverdue,
  ledgerTable,
  ledgerWords,
  tenureJson,
} from "../tenure-answer.ts";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";

interface Options extends Wanted {
  workbook: string;
  asOf?: string;
}
interface ListOptions extends Options {
  state: TenureState[];
  department?: string;
  concerns?: boolean;
}
const textFormats = ["table", "json"] as const;
const stateOf = choiceOption("--state", tenureStates);

export function addTenure(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  const tenure = program.command("tenure").description(commands.tenure);
  tenure
    .command("list")
    .description(commands.tenureList)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
    .option(
      "--state <STATE>",
      options.tenureState,
      (value: string, before: TenureState[]) => [...before, stateOf(value)],
      [],
    )
    .option("--department <NAME>", options.tenureDepartment)
    .option("--concerns", options.concerns)
    .option("--format <table|json|csv|xlsx>", options.format, choiceOption("--format", answerFormats))
    .option("--out <FILE>", options.out)
    .action((given: ListOptions) => run(() => list(cli, given)));
  tenure
    .command("exemptions")
    .description(commands.tenureExemptions)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
    .option("--format <table|json>", options.format, choiceOption("--format", textFormats))
    .option("--out <FILE>", options.out)
    .action((given: Options) => run(() => exemptions(cli, given)));
}

async function list(cli: Cli, given: ListOptions): Promise<Outcome> {
  const form = formOf(cli, given, answerFormats);
  const asOf = given.asOf ?? null;
  const [department, concernsOnly] = [given.department ?? null, given.concerns ?? false];
  const isAsked = ({ state, post, concerns }: LedgerLineRow): boolean =>
    (given.state.length === 0 || given.state.includes(state)) &&
    (department === null || post.department === department) &&
    (!concernsOnly || concerns.length > 0);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    if (department !== null) await expectDepartment(session, department);
    const { day, lines: all } = await session.ask((options) =>
      session.client.tenure.ledger({ day: asOf }, options),
    );
    const lines = all.filter(isAsked);
    const summary = ledgerWords(cli, day, lines);
    const ledger = { states: given.state, department, concernsOnly };
    if (form === "json") deliverText(cli, printJson(tenureJson(day, lines)), given.out);
    else if (form === "table") deliverText(cli, `${ledgerTable(cli, lines)}\n${summary}\n`, given.out);
    else await deliverReport(cli, session, { what: "tenure", asOf, ledger }, form, given.out);
    if (form !== "table") cli.screen.note(summary);
    return found(lines.some(isOverdue));
  });
}

/** @throws FaultError missing: a name written otherwise would look like a department without trouble */
async function expectDepartment({ client, ask }: Session, name: string): Promise<void> {
  const { rows } = await ask((options) => client.sheets.list({ kind: "departments" }, options));
  const names = rows.map(({ values }) => String(values.name));
  if (names.includes(name)) return;
  throw fault("missing", {
    zh: zh.misuse.department(name, names.join("、")),
    en: en.misuse.department(name, names.join(", ")),
  });
}

/** Something found: a period without evidence. */
async function exemptions(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(cli, given, textFormats);
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    const { day, rows } = await session.ask((options) =>
      session.client.tenure.exemptions({ day: given.asOf ?? null }, options),
    );
    const text = form === "json" ? printJson(exemptionJson(day, rows)) : `${exemptionTable(cli, rows)}\n`;
    deliverText(cli, text, given.out);
    return found(rows.some(({ periods }) => periods.some(({ state }) => state === "missing")));
  });
}
