// What a person holds after a move breaks no never-together rule.
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkSeparation(timetable: Timetable): Breach[] {
  const { problem, personOf, byPerson } = timetable;
  return arrivalsIn(timetable).flatMap((stint) =>
    problem.separations.flatMap((rule) => {
      const own = dutiesIn(rule.byPost[stint.postId] ?? 0);
      // The post's own duties clash whoever holds it: the plan names it as not applied.
      if (own.length === 0 || own.length > rule.maxHeld) return [];
      const person = personOf.get(stint.personId);
      const kept = new Set([
        ...dutiesIn(rule.byPerson[stint.personId] ?? 0),
        ...(person?.keptIds ?? []).flatMap((id) => dutiesIn(rule.byPost[id] ?? 0)),
      ]);
      const own1 = (byPerson.get(stint.personId) ?? []).filter((it) => it.from < it.until);
      const days = [stint.from, ...own1.map((it) => it.from)].filter(
        (it) => it >= stint.from && it < stint.until,
      );
      const isBroken = days.some((day) => {
        const held = new Set(kept);
        for (const it of own1) {
          if (it.from <= day && day < it.until)
            for (const duty of dutiesIn(rule.byPost[it.postId] ?? 0)) held.add(duty);
        }
        return held.size > Math.max(rule.maxHeld, kept.size);
      });
      return isBroken
        ? [
            breachOf(
              timetable,
              "separation",
              stint,
              `与“${rule.title.zh}”冲突`,
              `clashes with "${rule.title.en}"`,
            ),
          ]
        : [];
    }),
  );
}

function dutiesIn(bits: number): number[] {
  const duties: number[] = [];
  for (let place = 0; place < 31; place++) if ((bits >>> place) & 1) duties.push(place);
  return duties;
}
