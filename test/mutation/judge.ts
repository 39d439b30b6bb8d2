// What every mutant of the engine must get past: seeded worlds against the oracle, by folds and by columns; the worked examples; and the trials of the gate and of the counts.
import { isDeepStrictEqual } from "node:util";
import { check } from "../../shared/rules/check.ts";
import { indexPlain } from "../../shared/rules/facts.ts";
import { fastCheck, readyCheck } from "../../shared/rules/fast/fast-check.ts";
import { playOf } from "../../shared/rules/packs/examples/examples.ts";
import { starterRules } from "../../shared/rules/packs/packs.ts";
import { packedOf } from "../builders/packed.ts";
import { type Question, questionOf } from "../builders/rules.ts";
import { type Expected, oracle } from "../oracle/check.ts";
import { withoutWording } from "../oracle/comparison.ts";
import { sameCheckDifference, slicesDifference, wrongCount, wrongPairs } from "./counts.ts";
import { gateTrial } from "./gate-trial.ts";

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
function byFolds(question: Question): Expected {
  const answer = check(question.world, question.rules, question.today);
  const wrong = wrongCount(answer, question) ?? wrongPairs(answer, question.rules);
  if (wrong !== null) throw new Error(wrong);
  return withoutWording(answer);
}
function byColumns(question: Question): Expected {
  const { world, rules, today } = question;
  const { packed, rows, numberOf } = packedOf(world);
  const ready = readyCheck(indexPlain(world, today), rules, numberOf, packed.largest);
  const answer = fastCheck(ready, packed, rows);
  const wrong = wrongCount(answer, question);
  if (wrong !== null) throw new Error(wrong);
  return withoutWording(answer);
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
const draftedTrials = blocks(asked.slice(0, worlds / 4)).map((some, nth) => ({
  name: `gate ${nth + 1}`,
  run: gateTrial(some.map(({ question }) => question)),
}));
export const trials: readonly Trial[] = [
  ...folds,
  { name: "worked examples", run: exampleDifference },
  ...columns,
  ...draftedTrials,
  { name: "same check", run: sameCheckDifference },
  { name: "slices", run: slicesDifference },
];
