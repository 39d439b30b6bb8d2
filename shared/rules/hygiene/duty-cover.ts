// When does whatever counts for one duty set count for another as well? Implication taken into account.
import type { Ground } from "./ground.ts";

type Implied = Pick<Ground, "implied">;

/**
 * How many duties of `narrow` find a duty of `wide` of their own (themselves, or one that they imply) such that an
 * act or holding that matches the first always matches the second; -1 where no such mapping can be trusted.
 *
 * A duty in `wide` alone that implies one of `narrow` would count as itself there but as the other here, so it rules
 * the mapping out; a duty in both counts as itself in both.
 */
export function coveredDuties(ground: Implied, narrow: readonly string[], wide: readonly string[]): number {
  const own = [...new Set(narrow)];
  const others = new Set(wide);
  for (const duty of others)
    if (!own.includes(duty) && own.some((one) => ground.implied(duty).has(one))) return -1;
  const taken = new Map<string, string>();
  const choices = (duty: string): string[] =>
    others.has(duty)
      ? [duty]
      : [...ground.implied(duty)].filter((one) => others.has(one) && !own.includes(one));
  const place = (duty: string, tried: Set<string>): boolean => {
    for (const choice of choices(duty)) {
      if (tried.has(choice)) continue;
      tried.add(choice);
      const holder = taken.get(choice);
      if (holder !== undefined && !place(holder, tried)) continue;
      taken.set(choice, duty);
      return true;
    }
    return false;
  };
  return own.filter((duty) => place(duty, new Set())).length;
}

/** k of n against k of n: more than `narrowHeld` of `narrow` is always more than `wideHeld` of `wide`. */
export function countsImply(
  ground: Implied,
  narrow: { duties: readonly string[]; maxHeld: number },
  wide: { duties: readonly string[]; maxHeld: number },
): boolean {
  const covered = coveredDuties(ground, narrow.duties, wide.duties);
  const left = new Set(narrow.duties).size - covered;
  return covered >= 0 && narrow.maxHeld + 1 - left > wide.maxHeld;
}
