// The design check against the oracle that tries every person, step and amount, on seeded worlds.
import { expect, test } from "vitest";
import { checkDesign, type DesignFinding, expiryDays } from "../../shared/rules/design.ts";
import { questionOf } from "../builders/rules.ts";
import { type About, designOf } from "./design.ts";

const worlds = 600;

const countsPosts = ({ type, matterId }: DesignFinding): boolean =>
  type === "expiry" || (type === "gap" && matterId === null);
const aboutOf = (finding: DesignFinding): About => ({
  type: finding.type,
  severity: finding.severity,
  ruleId: finding.ruleId,
  matterId: finding.matterId,
  // The authorities of an empty post are no part of what it is about.
  stepIds: finding.type === "gap" && finding.matterId === null ? [] : finding.stepIds,
  postIds: countsPosts(finding) ? finding.postIds : [],
  personIds: finding.personIds,
  duties: finding.duties,
  amounts: finding.amounts.map(({ over, upTo }) => [over ?? 0, upTo ?? Number.POSITIVE_INFINITY]),
  until: finding.until,
});
const written = (about: About): string =>
  JSON.stringify([
    about.type,
    about.severity,
    about.ruleId,
    about.matterId,
    about.stepIds,
    about.postIds,
    about.personIds,
    about.duties,
    about.amounts.map(([over, upTo]) => [over, upTo === Number.POSITIVE_INFINITY ? "∞" : upTo]),
    about.until,
  ]);

test("finds what the definition says, no more and no less", () => {
  const types: Record<string, number> = {};
  for (let seed = 1; seed <= worlds; seed += 1) {
    const { world, rules, today } = questionOf(seed);
    const found = checkDesign(world, rules, today).map((one) => written(aboutOf(one)));
    const said = designOf(world, rules, today, expiryDays);
    for (const { type } of said) types[type] = (types[type] ?? 0) + 1;
    expect(found.toSorted(), `seed ${seed}`).toEqual(said.map(written).toSorted());
  }
  for (const type of ["conflict", "gap", "ladder", "sole-holder", "expiry", "split-reach"])
    expect(types[type] ?? 0, type).toBeGreaterThan(30);
});
