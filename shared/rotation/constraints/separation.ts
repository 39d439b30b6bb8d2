// What a person holds from a move on keeps every never-together rule.
import type { ProblemSeparation } from "../plan.ts";
import { countBits } from "../separation.ts";
import { holdsOn, type Stint, type Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkSeparation(timetable: Timetable): Breach[] {
  const { separations } = timetable.problem;
  if (separations.length === 0) return [];
  return arrivalsIn(timetable).flatMap((stint) =>
    separations
      .filter((rule) => isBroken(timetable, rule, stint))
      .map(({ title }) =>
        breachOf(
          timetable,
          "separation",
          stint,
          `${stint.from} 起所任职责与“${title.zh}”不相容`,
          `what is held from ${stint.from} on does not keep "${title.en}"`,
        ),
      ),
  );
}

function isBroken({ personOf, byPerson }: Timetable, rule: ProblemSeparation, stint: Stint): boolean {
  const own = rule.byPost[stint.postId] ?? 0;
  // The post's own duties clash whoever holds it: the plan names it as not applied.
  if (own === 0 || countBits(own) > rule.maxHeld) return false;
  let kept = rule.byPerson[stint.personId] ?? 0;
  for (const id of personOf.get(stint.personId)?.keptIds ?? []) kept |= rule.byPost[id] ?? 0;
  const most = Math.max(rule.maxHeld, countBits(kept));
  const places = byPerson.get(stint.personId) ?? [];
  return places
    .map((it) => (it.from > stint.from ? it.from : stint.from))
    .filter((day) => day < stint.until)
    .some((day) => {
      let held = kept;
      for (const it of places) if (holdsOn(it, day)) held |= rule.byPost[it.postId] ?? 0;
      return countBits(held) > most;
    });
}
