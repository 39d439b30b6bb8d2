// One definition, three uses: the batch, acts coming in one at a time, and an incremental check agree.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../shared/domain/day.ts";
import { check, checkSlices } from "../../../shared/rules/check.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { effectOf, gate } from "../../../shared/rules/gate.ts";
import { questionOf } from "../../builders/rules.ts";
import { seeded, shuffled } from "../../builders/source.ts";

/** Every seed is another small world with rules that nearly miss each other. */
const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("the uses of one definition", () => {
  it("never depend on the order of rows", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, rules, today } = questionOf(seed);
        const source = seeded(seed + 1);
        const arranged = {
          ...world,
          approvals: shuffled(source, world.approvals),
          assignments: shuffled(source, world.assignments),
          authorities: shuffled(source, world.authorities),
          delegations: shuffled(source, world.delegations),
          relations: shuffled(source, world.relations),
          cases: shuffled(source, world.cases),
          posts: shuffled(source, world.posts),
          steps: shuffled(source, world.steps),
          people: shuffled(source, world.people),
        };
        expect(check(arranged, rules, today)).toEqual(check(world, rules, today));
      }),
      { numRuns: 100 },
    );
  });

  it("are deaf to what happens after today", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, rules, today } = questionOf(seed);
        const until = Date.parse(`${addDays(today, 2)}T00:00:00Z`);
        const known = world.approvals.filter((row) => row.happenedAt < until);
        expect(check({ ...world, approvals: known }, rules, today)).toEqual(check(world, rules, today));
      }),
      { numRuns: 60 },
    );
  });

  it("give the whole answer in slices", () => {
    const { world, rules, today } = questionOf(3);
    const slices = checkSlices(indexFacts(world, today), rules);
    let slice = slices.next();
    while (!slice.done) slice = slices.next();
    expect(slice.value).toEqual(check(world, rules, today));
  });

  it("an act that the gate allows adds no conflict of a rule that refuses or warns", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { world, rules, today } = questionOf(seed);
      const draft = world.approvals.at(-1);
      if (!draft) continue;
      const before = { ...world, approvals: world.approvals.slice(0, -1) };
      const { verdict } = gate(before, rules, today, draft);
      if (verdict !== "allowed") continue;
      const asked = rules.filter((rule) => effectOf(rule) !== "note");
      const identities = (of: typeof world): string[] =>
        check(of, asked, today)
          .findings.filter(({ basis }) => basis === "actual")
          .map((one) => JSON.stringify([one.ruleId, one.ruleVersion, one.groupKey, one.subject, one.anchor]));
      const known = new Set(identities(before));
      expect(
        identities(world).filter((identity) => !known.has(identity)),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });
});
