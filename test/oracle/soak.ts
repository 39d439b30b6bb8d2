// A long comparison of engine and oracle: `npm run soak -- [worlds] [first seed]`; stops at the first difference.
import { questionOf } from "../builders/rules.ts";
import { counterexampleOf } from "./comparison.ts";

const [count = "10000", first = String(process.hrtime.bigint() % 1_000_000_000n)] = process.argv.slice(2);
const from = Number(first);
console.log(`${count} worlds from seed ${from}`);
for (let seed = from; seed < from + Number(count); seed += 1) {
  const counterexample = counterexampleOf(questionOf(seed));
  if (counterexample !== null) {
    console.error(`seed ${seed}\n${counterexample}`);
    process.exit(1);
  }
}
console.log("engine and oracle agree on all of them");
