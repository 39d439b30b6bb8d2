// Every minimum that is called proved, against every way of seating the people of small units, judged by the rules themselves.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { couldCarry, standIns } from "../../../shared/rules/analysis/could-carry.ts";
import { bindingRules, type Place } from "../../../shared/rules/analysis/demands.ts";
import { groupOf } from "../../../shared/rules/analysis/group-search.ts";
import { findingsOn } from "../../../shared/rules/analysis/imagined-case.ts";
import { type Path, pathOf } from "../../../shared/rules/analysis/path.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { smallDay, smallRules, smallUnit } from "../../builders/small-path.ts";
import { pickOrNull, seeded } from "../../builders/source.ts";

interface Question {
  world: World;
  rules: Rule[];
  path: Path;
  view: ReturnType<typeof indexFacts>;
}
function questionOf(seed: number): Question {
  const source = seeded(seed);
  const world = smallUnit(source);
  const view = indexFacts(world, smallDay);
  const rules = bindingRules(view, smallRules(source));
  const amount = pickOrNull(source, [5_000, 5_001, 20_001], 60);
  const [matter] = world.matters;
  if (!matter) throw new Error("no matter");
  return { world, rules, view, path: pathOf(view, matter, amount, smallDay) };
}
const seeds = fc.nat();

/** Every way to seat people: each step once, and again for the steps in `again`. */
function* seatings(path: Path, again: readonly number[]): Generator<Place[]> {
  const seats = [...path.steps.keys(), ...again].sort((a, b) => a - b);
  function* from(at: number, places: Place[]): Generator<Place[]> {
    const step = seats[at];
    if (step === undefined) return yield places;
    for (const taker of path.takers[step] ?? []) yield* from(at + 1, [...places, { step, seat: at, taker }]);
  }
  yield* from(0, []);
}
/** Fewest people of a seating that no rule points at; two people rules may need up to two more acts. */
function fewestUnflagged({ world, rules, path }: Question): number | null {
  const pooled = rules.flatMap((rule) =>
    rule.kind === "two-person"
      ? path.steps.flatMap((step, at) => (step.duty === rule.parameters.duty ? [at] : []))
      : [],
  );
  const steps = [...new Set(pooled)];
  const extras: number[][] = [[], ...steps.map((step) => [step])];
  for (const a of steps) for (const b of steps) if (a <= b) extras.push([a, b]);
  let best: number | null = null;
  for (const again of extras)
    for (const places of seatings(path, again)) {
      const size = groupOf(places).length;
      if (best !== null && size >= best) continue;
      if (findingsOn(world, rules, path, places).length === 0) best = size;
    }
  return best;
}

describe("the smallest group", () => {
  it("at all is as small as any seating", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { view, rules, path } = questionOf(seed);
        const { fewest, nobodyFor } = couldCarry(view, rules, path);
        const sizes = [...seatings(path, [])].map((places) => groupOf(places).length);
        if (nobodyFor.length > 0) {
          expect(sizes).toEqual([]);
          return;
        }
        expect(fewest?.isProved).toBe(true);
        expect(groupOf(fewest?.places ?? []).length).toBe(Math.min(...sizes));
      }),
      { numRuns: 300 },
    );
  });

  it("that no rule points at is as small as any such seating, and no rule points at it", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const question = questionOf(seed);
        const { world, view, rules, path } = question;
        const { unflagged } = couldCarry(view, rules, path);
        if (!unflagged) return;
        expect(unflagged.isProved).toBe(true);
        expect(unflagged.places ? groupOf(unflagged.places).length : null).toBe(fewestUnflagged(question));
        if (unflagged.places) expect(findingsOn(world, rules, path, unflagged.places)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it("names as stand-ins those, and only those, with whom the group still does all of it unflagged", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, view, rules, path } = questionOf(seed);
        const { unflagged, demands } = couldCarry(view, rules, path);
        if (!unflagged?.places) return;
        const group = groupOf(unflagged.places);
        const named = standIns(path, demands, unflagged.places);
        // Two people rules may need acts that the plain seatings lack.
        if (rules.some((rule) => rule.kind === "two-person")) return;
        for (const member of group) {
          const can = world.people
            .map(({ id }) => id)
            .filter((id) => {
              if (group.includes(id)) return false;
              const among = new Set(group.map((one) => (one === member ? id : one)));
              return [...seatings(path, [])].some(
                (places) =>
                  groupOf(places).every((one) => among.has(one)) &&
                  findingsOn(world, rules, path, places).length === 0,
              );
            });
          expect([...(named.get(member) ?? [])].sort()).toEqual(can.sort());
        }
      }),
      { numRuns: 120 },
    );
  });

  it("is bounded truly from both sides where the search was cut off", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 30 }), (seed, limit) => {
        const question = questionOf(seed);
        const { unflagged } = couldCarry(question.view, question.rules, question.path, limit);
        if (!unflagged) return;
        const truth = fewestUnflagged(question);
        if (truth !== null) expect(unflagged.least).toBeLessThanOrEqual(truth);
        if (unflagged.places)
          expect(groupOf(unflagged.places).length).toBeGreaterThanOrEqual(truth ?? Number.NaN);
      }),
      { numRuns: 150 },
    );
  });

  it("says so when it was cut off", () => {
    const cut = Array.from({ length: 200 }, (_, seed) => questionOf(seed)).map(
      ({ view, rules, path }) => couldCarry(view, rules, path, 1).unflagged,
    );
    expect(cut.some((answer) => answer !== null && !answer.isProved)).toBe(true);
  });
});
