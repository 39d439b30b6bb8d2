// Rules as the window lists them and as the workbook stores them: the newest version of each, free ids, bodies.
import type { RuleRow } from "../../shared/contract/rules.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { StoredRule } from "../queries/rules.ts";
import type { Desk } from "./desk.ts";
import { summaryOf } from "./workbook.ts";

export const ownPack = "own";

/** The newest version of each rule in use. */
export function newestRules(desk: Desk): StoredRule[] {
  const byId = new Map<string, StoredRule>();
  for (const stored of desk.rules()) {
    const known = byId.get(stored.rule.id);
    if (!known || known.rule.version < stored.rule.version) byId.set(stored.rule.id, stored);
  }
  return [...byId.values()];
}

export const ruleRow = (desk: Desk, { rule, pack }: Pick<StoredRule, "rule" | "pack">): RuleRow => ({
  rule,
  pack,
  openConflicts: desk
    .db()
    .prepare("SELECT count(*) FROM conflicts WHERE state = 'open' AND rule_id = ?")
    .pluck()
    .get(rule.id) as number,
  notApplicable:
    summaryOf(desk)?.summary.notApplicable.find(({ ruleId }) => ruleId === rule.id)?.reason ?? null,
});

export const storedBody = (rule: Rule, pack: string) => ({
  ruleId: rule.id,
  version: rule.version,
  pack,
  body: JSON.stringify(rule),
});

/** The first OWN-nnn that no rule has or ever had. */
export function freeRuleId(desk: Desk, taken: ReadonlySet<string> = new Set()): string {
  const everHad = desk.db().prepare("SELECT count(*) FROM rules WHERE rule_id = ?").pluck();
  for (let number = 1; ; number += 1) {
    const id = `OWN-${String(number).padStart(3, "0")}`;
    if (!taken.has(id) && everHad.get(id) === 0) return id;
  }
}
