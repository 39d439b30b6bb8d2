// Oracle of tenure: acting after the limit, and coming back before the cooling-off is over.
import { addDays, addMonths, contains } from "../../shared/domain/day.ts";
import type { Post } from "../../shared/domain/organisation.ts";
import type { TenurePolicy } from "../../shared/domain/rotation.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, evidenceOf, type Found, foundOf, type Outcome } from "./found.ts";
import { type Act, type Ground, isKnown } from "./ground.ts";
import { actsInTerm, familiesOf, type Term, termsOf } from "./term.ts";

type Tenure = RuleOf<"tenure">;

const policyOf = (ground: Ground, post: Post): TenurePolicy | undefined => {
  const { tenurePolicies } = ground.world;
  const own = tenurePolicies.filter((policy) => policy.postId === post.id);
  const ofGrade = tenurePolicies.filter(
    (policy) => policy.postId === null && policy.riskGrade === post.riskGrade,
  );
  return [...own, ...ofGrade][0];
};
const limitOf = (ground: Ground, post: Post): number | null => {
  const policy = policyOf(ground, post);
  if (policy?.postId === post.id) return policy.limitMonths;
  return post.tenureLimitMonths ?? policy?.limitMonths ?? null;
};

function termFinding(
  ground: Ground,
  rule: Tenure,
  term: Term,
  act: Act | undefined,
  given: Pick<Found, "from" | "until" | "day"> & { assignmentIds: string[] },
): Found {
  const acts = act ? [act] : [];
  return {
    ...foundOf(ground, rule, {
      groupKey: JSON.stringify([term.personId, term.post.id]),
      subject: term.personId,
      anchor: term.start,
      day: given.day,
      personIds: [term.personId],
      caseIds: acts.map((row) => row.caseId),
      acts,
      evidence: [...evidenceOf("assignment", given.assignmentIds), ...actsAsEvidence(acts)],
    }),
    basis: act ? "actual" : "potential",
    departmentId: term.post.departmentId,
    from: given.from,
    until: given.until,
  };
}

function overLimit(ground: Ground, rule: Tenure, term: Term): Found[] {
  const limit = limitOf(ground, term.post);
  if (limit === null) return [];
  const due = addMonths(term.start, limit);
  const act = actsInTerm(ground, rule, term).find(
    ({ day }) =>
      day > due &&
      !ground.world.exemptions.some(
        (row) => row.personId === term.personId && term.family.includes(row.postId) && contains(row, day),
      ),
  );
  if (!act) return [];
  const assignmentIds = term.assignments.map((row) => row.id);
  return [
    termFinding(ground, rule, term, act, {
      from: addDays(due, 1),
      until: term.end,
      day: act.day,
      assignmentIds,
    }),
  ];
}

function tooSoon(ground: Ground, rule: Tenure, term: Term, previous: Term | undefined): Found[] {
  if (!previous || previous.end === null) return [];
  const until = addMonths(previous.end, policyOf(ground, term.post)?.coolingOffMonths ?? 24);
  if (term.start >= until || term.start > ground.today) return [];
  const act = actsInTerm(ground, rule, term).find(({ day }) => day < until);
  const assignmentIds = [previous.assignments.at(-1)!.id, term.assignments[0]!.id];
  return [
    termFinding(ground, rule, term, act, {
      from: term.start,
      until,
      day: act?.day ?? term.start,
      assignmentIds,
    }),
  ];
}

export function tenure(ground: Ground, rule: Tenure): Outcome | null {
  const { check, gapMonths } = rule.parameters;
  const { world } = ground;
  const held = world.posts.filter(
    (post) => post.isKey && world.assignments.some((row) => row.postId === post.id),
  );
  if (held.length === 0) return null;
  if (check === "limit" && !held.some((post) => isKnown(limitOf(ground, post)))) return null;

  const findings = familiesOf(ground).flatMap((family) =>
    world.people
      .filter((person) => !person.isSystem)
      .flatMap((person) =>
        termsOf(ground, person.id, family, gapMonths).flatMap((term, index, terms) =>
          check === "limit" ? overLimit(ground, rule, term) : tooSoon(ground, rule, term, terms[index - 1]),
        ),
      ),
  );
  return { findings, notYetJudged: 0 };
}
