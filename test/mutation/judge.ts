// What every mutant of the engine must get past: seeded worlds against the oracle, by folds, by columns and at the gate, and the worked examples.
import { isDeepStrictEqual } from "node:util";
import type { Approval } from "../../shared/domain/approval.ts";
import { identityOf } from "../../shared/domain/conflict.ts";
import { dayOf } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { check } from "../../shared/rules/check.ts";
import { indexPlain } from "../../shared/rules/facts.ts";
import { fastCheck, readyCheck } from "../../shared/rules/fast/fast-check.ts";
import { gate } from "../../shared/rules/gate.ts";
import { playOf } from "../../shared/rules/packs/examples/examples.ts";
import { starterRules } from "../../shared/rules/packs/packs.ts";
import { packedOf } from "../builders/packed.ts";
import { type Question, questionOf } from "../builders/rules.ts";
import { type Expected, oracle } from "../oracle/check.ts";
import { withoutWording } from "../oracle/comparison.ts";

export interface Trial {
  readonly name: string;
  /** What went wrong; null when nothing did. May throw, which is as telling. */
  run(): string | null;
}

/** By folds; half of them by columns as well, a quarter at the gate, since these cost more. */
const worlds = Number(process.env.MUTATION_WORLDS ?? 1000);
/** Worlds of one trial: a mutant that lives is asked all trials, one that dies only those up to the first that tells. */
const block = 100;
const blocks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / block) }, (_, nth) =>
    items.slice(nth * block, (nth + 1) * block),
  );

interface Asked {
  seed: number;
  question: Question;
  expected: Expected;
}
const asked: readonly Asked[] = Array.from({ length: worlds }, (_, index) => {
  const question = questionOf(index + 1);
  return {
    seed: index + 1,
    question,
    expected: oracle(question.world, question.rules, question.today),
  };
});

function firstDifference(some: readonly Asked[], answer: (question: Question) => Expected): string | null {
  const other = some.find(({ question, expected }) => !isDeepStrictEqual(answer(question), expected));
  return other ? `differs from the oracle on seed ${other.seed}` : null;
}
const byFolds = ({ world, rules, today }: Question): Expected => withoutWording(check(world, rules, today));
function byColumns({ world, rules, today }: Question): Expected {
  const { packed, rows, numberOf } = packedOf(world);
  const ready = readyCheck(indexPlain(world, today), rules, numberOf, packed.largest);
  return withoutWording(fastCheck(ready, packed, rows));
}

/** A world whose last act is still a draft, and the conflicts that it would bring about or add to. */
interface Drafted {
  seed: number;
  question: Question;
  draft: Approval;
  expected: string[];
}
function draftedOf({ seed, question }: Asked): Drafted[] {
  const { world, rules, today } = question;
  const draft = world.approvals[seed % Math.max(world.approvals.length, 1)];
  if (!draft || !world.cases.some(({ id }) => id === draft.caseId)) return [];
  const before: World = { ...world, approvals: world.approvals.filter((act) => act !== draft) };
  const draftDay = dayOf(draft.happenedAt, world.settings.timeZone);
  const asOf = draftDay > today ? draftDay : today;
  const lengths = new Map(
    oracle(before, rules, asOf).findings.map((one) => [keyOf(one), one.evidence.length]),
  );
  const expected = oracle(world, rules, asOf)
    .findings.filter(
      (one) =>
        one.evidence.length > (lengths.get(keyOf(one)) ?? 0) ||
        one.evidence.some(({ kind, id }) => kind === "approval" && id === draft.id),
    )
    .map(keyOf);
  return [{ seed, question: { world: before, rules, today }, draft, expected }];
}
const keyOf = (one: Expected["findings"][number]): string =>
  JSON.stringify([identityOf(one), one.ruleVersion, one.basis]);

const drafted = asked.slice(0, worlds / 4).flatMap(draftedOf);
function gateDifference(some: readonly Drafted[]): string | null {
  const other = some.find(({ question: { world, rules, today }, draft, expected }) => {
    const named = gate(world, rules, today, draft).reasons.map(({ finding }) => keyOf(finding));
    return !isDeepStrictEqual(named, expected);
  });
  return other ? `the gate differs from the oracle on seed ${other.seed}` : null;
}

const plays = starterRules.flatMap((rule) =>
  [true, false].map((isBroken) => ({ rule, isBroken, ...playOf(rule, isBroken) })),
);
function exampleDifference(): string | null {
  const other = plays.find(
    ({ rule, isBroken, world, today }) => check(world, [rule], today).findings.length > 0 !== isBroken,
  );
  return other ? `rule ${other.rule.id}: its ${other.isBroken ? "example" : "counter-example"}` : null;
}

const folds = blocks(asked).map((some, nth) => ({
  name: `folds ${nth + 1}`,
  run: () => firstDifference(some, byFolds),
}));
const columns = blocks(asked.slice(0, worlds / 2)).map((some, nth) => ({
  name: `columns ${nth + 1}`,
  run: () => firstDifference(some, byColumns),
}));
const gates = blocks(drafted).map((some, nth) => ({
  name: `gate ${nth + 1}`,
  run: () => gateDifference(some),
}));
export const trials: readonly Trial[] = [
  ...folds,
  { name: "worked examples", run: exampleDifference },
  ...columns,
  ...gates,
];
