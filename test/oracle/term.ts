// Families of key posts and the terms that people serve in them, as docs/rules/kinds.md defines them for tenure.
import { addMonths, contains, type Day } from "../../shared/domain/day.ts";
import type { Assignment, Post } from "../../shared/domain/organisation.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { type Act, byText, decidingActs, distinct, type Ground, isKnown, postsHeld } from "./ground.ts";

export interface Term {
  personId: string;
  family: string[];
  /** The key post that the term speaks of. */
  post: Post;
  start: Day;
  end: Day | null;
  /** By (from, id). */
  assignments: Assignment[];
}

function dutySet(ground: Ground, postId: string): string {
  const { world } = ground;
  const standing = world.postDuties.filter((row) => row.postId === postId).map((row) => row.duty);
  const granted = world.authorities
    .filter((row) => row.postId === postId)
    .map((row) => world.steps.find((step) => step.id === row.stepId)!.duty);
  return JSON.stringify(distinct([...standing, ...granted]));
}

function areLinked(ground: Ground, a: Post, b: Post): boolean {
  if (a.successorId === b.id || b.successorId === a.id) return true;
  const duties = dutySet(ground, a.id);
  return a.isKey && b.isKey && duties !== "[]" && duties === dutySet(ground, b.id);
}

/** Every set of posts linked, over any number of links, that holds a key post. */
export function familiesOf(ground: Ground): string[][] {
  const { posts } = ground.world;
  const familyOf = (post: Post): string[] => {
    let family = [post];
    for (;;) {
      const grown = posts.filter(
        (other) => family.includes(other) || family.some((member) => areLinked(ground, member, other)),
      );
      if (grown.length === family.length) return distinct(grown.map((member) => member.id));
      family = grown;
    }
  };
  const families = posts.filter((post) => post.isKey).map((post) => JSON.stringify(familyOf(post)));
  return distinct(families).map((family) => JSON.parse(family) as string[]);
}

/** Terms of one person in one family, by start; a term whose last post is no key post is none. */
export function termsOf(ground: Ground, personId: string, family: string[], gapMonths: number): Term[] {
  const served = ground.world.assignments
    .filter((row) => row.personId === personId && family.includes(row.postId))
    .filter((row) => row.until === null || row.from < row.until)
    .sort((a, b) => byText(a.from, b.from) || byText(a.id, b.id));
  const runs: { start: Day; end: Day | null; assignments: Assignment[] }[] = [];
  for (const assignment of served) {
    const run = runs.at(-1);
    const isContinued =
      run !== undefined &&
      (run.end === null || assignment.from <= run.end || assignment.from < addMonths(run.end, gapMonths));
    if (!isContinued) {
      runs.push({ start: assignment.from, end: assignment.until, assignments: [assignment] });
      continue;
    }
    run.assignments.push(assignment);
    const isOpen = run.end === null || assignment.until === null;
    run.end = isOpen ? null : [run.end!, assignment.until!].sort(byText)[1]!;
  }
  return runs
    .map((run): Term | null => {
      const post = ground.world.posts.find((row) => row.id === run.assignments.at(-1)!.postId)!;
      return post.isKey ? { personId, family, post, ...run } : null;
    })
    .filter(isKnown);
}

/** Deciding acts in scope that the person did as a holder within the term, in order. */
export const actsInTerm = (ground: Ground, rule: RuleOf<"tenure">, term: Term): Act[] =>
  decidingActs(ground, rule).filter((act) => {
    if (act.personId !== term.personId) return false;
    if (!contains({ from: term.start, until: term.end }, act.day)) return false;
    if (act.postId !== null) return term.family.includes(act.postId);
    const held = postsHeld(ground, term.personId, act.day);
    return held.length === 1 && term.family.includes(held[0]!);
  });
