// The tenure ledger and the exemptions as the command line answers them: a table or json.
import type { TenureRow } from "../../shared/contract/rotation.ts";
import type { ExemptionRow, LedgerLineRow } from "../../shared/contract/tenure.ts";
import { addDays, type Day } from "../../shared/domain/day.ts";
import type { Cli } from "./cli.ts";
import { printTable } from "./table.ts";

export const isOverdue = ({ state }: Pick<LedgerLineRow, "state">): boolean => state === "overdue";

export const tenureTable = (
  { say: { said }, words: { common }, screen }: Cli,
  rows: readonly TenureRow[],
): string =>
  printTable(
    [
      { name: common.department, value: ({ post }) => post.department, least: 8 },
      { name: common.post, value: ({ post }) => post.name, least: 8 },
      { name: said.postCode, value: ({ post }) => post.code },
      { name: common.person, value: ({ person }) => `${person.name} ${person.staffNo}` },
      { name: said.started, value: ({ startedOn }) => startedOn },
      { name: said.limit, value: ({ limitMonths }) => limitMonths, align: "right" },
      { name: said.due, value: ({ dueOn }) => dueOn },
      { name: said.daysLeft, value: ({ daysLeft }) => daysLeft, align: "right" },
      { name: common.state, value: ({ state }) => (state === "normal" ? said.normal : common.tenure[state]) },
      { name: said.exemptTo, value: ({ exemptTo }) => exemptTo },
    ],
    rows,
    screen.width,
  );

export const ledgerWords = ({ say }: Cli, day: Day, rows: readonly Pick<LedgerLineRow, "state">[]): string =>
  say.said.ledger(rows.length, rows.filter(isOverdue).length, day);

/** Lines of the ledger beside present holders with a limit: who has rotated, posts without limit, what is to be looked at. */
export const ledgerTable = (
  { say: { said }, words: { common, tenure }, screen, language }: Cli,
  lines: readonly LedgerLineRow[],
): string =>
  printTable(
    [
      { name: common.department, value: ({ post }) => post.department, least: 8 },
      { name: common.post, value: ({ post }) => post.name, least: 8 },
      { name: common.person, value: ({ person }) => `${person.name} ${person.staffNo}` },
      { name: said.started, value: ({ startedOn }) => startedOn },
      { name: said.limit, value: ({ limitMonths }) => limitMonths ?? "—", align: "right" },
      { name: said.due, value: ({ dueOn }) => dueOn ?? "—" },
      { name: said.daysLeft, value: ({ daysLeft }) => daysLeft ?? "—", align: "right" },
      { name: common.state, value: ({ state }) => (state === "normal" ? said.normal : common.tenure[state]) },
      { name: said.exemptTo, value: ({ exemption }) => exemption?.last ?? "" },
      {
        name: tenure.concerns,
        value: ({ concerns }) => concerns.map(({ sentence }) => sentence[language]).join("; "),
        least: 8,
      },
    ],
    lines,
    screen.width,
  );

/** The stable form in `docs/cli.md`. */
export const tenureJson = (day: Day, lines: readonly LedgerLineRow[]) => ({
  asOf: day,
  overdue: lines.filter(({ state }) => state === "overdue").length,
  tenures: lines.map((line) => ({
    staffNo: line.person.staffNo,
    name: line.person.name,
    postCode: line.post.code,
    post: line.post.name,
    department: line.post.department,
    riskGrade: line.riskGrade,
    startedOn: line.startedOn,
    leftOn: line.leftOn,
    limitMonths: line.limitMonths,
    limitFrom: line.policy.source,
    dueOn: line.dueOn,
    state: line.state,
    daysLeft: line.daysLeft,
    exemptTo: line.exemption?.last ?? null,
    concerns: line.concerns.map(({ kind, since, sentence }) => ({ kind, since, text: sentence })),
  })),
});

export const exemptionTable = (
  { words: { tenure }, screen, language }: Cli,
  rows: readonly ExemptionRow[],
): string => {
  const { exemption: words } = tenure;
  return printTable(
    [
      { name: words.columns.person, value: ({ person }) => `${person.name} ${person.staffNo}` },
      { name: words.columns.post, value: ({ post }) => post.name, least: 8 },
      { name: words.columns.state, value: ({ state }) => words.states[state] },
      { name: words.from, value: ({ from }) => from },
      { name: words.last, value: ({ until }) => addDays(until, -1) },
      { name: words.review, value: ({ reviewOn }) => reviewOn ?? "—" },
      { name: words.controls, value: ({ compensatingControl }) => compensatingControl, least: 8 },
      {
        name: words.figures.missing,
        value: ({ periods }) => periods.filter(({ state }) => state === "missing").length,
        align: "right",
      },
      {
        name: tenure.concerns,
        value: ({ concerns }) => concerns.map(({ sentence }) => sentence[language]).join("; "),
        least: 8,
      },
    ],
    rows,
    screen.width,
  );
};

/** The stable form in `docs/cli.md`. */
export const exemptionJson = (day: Day, rows: readonly ExemptionRow[]) => ({
  asOf: day,
  exemptions: rows.map((row) => ({
    id: row.id,
    staffNo: row.person.staffNo,
    name: row.person.name,
    postCode: row.post.code,
    post: row.post.name,
    from: row.from,
    last: addDays(row.until, -1),
    state: row.state,
    reason: row.reason,
    docNo: row.docNo,
    approver: row.approver,
    reviewOn: row.reviewOn,
    control: row.compensatingControl,
    everyMonths: row.everyMonths,
    periods: row.periods.map(({ from, until, state, evidence }) => ({
      from,
      last: addDays(until, -1),
      state,
      doneOn: evidence?.doneOn ?? null,
      doneBy: evidence?.doneBy ?? null,
    })),
    concerns: row.concerns.map(({ kind, since, sentence }) => ({ kind, since, text: sentence })),
  })),
});
