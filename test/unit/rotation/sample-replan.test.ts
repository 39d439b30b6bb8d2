// What was announced stays: a replan of the sample with nothing new changes nothing, and after a resignation only what hangs on it.
import { expect, test } from "vitest";
import { defaultSample, generateUnit } from "../../../db/demo/generate.ts";
import { openWork } from "../../../db/service/open-work.ts";
import type { RotationPlan, RotationProblem } from "../../../shared/rotation/plan.ts";
import { rotationProblem } from "../../../shared/rotation/problem.ts";
import { solveRotation } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import { sampleWorld } from "../../builders/sample-world.ts";

const today = "2026-11-27";
/** Enough of them for each share of the announced moves to be done without once. */
const rolls = 9;

function planned(problem: RotationProblem): RotationPlan {
  let best: RotationPlan | null = null;
  const search = solveRotation(problem);
  for (let roll = 0; roll < rolls; roll += 1) {
    const step = search.next();
    if (step.done) break;
    best = step.value.better ?? best;
  }
  if (!best) throw new Error("no plan was found");
  expect(best.status).toBe("planned");
  expect(validatePlan(problem, best)).toEqual([]);
  return best;
}

test("nothing new changes nothing; a resignation changes what hangs on it", () => {
  const world = sampleWorld(generateUnit({ ...defaultSample, endsOn: today }));
  const options = { today, months: 36, seed: 1, rules: starterRules, casesOpen: openWork(world, today) };
  const first = planned(rotationProblem(world, options));
  const announced = first.moves.map(({ day, personId, fromPostId, toPostId }) => ({
    day,
    personId,
    fromPostId,
    toPostId,
  }));
  const wishes = { fixed: [], forbidden: [], announced };
  const again = planned({ ...rotationProblem(world, options), wishes });
  expect(again.cost.changed).toBe(0);
  expect(again.moves.map(({ day, personId }) => `${day} ${personId}`).sort()).toEqual(
    announced.map(({ day, personId }) => `${day} ${personId}`).sort(),
  );
  // Whoever moves in the middle of the first chain resigns before it begins.
  const goes = announced.find(({ fromPostId, toPostId }) => fromPostId !== null && toPostId !== null);
  if (!goes) throw new Error("nobody moves from a post to another");
  const left = {
    ...world,
    people: world.people.map((person) =>
      person.id === goes.personId ? { ...person, leavesOn: "2026-12-27" } : person,
    ),
  };
  const replanned = planned({ ...rotationProblem(left, options), wishes });
  expect(replanned.moves.some(({ personId }) => personId === goes.personId)).toBe(false);
  expect(replanned.cost.changed).toBeGreaterThan(0);
  expect(replanned.cost.changed).toBeLessThan(announced.length / 5);
});
