// What every question about the health of the rules asks: matters in scope, steps, matches, names.
import type { Matter, Step } from "../../domain/authority.ts";
import type { Day } from "../../domain/day.ts";
import { impliedDuties } from "../../domain/duty.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import type { World } from "../../domain/world.ts";
import { compareText, gather } from "../gather.ts";
import { judgedElsewhere } from "../same-check.ts";

export interface Ground {
  world: World;
  today: Day;
  /** Every version given. */
  all: readonly Rule[];
  /** Versions in force today or later that judge for themselves, by id and version. */
  rules: readonly Rule[];
  implied: (duty: string) => ReadonlySet<string>;
  /** `{duty}` if it is in the set, else the members of the set that it implies. */
  match: (set: readonly string[], duty: string) => readonly string[];
  stepsOf: (matterId: string) => readonly Step[];
  /** The matters whose cases a rule admits. */
  mattersOf: (rule: Rule) => readonly Matter[];
  /** Is there an authority on any step of the matter? */
  hasAuthority: (matterId: string) => boolean;
  duty: (code: string) => Text;
}

export function groundOf(world: World, all: readonly Rule[], today: Day): Ground {
  const duties = new Map(world.duties.map((duty) => [duty.code, duty]));
  const closed = new Map<string, ReadonlySet<string>>();
  const implied = (code: string): ReadonlySet<string> => {
    const known = closed.get(code) ?? impliedDuties(duties, code);
    closed.set(code, known);
    return known;
  };
  const steps = gather(world.steps, ({ matterId }) => matterId);
  for (const rows of steps.values()) rows.sort((a, b) => a.position - b.position || compareText(a.id, b.id));
  const granted = new Set(world.authorities.map(({ stepId }) => stepId));
  const matters = [...world.matters].sort((a, b) => compareText(a.code, b.code));
  const isElsewhere = judgedElsewhere(all);
  return {
    world,
    today,
    all,
    rules: all
      .filter(
        (rule) => (rule.inForce.until === null || rule.inForce.until > today) && isElsewhere(rule) === null,
      )
      .toSorted((a, b) => compareText(a.id, b.id) || a.version - b.version),
    implied,
    match: (set, duty) =>
      set.includes(duty) ? [duty] : [...new Set(set)].filter((one) => implied(duty).has(one)),
    stepsOf: (matterId) => steps.get(matterId) ?? [],
    mattersOf: ({ scope }) =>
      matters.filter(
        ({ area, code }) =>
          (scope.areas === null || scope.areas.includes(area)) &&
          (scope.matters === null || scope.matters.includes(code)),
      ),
    hasAuthority: (matterId) => (steps.get(matterId) ?? []).some(({ id }) => granted.has(id)),
    duty: (code) => duties.get(code)?.name ?? { zh: code, en: code },
  };
}

export const matched = (
  ground: Ground,
  set: readonly string[],
  steps: readonly { duty: string }[],
): Set<string> => new Set(steps.flatMap(({ duty }) => ground.match(set, duty)));
const most = 6;
/** "甲、乙等 9 项" */
export function listing(texts: readonly Text[]): Text {
  const shown = texts.slice(0, most);
  const more = texts.length - shown.length;
  return {
    zh: `${shown.map(({ zh }) => `“${zh}”`).join("、")}${more > 0 ? `等 ${texts.length} 项` : ""}`,
    en: `${shown.map(({ en }) => `"${en}"`).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  };
}
export const dutyListing = (ground: Ground, codes: readonly string[]): Text =>
  listing(codes.map(ground.duty));
export const ruleName = ({ id, title }: Rule): Text => ({
  zh: `${id}“${title.zh}”`,
  en: `${id} "${title.en}"`,
});
