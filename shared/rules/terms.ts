// Terms of service: how long a person has sat on a family of key posts without a real break.
import { addMonths, type Day } from "../domain/day.ts";
import type { Assignment, Post } from "../domain/organisation.ts";
import { compareText, gather } from "./gather.ts";
import type { View } from "./view.ts";

/** Continuous service `[start, end)` on a family of posts; `post` is the key post that it speaks of. */
export interface Term {
  readonly personId: string;
  readonly post: Post;
  readonly family: ReadonlySet<string>;
  readonly start: Day;
  readonly end: Day | null;
  /** By (from, id). */
  readonly assignments: readonly Assignment[];
  /** The term before it of the same person and family. */
  readonly previous: Term | null;
}

type Sources = Pick<View, "world" | "posts" | "postDutiesOf" | "authoritiesOfPost" | "steps">;

/** Post id → its family: posts linked by succession, and key posts with an equal duty set, closed. */
export function familiesOf(view: Sources): Map<string, ReadonlySet<string>> {
  const families = new Map<string, Set<string>>(
    view.world.posts.map((post) => [post.id, new Set([post.id])]),
  );
  const join = (a: string, b: string): void => {
    const one = families.get(a);
    const other = families.get(b);
    if (!one || !other || one === other) return;
    for (const id of other) {
      one.add(id);
      families.set(id, one);
    }
  };
  const byDuties = new Map<string, string>();
  for (const post of view.world.posts) {
    if (post.successorId !== null) join(post.id, post.successorId);
    const duties = post.isKey ? dutySet(view, post.id) : "[]";
    if (duties === "[]") continue;
    const twin = byDuties.get(duties);
    if (twin === undefined) byDuties.set(duties, post.id);
    else join(twin, post.id);
  }
  return families;
}

/** All duties that a post has ever had, standing or by authority, as one comparable name. */
function dutySet(view: Sources, postId: string): string {
  const duties = new Set((view.postDutiesOf.get(postId) ?? []).map((row) => row.duty));
  for (const row of view.authoritiesOfPost.get(postId) ?? []) {
    const duty = view.steps.get(row.stepId)?.duty;
    if (duty !== undefined) duties.add(duty);
  }
  return JSON.stringify([...duties].sort(compareText));
}

/** The terms of one person on key posts, by family and then by start. */
export function termsOf(
  view: Pick<View, "posts" | "assignmentsOf" | "people">,
  families: ReadonlyMap<string, ReadonlySet<string>>,
  personId: string,
  gapMonths: number,
): Term[] {
  if (view.people.get(personId)?.isSystem) return [];
  const rows = (view.assignmentsOf.get(personId) ?? []).filter(
    (row) => row.until === null || row.from < row.until,
  );
  const nameOf = (row: Assignment): string | null => {
    const family = families.get(row.postId);
    return family ? (family.values().next().value ?? null) : null;
  };
  return [...gather(rows, nameOf).values()].flatMap((services) => {
    const family = families.get(services[0]?.postId ?? "") ?? new Set<string>();
    const terms: Term[] = [];
    for (const run of runsOf(services, gapMonths)) {
      const post = view.posts.get(run.assignments.at(-1)?.postId ?? "");
      if (post?.isKey) terms.push({ personId, post, family, previous: terms.at(-1) ?? null, ...run });
    }
    return terms;
  });
}

interface Run {
  start: Day;
  end: Day | null;
  assignments: Assignment[];
}
/** Joins services that touch, overlap, or leave a gap shorter than `gapMonths`. */
function runsOf(services: readonly Assignment[], gapMonths: number): Run[] {
  const runs: Run[] = [];
  for (const row of [...services].sort((a, b) => compareText(a.from, b.from) || compareText(a.id, b.id))) {
    const run = runs.at(-1);
    const goesOn =
      run && (run.end === null || row.from <= run.end || row.from < addMonths(run.end, gapMonths));
    if (!goesOn) {
      runs.push({ start: row.from, end: row.until, assignments: [row] });
      continue;
    }
    run.assignments.push(row);
    if (run.end !== null && (row.until === null || row.until > run.end)) run.end = row.until;
  }
  return runs;
}

/** Months that a term on this post may last; null where neither post nor policy sets a limit. */
export const limitOf = (view: Pick<View, "policies">, post: Post): number | null =>
  post.tenureLimitMonths ??
  (post.riskGrade ? (view.policies.get(post.riskGrade)?.limitMonths ?? null) : null);

const coolingOffDefault = 24;
export const coolingOffOf = (view: Pick<View, "policies">, post: Post): number =>
  (post.riskGrade ? view.policies.get(post.riskGrade)?.coolingOffMonths : undefined) ?? coolingOffDefault;
