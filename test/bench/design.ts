// Measures the design check: in full, prepared, and again after an edit; both answers compared.
import { isDeepStrictEqual, parseArgs } from "node:util";
import type { Edit } from "../../shared/domain/edit.ts";
import { withEdits, withRuleEdits } from "../../shared/domain/edited.ts";
import { prepareDesign, preparedFindings, recheck } from "../../shared/rules/design/recheck.ts";
import { checkDesign } from "../../shared/rules/design.ts";
import { pick, type Source, seeded } from "../builders/source.ts";
import { benchDay, type DesignWorld, designWorld } from "./design-world.ts";

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;
const at = (sorted: readonly number[], permille: number): number =>
  rounded(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * permille) / 1000))] ?? 0);
function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
const timesOf = (works: readonly (() => unknown)[]): number[] => works.map(timed).sort((a, b) => a - b);
const summary = (times: readonly number[]) => ({
  p50: at(times, 500),
  p95: at(times, 950),
  max: at(times, 999),
});

/** `--people N --posts N --rules N [--edits N] [--seed N] [--json]` */
export function benchDesign(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: "string", default: "2000" },
      posts: { type: "string", default: "300" },
      rules: { type: "string", default: "500" },
      edits: { type: "string", default: "400" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
    },
  });
  const size = {
    people: Number(values.people),
    posts: Number(values.posts),
    rules: Number(values.rules),
    seed: Number(values.seed),
  };
  const { world, rules } = designWorld(size);
  const full = (): unknown => checkDesign(world, rules, benchDay);
  const prepare = (): unknown => prepareDesign(world, rules, benchDay);
  for (let warm = 0; warm < 5; warm += 1) full();
  const fullMs = timesOf(Array.from({ length: 15 }, () => full));
  const prepareMs = timesOf(Array.from({ length: 9 }, () => prepare));

  const prepared = prepareDesign(world, rules, benchDay);
  const source = seeded(size.seed + 1);
  const cells = Array.from({ length: Number(values.edits) }, (_, nth) => [cellEdit(source, world, nth)]);
  const turns = Array.from({ length: 20 }, () => [ruleEdit(source, rules)]);
  const pastes = Array.from({ length: 20 }, (_, nth) =>
    Array.from({ length: 50 }, (_, within) => cellEdit(source, world, nth * 1000 + within)),
  );
  const again = (lists: readonly (readonly Edit[])[]): number[] =>
    timesOf(lists.map((edits) => () => recheck(prepared, edits)));
  again(cells.slice(0, 50));
  const cellMs = again(cells);
  const duties = Array.from({ length: 9 }, (): Edit[] => {
    const { code, ...duty } = pick(source, world.duties);
    return [{ op: "save", kind: "duties", id: code, values: { code, type: duty.type, implies: [] } }];
  });
  const [ruleMs, dutyMs, pasteMs] = [again(turns), again(duties), again(pastes)];

  const compared = [...cells.slice(0, 40), ...turns.slice(0, 10), ...pastes.slice(0, 5)];
  const isSame = compared.every((edits) =>
    isDeepStrictEqual(
      recheck(prepared, edits).findings(),
      checkDesign(withEdits(world, edits, benchDay), withRuleEdits(rules, edits), benchDay),
    ),
  );
  const findings = preparedFindings(prepared);
  const result = {
    ...size,
    matters: world.matters.length,
    steps: world.steps.length,
    authorities: world.authorities.length,
    findings: Object.fromEntries(
      [...new Set(findings.map(({ type }) => type))].map((type) => [
        type,
        findings.filter((one) => one.type === type).length,
      ]),
    ),
    fullMs: summary(fullMs),
    prepareMs: summary(prepareMs),
    oneEditMs: summary(cellMs),
    ruleEditMs: summary(ruleMs),
    dutyEditMs: summary(dutyMs),
    fiftyEditsMs: summary(pasteMs),
    ratio: rounded(at(cellMs, 500) / at(fullMs, 500)),
    worstRatio: rounded(at(cellMs, 999) / at(fullMs, 500)),
    compared: compared.length,
    answersEqual: isSame,
  };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(result)}\n`
      : `full ${result.fullMs.p50} ms, one edit ${result.oneEditMs.p50} ms (worst ${result.oneEditMs.max}), answers ${isSame ? "equal" : "DIFFER"}\n`,
  );
  if (!isSame) process.exitCode = 1;
}

/** What people do in the grid: move, narrow, end, give, lend, add a standing duty. */
function cellEdit(source: Source, world: DesignWorld["world"], nth: number): Edit {
  const { id, ...values } = pick(source, world.authorities);
  const post = pick(source, world.posts).id;
  switch (source.int(0, 5)) {
    case 0:
      return { op: "save", kind: "authorities", id, values: { ...values, postId: post, personId: null } };
    case 1:
      return { op: "save", kind: "authorities", id, values: { ...values, over: null, upTo: 2_000_000 } };
    case 2:
      return { op: "end", kind: "authorities", id, until: benchDay };
    case 3: {
      const given = { ...values, postId: post, personId: null, from: benchDay, until: null };
      return { op: "save", kind: "authorities", id: `new${nth}`, values: given };
    }
    case 4: {
      const [from, to] = [pick(source, world.people).id, pick(source, world.people).id];
      const lent = { authorityId: id, fromPersonId: from, toPersonId: to, docNo: null };
      const days = { from: benchDay, until: "2026-12-20" };
      return { op: "save", kind: "delegations", id: `new${nth}`, values: { ...lent, ...days } };
    }
    default: {
      const { duty } = pick(source, world.postDuties);
      const given = { postId: post, duty, from: benchDay, until: null };
      return { op: "save", kind: "post-duties", id: `new${nth}`, values: given };
    }
  }
}

function ruleEdit(source: Source, rules: DesignWorld["rules"]): Edit {
  const rule = pick(source, rules);
  return source.int(0, 1) === 0
    ? { op: "stop", ruleId: rule.id }
    : { op: "rule", rule: { ...rule, version: 2, scope: { areas: null, matters: null } } };
}
