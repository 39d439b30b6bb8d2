// Least-change repair on small worlds: what is proposed repairs and makes nothing worse, and nothing lighter does, by brute force over a full check.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../../shared/domain/day.ts";
import { contains } from "../../../shared/domain/day.ts";
import { withEdits } from "../../../shared/domain/edited.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { prepareDesign, preparedFindings } from "../../../shared/rules/design/recheck.ts";
import { optionsReader, type RepairOption } from "../../../shared/rules/design/repair/options.ts";
import { type RepairAnswer, repairDesign } from "../../../shared/rules/design/repair/repair.ts";
import { checkDesign, type DesignFinding } from "../../../shared/rules/design.ts";
import * as row from "../../builders/rows.ts";
import { questionOf } from "../../builders/rules.ts";
import { pick, seeded } from "../../builders/source.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

function repaired(
  world: World,
  rules: readonly Rule[],
  day: Day,
  targets: readonly DesignFinding[],
  budget = 2000,
): RepairAnswer {
  const run = repairDesign(prepareDesign(world, rules, day), targets, { most: 3, budget });
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

/** The same with somebody new on every post, all of one level: a grant has somewhere to go, and ending one leaves a gap. */
function roomier(world: World): World {
  const [first] = world.posts;
  const posts = [...world.posts, row.post("free", { departmentId: first?.departmentId ?? "d1" })];
  return {
    ...world,
    posts: posts.map((post) => ({ ...post, level: "handler", from: "2020-01-01", until: null })),
    people: [...world.people, ...posts.map(({ id }) => row.person(`new-${id}`))],
    assignments: [
      ...world.assignments,
      ...posts.map(({ id }) => row.assignment(`new-${id}`, `new-${id}`, id)),
    ],
  };
}

const whoOf = (one: DesignFinding): string => JSON.stringify([one.ruleId, one.matterId, one.personIds]);
/** By the words of docs/rules/design.md, from findings alone. */
function judgedBy(world: World, rules: readonly Rule[], day: Day, targets: readonly DesignFinding[]) {
  const before = checkDesign(world, rules, day);
  const target = new Set(targets.map(whoOf));
  const conflicts = (all: readonly DesignFinding[]) => all.filter(({ type }) => type === "conflict");
  const duties = new Set(
    conflicts(before).flatMap((one) => one.duties.map((duty) => `${whoOf(one)} ${duty}`)),
  );
  const gapSteps = (all: readonly DesignFinding[]): string[] =>
    all.filter(({ type, matterId }) => type === "gap" && matterId !== null).flatMap(({ stepIds }) => stepIds);
  const hadNobody = new Set(gapSteps(before));
  const holes = (all: readonly DesignFinding[]) =>
    all
      .filter(({ type, severity }) => type === "ladder" && severity === "medium")
      .flatMap(({ stepIds, amounts }) => amounts.map((span) => ({ step: stepIds[0], ...span })));
  const old = holes(before);
  const types = new Map(world.duties.map((duty) => [duty.code, duty.type]));
  const governed = (of: World): Set<string> => {
    const steps = new Map(of.steps.map((step) => [step.id, step.matterId]));
    return new Set(of.authorities.flatMap((row) => steps.get(row.stepId) ?? []));
  };
  const had = governed(world);
  return (options: readonly RepairOption[]): boolean => {
    const edited = withEdits(
      world,
      options.map(({ edit }) => edit),
      day,
    );
    const after = checkDesign(edited, rules, day);
    const has = governed(edited);
    const isLost = world.steps.some(
      (step) =>
        had.has(step.matterId) &&
        !has.has(step.matterId) &&
        !hadNobody.has(step.id) &&
        types.get(step.duty) !== "external",
    );
    return (
      !isLost &&
      conflicts(after).every(
        (one) => !target.has(whoOf(one)) && one.duties.every((duty) => duties.has(`${whoOf(one)} ${duty}`)),
      ) &&
      gapSteps(after).every((id) => hadNobody.has(id)) &&
      holes(after).every((hole) =>
        old.some(
          (one) =>
            one.step === hole.step &&
            (hole.over ?? 0) >= (one.over ?? 0) &&
            (one.upTo === null || (hole.upTo !== null && hole.upTo <= one.upTo)),
        ),
      )
    );
  };
}

/** Every option of every live row. */
function allOptions(world: World, rules: readonly Rule[], day: Day): RepairOption[][] {
  const optionsFor = optionsReader(prepareDesign(world, rules, day).ground);
  const live = <Row extends { id: string; from: Day; until: Day | null }>(rows: readonly Row[]) =>
    rows.filter((row) => contains(row, day));
  return [
    ...live(world.authorities).map(({ id }) => optionsFor({ kind: "authority", id })),
    ...live(world.postDuties).map(({ id }) => optionsFor({ kind: "post-duty", id })),
    ...live(world.delegations).map(({ id }) => optionsFor({ kind: "delegation", id })),
  ].map((options) => [...options]);
}

/** Any set of options of less than this weight that repairs; null: none; undefined: too many to try. */
function lighter(
  rows: readonly RepairOption[][],
  isRepaired: (options: readonly RepairOption[]) => boolean,
  below: number,
): readonly RepairOption[] | null | undefined {
  let left = 3000;
  const tried = (
    at: number,
    options: readonly RepairOption[],
    weight: number,
  ): readonly RepairOption[] | null => {
    if (at === rows.length) {
      left -= 1;
      return left >= 0 && isRepaired(options) ? options : null;
    }
    for (const option of rows[at] ?? []) {
      if (left < 0 || weight + option.weight >= below) continue;
      const found = tried(at + 1, [...options, option], weight + option.weight);
      if (found) return found;
    }
    return left < 0 ? null : tried(at + 1, options, weight);
  };
  const found = tried(0, [], 0);
  return left < 0 ? undefined : found;
}

describe("least-change repair", () => {
  it("repairs, makes nothing worse, and is the lightest where it says so", () => {
    const counts = { least: 0, moved: 0, several: 0, beyond: 0, compared: 0 };
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world: made, rules, today } = questionOf(seed);
        const world = seed % 3 === 0 ? made : roomier(made);
        const conflicts = checkDesign(world, rules, today).filter(({ type }) => type === "conflict");
        if (conflicts.length === 0) return;
        const targets = seed % 2 === 0 ? conflicts : [pick(seeded(seed), conflicts)];
        const { proposals, beyond, undecided } = repaired(world, rules, today, targets);
        const chosen = targets.filter((one) => !beyond.includes(one) && !undecided.includes(one));
        const isRepaired = judgedBy(world, rules, today, chosen);
        for (const { options, edits, weight, appearing } of proposals) {
          expect(isRepaired(options)).toBe(true);
          expect(edits).toHaveLength(options.length);
          expect(weight).toBe(options.reduce((sum, one) => sum + one.weight, 0));
          expect(appearing.filter(({ type, severity }) => type === "gap" && severity === "high")).toEqual([]);
        }
        const weights = proposals.map(({ weight }) => weight);
        expect(weights).toEqual([...weights].sort((a, b) => a - b));
        const rows = allOptions(world, rules, today);
        const [first] = proposals;
        if (first?.isLeast) {
          counts.least += 1;
          if (first.options.some(({ toPostId }) => toPostId !== null)) counts.moved += 1;
          if (first.options.length > 1) counts.several += 1;
          const better = lighter(rows, isRepaired, first.weight);
          if (better !== undefined) counts.compared += 1;
          expect(better ?? null).toBeNull();
        }
        for (const one of beyond.slice(0, 1)) {
          // Beyond repair as a group: no set repairs all of it together.
          counts.beyond += 1;
          const group = beyond.length === 1 ? [one] : beyond;
          expect(lighter(rows, judgedBy(world, rules, today, group), 14) ?? null).toBeNull();
        }
      }),
      { numRuns: 150 },
    );
    expect(counts.least).toBeGreaterThan(20);
    expect(counts.compared).toBeGreaterThan(20);
    expect(counts.moved).toBeGreaterThan(5);
    expect(counts.several).toBeGreaterThan(3);
    expect(counts.beyond).toBeGreaterThan(0);
  }, 120_000);

  it("still repairs where the work runs out, and does not call it least", () => {
    let short = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const { world: made, rules, today } = questionOf(seed);
      const world = roomier(made);
      const conflicts = checkDesign(world, rules, today).filter(({ type }) => type === "conflict");
      const { proposals, beyond, undecided } = repaired(world, rules, today, conflicts, 1);
      const chosen = conflicts.filter((one) => !beyond.includes(one) && !undecided.includes(one));
      const isRepaired = judgedBy(world, rules, today, chosen);
      for (const { options, isLeast } of proposals) {
        expect(isRepaired(options)).toBe(true);
        if (!isLeast) short += 1;
      }
    }
    expect(short).toBeGreaterThan(5);
  });

  it("never needs anything where there is nothing to repair", () => {
    const { world, rules, today } = questionOf(11);
    const prepared = prepareDesign(world, rules, today);
    expect(repaired(world, rules, today, [])).toMatchObject({ proposals: [], beyond: [], undecided: [] });
    expect(preparedFindings(prepared)).toEqual(checkDesign(world, rules, today));
  });
});
