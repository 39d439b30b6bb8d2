// Staffing as the command line answers it: a table with the reason under each tier that cannot be staffed, or json.
import type { StaffingOverview, TierStaffing } from "../../shared/contract/staffing.ts";
import { irreplaceableWords, tierWords } from "../../shared/rules/staffing/staffing-words.ts";
import type { Cli } from "./cli.ts";
import { printTable } from "./table.ts";

const count = (view: StaffingOverview, is: TierStaffing["status"]): number =>
  view.tiers.filter(({ status }) => status === is).length;

/** Some tier cannot be staffed, or it was not decided. */
export const isWanting = (view: StaffingOverview): boolean =>
  view.tiers.some(({ status }) => status !== "staffed");

export const staffingWords = ({ say }: Cli, view: StaffingOverview): string =>
  say.said.staffing(count(view, "staffed"), count(view, "impossible"), count(view, "undecided"), view.day);

export function staffingTable(
  { words: { staffing, common }, language, screen }: Cli,
  view: StaffingOverview,
): string {
  const people = ({ minimum, minimumAtLeast, isMinimumProved }: TierStaffing): string =>
    minimum === null ? "" : isMinimumProved ? String(minimum) : `${minimumAtLeast}–${minimum}`;
  const table = printTable<TierStaffing>(
    [
      { name: staffing.columns.matter, value: (row) => `${row.matterCode} ${row.matter}`, least: 8 },
      { name: common.amount, value: (row) => tierWords(row)[language], least: 10 },
      { name: staffing.columns.status, value: (row) => staffing.status[row.status] },
      { name: staffing.columns.minimum, value: people, align: "right" },
      {
        name: staffing.columns.irreplaceable,
        value: (row) =>
          row.irreplaceable.length === 0 && (row.isResilienceProved || row.status !== "staffed")
            ? ""
            : irreplaceableWords(
                row.irreplaceable.map(({ name }) => name),
                row.isResilienceProved,
              )[language],
        least: 12,
      },
    ],
    view.tiers,
    screen.width,
  );
  const reasons = view.tiers
    .filter(({ status }) => status === "impossible")
    .map((row) =>
      [
        `${row.matter} ${tierWords(row)[language]}${common.colon}`,
        ...row.reason.map((line) => `  - ${line[language]}`),
      ].join("\n"),
    );
  return [table, ...reasons].join("\n");
}

/** The stable form in `docs/cli.md`. */
export const staffingJson = (view: StaffingOverview) => ({
  asOf: view.day,
  staffed: count(view, "staffed"),
  impossible: count(view, "impossible"),
  undecided: count(view, "undecided"),
  tiers: view.tiers.map(({ matterId: _id, area: _area, pairs: _pairs, witness, irreplaceable, ...row }) => ({
    ...row,
    irreplaceable: irreplaceable.map(({ staffNo }) => staffNo),
    witness: witness.map(({ step, person, post, onBehalfOf }) => ({
      step,
      staffNo: person.staffNo,
      name: person.name,
      post,
      onBehalfOf: onBehalfOf?.staffNo ?? null,
    })),
  })),
  people: view.people.map(({ person, matters }) => ({ staffNo: person.staffNo, name: person.name, matters })),
  rules: view.ruleCount,
  notApplied: view.notApplied,
  dataHash: view.dataHash,
  journalHead: view.journalHead,
});
