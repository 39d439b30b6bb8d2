// Match of duties with a rule's duty set, after implication.
import type { View } from "../view.ts";

/** `{d}` if d is in the set, else the members of the set that d implies; remembered per duty. */
export function matcher(view: View, duties: readonly string[]): (duty: string) => readonly string[] {
  const set = new Set(duties);
  const matches = new Map<string, readonly string[]>();
  return (duty) => {
    let match = matches.get(duty);
    if (!match) {
      match = set.has(duty) ? [duty] : [...set].filter((member) => view.implied(duty).has(member));
      matches.set(duty, match);
    }
    return match;
  };
}

/** How many members of the set occur by match among these duties. */
export const matchedCount = (
  match: (duty: string) => readonly string[],
  duties: Iterable<string>,
): number => {
  const matched = new Set<string>();
  for (const duty of duties) for (const member of match(duty)) matched.add(member);
  return matched.size;
};
