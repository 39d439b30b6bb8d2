// What the design check calls possible is what somebody could really do: every person tries every matter at every amount, and the log is checked.
import { expect, test } from "vitest";
import { instantOf } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { check } from "../../shared/rules/check.ts";
import { checkDesign } from "../../shared/rules/design.ts";
import * as row from "../builders/rows.ts";
import { questionOf } from "../builders/rules.ts";

/** Who acts beyond these grounds has no authority; whether a loan was lent rightly is not asked by the design check. */
const within: Rule = row.rule("within", "within-authority", {
  reasons: ["no-post", "no-authority", "outside-days", "over-amount"],
} as never);
const keyOf = (ruleId: string, matterId: string | null, personId: string | undefined): string =>
  JSON.stringify([ruleId, matterId, personId]);

/** One case of the matter and amount, in which the person takes each of the steps. */
function tried(
  world: World,
  day: string,
  matterId: string,
  amount: number,
  personId: string,
  steps: readonly string[],
): World {
  const at = instantOf(day, "10:00", world.settings.timeZone);
  return {
    ...world,
    cases: [row.caseOf("try", matterId, { amount })],
    approvals: steps.map((stepId) =>
      row.approval(`try ${stepId}`, "try", stepId, personId, at, { docNo: "1" }),
    ),
  };
}

test("a person could breach separate duties exactly where some log of theirs within authority does", () => {
  let possible = 0;
  let impossible = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const { world: full, rules, today } = questionOf(seed);
    const world = { ...full, cases: [], approvals: [] };
    const asked = rules.filter((rule) => rule.kind === "separate-duties");
    if (asked.length === 0) continue;
    const isThere = ({ joinedOn, leavesOn, isSystem }: World["people"][number]): boolean =>
      !isSystem && (joinedOn === null || joinedOn <= today) && (leavesOn === null || leavesOn > today);
    const bounds = world.authorities.flatMap(({ over, upTo }) => [over, upTo].filter((one) => one !== null));
    const amounts = [...new Set([1, ...bounds.flatMap((one) => [one, one + 1])])].filter((one) => one > 0);
    const done = new Set<string>();
    for (const { id: personId } of world.people.filter(isThere))
      for (const { id: matterId } of world.matters)
        for (const amount of amounts) {
          const steps = world.steps.filter((step) => step.matterId === matterId).map(({ id }) => id);
          const beyond = check(tried(world, today, matterId, amount, personId, steps), [within], today);
          // A matter without any authority is no subject of within-authority: nobody may do anything there.
          if (beyond.notApplicable.length > 0) continue;
          const flagged = new Set(beyond.findings.flatMap(({ evidence }) => evidence.map(({ id }) => id)));
          const allowed = steps.filter(
            (stepId) => !flagged.has(`try ${stepId}`) && hasAuthority(world, matterId),
          );
          const { findings } = check(tried(world, today, matterId, amount, personId, allowed), asked, today);
          for (const { ruleId, subject } of findings)
            if (subject === personId) done.add(keyOf(ruleId, matterId, personId));
        }
    const said = new Set(
      checkDesign(world, asked, today)
        .filter(({ type }) => type === "conflict")
        .map(({ ruleId, matterId, personIds }) => keyOf(ruleId ?? "", matterId, personIds[0])),
    );
    possible += said.size;
    impossible += asked.length - said.size;
    expect([...done].toSorted(), `seed ${seed}`).toEqual([...said].toSorted());
  }
  expect(possible).toBeGreaterThan(30);
  expect(impossible).toBeGreaterThan(30);
});

const hasAuthority = (world: World, matterId: string): boolean =>
  world.authorities.some(({ stepId }) => world.steps.find(({ id }) => id === stepId)?.matterId === matterId);
