// A rotation plan as the command line answers it: a table with what it rests on, or json.
import type { Plan, PlanMove } from "../../shared/contract/plan.ts";
import { addDays } from "../../shared/domain/day.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { Cli } from "./cli.ts";
import { rotationWords } from "./rotation-words.ts";
import { printTable } from "./table.ts";

type PostName = PlanMove["to"];

export function planTable(
  { say: { said }, words: { common }, language, screen }: Cli,
  moves: readonly PlanMove[],
): string {
  const named = (post: PostName): string => (post ? `${post.name}\n${post.department}` : said.plan.reserve);
  return printTable(
    [
      { name: common.day, value: ({ day }) => day },
      { name: said.plan.chain, value: ({ chain }) => chain, align: "right" },
      { name: common.person, value: ({ person }) => `${person.name} ${person.staffNo}` },
      { name: said.plan.from, value: ({ from }) => named(from), least: 12 },
      { name: said.plan.to, value: ({ to }) => named(to), least: 12 },
      { name: common.reason, value: ({ reason }) => reason[language], least: 24 },
    ],
    moves,
    screen.width,
  );
}

/** How it went, said before any move. */
export const planHeadline = ({ say: { said } }: Cli, plan: Plan): string =>
  plan.status === "planned"
    ? `${said.plan.planned(plan.moves.length, plan.peopleMoved, plan.from, plan.until)}${plan.cost === null ? "" : `\n${said.plan.cost(plan.cost, plan.lowerBound)}`}`
    : `${said.plan[plan.status]}${plan.moves.length > 0 ? `\n${said.plan.closest}` : ""}`;

/** What the plan breaks, what no plan can avoid, why nothing fits, what was not applied. */
export function planNotes({ say: { said }, language }: Cli, plan: Plan): string[] {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [];
  const words = (texts: readonly Text[]): string[] => texts.map((text) => text[language]);
  const say = rotationWords[language];
  const leaves = [
    ...plan.leaves.map(({ person, post, from, until, standIn }) =>
      say.leaves(person.name, post.name, from, addDays(until, -1), standIn.name),
    ),
    ...plan.unmetLeaves.map(({ person, post }) => say.leaveUnmet(person.name, post.name)),
  ];
  return [
    ...(plan.changed === null ? [] : [say.changed(plan.changed)]),
    ...list(said.plan.breaches, words(plan.breaches)),
    ...list(said.plan.reasons, words(plan.reasons)),
    ...list(say.open, words(plan.specialAudits.map(({ sentence }) => sentence))),
    ...list(say.leavesTitle, leaves),
    ...list(
      said.plan.unavoidable,
      plan.unavoidable.map(({ post, person, days }) => said.plan.days(post.name, person.name, days)),
    ),
    ...list(said.plan.notApplied, words(plan.notApplied)),
  ];
}

const postJson = (post: PostName) =>
  post && { code: post.code, name: post.name, department: post.department };

/** The stable form in `docs/cli.md`. */
export const planJson = (plan: Plan) => ({
  id: plan.id,
  status: plan.status,
  months: plan.months,
  seed: plan.seed,
  units: plan.units,
  from: plan.from,
  until: plan.until,
  arrivals: plan.cost,
  lowerBound: plan.lowerBound,
  peopleMoved: plan.peopleMoved,
  moves: plan.moves.map(({ day, chain, person, from, to, reason, alternatives }) => ({
    day,
    chain,
    staffNo: person.staffNo,
    name: person.name,
    from: postJson(from),
    to: postJson(to),
    reason,
    alternatives,
  })),
  unavoidable: plan.unavoidable.map(({ post, person, days }) => ({
    post: postJson(post),
    staffNo: person.staffNo,
    name: person.name,
    days,
  })),
  notApplied: plan.notApplied,
  reasons: plan.reasons,
  breaches: plan.breaches,
  unfilled: plan.unfilled,
  changed: plan.changed,
  basePlan: plan.basePlanId,
  specialAudits: plan.specialAudits.map(({ post, person, from, until, sentence }) => ({
    post: postJson(post),
    staffNo: person?.staffNo ?? null,
    from,
    until,
    sentence,
  })),
  leaves: plan.leaves.map(({ person, post, standIn, from, until }) => ({
    staffNo: person.staffNo,
    post: postJson(post),
    standIn: standIn.staffNo,
    from,
    until,
  })),
  strip: plan.strip,
});
