// A set of rules called contradictory is broken by every way of doing the case; smaller sets of it are not always.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Approval } from "../../../shared/domain/approval.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { check } from "../../../shared/rules/check.ts";
import { contradictions } from "../../../shared/rules/hygiene/contradictions.ts";
import { groundOf } from "../../../shared/rules/hygiene/ground.ts";
import * as row from "../../builders/rows.ts";
import { chance, drawn, pick, type Source, several, shuffled, someOf } from "../../builders/source.ts";

const today = "2026-03-05";
const duties = [
  row.duty("a", "execute", []),
  row.duty("b", "verify", []),
  row.duty("c", "record", []),
  row.duty("ab", "execute", ["a", "b"]),
  row.duty("c_too", "record", ["c"]),
];
const codes = duties.map(({ code }) => code);

function ruleFrom(source: Source, id: string): Rule {
  const some = (): string[] => someOf(source, codes, 2, 3);
  switch (source.int(1, 5)) {
    case 1:
    case 2:
      return row.rule(id, "same-person", { duties: some() });
    case 3:
      return row.rule(id, "separate-duties", { duties: some(), maxHeld: 1 });
    case 4:
      return row.rule(id, "two-person", {
        duty: pick(source, codes),
        minPersons: 2,
        isOdd: false,
        quietDays: 1,
      });
    default:
      return chance(source, 25)
        ? row.rule(id, "sequence", { check: "order" })
        : row.rule(id, "sequence", {
            check: "before",
            earlier: pick(source, codes),
            later: pick(source, codes),
          });
  }
}

/** Every step done once or twice, by anybody in their own name, each act at an instant of its own. */
function enacted(source: Source, world: World): World {
  const people = world.people.map(({ id }) => id);
  const acts = shuffled(
    source,
    world.steps.flatMap((step) => several(source, 1, 2, () => step.id)),
  ).map(
    (step, at): Approval =>
      row.approval(
        `v${at}`,
        "c1",
        step,
        pick(source, people),
        row.at("2026-03-01", `10:${String(at + 10)}`),
        {
          naturalKey: `k${at}`,
        },
      ),
  );
  return { ...world, approvals: acts };
}
const worldFrom = (source: Source): World =>
  row.world({
    duties,
    matters: [row.matter("m1", { code: "M1" })],
    steps: several(source, 2, 5, (at) =>
      row.step(`s${at}`, "m1", at, pick(source, codes), { isRequired: true }),
    ),
    people: ["p1", "p2", "p3"].map((id) => row.person(id)),
    cases: [row.caseOf("c1", "m1", { openedOn: "2026-03-01", closedOn: "2026-03-02" })],
  });

test("whoever does the steps, and in whatever order, some rule of the set is broken", () => {
  let told = 0;
  let kept = 0;
  fc.assert(
    fc.property(
      drawn((source) => {
        const world = worldFrom(source);
        const rules = several(source, 2, 6, (at) => ruleFrom(source, `R${at}`));
        return { world, rules, ways: several(source, 12, 12, () => enacted(source, world)) };
      }),
      ({ world, rules, ways }) => {
        for (const { ruleIds, sentence } of contradictions(groundOf(world, rules, today))) {
          told += 1;
          const core = rules.filter(({ id }) => ruleIds.includes(id));
          for (const way of ways) {
            if (check(way, core, today).findings.length === 0)
              throw new Error(
                JSON.stringify({
                  said: sentence.en,
                  core: core.map(({ parameters }) => parameters),
                  way: way.approvals,
                }),
              );
            const less = core.slice(1);
            if (check(way, less, today).findings.length === 0) kept += 1;
          }
        }
      },
    ),
    { numRuns: 400, endOnFailure: true },
  );
  expect(told).toBeGreaterThan(50);
  expect(kept).toBeGreaterThan(50);
});
