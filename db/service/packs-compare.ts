// One comparison of rules offered with rules in use: what it holds for accepting, and how it is shown.
import type { RuleDifference as ShownDifference } from "../../shared/contract/packs.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { ruleSchema } from "../../shared/domain/rule.ts";
import type { RuleBooks } from "../../shared/formats/rules/rule-column.ts";
import { ruleFields } from "../../shared/formats/rules/rule-fields.ts";
import { compareRules, type RuleDifference } from "../../shared/rules/offers/compare.ts";
import type { RuleEffect } from "../../shared/rules/offers/effect.ts";
import { contentOf } from "../../shared/rules/offers/merge.ts";
import { packs as builtIn } from "../../shared/rules/packs/packs.ts";
import type { Store } from "../open.ts";
import { lastRules, recordedRules } from "../queries/rules.ts";
import type { Desk } from "./desk.ts";
import { ownPack } from "./rule-rows.ts";
import { starterPackOf } from "./stopped-rules.ts";

export type OfferKind = "built-in" | "file";
export interface Comparison {
  id: string;
  store: Store;
  basedOn: number;
  differences: readonly RuleDifference[];
  /** The pack that an accepted rule then belongs to; null: as before, or the unit's own. */
  packOf: (ruleId: string) => string | null;
}

export const builtInRules = (): Rule[] => builtIn.flatMap(({ rules }) => rules);

export function comparisonOf(desk: Desk, offered: readonly Rule[], kind: OfferKind): Comparison {
  const own = new Set(desk.rules().flatMap(({ rule, pack }) => (pack === ownPack ? [rule.id] : [])));
  const inUse = desk.rules().map(({ rule }) => rule);
  return {
    id: desk.deps.newId(),
    store: desk.store(),
    basedOn: desk.head().seq,
    // The program's packs never had the unit's own rules; a file of rules would have had every one.
    differences: compareRules(inUse, offered, (ruleId) => kind === "file" || !own.has(ruleId)),
    packOf: (ruleId) => (kind === "built-in" ? starterPackOf(ruleId) : null),
  };
}

interface Past {
  /** Contents that the workbook has ever held, days apart. */
  contents: ReadonlySet<string>;
  first: ReadonlyMap<string, Rule>;
}
const always = { from: null, until: null };
const askedOf = (rule: Rule): string => contentOf({ ...rule, inForce: always });
function pastOf(desk: Desk): Past {
  const contents = new Set<string>();
  const first = new Map<string, Rule>();
  for (const body of recordedRules(desk.db())) {
    const rule = ruleSchema.parse(JSON.parse(body));
    contents.add(askedOf(rule));
    if (!first.has(rule.id)) first.set(rule.id, rule);
  }
  return { contents, first };
}
const isNews = ({ change, offered }: RuleDifference, past: Past): boolean =>
  change === "removed" || offered.some((rule) => !past.contents.has(askedOf(rule)));

/** What the packs of this program have that the workbook never held, and rules of older packs that they lack now. */
export function newsOf(desk: Desk): { added: number; changed: number; withdrawn: number } {
  const past = pastOf(desk);
  const news = comparisonOf(desk, builtInRules(), "built-in").differences.filter((one) => isNews(one, past));
  const count = (change: RuleDifference["change"]): number =>
    news.filter((one) => one.change === change).length;
  return { added: count("added"), changed: count("changed"), withdrawn: count("removed") };
}

const none: RuleEffect = { appear: 0, vanish: 0 };

/** The differences in words, each with its effect; and how many of each sort there are. */
export function shownDifferences(
  desk: Desk,
  { differences }: Comparison,
  effects: ReadonlyMap<string, RuleEffect>,
  books: RuleBooks,
): { counts: Record<RuleDifference["change"], number>; differences: ShownDifference[] } {
  const past = pastOf(desk);
  const stopped = new Set(lastRules(desk.db()).map(({ rule }) => rule.id));
  const counts = { added: 0, changed: 0, removed: 0, same: 0 };
  const shown: ShownDifference[] = [];
  for (const difference of differences) {
    const { ruleId, change, before, offered } = difference;
    counts[change] += 1;
    if (change === "same") continue;
    const was = before.at(-1) ?? null;
    const is = offered.at(-1) ?? null;
    const first = past.first.get(ruleId);
    shown.push({
      ruleId,
      change,
      title: (is ?? was)?.title ?? { zh: ruleId, en: ruleId },
      before: was,
      after: is,
      fields: is ? ruleFields(was, is, books) : [],
      effect: effects.get(ruleId) ?? none,
      isStopped: change === "added" && stopped.has(ruleId),
      isAdapted: was !== null && first !== undefined && askedOf(first) !== askedOf(was),
      isNews: isNews(difference, past),
    });
  }
  return { counts, differences: shown };
}
