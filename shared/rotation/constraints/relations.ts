// The plan never brings near relatives into one department where one of them holds a key post.
import { intersection, type Period } from "../../domain/day.ts";
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf, nameOfPerson } from "./breach.ts";

export function checkRelations(timetable: Timetable): Breach[] {
  const { problem, postOf, personOf, byPerson } = timetable;
  const heldBy = (personId: string): (Period & { postId: string })[] => [
    ...(byPerson.get(personId) ?? []).filter((it) => it.from < it.until),
    ...(personOf.get(personId)?.keptIds ?? []).map((postId) => ({
      postId,
      from: problem.today,
      until: problem.until,
    })),
  ];
  return arrivalsIn(timetable).flatMap((stint) => {
    const post = postOf.get(stint.postId);
    return (personOf.get(stint.personId)?.relativeIds ?? []).flatMap((relativeId) =>
      heldBy(relativeId)
        .filter((it) => {
          const other = postOf.get(it.postId);
          return (
            post !== undefined &&
            other?.departmentId === post.departmentId &&
            (other.isKey || post.isKey) &&
            intersection(it, stint) !== null
          );
        })
        .map(() => {
          const name = nameOfPerson(timetable, relativeId);
          return breachOf(
            timetable,
            "relations",
            stint,
            `与近亲属 ${name} 同处一部门`,
            `in one department with a near relative, ${name}`,
          );
        }),
    );
  });
}
