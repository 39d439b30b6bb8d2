// Small units with one matter, for questions about who could carry a case: every assignment of people can be tried.
import type { Rule } from "../../shared/domain/rule.ts";
import type { Kind } from "../../shared/domain/rule-kinds.ts";
import type { World } from "../../shared/domain/world.ts";
import * as row from "./rows.ts";
import { chance, pick, pickOrNull, type Source, several, someOf } from "./source.ts";

const duties = ["apply", "approve", "doc_make", "accept", "cashier", "record", "review"];
const levels = ["handler", "section", "head"] as const;
export const smallDay = "2026-03-02";

/** Up to four steps, four people, three posts; now and then a delegation, an amount, a relation, an expert. */
export function smallUnit(source: Source): World {
  const steps = several(source, 2, 4, (nth) => row.step(`s${nth}`, "m1", nth, pick(source, duties)));
  const posts = several(source, 2, 3, (nth) =>
    row.post(`k${nth}`, { departmentId: pick(source, ["d1", "d2"]), level: pick(source, levels) }),
  );
  const people = several(source, 2, 4, (nth) => row.person(`p${nth}`));
  const ids = people.map(({ id }) => id);
  const assignments = people.flatMap(({ id }, nth) =>
    someOf(source, posts, 0, 2).map((post, at) => row.assignment(`a${nth}${at}`, id, post.id)),
  );
  const authorities = steps.flatMap((step, nth) => [
    ...someOf(source, posts, 0, 2).map((post, at) =>
      row.authority(`u${nth}${at}`, step.id, {
        postId: post.id,
        upTo: pickOrNull(source, [5_000, 20_000], 25),
      }),
    ),
    ...(chance(source, 60) ? [row.authority(`v${nth}`, step.id, { personId: pick(source, ids) })] : []),
  ]);
  const delegations =
    chance(source, 40) && authorities.length > 0
      ? [row.delegation("g1", pick(source, authorities).id, pick(source, ids), pick(source, ids))]
      : [];
  return row.world({
    departments: [row.department("d0"), row.department("d1", { parentId: "d0" }), row.department("d2")],
    matters: [row.matter("m1")],
    steps,
    posts,
    people,
    assignments,
    authorities,
    delegations: delegations.filter((one) => one.fromPersonId !== one.toPersonId),
    relations: chance(source, 40)
      ? [row.relation("r1", ids[0] ?? "", { otherPersonId: ids[1] ?? null })]
      : [],
    qualifications: chance(source, 40)
      ? someOf(source, ids, 1, 2).map((personId) => ({
          id: `q${personId}`,
          personId,
          code: "expert",
          from: "2020-01-01",
          until: null,
        }))
      : [],
    absences: chance(source, 15) ? [row.absence("b1", ids[0] ?? "", smallDay, null)] : [],
  });
}

const someDuties = (source: Source): string[] => someOf(source, duties, 2, 4);
const makers: Partial<Record<Kind, (source: Source, id: string) => Rule>> = {
  "separate-duties": (source, id) =>
    row.rule(id, "separate-duties", { duties: someDuties(source), maxHeld: source.int(1, 2) }),
  "never-together": (source, id) =>
    row.rule(id, "never-together", { duties: someDuties(source), maxHeld: source.int(1, 2) }),
  "same-person": (source, id) => row.rule(id, "same-person", { duties: someDuties(source) }),
  "separate-units": (source, id) =>
    row.rule(id, "separate-units", {
      duties: someDuties(source),
      maxHeld: source.int(1, 2),
      unit: pick(source, ["department", "organ"]),
    }),
  "two-person": (source, id) =>
    row.rule(id, "two-person", {
      duty: pick(source, duties),
      minPersons: source.int(2, 3),
      isOdd: chance(source, 30),
      countBy: chance(source, 20) ? "organ" : "person",
      experts: chance(source, 30) ? { qualification: "expert", atLeast: 1, of: source.int(1, 3) } : null,
    }),
  seniority: (source, id) => {
    const [earlier = "", later = ""] = someDuties(source);
    return row.rule(id, "seniority", { earlier, later });
  },
  relation: (source, id) =>
    row.rule(id, "relation", {
      duties: chance(source, 50) ? [] : someDuties(source),
      otherDuties: chance(source, 50) ? [] : someDuties(source),
      counterpart: "actor",
      types: ["spouse"],
      lookbackYears: 0,
    }),
  concentration: (source, id) =>
    chance(source, 50)
      ? row.rule(id, "concentration", {
          check: "duty-share",
          permille: pick(source, [400, 500, 700]),
          minDuties: 2,
        })
      : row.rule(id, "concentration", {
          check: "type-span",
          types: ["authorise", "custody", "record", "verify"],
          min: source.int(2, 3),
        }),
};
/** One to three rules that bind the people of one case. */
export const smallRules = (source: Source, kinds = Object.keys(makers) as Kind[]): Rule[] =>
  several(source, 1, 3, (nth) => makers[pick(source, kinds)]?.(source, `R${nth}`)).filter(
    (rule) => rule !== undefined,
  );
