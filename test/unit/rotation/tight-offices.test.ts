// Offices in which somebody is easily left over: their plans need places given up early, closed cycles, or a part done over.
import { expect, test } from "vitest";
import { solveRotation, solveToEnd } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { families } from "../../bench/rotation-families.ts";
import { readInstance } from "../../bench/rotation-files.ts";
import { rotationInstance } from "../../bench/rotation-instance.ts";

test.each(["tighter-50x12-1", "tighter-50x12-2"])("%s of the public set has a plan", (name) => {
  const problem = { ...readInstance(name), units: 600_000 };
  const plan = solveToEnd(problem);
  expect(plan.status).toBe("planned");
  expect(validatePlan(problem, plan)).toEqual([]);
});

test.each([103, 104, 106, 108])("a tighter office of seed %i has a plan", (seed) => {
  const { problem } = rotationInstance({ ...families.tighter, posts: 50, months: 12, seed });
  const plan = solveToEnd({ ...problem, units: 600_000 });
  expect(plan.status).toBe("planned");
  expect(validatePlan(problem, plan)).toEqual([]);
});

test("scarce-50x12-2 is planned with the fewest arrivals, found by doing a plan over in part", () => {
  const plan = solveToEnd({ ...readInstance("scarce-50x12-2"), units: 600_000 });
  expect(plan).toMatchObject({ status: "planned", lowerBound: 13, cost: { arrivals: 13 } });
});

test("what counting refutes is not sought for long", () => {
  const search = solveRotation({ ...readInstance("over-share-50x12-1"), units: 100_000_000 });
  let rolls = 0;
  for (;;) {
    const step = search.next();
    if (step.done) {
      expect(step.value.status).toBe("impossible");
      break;
    }
    rolls = step.value.rolls;
  }
  expect(rolls).toBeLessThan(30);
});
