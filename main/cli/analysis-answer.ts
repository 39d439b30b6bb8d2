// Concentration and amount tiers as the command line answers them: tables with what they cannot tell, or json.
import type { ConcentrationView, GroupRow, LadderRow, TiersView } from "../../shared/contract/analysis.ts";
import { formatWan } from "../../shared/domain/money.ts";
import type { Cli } from "./cli.ts";
import { printTable } from "./table.ts";

const carriedFewest = (row: GroupRow): number | null => row.sizes[0]?.[0] ?? null;
/** A case was carried by fewer than the fewest that no rule would point at. */
const isBelow = (row: GroupRow): boolean => {
  const [carried, unflagged] = [carriedFewest(row), row.unflagged?.people ?? null];
  return row.unflagged?.isProved === true && carried !== null && unflagged !== null && carried < unflagged;
};
export const isConcentrated = (view: ConcentrationView): boolean =>
  view.overHalf > 0 || view.primaryPair > 0 || view.groups.some(isBelow);
export const isUnsound = (view: TiersView): boolean =>
  view.findings.length > 0 || view.ladders.some((row) => !row.isSound);

const wan = (fen: number): string => formatWan(fen).replace(/\.?0+$/, "");
const tier = (
  { words: { common, analysis } }: Cli,
  row: { over: number | null; upTo: number | null },
): string =>
  row.over === null && row.upTo === null
    ? analysis.noTiers
    : row.over === null
      ? common.upTo(wan(row.upTo ?? 0))
      : row.upTo === null
        ? common.over(wan(row.over))
        : common.between(wan(row.over), wan(row.upTo));
const share = (part: number | null): string => (part === null ? "" : `${(part * 100).toFixed(1)}%`);
const limitLines = (cli: Cli, limits: ConcentrationView["limits"]): string =>
  [
    `${cli.words.analysis.limits}${cli.words.common.colon}`,
    ...limits.map((limit) => `  - ${limit[cli.language]}`),
  ].join("\n");

/** People with anything to look at, then matters by tier, then what the numbers cannot tell. */
export function concentrationTable(cli: Cli, view: ConcentrationView): string {
  const { analysis, common } = cli.words;
  const { columns, groupColumns } = analysis;
  const people = view.people
    .filter((one) => one.worst !== null || one.overHalf > 0 || one.stopping.length > 0)
    .toSorted((a, b) => b.overHalf - a.overHalf || b.stopping.length - a.stopping.length);
  const peopleTable = printTable(
    [
      { name: columns.person, value: ({ person }) => `${person.name} ${person.staffNo}` },
      { name: columns.cases, value: ({ cases }) => cases, align: "right" },
      {
        name: columns.share,
        value: ({ performed, ofOwnCases }) => share(ofOwnCases === 0 ? null : performed / ofOwnCases),
        align: "right",
      },
      { name: columns.most, value: ({ most }) => share(most), align: "right" },
      { name: columns.overHalf, value: ({ overHalf }) => overHalf, align: "right" },
      {
        name: columns.worst,
        value: ({ worst }) =>
          worst &&
          `${worst.types.map((type) => common.duties[type].name).join(" + ")}${common.dot}${analysis.ways[worst.way]}`,
        least: 10,
      },
      {
        name: columns.stopping,
        value: ({ stopping }) => stopping.map(({ name }) => name).join(common.listing),
        least: 12,
      },
    ],
    people,
    cli.screen.width,
  );
  const sized = (answer: GroupRow["fewest"], row: GroupRow): string =>
    answer === null
      ? row.nobodyFor.length > 0
        ? analysis.nobody(row.nobodyFor.map(({ name }) => name).join(common.listing))
        : analysis.pastTier
      : answer.people === null
        ? answer.isProved
          ? analysis.impossible
          : analysis.unproved
        : answer.isProved
          ? `${answer.people}`
          : `${answer.least}–${answer.people}`;
  const groupTable = printTable<GroupRow>(
    [
      { name: groupColumns.matter, value: ({ matter }) => matter.name, least: 8 },
      { name: groupColumns.tier(common.wan), value: (row) => tier(cli, row), align: "right" },
      { name: groupColumns.cases, value: ({ cases }) => cases, align: "right" },
      { name: groupColumns.carried, value: carriedFewest, align: "right" },
      { name: groupColumns.fewest, value: (row) => sized(row.fewest, row), align: "right", least: 8 },
      {
        name: groupColumns.unflagged,
        value: (row) => (row.unflagged ? sized(row.unflagged, row) : ""),
        align: "right",
      },
      { name: groupColumns.mark, value: (row) => (isBelow(row) ? analysis.below : ""), least: 8 },
    ],
    view.groups,
    cli.screen.width,
  );
  return `${peopleTable}\n\n${groupTable}\n${limitLines(cli, view.limits)}\n`;
}

/** The stable form in `docs/cli.md`. */
export const concentrationJson = (view: ConcentrationView) => ({
  asOf: view.day,
  from: view.period.from,
  until: view.period.until,
  cases: view.cases,
  overHalf: view.overHalf,
  primaryPair: view.primaryPair,
  stopping: view.stopping,
  people: view.people.map(({ person, posts, stopping, soleSteps, typesDone, typesHeld, worst, ...one }) => ({
    staffNo: person.staffNo,
    name: person.name,
    posts: posts.map(({ name }) => name),
    cases: one.cases,
    performed: one.performed,
    ofOwnCases: one.ofOwnCases,
    most: one.most,
    overHalf: one.overHalf,
    span: one.span,
    typesDone,
    typesHeld,
    worst,
    soleSteps,
    stopping: stopping.map(({ name }) => name),
  })),
  groups: view.groups.map(({ matter, nobodyFor, ...row }) => ({
    matterCode: matter.code,
    matter: matter.name,
    over: row.over,
    upTo: row.upTo,
    steps: row.steps,
    cases: row.cases,
    sizes: row.sizes,
    nobodyFor: nobodyFor.map(({ name }) => name),
    fewest: row.fewest,
    unflagged: row.unflagged,
    rules: row.rules,
  })),
  limits: view.limits,
});

export function tiersTable(cli: Cli, view: TiersView): string {
  const { analysis, common } = cli.words;
  const pieceWords = (row: LadderRow): string =>
    row.pieces
      .map((piece) => {
        const range = tier(cli, { over: piece.over === 0 ? null : piece.over, upTo: piece.upTo });
        const levels = piece.levels.map((level) => common.levels[level]).join("/");
        return `${range} ${piece.is === "covered" ? levels || analysis.personal : analysis[piece.is]}`;
      })
      .join(common.listing);
  const ladders = printTable<LadderRow>(
    [
      { name: common.matter, value: ({ matter }) => matter.name, least: 8 },
      { name: common.step, value: ({ step }) => step.name, least: 8 },
      { name: analysis.ladders, value: pieceWords, least: 16 },
      { name: common.state, value: ({ isSound }) => (isSound ? analysis.sound : "!") },
      {
        name: analysis.tierFigures.near,
        value: ({ bounds }) =>
          bounds.map(({ upTo, near, below }) => `${wan(upTo)}: ${near}/${below}`).join("  "),
        least: 10,
      },
    ],
    view.ladders,
    cli.screen.width,
  );
  const findings = view.findings.map(({ ruleId, sentence }) => `${ruleId}  ${sentence[cli.language]}`);
  return `${ladders}\n${findings.length > 0 ? `${findings.join("\n")}\n` : ""}${limitLines(cli, view.limits)}\n`;
}

/** The stable form in `docs/cli.md`. */
export const tiersJson = (view: TiersView) => ({
  asOf: view.day,
  from: view.period.from,
  until: view.period.until,
  cases: view.cases,
  ladders: view.ladders.map(({ matter, step, isSound, pieces, bounds, cases }) => ({
    matterCode: matter.code,
    matter: matter.name,
    step: step.name,
    isSound,
    pieces: pieces.map(({ authorities, ...piece }) => ({
      ...piece,
      authorities: authorities.map(({ code }) => code),
    })),
    bounds,
    cases,
  })),
  unbounded: view.unbounded.map(({ step, matter }) => ({ matter: matter.name, step: step.name })),
  findings: view.findings.map(({ cases, people, matterIds: _matters, ...one }) => ({
    ...one,
    caseNos: cases.map(({ caseNo }) => caseNo),
    people: people.map(({ staffNo }) => staffNo),
  })),
  limits: view.limits,
});
