// The plan never brings near relatives into one department where one of them holds a key post.
import type { Timetable } from "../timetable.ts";
import { holdsOn } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf, nameOfPerson } from "./breach.ts";

export function checkRelations(timetable: Timetable): Breach[] {
  const { postOf, personOf } = timetable;
  return arrivalsIn(timetable).flatMap((stint) => {
    const relatives = personOf.get(stint.personId)?.relativeIds ?? [];
    const post = postOf.get(stint.postId);
    if (relatives.length === 0 || !post) return [];
    const beside = relatives.find((id) =>
      placesOf(timetable, id, stint.from).some((placeId) => {
        const other = postOf.get(placeId);
        return other?.departmentId === post.departmentId && (other.isKey || post.isKey);
      }),
    );
    if (beside === undefined) return [];
    const name = nameOfPerson(timetable, beside);
    return [
      breachOf(
        timetable,
        "relations",
        stint,
        `${stint.from} 到任，与近亲属 ${name} 同处一部门`,
        `arrives on ${stint.from} in one department with a near relative, ${name}`,
      ),
    ];
  });
}

/** Posts that a person holds or keeps on a day, its moves made. */
function placesOf({ byPerson, personOf }: Timetable, personId: string, day: string): string[] {
  const person = personOf.get(personId);
  const isGone = person?.leavesOn !== null && person?.leavesOn !== undefined && person.leavesOn <= day;
  return [
    ...(byPerson.get(personId) ?? []).filter((it) => holdsOn(it, day)).map((it) => it.postId),
    ...(isGone ? [] : (person?.keptIds ?? [])),
  ];
}
