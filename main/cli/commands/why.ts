// why: the proof of a conflict, or why a rule finds none where one was expected.
import type { Command } from "commander";
import type { Proof, WhyNot } from "../../../shared/contract/explain.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { printJson } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, type Run } from "../cli.ts";
import { checkIfStale } from "../conflict-answer.ts";
import { type Session, withSession } from "../session.ts";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";

interface Options {
  workbook: string;
  rule?: string;
  case?: string;
  person: string[];
  format: "table" | "json";
}
const gather = (word: string, before: string[]): string[] => [...before, word];

export function addWhy(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  program
    .command("why")
    .description(commands.why)
    .argument("[ID]", options.conflictId)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--rule <R>", options.whyRule)
    .option("--case <C>", options.whyCase)
    .option("--person <P>", options.whyPerson, gather, [])
    .option(
      "--format <table|json>",
      options.format,
      choiceOption("--format", ["table", "json"] as const),
      "table",
    )
    .action((id: string | undefined, given: Options) => run(() => why(cli, id, given)));
}

async function why(cli: Cli, id: string | undefined, given: Options): Promise<Outcome> {
  const isAboutRule = given.rule !== undefined && (given.case !== undefined || given.person.length > 0);
  const isClear = id === undefined ? isAboutRule : given.rule === undefined;
  if (!isClear || given.person.length > 2)
    throw fault("invalid", { zh: zh.misuse.whyWhat, en: en.misuse.whyWhat });
  return withSession(cli, async (session) => {
    const open = await session.open(given.workbook);
    await checkIfStale(cli, session, open, null);
    return id === undefined ? whyNone(cli, session, given) : whyOne(cli, session, id, given.format);
  });
}

async function whyOne(cli: Cli, { client, ask }: Session, id: string, format: string): Promise<Outcome> {
  const { row } = await ask((options) => client.conflicts.detail({ id }, options));
  const { proof } = await ask((options) => client.explain.proof({ id }, options));
  if (format === "json") cli.screen.raw(printJson({ conflict: id, sentence: row.sentence, proof }));
  else cli.screen.result(proof ? proofWords(cli, proof) : cli.say.said.noProof);
  return found(true);
}

/** Numbered steps, each with why it counts indented below it. */
function proofWords({ language }: Cli, proof: Proof): string {
  return [
    ...proof.rule.map((text) => text[language]),
    ...proof.steps.flatMap(({ says, because }, at) => [
      `${at + 1}. ${says[language]}`,
      ...because.map((text) => `   ${text[language]}`),
    ]),
    ...proof.end.map((text) => text[language]),
  ].join("\n");
}

async function whyNone(cli: Cli, { client, ask }: Session, given: Options): Promise<Outcome> {
  const answer = await ask((options) =>
    client.explain.whyNot(
      { ruleId: given.rule ?? "", caseNo: given.case ?? null, people: given.person },
      options,
    ),
  );
  if (given.format === "json") cli.screen.raw(printJson(noneJson(answer)));
  else cli.screen.result(noneWords(cli, answer));
  return found(answer.conflicts.length > 0);
}
function noneWords({ language, say }: Cli, { conflicts, reason, notes }: WhyNot): string {
  return [
    ...notes.map((text) => text[language]),
    ...(reason ? [reason.says[language]] : [say.said.isConflict]),
    ...conflicts.map(({ id, sentence }) => `${sentence[language]} [${id}]`),
  ].join("\n");
}
const noneJson = ({ ruleId, version, conflicts, reason, judgedBy, notes }: WhyNot) => ({
  rule: ruleId,
  ruleVersion: version,
  reason,
  judgedBy,
  notes,
  conflicts: conflicts.map(({ id, sentence }) => ({ id, sentence })),
});
