// The tenure ledger as the command line answers it: a table or json.
import type { TenureRow } from "../../shared/contract/rotation.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { Cli } from "./cli.ts";
import { printTable } from "./table.ts";

export const isOverdue = ({ state }: TenureRow): boolean => state === "overdue";

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

export const ledgerWords = ({ say }: Cli, day: Day, rows: readonly TenureRow[]): string =>
  say.said.ledger(rows.length, rows.filter(isOverdue).length, day);

/** The stable form in `docs/cli.md`. */
export const tenureJson = (day: Day, rows: readonly TenureRow[]) => ({
  asOf: day,
  overdue: rows.filter(isOverdue).length,
  tenures: rows.map(
    ({ person, post, riskGrade, startedOn, limitMonths, dueOn, state, daysLeft, exemptTo }) => ({
      staffNo: person.staffNo,
      name: person.name,
      postCode: post.code,
      post: post.name,
      department: post.department,
      riskGrade,
      startedOn,
      limitMonths,
      dueOn,
      state,
      daysLeft,
      exemptTo,
    }),
  ),
});
