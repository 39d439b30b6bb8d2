// Whom a step could be granted to as well: there that day, of fitting rank, from no supervisory department, no new conflict by holding it.
import { contains, type Day } from "../../domain/day.ts";
import { levelRank } from "../../domain/organisation.ts";
import type { Rule } from "../../domain/rule.ts";
import { type Path, type Taker, wayIfGranted } from "../analysis/path.ts";
import { isThere } from "../design/standing.ts";
import { compareText } from "../gather.ts";
import { matchedCount, matcher } from "../kinds/matching.ts";
import type { View } from "../view.ts";
import type { Candidate } from "./problem-of.ts";

/** So many a step are offered: the nearest. */
const mostOffered = 24;
/** Somebody of another department costs as much as so many steps held already. */
const fromElsewhere = 20;

/** By step of the path; `rules`: whose never-together nobody is to break by holding it. Nearest first: same department, then who may take fewer steps of the path. */
export function candidatesOf(view: View, rules: readonly Rule[], path: Path): Candidate[][] {
  const { day } = path;
  const held = new Map<string, number>();
  for (const own of path.takers)
    for (const { personId } of own) held.set(personId, (held.get(personId) ?? 0) + 1);
  const present = view.world.people.filter(
    (person) =>
      isThere(person, day) &&
      !view.absencesOf.get(person.id)?.some((row) => contains(row, day) && row.until === null),
  );
  const posts = new Map(present.map(({ id }) => [id, postsOf(view, id, day)]));
  const broken = brokenByHolding(view, rules, day);
  return path.steps.map((step, at) => {
    const own = path.takers[at] ?? [];
    const mayAlready = new Set(own.map(({ personId }) => personId));
    const doing = departmentsOf(own);
    const near = departmentsOf(own.length > 0 ? own : path.takers.flat());
    const lowest = lowestRank(view, step.duty, own);
    return present
      .filter(({ id }) => {
        const sits = posts.get(id) ?? [];
        if (mayAlready.has(id) || sits.length === 0) return false;
        const isOutside = sits.some(
          ({ departmentId: unit }) => view.departments.get(unit)?.isSupervisory && !doing.has(unit),
        );
        if (isOutside) return false;
        return sits.some((post) => levelRank(post.level) >= lowest) && broken(id, step.duty).length === 0;
      })
      .map(({ id }) => {
        const isNear = (posts.get(id) ?? []).some((post) => near.has(post.departmentId));
        return { id, cost: (isNear ? 0 : fromElsewhere) + Math.min(held.get(id) ?? 0, fromElsewhere - 1) };
      })
      .sort((a, b) => a.cost - b.cost || compareText(a.id, b.id))
      .slice(0, mostOffered)
      .map(({ id, cost }) => ({ way: wayIfGranted(view, path, step, id), cost }));
  });
}

const postsOf = (view: View, personId: string, day: Day) =>
  (view.assignmentsOf.get(personId) ?? [])
    .filter((row) => contains(row, day))
    .flatMap((row) => view.posts.get(row.postId) ?? []);

const departmentsOf = (ways: readonly Taker[]): Set<string> =>
  new Set(ways.flatMap(({ departmentId }) => departmentId ?? []));

/** As high as the lowest of those who may; where nobody may, a section head at least to authorise. */
function lowestRank(view: View, duty: string, own: readonly Taker[]): number {
  const ranks = own.flatMap(({ rank }) => rank ?? []);
  if (ranks.length > 0) return Math.min(...ranks);
  return view.duties.get(duty)?.type === "authorise" ? levelRank("section") : 1;
}

/** The never-together rules that what the person holds does not break, and would with the duty. */
export function brokenByHolding(
  view: View,
  rules: readonly Rule[],
  day: Day,
): (personId: string, duty: string) => Rule[] {
  const tests = rules.flatMap((rule) =>
    rule.kind === "never-together"
      ? [{ rule, match: matcher(view, rule.parameters.duties), most: rule.parameters.maxHeld }]
      : [],
  );
  const duties = new Map<string, string[]>();
  return (personId, duty) => {
    const own =
      duties.get(personId) ??
      view
        .holdingsOf(personId)
        .filter((row) => contains(row, day))
        .map((row) => row.duty);
    duties.set(personId, own);
    return tests.flatMap(({ rule, match, most }) => {
      const isAsked = match(duty).length > 0;
      const isBroken =
        isAsked && matchedCount(match, [...own, duty]) > Math.max(most, matchedCount(match, own));
      return isBroken ? [rule] : [];
    });
  };
}
