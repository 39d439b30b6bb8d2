// Small random offices for rotation tests: few posts and people, every kind of fact that a constraint looks at.
import { addDays, addMonths, type Day } from "../../../shared/domain/day.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { Facts } from "../../../shared/domain/world.ts";
import type { PlannedLeave, RotationProblem } from "../../../shared/rotation/plan.ts";
import { rotationProblem } from "../../../shared/rotation/problem.ts";
import { seededRandom } from "../../../shared/rotation/search/random.ts";
import {
  absence,
  assignment,
  department,
  exemption,
  person,
  post,
  postDuty,
  relation,
  rule,
  tenurePolicy,
  world,
} from "../../builders/rows.ts";

export const today = "2026-11-22";
export interface SmallSize {
  keyPosts: number;
  ordinaryPosts: number;
  reserve: number;
  months: number;
}

/** `placed`: forced leaves that stand already. */
export function smallOffice(
  seed: number,
  size: SmallSize,
  placed: readonly PlannedLeave[] = [],
): { facts: Facts; problem: RotationProblem } {
  const random = seededRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const chance = (share: number): boolean => random() < share;
  const codes = ["q1", "q2"];
  const duties = ["pay", "record", "custody"];
  const limits = [6, 12, 12, 18];
  const keyIds = Array.from({ length: size.keyPosts }, (_, at) => `k${at}`);
  const ordinaryIds = Array.from({ length: size.ordinaryPosts }, (_, at) => `o${at}`);
  const peopleIds = Array.from(
    { length: size.keyPosts + size.ordinaryPosts + size.reserve },
    (_, at) => `p${at}`,
  );
  const limitOf = new Map(keyIds.map((id) => [id, limits[pick(limits.length)] ?? 12]));
  const served = (limit: number): Day => addDays(addMonths(today, -pick(limit + 2)), -pick(28));
  const facts = world({
    departments: [department("d0"), department("d1")],
    posts: [
      ...keyIds.map((id) =>
        post(id, {
          departmentId: `d${pick(2)}`,
          isKey: true,
          riskGrade: "high",
          headcount: chance(0.2) ? 2 : 1,
          tenureLimitMonths: limitOf.get(id) ?? 12,
          qualifications: chance(0.5) ? [codes[pick(2)] ?? "q1"] : [],
          until: chance(0.05) ? addDays(today, 30 + pick(300)) : null,
        }),
      ),
      ...ordinaryIds.map((id) => post(id, { departmentId: `d${pick(2)}`, minStaff: pick(2) })),
    ],
    postDuties: [
      ...keyIds.map((id) => postDuty(`pd-${id}`, id, `own-${id}`)),
      ...[...keyIds, ...ordinaryIds]
        .filter(() => chance(0.4))
        .map((id) => postDuty(`x-${id}`, id, duties[pick(3)] ?? "pay")),
    ],
    people: peopleIds.map((id) =>
      person(id, {
        joinedOn: chance(0.1) ? addDays(today, pick(200)) : null,
        leavesOn: chance(0.1) ? addDays(today, 20 + pick(400)) : null,
      }),
    ),
    qualifications: peopleIds.flatMap((personId) =>
      codes
        .filter(() => chance(0.8))
        .map((code) => ({
          id: `${personId}-${code}`,
          personId,
          code,
          from: "2020-01-01",
          until: chance(0.1) ? addDays(today, pick(400)) : null,
        })),
    ),
    assignments: [
      ...[...keyIds, ...ordinaryIds].map((id, at) =>
        assignment(`a-${id}`, `p${at}`, id, { from: served(limitOf.get(id) ?? 12) }),
      ),
      // A second holder, often somebody who sits on a key post already.
      ...keyIds
        .filter(() => chance(0.15))
        .map((id) => {
          const personId = peopleIds[pick(peopleIds.length)] ?? "p0";
          return assignment(`b-${id}`, personId, id, {
            from: served(6),
            kind: chance(0.7) ? "acting" : "ab-post",
          });
        }),
      ...keyIds
        .filter(() => chance(0.2))
        .map((id) =>
          assignment(`h-${id}`, peopleIds[pick(peopleIds.length)] ?? "p0", id, {
            from: "2024-01-01",
            until: addDays("2025-01-01", pick(500)),
          }),
        ),
    ],
    relations: chance(0.5)
      ? [relation("r", `p${pick(peopleIds.length)}`, { otherPersonId: `p${pick(2)}` })]
      : [],
    absences: peopleIds
      .filter(() => chance(0.1))
      .map((id) => absence(`ab-${id}`, id, addDays(today, pick(200)), addDays(today, 200 + pick(100)))),
    exemptions: keyIds
      .filter(() => chance(0.1))
      .map((id, at) => exemption(`e-${id}`, `p${at}`, id, "2026-01-01", addDays(today, pick(300)))),
    tenurePolicies: [tenurePolicy("high", { minStayMonths: 2, coolingOffMonths: 12, noticeDays: 5 })],
  });
  const rules: Rule[] = [rule("nt", "never-together", { duties, maxHeld: 1 })];
  const problem = rotationProblem(facts, {
    today,
    months: size.months,
    seed,
    units: 200_000,
    rules,
    lockedPersonIds: peopleIds.filter(() => chance(0.03)),
    locks: keyIds.filter(() => chance(0.05)).map((postId) => ({ postId, until: addDays(today, 100) })),
    placed,
    share: chance(0.5) ? { of: 1, in: 1 } : { of: 1, in: 3 },
  });
  return { facts, problem };
}
