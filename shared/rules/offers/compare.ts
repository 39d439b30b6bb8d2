// Rules offered (a file, the packs of this program) against the rules in use: added, changed, removed, the same.
import type { Rule } from "../../domain/rule.ts";
import { compareText, gather } from "../gather.ts";
import { contentOf, withVersion } from "./merge.ts";

export type RuleChange = "added" | "changed" | "removed" | "same";
export interface RuleDifference {
  ruleId: string;
  change: RuleChange;
  /** The versions in use, oldest first. */
  before: readonly Rule[];
  /** What accepting adds, oldest first, already under version numbers that are free. */
  offered: readonly Rule[];
  /** The versions in use once it is accepted. */
  after: readonly Rule[];
}

const byVersion = (a: Rule, b: Rule): number => a.version - b.version;
const newest = (rules: readonly Rule[]): Rule | undefined => [...rules].sort(byVersion).at(-1);

function differenceOf(ruleId: string, before: readonly Rule[], given: readonly Rule[]): RuleDifference {
  const held = new Set(before.map(contentOf));
  // A version that ended when a later one was taken is offered again by the pack that it came from, without its end.
  const isHeld = (rule: Rule): boolean =>
    held.has(contentOf(rule)) ||
    (rule.inForce.until === null &&
      before.some(
        (one) =>
          one.version === rule.version && contentOf({ ...one, inForce: rule.inForce }) === contentOf(rule),
      ) &&
      before.some((one) => one.version > rule.version));
  let free = newest(before)?.version ?? 0;
  const offered: Rule[] = [];
  for (const rule of [...given].sort(byVersion)) {
    if (isHeld(rule)) continue;
    free = Math.max(free + 1, rule.version);
    offered.push({ ...rule, version: free });
  }
  const after = offered.reduce<readonly Rule[]>(withVersion, before);
  const change = offered.length === 0 ? "same" : before.length === 0 ? "added" : "changed";
  return { ruleId, change, before: [...before].sort(byVersion), offered, after };
}

/** By rule id. `isWithdrawn`: is a rule in use that is not offered one that the offer would have had? */
export function compareRules(
  inUse: readonly Rule[],
  given: readonly Rule[],
  isWithdrawn: (ruleId: string) => boolean,
): RuleDifference[] {
  const before = gather(inUse, ({ id }) => id);
  const offered = gather(given, ({ id }) => id);
  const differences = [...offered].map(([id, rules]) => differenceOf(id, before.get(id) ?? [], rules));
  for (const [id, rules] of before)
    if (!offered.has(id) && isWithdrawn(id))
      differences.push({
        ruleId: id,
        change: "removed",
        before: [...rules].sort(byVersion),
        offered: [],
        after: [],
      });
  return differences.sort((a, b) => compareText(a.ruleId, b.ruleId));
}
