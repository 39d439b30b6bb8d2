// A long comparison of folds, oracle and fast path: `npm run soak -- [worlds] [first seed]`; stops at the first difference.
import { isDeepStrictEqual } from "node:util";
import { fastAnswer } from "../builders/packed.ts";
import { questionOf } from "../builders/rules.ts";
import { compared, shrunkDifference } from "./comparison.ts";
import { checkOf } from "./coverage.ts";

const [count = "10000", first = String(process.hrtime.bigint() % 1_000_000_000n)] = process.argv.slice(2);
const worlds = Number(count);
const from = Number(first);
console.log(`${worlds} worlds from seed ${from}`);

const found = new Map<string, number>();
for (let seed = from; seed < from + worlds; seed += 1) {
  const question = questionOf(seed);
  const { answer, difference } = compared(question);
  if (difference.length > 0) {
    console.error(`\nseed ${seed}\n${shrunkDifference(question)}`);
    process.exit(1);
  }
  const { fast, whole } = fastAnswer(question);
  if (!isDeepStrictEqual(fast, whole)) {
    console.error(`\nseed ${seed}: the fast path and the folds differ`);
    process.exit(1);
  }
  for (const { ruleId, ruleVersion } of answer.findings) {
    const rule = question.rules.find(({ id, version }) => id === ruleId && version === ruleVersion);
    if (rule) found.set(checkOf(rule), (found.get(checkOf(rule)) ?? 0) + 1);
  }
  const done = seed - from + 1;
  if (done % 250 === 0 || done === worlds) process.stderr.write(`\r${done} of ${worlds} worlds`);
}
console.log("\nfolds, oracle and fast path agree on all of them; findings by check:");
for (const [check, findings] of [...found].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${check.padEnd(36)}${String(findings).padStart(8)}`);
