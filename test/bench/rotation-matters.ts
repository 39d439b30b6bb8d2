// Matters for a rotation instance: up to twelve steps each, done by posts of two departments, some duties kept apart.
import type { Authority, Matter, Step } from "../../shared/domain/authority.ts";
import type { Duty, DutyType } from "../../shared/domain/duty.ts";
import type { Post } from "../../shared/domain/organisation.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { OpenWork } from "../../shared/rotation/review-blocks.ts";
import { authority, duty, matter, rule, step } from "../builders/rows.ts";

const types: DutyType[] = ["initiate", "verify", "authorise", "execute", "record", "custody"];
const dutyCode = (place: number): string => `s${place}`;

export const matterDuties: readonly Duty[] = Array.from({ length: 12 }, (_, at) =>
  duty(dutyCode(at), types[at % types.length] ?? "execute"),
);
/** Within one case: the usual pairs apart, two of four at most, two people at the tenth step. */
export const matterRules: readonly Rule[] = [
  ...[
    ["s0", "s1"],
    ["s1", "s2"],
    ["s2", "s3"],
    ["s3", "s5"],
    ["s6", "s7"],
    ["s7", "s8"],
  ].map((duties, at) => rule(`apart-${at}`, "separate-duties", { duties, maxHeld: 1 })),
  rule("few", "separate-duties", { duties: ["s0", "s2", "s3", "s4"], maxHeld: 2 }),
  rule("two", "two-person", { duty: "s9", minPersons: 2 }),
];

export function mattersOf(
  random: () => number,
  count: number,
  posts: readonly Post[],
): { matters: Matter[]; steps: Step[]; authorities: Authority[] } {
  const pick = (limit: number): number => Math.floor(random() * limit);
  const departments = [...new Set(posts.map((it) => it.departmentId))].sort();
  const made = { matters: [] as Matter[], steps: [] as Step[], authorities: [] as Authority[] };
  for (let at = 0; at < count; at++) {
    const id = `m${String(at).padStart(2, "0")}`;
    made.matters.push(matter(id));
    const first = pick(departments.length);
    const own = [departments[first], departments[(first + 1 + pick(3)) % departments.length]];
    const near = posts.filter((it) => own.includes(it.departmentId));
    const length = 6 + pick(7);
    for (let place = 0; place < length; place++) {
      const stepId = `${id}-${String(place).padStart(2, "0")}`;
      made.steps.push(step(stepId, id, place, dutyCode(place)));
      const chosen = new Set(Array.from({ length: 3 }, () => near[pick(near.length)]?.id ?? ""));
      for (const postId of [...chosen].sort()) {
        made.authorities.push(authority(`${stepId}-${postId}`, stepId, { postId }));
      }
    }
  }
  return made;
}

/** Somebody has worked on an open case of every matter: they may not come to check it before the case closes. */
export function openWorkOf(
  random: () => number,
  matters: readonly Matter[],
  peopleIds: readonly string[],
  until: string,
): OpenWork[] {
  return matters.flatMap((it) =>
    Array.from({ length: 3 }, () => ({
      personId: peopleIds[Math.floor(random() * peopleIds.length)] ?? "",
      matterId: it.id,
      duty: dutyCode(Math.floor(random() * 3)),
      until,
    })),
  );
}
