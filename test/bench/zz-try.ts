import { findBottleneck } from "/work/wt/bench/shared/rotation/bottleneck.ts";
import { linearModel } from "/work/wt/bench/shared/rotation/relaxed/model.ts";
import { reachOf } from "/work/wt/bench/shared/rotation/relaxed/reach.ts";
import { arrivalsNeeded } from "/work/wt/bench/shared/rotation/relaxed/share.ts";
import { families } from "/work/wt/bench/test/bench/rotation-families.ts";
import { highsSolver } from "/work/wt/bench/test/bench/rotation-highs.ts";
import { rotationInstance } from "/work/wt/bench/test/bench/rotation-instance.ts";

const [posts, months, fams, seconds, seeds = "1"] = process.argv.slice(2);
for (const fam of fams === "all" ? Object.keys(families) : fams.split(","))
  for (const seed of seeds.split(",").map(Number)) {
    const { problem } = rotationInstance({
      ...families[fam],
      matters: 0,
      posts: +posts,
      months: +months,
      seed,
    });
    let t = performance.now();
    const b = findBottleneck(problem, []);
    const tb = performance.now() - t;
    const reach = reachOf(problem);
    const simple = problem.posts.reduce((s, _, q) => s + arrivalsNeeded(reach, q).length, 0);
    t = performance.now();
    let line = `${fam} ${seed}: bottleneck ${b?.kind ?? "-"} ${b?.isProof ?? ""} ${tb.toFixed(0)} ms; simple bound ${simple}`;
    console.log(line);
    if (b) console.log(b.sentence.en.slice(0, 400));
    if (+seconds > 0) {
      const model = linearModel(problem);
      const tm = performance.now() - t;
      const solver = await highsSolver();
      t = performance.now();
      const a = solver(model, +seconds);
      console.log(
        `   model ${model.columns.length}x${model.rows.length} ${tm.toFixed(0)} ms; highs ${JSON.stringify(a)} ${(performance.now() - t).toFixed(0)} ms`,
      );
    }
  }
