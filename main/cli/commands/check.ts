// check: the approvals against the rules, today and stored, or as of another day.
import type { Command } from "commander";
import { fault } from "../../../shared/domain/fault.ts";
import { answerFormats, deliverReport, deliverText, formOf, printJson, type Wanted } from "../answer.ts";
import { type Cli, choiceOption, dayOption, found, type Outcome, type Run } from "../cli.ts";
import {
  checkIfStale,
  checkNow,
  conflictJson,
  conflictsOn,
  conflictTable,
  summaryWords,
} from "../conflict-answer.ts";
import { opinionJson, opinionWords } from "../opinion-answer.ts";
import { withSession } from "../session.ts";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";

interface Options extends Wanted {
  workbook: string;
  asOf?: string;
  twice?: boolean;
}

export function addCheck(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  program
    .command("check")
    .description(commands.check)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--as-of <DAY>", options.asOf, dayOption("--as-of"))
    .option("--twice", options.twice)
    .option("--format <table|json|csv|xlsx>", options.format, choiceOption("--format", answerFormats))
    .option("--out <FILE>", options.out)
    .action((given: Options) => run(() => check(cli, given)));
}

async function check(cli: Cli, given: Options): Promise<Outcome> {
  const form = formOf(cli, given, answerFormats);
  const asOf = given.asOf ?? null;
  if (given.twice && asOf !== null)
    throw fault("invalid", { zh: zh.misuse.twiceToday, en: en.misuse.twiceToday });
  return withSession(cli, async (session) => {
    const open = await session.open(given.workbook);
    if (asOf === null) await checkNow(cli, session, open);
    else await checkIfStale(cli, session, open, asOf);
    const answer = await conflictsOn(session, open, asOf);
    const opinion = given.twice
      ? await session.ask((options) => session.client.conflicts.secondOpinion({}, options))
      : null;
    const summary = [
      summaryWords(cli, answer),
      ...(opinion?.disagreements === 0 ? [opinionWords(cli, opinion)] : []),
    ].join("\n");
    if (form === "json")
      deliverText(
        cli,
        printJson({ ...conflictJson(answer), ...(opinion ? { twice: opinionJson(opinion) } : {}) }),
        given.out,
      );
    else if (form === "table") {
      const table = answer.rows.length > 0 ? `${conflictTable(cli, answer.rows)}\n` : "";
      deliverText(cli, `${table}${summary}\n`, given.out);
    } else await deliverReport(cli, session, { what: "conflicts", asOf }, form, given.out);
    if (form !== "table") cli.screen.note(summary);
    if (opinion && opinion.disagreements > 0)
      throw fault("broken", {
        zh: opinionWords({ ...cli, say: zh }, opinion),
        en: opinionWords({ ...cli, say: en }, opinion),
      });
    return found(answer.rows.length > 0);
  });
}
