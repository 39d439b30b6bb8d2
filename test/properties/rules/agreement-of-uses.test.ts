// One definition, three uses: the batch, acts coming in one at a time, and an incremental check agree.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../shared/domain/day.ts";
import { check, checkSlices, checkView } from "../../../shared/rules/check.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { effectOf, gate } from "../../../shared/rules/gate.ts";
import { recheck, touchedBy } from "../../../shared/rules/touch.ts";
import { type Question, questionOf } from "../../builders/rules.ts";
import { seeded, shuffled } from "../../builders/source.ts";

/** Every seed is another small world with rules that nearly miss each other. */
const seeds = fc.integer({ min: 1, max: 1_000_000 });

const withApprovals = ({ world }: Question, count: number): Question["world"] => ({
  ...world,
  approvals: world.approvals.slice(0, count),
});

describe("the uses of one definition", () => {
  it("agree when the approvals come in one at a time, in any order", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const asked = questionOf(seed);
      const question = {
        ...asked,
        world: { ...asked.world, approvals: shuffled(seeded(seed), asked.world.approvals) },
      };
      const { rules, today, world } = question;
      let result = check(withApprovals(question, 0), rules, today);
      for (let count = 1; count <= world.approvals.length; count += 1) {
        const view = indexFacts(withApprovals(question, count), today);
        const caseId = world.approvals[count - 1]?.caseId ?? "";
        result = recheck(result, view, rules, touchedBy(view, [caseId]));
      }
      const whole = check(world, rules, today);
      expect(result.findings, `seed ${seed}`).toEqual(whole.findings);
      expect(result.notYetJudged, `seed ${seed}`).toBe(whole.notYetJudged);
    }
  });

  it("agree after an import of several cases, and after its undoing", () => {
    fc.assert(
      fc.property(seeds, fc.nat(10_000), (seed, cut) => {
        const { world, rules, today } = questionOf(seed);
        const caseIds = [...new Set(world.approvals.map((row) => row.caseId))];
        const later = new Set(caseIds.filter((_id, index) => (index * 7919 + cut) % 3 === 0));
        const few = { ...world, approvals: world.approvals.filter((row) => !later.has(row.caseId)) };
        const all = indexFacts(world, today);
        const touched = touchedBy(all, later);
        const [before, after] = [check(few, rules, today), checkView(all, rules)];
        const added = recheck(before, all, rules, touched);
        expect(added.findings).toEqual(after.findings);
        expect(added.notYetJudged).toBe(after.notYetJudged);
        const gone = recheck(after, indexFacts(few, today), rules, touched);
        expect(gone.findings).toEqual(before.findings);
        expect(gone.notYetJudged).toBe(before.notYetJudged);
      }),
      { numRuns: 60 },
    );
  });

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
