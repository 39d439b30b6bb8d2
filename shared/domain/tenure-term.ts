// Families of posts and the terms that people serve in them: one meaning for the tenure rule, the ledger and the planner.
import { addMonths, type Day, type Period } from "./day.ts";
import type { Assignment, Post } from "./organisation.ts";
import type { Exemption, TenurePolicy } from "./rotation.ts";
import type { Facts } from "./world.ts";

/** Posts between which tenure runs on: successors of each other, or key posts with an equal duty set. */
export interface TenureFamily {
  /** Sorted; at least one is a key post. */
  postIds: string[];
}

/** Continuous service of one person in one family, `[from, until)`. */
export interface TenureTerm extends Period {
  personId: string;
  /** The key post the term speaks of: that of its last assignment. */
  postId: string;
  family: TenureFamily;
  /** By (from, id). */
  assignments: Assignment[];
}

/** Breaks shorter than this do not end a term (norms §4.2, practice). */
export const defaultGapMonths = 12;
/** Cooling-off where no policy of the risk grade says otherwise (norms §4.2, practice). */
export const defaultCoolingOffMonths = 24;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byFromThenId = (a: Assignment, b: Assignment): number => compare(a.from, b.from) || compare(a.id, b.id);

/** Calendar months by the post's own policy, else the limit kept with the post, else its risk grade's, else null: not judged. */
export function tenureLimitMonths(post: Post, policies: readonly TenurePolicy[]): number | null {
  const policy = policyOf(post, policies);
  return policy?.postId == null
    ? (post.tenureLimitMonths ?? policy?.limitMonths ?? null)
    : policy.limitMonths;
}
/** The post's own policy, else that of its risk grade, if the unit has one. */
export function policyOf(post: Post, policies: readonly TenurePolicy[]): TenurePolicy | undefined {
  return (
    policies.find((policy) => policy.postId === post.id) ??
    policies.find((policy) => policy.postId === null && policy.riskGrade === post.riskGrade)
  );
}
export const coolingOffMonths = (post: Post, policies: readonly TenurePolicy[]): number =>
  policyOf(post, policies)?.coolingOffMonths ?? defaultCoolingOffMonths;

/** The exemption of a person on any post of a family that contains the day; the first by id. */
export function exemptionOn(
  exemptions: readonly Exemption[],
  personId: string,
  family: TenureFamily,
  day: Day,
): Exemption | undefined {
  return exemptions
    .filter(
      (it) =>
        it.personId === personId && it.from <= day && day < it.until && family.postIds.includes(it.postId),
    )
    .sort((a, b) => compare(a.id, b.id))[0];
}

/** Every family that has a key post, by first post id. Array order of the facts carries no meaning. */
export function tenureFamilies(
  facts: Pick<Facts, "posts" | "postDuties" | "authorities" | "steps">,
): TenureFamily[] {
  const parent = new Map(facts.posts.map((post) => [post.id, post.id]));
  const find = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    return root;
  };
  const join = (a: string, b: string): void => void parent.set(find(a), find(b));

  for (const post of facts.posts) {
    if (post.successorId !== null && parent.has(post.successorId)) join(post.id, post.successorId);
  }
  const firstWith = new Map<string, string>();
  const dutySets = dutySetsOf(facts);
  for (const post of facts.posts) {
    const duties = dutySets.get(post.id);
    if (!post.isKey || !duties) continue;
    const key = JSON.stringify([...duties].sort());
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, post.id);
    else join(post.id, first);
  }

  const members = new Map<string, Post[]>();
  for (const post of facts.posts) {
    const root = find(post.id);
    members.set(root, [...(members.get(root) ?? []), post]);
  }
  return [...members.values()]
    .filter((posts) => posts.some((post) => post.isKey))
    .map((posts) => ({ postIds: posts.map((post) => post.id).sort(compare) }))
    .sort((a, b) => compare(a.postIds[0] ?? "", b.postIds[0] ?? ""));
}

/** Codes of the standing duties and of the steps of the authorities of each post, whatever their days. */
function dutySetsOf(facts: Pick<Facts, "postDuties" | "authorities" | "steps">): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  const add = (postId: string, duty: string): void => {
    const set = sets.get(postId) ?? new Set<string>();
    sets.set(postId, set.add(duty));
  };
  const dutyOfStep = new Map(facts.steps.map((step) => [step.id, step.duty]));
  for (const it of facts.postDuties) add(it.postId, it.duty);
  for (const it of facts.authorities) {
    const duty = dutyOfStep.get(it.stepId);
    if (it.postId !== null && duty !== undefined) add(it.postId, duty);
  }
  return sets;
}

/** Every term, by person, family and start; system accounts have none. A term whose last post is not a key post is none. */
export function tenureTerms(
  facts: Pick<Facts, "people" | "posts" | "postDuties" | "authorities" | "steps" | "assignments">,
  gapMonths: number = defaultGapMonths,
): TenureTerm[] {
  const families = tenureFamilies(facts);
  const familyOf = new Map(families.flatMap((family) => family.postIds.map((id) => [id, family] as const)));
  const postOf = new Map(facts.posts.map((post) => [post.id, post]));
  const services = new Map<string, Assignment[]>();
  const systems = new Set(facts.people.filter(({ isSystem }) => isSystem).map(({ id }) => id));
  for (const assignment of facts.assignments) {
    const family = familyOf.get(assignment.postId);
    if (
      !family ||
      systems.has(assignment.personId) ||
      (assignment.until !== null && assignment.until <= assignment.from)
    )
      continue;
    const key = JSON.stringify([assignment.personId, family.postIds[0]]);
    services.set(key, [...(services.get(key) ?? []), assignment]);
  }
  return [...services.keys()].sort(compare).flatMap((key) =>
    runsOf(services.get(key) ?? [], gapMonths).flatMap(({ from, until, assignments }) => {
      const last = assignments.at(-1);
      const family = last && familyOf.get(last.postId);
      if (!last || !family || !postOf.get(last.postId)?.isKey) return [];
      return [{ personId: last.personId, postId: last.postId, family, from, until, assignments }];
    }),
  );
}

/** Joins services that overlap, touch, or are less than `gapMonths` calendar months apart. */
function runsOf(
  services: readonly Assignment[],
  gapMonths: number,
): (Period & { assignments: Assignment[] })[] {
  const runs: (Period & { assignments: Assignment[] })[] = [];
  for (const next of [...services].sort(byFromThenId)) {
    const run = runs.at(-1);
    const goesOn =
      run && (run.until === null || next.from <= run.until || next.from < addMonths(run.until, gapMonths));
    if (!run || !goesOn) {
      runs.push({ from: next.from, until: next.until, assignments: [next] });
      continue;
    }
    run.assignments.push(next);
    if (run.until !== null && (next.until === null || next.until > run.until)) run.until = next.until;
  }
  return runs;
}
