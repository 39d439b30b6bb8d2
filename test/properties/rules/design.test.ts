// The design check: deaf to the order of rows, of one mind with the folds about holders, and the same after edits however it is worked out.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, type Day } from "../../../shared/domain/day.ts";
import { withEdits, withRuleEdits } from "../../../shared/domain/edited.ts";
import type { Facts } from "../../../shared/domain/world.ts";
import { check } from "../../../shared/rules/check.ts";
import { compareFindings } from "../../../shared/rules/design/finding-difference.ts";
import { prepareDesign, preparedFindings, recheck } from "../../../shared/rules/design/recheck.ts";
import { isThere } from "../../../shared/rules/design/standing.ts";
import { checkDesign } from "../../../shared/rules/design.ts";
import { editsFrom } from "../../builders/edits.ts";
import { questionOf } from "../../builders/rules.ts";
import { seeded, shuffled } from "../../builders/source.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("the design check", () => {
  it("never depends on the order of rows", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, rules, today } = questionOf(seed);
        const source = seeded(seed + 1);
        const arranged = Object.fromEntries(
          Object.entries(world).map(([table, rows]) => [
            table,
            Array.isArray(rows) ? shuffled(source, rows) : rows,
          ]),
        ) as unknown as Facts;
        expect(checkDesign(arranged, shuffled(source, rules), today)).toEqual(
          checkDesign(world, rules, today),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("finds together what the folds find together on that day, among people who are there", () => {
    let both = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, rules, today } = questionOf(seed);
        const holders = rules
          .filter(
            (rule) =>
              rule.kind === "never-together" ||
              (rule.kind === "relation" && rule.parameters.counterpart === "holder"),
          )
          // The folds judge by the day on which it began.
          .map((rule) => ({ ...rule, inForce: { from: null, until: null } }));
        const people = new Map(world.people.map((person) => [person.id, person]));
        const areThere = (ids: readonly string[], day: Day): boolean =>
          ids.every((id) => {
            const person = people.get(id);
            return person !== undefined && isThere(person, day);
          });
        const folded = check(world, holders, today).findings.filter(
          ({ from, until, personIds }) =>
            from !== null && contains({ from, until }, today) && areThere(personIds, today),
        );
        const designed = checkDesign(world, holders, today).filter(({ type }) => type === "conflict");
        both += designed.length;
        const told = (ruleId: string | null, personIds: readonly string[]) => `${ruleId} ${personIds.join()}`;
        expect(designed.map((one) => told(one.ruleId, one.personIds)).sort()).toEqual(
          folded.map((one) => told(one.ruleId, one.personIds)).sort(),
        );
      }),
      { numRuns: 300 },
    );
    expect(both).toBeGreaterThan(30);
  });

  it("after edits is a full check of the edited facts", () => {
    let turned = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, rules, today } = questionOf(seed);
        const prepared = prepareDesign(world, rules, today);
        const before = checkDesign(world, rules, today);
        expect(preparedFindings(prepared)).toEqual(before);
        const source = seeded(seed + 7);
        // One base serves many lists of edits, as it does while somebody types.
        for (let nth = 0; nth < 3; nth += 1) {
          const edits = editsFrom(source, world, rules);
          const after = checkDesign(withEdits(world, edits, today), withRuleEdits(rules, edits), today);
          const again = recheck(prepared, edits);
          expect(again.findings()).toEqual(after);
          const compared = compareFindings(before, after);
          expect(again.appearing).toEqual(compared.appearing);
          expect(again.vanishing).toEqual(compared.vanishing);
          expect(again.remaining).toBe(compared.remaining);
          turned += compared.appearing.length + compared.vanishing.length;
        }
        expect(preparedFindings(prepared)).toEqual(before);
      }),
      { numRuns: 300 },
    );
    expect(turned).toBeGreaterThan(300);
  });
});
