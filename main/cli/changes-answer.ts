// Change sets and their effects as lines and tables for a terminal.
import type { OutputOf } from "../../shared/contract/call.ts";
import type { ChangeSet, Effect } from "../../shared/contract/changes.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Cli } from "./cli.ts";
import { printTable } from "./table.ts";

export type ViewedSet = OutputOf<QuanhengContract["changes"]["view"]>;

/** Who withdrew a set, or approved another branch, has not checked it. */
const isChecked = (state: ChangeSet["state"]): boolean => state === "approved" || state === "rejected";

export const setsTable = ({ say, screen }: Cli, sets: readonly ChangeSet[]): string => {
  const { changes } = say;
  return printTable(
    [
      { name: changes.number, value: ({ number }) => number },
      { name: changes.name, value: ({ name }) => name, least: 10 },
      { name: changes.state, value: ({ state }) => changes.states[state] },
      { name: changes.day, value: ({ effectiveDay }) => effectiveDay },
      { name: changes.edits, value: ({ editCount }) => editCount, align: "right" },
      { name: changes.maker, value: ({ submittedBy, madeBy }) => submittedBy ?? madeBy },
      { name: changes.checker, value: ({ state, decidedBy }) => (isChecked(state) ? decidedBy : null) },
    ],
    sets,
    screen.width,
  );
};

/** What it says of itself, its edits, and what keeps it from going on. */
export function viewedLines({ say, language }: Cli, { set, edits, lacks, may }: ViewedSet): string[] {
  const { changes } = say;
  const state = changes.states[set.state];
  return [
    `${set.number} ${set.name} · ${state} · ${changes.from(set.effectiveDay)}${set.isCorrection ? ` · ${changes.correction}` : ""}`,
    ...(set.decision ? [`${set.decidedBy}: ${set.decision}`] : []),
    ...edits.map(({ sentence, isStale, sinceBase }) =>
      isStale ? `  ! ${sentence[language]} (${sinceBase?.[language]})` : `  ${sentence[language]}`,
    ),
    ...lacks.map((lack) => lack[language]),
    ...(set.state === "submitted" && may.approve ? [may.approve[language]] : []),
  ];
}

const mostLines = 20;
export function effectLines({ say, language }: Cli, effect: Effect): string[] {
  const { changes } = say;
  const some = (lines: readonly string[]): string[] =>
    lines.length > mostLines
      ? [...lines.slice(0, mostLines), changes.more(lines.length - mostLines)]
      : [...lines];
  return [
    changes.effect(effect.appearing.length, effect.vanishing.length, effect.people.length),
    ...some(effect.appearing.map(({ sentence }) => `  + ${sentence[language]}`)),
    ...some(effect.vanishing.map(({ sentence }) => `  - ${sentence[language]}`)),
    ...some(
      effect.staffing.map(
        (one) => `  ${one.matterName}: ${changes.staffing[one.before]} → ${changes.staffing[one.after]}`,
      ),
    ),
    ...some(effect.endingDelegations.map(({ sentence }) => `  ${sentence[language]}`)),
  ];
}
