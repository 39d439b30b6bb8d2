// What saving a version of a rule does to those in use: from a day on, or in their place.
import type { Rule } from "../domain/rule.ts";

export interface Succession<Stored> {
  /** Stay as they are. */
  readonly kept: readonly Stored[];
  /** Stay in force for the days before the new one. */
  readonly ended: readonly { readonly stored: Stored; readonly rule: Rule }[];
  /** Go out of use. */
  readonly replaced: readonly Stored[];
}

/**
 * `same` are the versions in use of the rule that `next` is a version of. From a day on: acts before it keep the
 * version of their day. Without a day it is a correction of all.
 */
export function succession<Stored extends { readonly rule: Rule }>(
  same: readonly Stored[],
  next: Rule,
): Succession<Stored> {
  const { from } = next.inForce;
  const kept: Stored[] = [];
  const ended: { stored: Stored; rule: Rule }[] = [];
  const replaced: Stored[] = [];
  for (const stored of same) {
    const { inForce } = stored.rule;
    if (from !== null && inForce.until !== null && inForce.until <= from) kept.push(stored);
    else if (from !== null && (inForce.from ?? "") < from)
      ended.push({ stored, rule: { ...stored.rule, inForce: { ...inForce, until: from } } });
    else replaced.push(stored);
  }
  return { kept, ended, replaced };
}
