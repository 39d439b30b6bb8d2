// The matters of a rotation against the staffing problem of docs/staffing.md: for today's holders they are the same.
import fc from "fast-check";
import { expect, test } from "vitest";
import { decidingOn } from "../../../shared/rotation/deciders.ts";
import { mattersOf } from "../../../shared/rotation/matters.ts";
import { rotationProblem } from "../../../shared/rotation/problem.ts";
import { staffMatter, stillStands } from "../../../shared/rotation/staffable.ts";
import { staffingOn } from "../../../shared/rotation/staffing-on.ts";
import { replay } from "../../../shared/rotation/timetable.ts";
import { amountIn } from "../../../shared/rules/analysis/amount-tiers.ts";
import { bindingRules } from "../../../shared/rules/analysis/demands.ts";
import { pathOf } from "../../../shared/rules/analysis/path.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { problemOf, staffingPath } from "../../../shared/rules/staffing/problem-of.ts";
import { findWitness } from "../../../shared/staffing/witness.ts";
import { assignmentsOf, boundHolds } from "../../builders/bound-holds.ts";
import { smallDay, smallRules, smallUnit } from "../../builders/small-path.ts";
import { seeded } from "../../builders/source.ts";

const mostTried = 40;

function compare(seed: number): { staffed: number; bounds: string[] } {
  const source = seeded(seed);
  const world = { ...smallUnit(source), delegations: [] };
  const rules = smallRules(source);
  const view = indexFacts(world, smallDay);
  const problem = rotationProblem(world, { today: smallDay, months: 12, seed: 1, rules });
  const deciding = decidingOn(replay(problem, []), smallDay);
  const all = mattersOf(world, rules, smallDay, new Set(world.people.map(({ id }) => id)));
  const bounds: string[] = [];
  let staffed = 0;
  for (const made of all) {
    // What crosses threads is the same afterwards.
    const matter = structuredClone(made);
    const of = world.matters.find(({ id }) => id === matter.matterId);
    if (!of) throw new Error("no matter");
    const path = pathOf(view, of, amountIn(matter), smallDay, staffingPath);
    const wanted = problemOf(view, bindingRules(view, rules), path);
    const found = staffingOn(matter, deciding);
    expect(found.problem.slots).toEqual(wanted.problem.slots);
    const wantedAt = wanted.ways.map(({ personId, postId }) => `${personId} ${postId}`);
    const foundAt = found.takers.map(({ personId, postId }) => `${personId} ${postId}`);
    expect(found.problem.allowed.map((own) => own.map((at) => foundAt[at]).sort())).toEqual(
      wanted.problem.allowed.map((own) => own.map((at) => wantedAt[at]).sort()),
    );
    let tried = 0;
    for (const witness of assignmentsOf(found.problem)) {
      if (tried++ >= mostTried) break;
      const same = witness.map((at) => wantedAt.indexOf(foundAt[at] ?? ""));
      const broken = (of: typeof found.problem, by: readonly number[]): string[] =>
        of.constraints
          .filter((bound) => !boundHolds(bound, of, by))
          .map((it) => `${it.source} ${it.weight}`)
          .sort();
      expect(broken(found.problem, witness)).toEqual(broken(wanted.problem, same));
    }
    const answer = staffMatter(matter, deciding);
    expect(answer.status).toBe(findWitness(wanted.problem, { left: 10_000_000 }).status);
    expect(problem.matters.some((it) => it.upTo === matter.upTo)).toBe(answer.status === "staffed");
    if (answer.witness) {
      staffed++;
      expect(stillStands(matter, answer.witness, deciding)).toBe(true);
      const [first] = answer.witness;
      const without = {
        at: (id: string) => deciding.at(id).filter((it) => it !== first?.personId),
        isThere: (id: string) => id !== first?.personId,
      };
      expect(stillStands(matter, answer.witness, without)).toBe(false);
    }
    bounds.push(...matter.bounds.map(({ type }) => type));
  }
  return { staffed, bounds };
}

test("seats, takers and bounds are those of the staffing problem, and so is the answer", () => {
  const seen = new Set<string>();
  let staffed = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { staffed: count, bounds } = compare(seed);
      staffed += count;
      for (const type of bounds) seen.add(type);
    }),
    { numRuns: 300, seed: 20261122 },
  );
  expect(staffed).toBeGreaterThan(0);
  expect([...seen].sort()).toEqual(["few", "many", "rising", "together", "unrelated"]);
});
