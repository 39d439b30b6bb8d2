// Rules that are not in use: those taken out of it as they last stood, and starter rules that the workbook never had.
import type { Rule } from "../../shared/domain/rule.ts";
import { packs } from "../../shared/rules/packs/packs.ts";
import { lastRules } from "../queries/rules.ts";
import type { Desk } from "./desk.ts";

const starters = packs.flatMap((pack) =>
  pack.rules.map((rule) => ({ rule, pack: `${pack.id} ${pack.version}` })),
);
/** The pack of this program that holds the rule, with its version; null: none does. */
export const starterPackOf = (id: string): string | null =>
  starters.find(({ rule }) => rule.id === id)?.pack ?? null;

/** Every version that was in use when its rule was stopped; for a starter rule never had, the pack's own. */
export function lastWordings(desk: Desk): { rule: Rule; pack: string }[] {
  const inUse = new Set(desk.rules().map(({ rule }) => rule.id));
  const stopped = lastRules(desk.db()).filter(({ rule }) => !inUse.has(rule.id));
  const known = new Set([...inUse, ...stopped.map(({ rule }) => rule.id)]);
  return [...stopped, ...starters.filter(({ rule }) => !known.has(rule.id))];
}
