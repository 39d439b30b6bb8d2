// handover list|show|notices|follow-ups: what has become of an approved rotation plan.
import type { Command } from "commander";
import type { HandoverView } from "../../../shared/contract/handovers.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { itemStateNames, itemTypeNames, signatureRoleNames } from "../../../shared/domain/handover.ts";
import { answerFormats, deliverReport, formOf, printJson, receiptWords, type Wanted } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, type Run } from "../cli.ts";
import { handoverWords } from "../handover-words.ts";
import { type Session, withSession } from "../session.ts";

interface Options extends Wanted {
  workbook: string;
}
const formats = answerFormats.filter((one) => one !== "table");
const shownFormats = ["table", "json"] as const;

export function addHandover(program: Command, cli: Cli, run: Run): void {
  const { options } = cli.say;
  const { commands, options: say } = handoverWords[cli.language];
  const handover = program.command("handover").description(commands.handover);
  const listing = (name: string, about: string): Command =>
    handover
      .command(name)
      .description(about)
      .requiredOption("--workbook <W>", options.workbook)
      .option("--format <json|csv|xlsx>", options.format, choiceOption("--format", formats))
      .option("--out <FILE>", options.out);
  listing("list", commands.list).action((given: Options) => run(() => list(cli, given, "handovers")));
  handover
    .command("show")
    .argument("<POST>", say.post)
    .description(commands.show)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--format <table|json>", options.format, choiceOption("--format", shownFormats), "table")
    .action((post: string, given: Options) => run(() => show(cli, post, given)));
  listing("notices", commands.notices)
    .option("--ics <FILE>", say.ics)
    .option("--person <STAFF-NO>", say.person)
    .action((given: Options & { ics?: string; person?: string }) =>
      run(() => list(cli, given, "notices", given)),
    );
  listing("follow-ups", commands.followUps).action((given: Options) =>
    run(() => list(cli, given, "follow-ups")),
  );
}

type What = "handovers" | "notices" | "follow-ups";
/** Rows as the contract gives them (json), or the ledger (csv; a file). Exit 1 where something is late. */
async function list(
  cli: Cli,
  given: Options,
  what: What,
  calendar: { ics?: string; person?: string } = {},
): Promise<Outcome> {
  const asked = formOf(cli, given, answerFormats);
  const form = asked === "table" ? "csv" : asked;
  return withSession(cli, async (session) => {
    await session.open(given.workbook);
    // Before anything is said: a number that nobody has is misuse.
    const personId = calendar.person === undefined ? null : await personNumbered(session, calendar.person);
    const { rows, summary, isLate } = await answered(cli, session, what);
    if (form === "json" && given.out === undefined) cli.screen.raw(printJson(rows));
    else await deliverReport(cli, session, { what }, form, given.out);
    if (calendar.ics !== undefined) await writeCalendar(cli, session, calendar.ics, personId);
    cli.screen.note(summary);
    return found(isLate);
  });
}

async function answered(cli: Cli, { client, ask }: Session, what: What) {
  const words = handoverWords[cli.language];
  if (what === "handovers") {
    const { rows } = await ask((options) => client.handovers.list({}, options));
    const stuck = rows.filter((row) => row.stuck !== null).length;
    return { rows: { handovers: rows }, summary: words.list(rows.length, stuck), isLate: stuck > 0 };
  }
  if (what === "notices") {
    const { rows } = await ask((options) => client.handovers.notices({}, options));
    const late = rows.filter(({ isLate }) => isLate).length;
    return { rows: { notices: rows }, summary: words.notices(rows.length, late), isLate: late > 0 };
  }
  const { rows } = await ask((options) => client.handovers.followUps({}, options));
  const overdue = rows.filter(({ isOverdue }) => isOverdue).length;
  return { rows: { followUps: rows }, summary: words.followUps(rows.length, overdue), isLate: overdue > 0 };
}

async function personNumbered({ client, ask }: Session, staffNo: string): Promise<string> {
  const people = await ask((options) => client.sheets.list({ kind: "people" }, options));
  const person = people.rows.find(({ values }) => values.staffNo === staffNo);
  if (person) return person.id;
  throw fault("missing", { zh: handoverWords.zh.nobody(staffNo), en: handoverWords.en.nobody(staffNo) });
}

async function writeCalendar(
  cli: Cli,
  session: Session,
  file: string,
  personId: string | null,
): Promise<void> {
  const grant = session.writing(file);
  const receipt = await session.ask((options) =>
    session.client.handovers.calendar({ grant, personId, language: cli.language }, options),
  );
  cli.screen.note(receiptWords(cli, receipt));
}

/** The latest handover of the post that was not retracted. */
async function show(cli: Cli, post: string, given: Options): Promise<Outcome> {
  return withSession(cli, async (session) => {
    const { client, ask, open } = session;
    await open(given.workbook);
    const { rows } = await ask((options) => client.handovers.list({}, options));
    const one = rows.findLast((row) => row.post.code === post && row.state !== "retracted");
    if (!one) throw fault("missing", { zh: handoverWords.zh.none(post), en: handoverWords.en.none(post) });
    const view = await ask((options) => client.handovers.view({ id: one.id }, options));
    if (given.format === "json") cli.screen.raw(printJson(view));
    else cli.screen.result(shownLines(cli, view).join("\n"));
    return found(view.lacks.length > 0 && view.state !== "closed");
  });
}

function shownLines({ language }: Cli, view: HandoverView): string[] {
  const { lacks } = handoverWords[language];
  return [
    `${view.post.name}: ${view.giver.name} → ${view.taker?.name ?? "—"}  ${view.from} – ${view.lastDay}`,
    ...view.list.map(({ type, title, state, remark }) =>
      `  ${itemStateNames[state][language]}  ${itemTypeNames[type][language]} ${title} ${remark}`.trimEnd(),
    ),
    ...view.signatures.map(({ role, name }) => `  ${signatureRoleNames[role][language]}  ${name}`),
    ...(view.lacks.length > 0 && view.state !== "closed"
      ? [lacks, ...view.lacks.map((lack) => `  ${lack[language]}`)]
      : []),
  ];
}
