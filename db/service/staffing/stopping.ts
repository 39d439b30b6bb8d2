// Who stops which matters by not being there: most matters first.
import type { PersonName } from "../../../shared/contract/person-name.ts";
import type { Scene } from "./scene.ts";
import type { TierLine } from "./tier-lines.ts";

export function stoppingPeople(
  { labels }: Scene,
  lines: readonly TierLine[],
): { person: PersonName; matters: string[] }[] {
  const matters = new Map<string, Set<string>>();
  for (const { matter, of, answer } of lines)
    for (const at of answer.irreplaceable) {
      const id = of.problem.people[at] ?? "";
      matters.set(id, (matters.get(id) ?? new Set()).add(matter.name));
    }
  return [...matters]
    .map(([id, names]) => ({ person: labels.person(id), matters: [...names] }))
    .sort((a, b) => b.matters.length - a.matters.length || (a.person.staffNo < b.person.staffNo ? -1 : 1));
}
