// The design check: without a single approval, what the matrix of a day allows, leaves undone, or lets expire.
import type { Day } from "../domain/day.ts";
import type { Rule } from "../domain/rule.ts";
import type { Facts } from "../domain/world.ts";
import type { DesignFinding } from "./design/design-finding.ts";
import { doersOf, emptyPosts, soleHolders, stepGaps } from "./design/gaps.ts";
import { expiries, ladders } from "./design/ladders.ts";
import { couldDoAlone, heldTogether } from "./design/potential-conflicts.ts";
import { standingsOn } from "./design/standing.ts";
import { indexFacts } from "./facts.ts";
import { isInForce } from "./finding.ts";
import { compareText } from "./gather.ts";

export type { DesignFinding } from "./design/design-finding.ts";

const ranks = { high: 0, medium: 1, low: 2 } as const;

/**
 * Findings on the matrix as it stands on `day`, worst first. People who have left or not yet joined hold nothing.
 * `expiryDays`: how many days ahead an ending authority is told.
 */
export function checkDesign(
  facts: Facts,
  rules: readonly Rule[],
  day: Day,
  expiryDays = 30,
): DesignFinding[] {
  const view = indexFacts({ ...facts, cases: [], approvals: [] }, day);
  const live = rules.filter((rule) => isInForce(rule, day));
  const standings = standingsOn(view, day);
  const doers = doersOf(view, standings);
  const findings = [
    ...couldDoAlone(view, live, standings),
    ...heldTogether(view, live, standings),
    ...stepGaps(view, day, doers),
    ...emptyPosts(view, day, standings),
    ...ladders(view, day),
    ...soleHolders(view, doers),
    ...expiries(view, day, expiryDays),
  ];
  return findings
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ finding }) => finding);
}

const keyOf = (of: DesignFinding): string =>
  JSON.stringify([
    ranks[of.severity],
    of.type,
    of.ruleId,
    of.personIds,
    of.matterId,
    of.stepIds,
    of.authorityIds,
  ]);
