// On whatever day the sample ends, one of its cases is half way: refused to whoever asked for it, allowed to somebody else.
import { describe, expect, it } from "vitest";
import {
  defaultSample,
  generateUnit,
  type SampleOptions,
  type SampleUnit,
} from "../../../db/demo/generate.ts";
import { contains, type Day, instantOf } from "../../../shared/domain/day.ts";
import type { World } from "../../../shared/domain/world.ts";
import { type GateAnswer, gate } from "../../../shared/rules/gate.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import * as row from "../../builders/rows.ts";
import { sampleWorld } from "../../builders/sample-world.ts";

/** Month ends, turns of the year, weekends, long holidays, leap days; up to and beyond the calendar that is known. */
const lastDays: Record<SampleOptions["size"], readonly Day[]> = {
  city: ["2026-03-05", "2026-11-27", "2027-01-01", "2027-02-28", "2028-02-29", "2029-10-07"],
  small: [
    ...["2025-12-31", "2026-02-23", "2026-05-31", "2026-10-08", "2026-11-28", "2026-11-29", "2026-11-30"],
    ...["2026-12-01", "2026-12-31", "2027-01-01", "2027-01-31", "2027-02-14", "2027-02-28", "2027-12-31"],
    ...["2028-01-01", "2028-02-28", "2028-02-29", "2028-03-01", "2029-02-28", "2030-10-05", "2032-02-29"],
    // A key holder moves on while a planted case is running.
    ...["2027-01-26", "2027-05-26", "2027-12-12"],
  ],
};

function asked({ halfWay }: SampleUnit, world: World, day: Day, person: string): GateAnswer {
  const happenedAt = instantOf(day, "17:50", world.settings.timeZone);
  return gate(
    world,
    starterRules,
    day,
    row.approval("draft", halfWay.caseNo, halfWay.step, person, happenedAt),
  );
}

for (const size of ["city", "small"] as const)
  describe(`the ${size} sample`, () => {
    for (const endsOn of lastDays[size])
      it(`has a case half way where it ends on ${endsOn}`, () => {
        const unit = generateUnit({ ...defaultSample, size, endsOn });
        const world = sampleWorld(unit);
        const { caseNo, step, requester } = unit.halfWay;
        const acts = world.approvals.filter(({ caseId }) => caseId === caseNo);
        expect(world.cases.find(({ id }) => id === caseNo)).toMatchObject({
          requesterId: requester,
          closedOn: null,
        });
        expect([...new Set(acts.map(({ stepId }) => stepId))]).toEqual([
          "XJ01",
          "XJ02",
          "XJ03",
          "XJ04",
          "XJ05",
        ]);
        expect(step).toBe("XJ06");

        const own = asked(unit, world, endsOn, requester);
        const refusing = own.reasons.filter(({ effect }) => effect === "refuse");
        expect(refusing.map(({ finding }) => finding.ruleId).sort()).toEqual(["L-02-no-authority", "X-04"]);

        const posts = world.authorities
          .filter((authority) => authority.stepId === step && contains(authority, endsOn))
          .map(({ postId }) => postId);
        const holders = world.assignments.filter(
          (seat) => posts.includes(seat.postId) && contains(seat, endsOn),
        );
        const verdicts = holders.map(({ personId }) => asked(unit, world, endsOn, personId).verdict);
        expect(verdicts).toContain("allowed");
      });
  });
