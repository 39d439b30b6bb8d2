// gate: asks before signing, or lets other programs on this computer ask.
import { once } from "node:events";
import type { Command } from "commander";
import type { GateAnswer } from "../../../shared/contract/gate.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { formatWan, parseMoney } from "../../../shared/domain/money.ts";
import { printJson } from "../answer.ts";
import {
  type Cli,
  choiceOption,
  dayOption,
  found,
  type Outcome,
  type Run,
  timeOption,
  wholeOption,
} from "../cli.ts";
import { gateWords } from "../gate-words.ts";
import { fileToWrite, workbookToRead } from "../paths.ts";
import { type Session, withSession } from "../session.ts";
import { printTable } from "../table.ts";

const actions = ["submit", "approve", "reject", "execute"] as const;
interface Options {
  workbook: string;
  person?: string;
  onBehalfOf?: string;
  case?: string;
  matter?: string;
  step?: string;
  amount?: string;
  day?: string;
  time?: string;
  docNo?: string;
  action: (typeof actions)[number];
  json?: boolean;
  serve?: boolean;
  port: number;
  tokenFile?: string;
}

export function addGate(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  const say = gateWords[cli.language].options;
  program
    .command("gate")
    .description(commands.gate)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--person <NO>", say.person)
    .option("--on-behalf-of <NO>", say.onBehalfOf)
    .option("--case <NO>", say.case)
    .option("--matter <CODE>", say.matter)
    .option("--step <CODE>", say.step)
    .option("--amount <YUAN>", say.amount)
    .option("--day <DAY>", say.day, dayOption("--day"))
    .option("--time <HH:MM>", say.time, timeOption("--time"))
    .option("--doc-no <NO>", say.docNo)
    .option("--action <A>", say.action, choiceOption("--action", actions), "approve")
    .option("--json", say.json)
    .option("--serve", say.serve)
    .option("--port <N>", say.port, wholeOption("--port", 0, 65_535), 7_301)
    .option("--token-file <FILE>", say.tokenFile)
    .action((given: Options) => run(() => gate(cli, given)));
}

async function gate(cli: Cli, given: Options): Promise<Outcome> {
  if (given.serve) return serveGate(cli, given);
  const { person, step } = given;
  if (!person || !step || (!given.case && !given.matter))
    throw fault("invalid", { zh: gateWords.zh.needs, en: gateWords.en.needs });
  return withSession(cli, async (session) => {
    const { today } = await session.open(given.workbook, { forReading: true });
    const answer = await session.ask((options) =>
      session.client.gate.ask(
        {
          person,
          onBehalfOf: given.onBehalfOf ?? null,
          case: given.case ?? null,
          matter: given.matter ?? null,
          step,
          action: given.action,
          amount: amountOf(given.amount),
          day: given.day ?? today,
          time: given.time ?? null,
          docNo: given.docNo ?? null,
        },
        options,
      ),
    );
    if (given.json) cli.screen.raw(printJson(answer));
    else cli.screen.result(answerWords(cli, answer));
    return found(answer.verdict !== "allowed");
  });
}

function amountOf(words: string | undefined): number | null {
  if (words === undefined) return null;
  const fen = parseMoney(words);
  if (fen === null || fen < 0)
    throw fault("invalid", { zh: gateWords.zh.amount(words), en: gateWords.en.amount(words) });
  return fen;
}

function answerWords(cli: Cli, answer: GateAnswer): string {
  const { language } = cli;
  const say = gateWords[language];
  const { person, step, caseNo, matter, day, amount } = answer.understood;
  const money = amount === null ? "" : ` · ${say.money(amount)}`;
  const lines = [
    `${say.verdicts[answer.verdict]} · ${person.name} (${person.staffNo}) · ${caseNo ?? matter} · ${step}${money} · ${day}`,
    ...(amount === null ? [say.noAmount] : []),
    ...answer.recordedAfterwards.map((note) => note[language]),
    ...answer.reasons.map(
      ({ effect, finding, citation }) =>
        `  [${say.effects[effect]}] ${finding.ruleId} ${finding.sentence[language]}\n      ${citation.source}`,
    ),
  ];
  if (answer.substitutes)
    lines.push(
      ...(answer.substitutes.length === 0
        ? [say.nobody]
        : [say.instead, substituteTable(cli, answer.substitutes).trimEnd()]),
    );
  if (answer.passedOver && answer.passedOver.length > 0)
    lines.push(
      say.passedOver,
      ...answer.passedOver.map(
        ({ person: one, ruleId, why }) => `  ${one.name} · ${ruleId} ${why[language]}`,
      ),
    );
  if (answer.lookAhead)
    lines.push(
      `${say.later} ${say.rest[answer.lookAhead.status]}`,
      ...answer.lookAhead.later.map(
        ({ name, takers, endings }) =>
          `  ${name}: ${takers.length}${endings.length > 0 ? ` (${endings.map((text) => text[language]).join("; ")})` : ""}`,
      ),
      ...answer.lookAhead.reasons.map((text) => `  ${text[language]}`),
    );
  lines.push(say.rules(answer.ruleCount, answer.notApplicable.length));
  return lines.join("\n");
}

function substituteTable(cli: Cli, rows: NonNullable<GateAnswer["substitutes"]>): string {
  const say = gateWords[cli.language];
  return printTable(
    [
      { name: say.columns.person, value: ({ name, staffNo }) => `${name} (${staffNo})` },
      { name: say.columns.posts, value: ({ posts }) => posts.join(", "), least: 12 },
      {
        name: say.columns.upTo,
        value: ({ upTo }) => (upTo === null ? say.noLimit : formatWan(upTo)),
        align: "right",
      },
      { name: say.columns.acts, value: ({ recentActs }) => recentActs, align: "right" },
      { name: say.columns.rest, value: ({ rest }) => say.rest[rest] },
      { name: say.columns.left, value: ({ later }) => later.map(({ takers }) => takers).join(" ") },
    ],
    rows,
    cli.screen.width,
  );
}

async function serveGate(cli: Cli, given: Options): Promise<Outcome> {
  const { openGateDoor, gatePath } = await import("../../../db/gate-door/gate-door.ts");
  const { tokenIn } = await import("../../../db/gate-door/token.ts");
  const say = gateWords[cli.language];
  return withSession(cli, async (session: Session) => {
    await session.open(given.workbook, { forReading: true });
    const file = fileToWrite(
      cli.folder,
      given.tokenFile ?? `${workbookToRead(cli.folder, given.workbook)}.gate-token`,
    );
    const door = await openGateDoor({
      server: session.server,
      token: tokenIn(file),
      port: given.port,
      note: cli.screen.note,
    });
    try {
      const address = `http://127.0.0.1:${door.port}${gatePath}`;
      cli.screen.note(say.serving(address, file));
      cli.screen.raw(printJson({ address, port: door.port, tokenFile: file }));
      if (!cli.signal.aborted) await once(cli.signal, "abort");
    } finally {
      await door.close();
    }
    cli.screen.note(say.stopped);
    return found(false);
  });
}
