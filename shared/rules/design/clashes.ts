// Which rules a set of duties would break: asked of the rules that know those duties alone.
import type { RuleOf } from "../../domain/rule.ts";
import { push } from "../gather.ts";

export type Bound = RuleOf<"separate-duties"> | RuleOf<"never-together">;
/** A rule with the members of its set that are met by match. */
export interface Clash<R extends Bound> {
  readonly rule: R;
  /** Duty held → the members that it matches. */
  readonly match: (duty: string) => readonly string[];
}
export type Clashes<R extends Bound> = (duties: Iterable<string>) => Clash<R>[];

const noMembers: readonly string[] = [];

/** Rules of which more than the limit occurs among the duties, in the order given. */
export function clashesOf<R extends Bound>(
  rules: readonly R[],
  implied: (duty: string) => ReadonlySet<string>,
): Clashes<R> {
  const byMember = new Map<string, number[]>();
  const sets = rules.map((rule, at) => {
    const set = new Set(rule.parameters.duties);
    for (const member of set) push(byMember, member, at);
    return set;
  });
  // Duty → rules that know it → members matched.
  const known = new Map<string, Map<number, readonly string[]>>();
  const knownBy = (duty: string): Map<number, readonly string[]> => {
    const old = known.get(duty);
    if (old) return old;
    const matches = new Map<number, readonly string[]>();
    for (const member of implied(duty))
      for (const at of byMember.get(member) ?? [])
        matches.set(at, sets[at]?.has(duty) ? [duty] : [...(matches.get(at) ?? noMembers), member]);
    known.set(duty, matches);
    return matches;
  };
  const clashAt = (at: number): Clash<R>[] => {
    const rule = rules[at];
    return rule ? [{ rule, match: (duty) => knownBy(duty).get(at) ?? noMembers }] : [];
  };

  return (duties) => {
    const met = new Map<number, Set<string>>();
    for (const duty of duties)
      for (const [at, members] of knownBy(duty)) {
        const all = met.get(at) ?? new Set();
        met.set(at, all);
        for (const member of members) all.add(member);
      }
    return [...met]
      .filter(([at, { size }]) => size > (rules[at]?.parameters.maxHeld ?? size))
      .map(([at]) => at)
      .sort((a, b) => a - b)
      .flatMap(clashAt);
  };
}
