// Conflicts as the command line answers them: bring the check up to date, then a table or json.
import type { ConflictRow } from "../../shared/contract/conflicts.ts";
import type { CheckSummary, OpenWorkbook } from "../../shared/contract/workbook.ts";
import type { Day } from "../../shared/domain/day.ts";
import { formatYuan } from "../../shared/domain/money.ts";
import type { Language } from "../../shared/words/language.ts";
import type { Cli } from "./cli.ts";
import type { Session } from "./session.ts";
import { type Column, printTable } from "./table.ts";

export interface ConflictAnswer {
  rows: ConflictRow[];
  summary: CheckSummary;
}

/** Checks and stores where it may; a read-only workbook keeps what its last check found. */
export async function checkNow(cli: Cli, { client, ask }: Session, open: OpenWorkbook): Promise<void> {
  if (open.readOnly === null) {
    const done = await ask((options) => client.conflicts.check({}, options));
    cli.screen.note(cli.say.said.changes(done.opened, done.reopened, done.closed));
  } else {
    cli.screen.note(cli.say.said.readOnly);
    if (open.isCheckStale) cli.screen.note(cli.say.said.staleReadOnly);
  }
}

/** Today's stored conflicts are only asked for when they are of today. */
export async function checkIfStale(
  cli: Cli,
  session: Session,
  open: OpenWorkbook,
  asOf: Day | null,
): Promise<void> {
  if (!open.isCheckStale || (asOf !== null && asOf !== open.today)) return;
  if (open.readOnly === null) cli.screen.note(cli.say.said.stale);
  await checkNow(cli, session, open);
}

export async function conflictsOn(
  { client, ask }: Session,
  open: OpenWorkbook,
  asOf: Day | null,
): Promise<ConflictAnswer> {
  const { rows, summary } = await ask((options) => client.conflicts.list({ asOf }, options));
  const none = { at: 0, today: open.today, rules: 0, approvals: 0, conflicts: 0, notYetJudged: 0 };
  return { rows, summary: summary ?? { ...none, notApplicable: [], judgedElsewhere: [] } };
}

const few = (names: readonly string[]): string =>
  names.length > 2 ? `${names.slice(0, 2).join("\n")}\n… ${names.length}` : names.join("\n");

export function conflictTable({ language, words, screen }: Cli, rows: readonly ConflictRow[]): string {
  const { common } = words;
  const heads = words.conflicts.columns;
  const columns: Column<ConflictRow>[] = [
    { name: heads.severity, value: ({ severity }) => common.severity[severity] },
    { name: heads.basis, value: ({ basis }) => common[basis] },
    { name: common.rule, value: ({ ruleId }) => ruleId, least: 10 },
    {
      name: heads.people,
      value: ({ people }) => few(people.map(({ name, staffNo }) => `${name} ${staffNo}`)),
    },
    { name: heads.cases, value: ({ cases }) => few(cases.map(({ caseNo }) => caseNo)) },
    {
      name: `${common.amount} ${common.yuan}`,
      value: ({ amount }) => (amount === null ? "" : formatYuan(amount)),
      align: "right",
    },
    { name: common.day, value: ({ day }) => day },
    { name: heads.sentence, value: ({ sentence }) => sentence[language], least: 30 },
  ];
  return printTable(columns, rows, screen.width);
}

/** Each reason once, with the rules it keeps from applying. */
function byReason({ notApplicable }: CheckSummary, language: Language): Array<[string, string[]]> {
  const groups = new Map<string, string[]>();
  for (const { ruleId, reason } of notApplicable)
    groups.set(reason[language], [...(groups.get(reason[language]) ?? []), ruleId]);
  return [...groups];
}

/** N rules, M approvals, K not applicable, and why; always said. */
export function summaryWords({ say, words, language }: Cli, { summary, rows }: ConflictAnswer): string {
  const { said } = say;
  return [
    said.checked(summary.rules, summary.approvals, summary.notApplicable.length, summary.today),
    ...(summary.judgedElsewhere.length > 0 ? [said.elsewhere(summary.judgedElsewhere.length)] : []),
    ...(summary.notYetJudged > 0 ? [said.notYet(summary.notYetJudged)] : []),
    ...(summary.notApplicable.length > 0 ? [said.notApplicable] : []),
    ...byReason(summary, language).map(
      ([reason, ids]) => `  ${reason}${words.common.colon}${ids.join(words.common.listing)}`,
    ),
    said.found(rows.length),
  ].join("\n");
}

/** The stable form in `docs/cli.md`. Money is fen; words come in both languages, so LANG changes nothing. */
export const conflictJson = ({ rows, summary }: ConflictAnswer) => ({
  asOf: summary.today,
  rules: summary.rules,
  approvals: summary.approvals,
  notYetJudged: summary.notYetJudged,
  notApplicable: summary.notApplicable.map(({ ruleId, title, reason }) => ({ rule: ruleId, title, reason })),
  judgedElsewhere: summary.judgedElsewhere.map(({ ruleId, title, by }) => ({ rule: ruleId, title, by })),
  conflicts: rows.map((row) => ({
    id: row.id,
    rule: row.ruleId,
    ruleVersion: row.ruleVersion,
    kind: row.kind,
    title: row.title,
    severity: row.severity,
    basis: row.basis,
    state: row.state,
    area: row.area,
    matter: row.matter?.name ?? null,
    department: row.department?.name ?? null,
    people: row.people.map(({ staffNo, name }) => ({ staffNo, name })),
    cases: row.cases.map(({ caseNo }) => caseNo),
    amount: row.amount,
    day: row.day,
    from: row.from,
    until: row.until,
    sentence: row.sentence,
    evidence: row.evidence,
    verdict: row.verdict,
    triage: row.triage,
  })),
});
