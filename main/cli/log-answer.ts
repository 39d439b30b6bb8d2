// The check of a log as the command line answers it: a table for people, or json for programs.
import type { LogAnswer, LogRule } from "../../shared/contract/logs.ts";
import { type Kind, kindNames } from "../../shared/domain/rule-kinds.ts";
import type { Language } from "../../shared/words/language.ts";
import type { Cli } from "./cli.ts";
import { printTable } from "./table.ts";

/** The most conflicts that a table shows; json has them all. */
const most = 20;

/** The stable form in `docs/cli.md`. */
export const logJson = (answer: LogAnswer) => ({
  rules: answer.rules,
  conflicts: answer.conflicts,
  asOf: answer.asOf,
  rows: answer.rows,
  cases: answer.cases,
  approvals: answer.approvals,
  rulesApplied: answer.rulesApplied,
  notYetJudged: answer.notYetJudged,
});

const isKind = (kind: string): kind is Kind => kind in kindNames;
const kindName = (kind: string, language: Language): string =>
  isKind(kind) ? kindNames[kind][language] : kind;
const few = (names: readonly string[]): string =>
  names.length > 2 ? `${names.slice(0, 2).join("\n")}\n… ${names.length}` : names.join("\n");
/** A month's or a long case's evidence may be thousands of rows: json has them all. */
const mostRecords = 8;
const fewRecords = (records: readonly number[]): string =>
  records.length > mostRecords
    ? `${records.slice(0, mostRecords).join(", ")} … ${records.length}`
    : records.join(", ");
const pairWords = (duties: readonly string[]): string => duties.join(" × ");
const isPair = ({ id }: LogRule): boolean => id.startsWith("PAIR-");

export function logTables(cli: Cli, answer: LogAnswer): string {
  const { said } = cli.say;
  const hasFile = !answer.rules.every(isPair);
  const shown = answer.conflicts.length > 0;
  return [
    said.logRead(String(answer.rows), String(answer.cases)),
    hasFile ? ruleTable(cli, answer) : pairTable(cli, answer),
    ...(shown ? [hasFile ? conflictTable(cli, answer) : pairConflicts(cli, answer)] : []),
    ...(answer.conflicts.length > most ? [said.more(answer.conflicts.length - most)] : []),
    said.found(answer.conflicts.length),
    summaryWords(cli, answer),
  ].join("\n");
}

const pairTable = ({ say: { said }, screen }: Cli, { rules }: LogAnswer): string =>
  printTable(
    [
      { name: said.duties, value: ({ duties }) => pairWords(duties), least: 20 },
      { name: said.bothCases, value: (rule) => rule.casesWithBoth, align: "right" },
      { name: said.conflictCases, value: (rule) => rule.casesInConflict, align: "right" },
    ],
    rules,
    screen.width,
  );

const pairConflicts = ({ say: { said }, words, screen }: Cli, { conflicts }: LogAnswer): string =>
  printTable(
    [
      { name: words.common.case_, value: (conflict) => conflict.case },
      { name: words.common.person, value: ({ person }) => person },
      { name: said.duties, value: ({ duties }) => pairWords(duties), least: 20 },
      { name: said.approvals, value: ({ approvals }) => fewRecords(approvals), least: 10 },
    ],
    conflicts.slice(0, most),
    screen.width,
  );

const ruleTable = ({ say: { said }, words, language, screen }: Cli, { rules }: LogAnswer): string =>
  printTable(
    [
      { name: words.common.rule, value: ({ id }) => id, least: 8 },
      { name: said.title, value: ({ title }) => title[language], least: 16 },
      { name: said.kind, value: ({ kind }) => kindName(kind, language), least: 8 },
      { name: said.bothCases, value: (rule) => rule.casesWithBoth, align: "right" },
      { name: said.casesHit, value: (rule) => rule.casesInConflict, align: "right" },
      {
        name: said.conflictsFound,
        value: (rule) => ((rule.notApplicable ?? rule.judgedBy) === null ? rule.conflicts : "–"),
        align: "right",
      },
    ],
    rules,
    screen.width,
  );

const conflictTable = ({ say: { said }, words, language, screen }: Cli, { conflicts }: LogAnswer): string =>
  printTable(
    [
      { name: words.common.rule, value: ({ rule }) => rule, least: 8 },
      { name: words.common.case_, value: ({ cases }) => few(cases) },
      { name: words.common.person, value: ({ people }) => few(people) },
      { name: words.common.day, value: ({ day }) => day },
      { name: said.approvals, value: ({ approvals }) => fewRecords(approvals), least: 10 },
      { name: words.conflicts.columns.sentence, value: ({ sentence }) => sentence[language], least: 30 },
    ],
    conflicts.slice(0, most),
    screen.width,
  );

/** N rules over M approvals, K not applied and why; always said, at the end. */
function summaryWords({ say: { said }, words, language }: Cli, answer: LogAnswer): string {
  // A rule of several versions is one rule.
  const ofRules = [...new Map(answer.rules.map((rule) => [rule.id, rule])).values()];
  const cannot = ofRules.filter(({ notApplicable }) => notApplicable !== null);
  const byReason = new Map<string, string[]>();
  for (const { id, notApplicable } of cannot) {
    const reason = notApplicable?.[language] ?? "";
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  const elsewhere = ofRules.filter(({ judgedBy }) => judgedBy !== null).length;
  return [
    ...(elsewhere > 0 ? [said.judgedElsewhere(elsewhere)] : []),
    ...(answer.notYetJudged > 0 ? [said.notYet(answer.notYetJudged)] : []),
    said.applied(answer.rulesApplied, answer.approvals, cannot.length, answer.asOf),
    ...[...byReason].map(
      ([reason, ids]) => `  ${reason}${words.common.colon}${ids.join(words.common.listing)}`,
    ),
  ].join("\n");
}
