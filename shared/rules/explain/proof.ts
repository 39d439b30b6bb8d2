// The proof of a conflict: as little of its evidence as still makes the rule's own fold find it.
import type { Evidence, Finding } from "../../domain/conflict.ts";
import type { Rule } from "../../domain/rule.ts";
import type { View } from "../view.ts";
import { actsOfGroup, casesOfGroup, findsWithout } from "./group-fold.ts";
import { groupingOf } from "./grouping.ts";
import { without } from "./restrict.ts";

/**
 * some: the evidence carries the conflict by itself, whatever else was done.
 * none: it rests on what is *not* there as well, so the whole group had to be looked at.
 * share: it is weighed against the rest of its group, which stays in place.
 */
export type Claim = "some" | "none" | "share";
function claimOf(rule: Rule): Claim {
  switch (rule.kind) {
    case "two-person":
      return "none";
    case "sequence":
      return ["missing", "before", "deadline"].includes(rule.parameters.check) ? "none" : "some";
    case "tempo":
      return ["off-hours", "year-end", "crowding"].includes(rule.parameters.check) ? "share" : "some";
    case "concentration":
      return rule.parameters.check === "type-span" ? "some" : "share";
    default:
      return "some";
  }
}

export interface Proof {
  readonly claim: Claim;
  /** In the order of the finding's evidence; what only ends the waiting comes last. */
  readonly needed: readonly Evidence[];
  /** No smaller set does, by trying them all; else only: none of these can be left out. */
  readonly isSmallest: boolean;
  /** Evidence, and for kinds of acts the acts of the group, that was looked at. */
  readonly lookedAt: number;
}

/** So many foldings at most to prove that a proof is the smallest; fewer where a fold goes through all cases. */
const mostTries = { few: 50, many: 300 } as const;
const nameOf = ({ kind, id }: Evidence): string => `${kind} ${id}`;

/**
 * Leaves evidence out as long as the fold still finds the conflict without it. Null when the fold does not find it at
 * all: the facts have changed since it was stored.
 */
export function prove(view: View, rule: Rule, finding: Finding): Proof | null {
  if (!findsWithout(view, rule, finding, [])) return null;
  const claim = claimOf(rule);
  const evidence = finding.evidence.filter((one) => isRemovable(rule, one));
  const others = claim === "share" ? [] : othersOf(view, rule, finding);
  const all = [...evidence, ...others];
  const isEnough = findsWithout(view, rule, finding, others);
  // The others are taken out once: what is left to fold is then small.
  const [base, pool] = isEnough
    ? [without(view, others, casesOfGroup(view, rule, finding)), evidence]
    : [view, all];
  const findsWith = (kept: readonly Evidence[]): boolean => {
    const names = new Set(kept.map(nameOf));
    const gone = pool.filter((one) => !names.has(nameOf(one)));
    return findsWithout(base, rule, finding, gone);
  };
  const irreducible = shrink(pool, findsWith);
  const tries = groupingOf(rule) === "all" ? mostTries.few : mostTries.many;
  const { smallest, isProved } = smaller(pool, irreducible, findsWith, tries);
  return { claim, needed: smallest, isSmallest: isProved, lookedAt: all.length };
}

/** Facts can be left out only where the fold builds on them and not on what a view knew beforehand. */
export function isRemovable(rule: Rule, { kind }: Evidence): boolean {
  if (kind === "approval" || kind === "case") return true;
  if (rule.kind === "never-together") return true;
  return rule.kind === "relation" && (kind === "relation" || rule.parameters.counterpart === "holder");
}

function othersOf(view: View, rule: Rule, finding: Finding): Evidence[] {
  const names = new Set(finding.evidence.map(nameOf));
  const isNew = (one: Evidence): boolean => !names.has(nameOf(one));
  if (groupingOf(rule) === "all")
    return view
      .datedCases()
      .map((one): Evidence => ({ kind: "case", id: one.case.id }))
      .filter(isNew);
  return actsOfGroup(view, rule, finding)
    .map(({ approval }): Evidence => ({ kind: "approval", id: approval.id }))
    .filter(isNew);
}

/** Drops halves, quarters … and single ones, the last first, until none can be dropped. */
function shrink(
  pool: readonly Evidence[],
  findsWith: (kept: readonly Evidence[]) => boolean,
): readonly Evidence[] {
  let kept = pool;
  for (let size = Math.ceil(kept.length / 2); size >= 1; ) {
    let hasDropped = false;
    for (let end = kept.length; end > 0; end -= size) {
      const rest = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)];
      if (!findsWith(rest)) continue;
      kept = rest;
      hasDropped = true;
    }
    // Dropping one may free another where the kind is not monotone: single ones are tried until all are needed.
    if (size === 1 && !hasDropped) break;
    if (size > 1) size = Math.ceil(size / 2);
  }
  return kept;
}

/** Tries every smaller set, the smallest first, as long as there are few enough of them. */
function smaller(
  pool: readonly Evidence[],
  found: readonly Evidence[],
  findsWith: (kept: readonly Evidence[]) => boolean,
  most: number,
): { smallest: readonly Evidence[]; isProved: boolean } {
  let tries = 0;
  for (let size = 0; size < found.length; size += 1) {
    tries += choose(pool.length, size);
    if (tries > most) return { smallest: found, isProved: false };
    for (const kept of subsets(pool, size)) if (findsWith(kept)) return { smallest: kept, isProved: true };
  }
  return { smallest: found, isProved: true };
}

function choose(n: number, k: number): number {
  let count = 1;
  for (let at = 0; at < k; at += 1) count = (count * (n - at)) / (at + 1);
  return count;
}
function* subsets<Item>(items: readonly Item[], size: number, from = 0): Generator<Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= items.length - size; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    for (const rest of subsets(items, size - 1, at + 1)) yield [item, ...rest];
  }
}
