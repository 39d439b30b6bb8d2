// The design check: without a single approval, what the matrix of a day allows, leaves undone, or lets expire. docs/rules/design.md is the definition.
import type { Day } from "../domain/day.ts";
import type { Rule } from "../domain/rule.ts";
import type { Facts } from "../domain/world.ts";
import type { DesignFinding } from "./design/design-finding.ts";
import { endingAuthority, endingDelegation } from "./design/expiries.ts";
import { emptyPost, soleHolders, stepGaps } from "./design/gaps.ts";
import { groundOn, groundRows } from "./design/ground.ts";
import { ladders } from "./design/ladders.ts";
import { conflictsReader, holdingRules } from "./design/potential-conflicts.ts";
import { relatedReader } from "./design/related-holders.ts";
import { splitReach, watchesAmong } from "./design/split-reach.ts";
import { isInForce } from "./finding.ts";
import { compareText } from "./gather.ts";
import { judgedElsewhere } from "./same-check.ts";

export type { DesignFinding } from "./design/design-finding.ts";

/** How many days ahead an ending is told, where nobody says otherwise. */
export const expiryDays = 30;

/** Findings on the matrix as it stands on `day`, worst first. `withinDays`: how many days ahead an ending is told. */
export function checkDesign(
  facts: Facts,
  rules: readonly Rule[],
  day: Day,
  withinDays = expiryDays,
): DesignFinding[] {
  const ground = groundOn(groundRows(facts, day));
  const asked = askedRules(rules, day);
  const conflictsOf = conflictsReader(ground, holdingRules(asked, ground.implied));
  const relatedTo = relatedReader(ground, asked);
  const watches = watchesAmong(asked);
  const matterIds = new Set(facts.steps.map((step) => step.matterId));
  return inOrder([
    ...facts.people.flatMap(({ id }) => [...conflictsOf(id), ...relatedTo(id)].map(({ finding }) => finding)),
    ...[...matterIds].flatMap((id) => [
      ...stepGaps(ground, id),
      ...ladders(ground, id),
      ...soleHolders(ground, id),
      ...splitReach(ground, watches, id),
    ]),
    ...facts.posts.flatMap(({ id }) => emptyPost(ground, id)),
    ...facts.authorities.flatMap((row) => endingAuthority(ground, row, withinDays)),
    ...facts.delegations.flatMap((row) => endingDelegation(ground, row, withinDays)),
  ]);
}

/** Those in force on the day that judge for themselves. */
export function askedRules(rules: readonly Rule[], day: Day): Rule[] {
  const judgeOf = judgedElsewhere(rules);
  return rules.filter((rule) => isInForce(rule, day) && judgeOf(rule) === null);
}

const ranks = { high: 0, medium: 1, low: 2 } as const;
/** Worst first, then by what they are about, then by the rows that prove them. */
export const inOrder = (findings: readonly DesignFinding[]): DesignFinding[] =>
  findings
    .map((finding) => ({ finding, place: placeOf(finding) }))
    .sort((a, b) => compareText(a.place, b.place))
    .map(({ finding }) => finding);
const placeOf = (of: DesignFinding): string =>
  `${ranks[of.severity]}${of.key}${of.authorityIds.join()} ${of.evidence.map(({ id }) => id).join()}`;
