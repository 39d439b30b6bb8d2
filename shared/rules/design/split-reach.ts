// Tiers that can be kept to by splitting: cases within one pass without anybody above the one who decides.
import type { Authority, Step } from "../../domain/authority.ts";
import { coversAmount, type Fen } from "../../domain/money.ts";
import type { Citation, Rule, RuleOf } from "../../domain/rule.ts";
import { compareText, gather, push, sortedIds } from "../gather.ts";
import { peopleText, wanText } from "../sentence.ts";
import { articleOf, procurementSplitting } from "./article.ts";
import { type DesignFinding, designFinding } from "./design-finding.ts";
import { type Ground, rankOf, type Way } from "./ground.ts";
import { admits } from "./potential-conflicts.ts";

type Watch = RuleOf<"split-amount">;
const compareWatches = (a: Watch, b: Watch): number =>
  Number(b.parameters.test === "statutory") - Number(a.parameters.test === "statutory") ||
  compareText(a.id, b.id);
/** Rules about splitting, the one to name first first. */
export const watchesAmong = (rules: readonly Rule[]): Watch[] =>
  rules.filter((rule): rule is Watch => rule.kind === "split-amount").sort(compareWatches);

export function splitReach(ground: Ground, watches: readonly Watch[], matterId: string): DesignFinding[] {
  const steps = ground.askedSteps(matterId);
  return steps
    .filter((step) => ground.duties.get(step.duty)?.type === "authorise")
    .flatMap((step) => {
      const others = steps.filter((other) => other.isRequired && other.id !== step.id);
      return [...ceilings(ground, step)].flatMap(([tier, deciders]) => {
        const above = ground.liveOn(step.id).filter((row) => coversAmount(row, tier + 1));
        if (above.length === 0) return [];
        const lowest = lowestSeeing(ground, others, tier);
        const unseen = lowest === null ? [] : deciders.filter(({ rank }) => lowest <= rank);
        return unseen.length === 0 ? [] : [reach(ground, watches, step, { tier, deciders: unseen, above })];
      });
    });
}

interface Decider {
  personId: string;
  /** On the step, at the ceiling. */
  rank: number;
  /** The ways that reach the ceiling. */
  ways: Way[];
}

/** Amount → people whose ceiling on the step it is, collective decisions left out. */
function ceilings(ground: Ground, step: Step): Map<Fen, Decider[]> {
  const own = gather(
    ground.ways(step.id).filter(({ authority }) => !authority.isCollective),
    ({ personId }) => personId,
  );
  const byTier = new Map<Fen, Decider[]>();
  for (const [personId, ways] of own) {
    const bounds = ways.flatMap(({ authority }) => authority.upTo ?? []);
    if (bounds.length < ways.length) continue;
    const tier = Math.max(...bounds);
    if (tier <= 0) continue;
    push(byTier, tier, {
      personId,
      rank: rankAt(ground, ground.ways(step.id), personId, tier),
      ways: ways.filter(({ authority }) => authority.upTo === tier),
    });
  }
  return byTier;
}

const rankAt = (ground: Ground, ways: readonly Way[], personId: string, amount: Fen): number =>
  Math.max(
    0,
    ...ways
      .filter((way) => way.personId === personId && coversAmount(way.authority, amount))
      .map((way) => rankOf(ground, personId, way.authority)),
  );

const seeing: ReadonlySet<string> = new Set(["authorise", "verify", "supervise"]);

/**
 * The lowest rank with which somebody passes every step that sees a case of the amount (0: none sees it);
 * null where some step has nobody.
 */
function lowestSeeing(ground: Ground, steps: readonly Step[], amount: Fen): number | null {
  let highest = 0;
  for (const step of steps) {
    const able = ground.ways(step.id).filter(({ authority }) => coversAmount(authority, amount));
    if (able.length === 0) return null;
    if (!seeing.has(ground.duties.get(step.duty)?.type ?? "")) continue;
    const people = new Set(able.map(({ personId }) => personId));
    highest = Math.max(
      highest,
      Math.min(...[...people].map((personId) => rankAt(ground, able, personId, amount))),
    );
  }
  return highest;
}

interface Reach {
  tier: Fen;
  deciders: readonly Decider[];
  above: readonly Authority[];
}
function reach(
  ground: Ground,
  watches: readonly Watch[],
  step: Step,
  { tier, deciders, above }: Reach,
): DesignFinding {
  const matter = ground.matters.get(step.matterId);
  const watch = watches.find((rule) => matter !== undefined && admits(rule, matter)) ?? null;
  const unwatched: Citation | null =
    matter?.area === "gov_proc" ? procurementSplitting : articleOf("split-reach");
  const personIds = sortedIds(deciders.map(({ personId }) => personId));
  const ways = deciders.flatMap((one) => one.ways);
  const ids = sortedIds([...ways.map(({ authority }) => authority.id), ...above.map((row) => row.id)]);
  const who = peopleText(ground, personIds);
  const ceiling = wanText(tier);
  const name = `${matter?.name ?? step.matterId} / ${step.name}`;
  const tail = watch
    ? {
        zh: `是否拆分由规则 ${watch.id} 事后核对`,
        en: `whether that happens is looked at by rule ${watch.id} afterwards`,
      }
    : { zh: "目前没有规则核对合计金额", en: "no rule in use looks at the sum" };
  return designFinding({
    type: "split-reach",
    ruleId: watch?.id ?? null,
    citation: watch?.citation ?? unwatched,
    severity: watch ? "low" : "medium",
    matterId: step.matterId,
    stepIds: [step.id],
    personIds,
    authorityIds: ids,
    amounts: [{ over: null, upTo: tier }],
    evidence: [
      ...ids.map((id) => ({ kind: "authority" as const, id })),
      ...sortedIds(ways.flatMap((way) => way.delegationId ?? [])).map((id) => ({
        kind: "delegation" as const,
        id,
      })),
    ],
    sentence: {
      zh: `“${name}”：单件不超过 ${ceiling.zh}时，${who.zh}审批即可，无须更高层级经手；同类业务若拆成几件，合计可超过 ${ceiling.zh}，${tail.zh}。`,
      en: `“${name}”: up to ${ceiling.en} a case passes on the word of ${who.en} with nobody above; split into several cases the sum could exceed that, and ${tail.en}.`,
    },
  });
}
