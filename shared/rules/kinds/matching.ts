// Match of duties with a rule's duty set, after implication.
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import type { View } from "../view.ts";
import type { Context } from "./kind.ts";

/** `{d}` if d is in the set, else the members of the set that d implies; remembered per duty. */
export function matcher(
  view: Pick<View, "implied">,
  duties: readonly string[],
): (duty: string) => readonly string[] {
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

/** Matters in scope with a step whose duties include the one, and another step whose duties include the other. */
export function mattersWithBoth<K extends Kind>(
  { view, admits }: Context<K>,
  one: string,
  other: string,
): ReadonlySet<string> {
  const matters = new Set<string>();
  for (const [matterId, steps] of view.stepsOf) {
    const ofOne = steps.filter((step) => view.implied(step.duty).has(one));
    const ofOther = steps.filter((step) => view.implied(step.duty).has(other));
    const hasBoth = ofOne.some((a) => ofOther.some((b) => a.id !== b.id));
    if (hasBoth && admits(matterId)) matters.add(matterId);
  }
  return matters;
}
export const noMatterWithBoth: Text = {
  zh: "没有同时含这两项职责的事项",
  en: "no matter has both duties",
};
export const tooFewDuties: Text = {
  zh: "现有事项的环节中，这些职责出现不足两项",
  en: "fewer than two of its duties occur in any matter",
};
export const noPost: Text = { zh: "没有任何岗位", en: "no post is on record" };
