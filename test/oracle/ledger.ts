// The tenure ledger once more, day by day, from docs/rotation.md: who sits where since when, and what is to be looked at.
import { addDays, addMonths, contains, type Day } from "../../shared/domain/day.ts";
import type { Assignment, Post } from "../../shared/domain/organisation.ts";
import type { ControlEvidence, Exemption, TenurePolicy } from "../../shared/domain/rotation.ts";
import type { World } from "../../shared/domain/world.ts";
import { groundOf } from "./ground.ts";
import { familiesOf } from "./term.ts";

export interface NaiveLine {
  person: string;
  post: string;
  start: Day;
  left: Day | null;
  due: Day | null;
  state: string;
  daysLeft: number | null;
  exemption: string | null;
  concerns: string[];
}
interface Run {
  start: Day;
  /** First day away; null: it goes on for good. */
  end: Day | null;
  post: Post;
  services: Assignment[];
}

const real = (it: Assignment): boolean => it.until === null || it.until > it.from;
const inFamily = (world: World, personId: string, family: readonly string[]): Assignment[] =>
  world.assignments.filter((it) => it.personId === personId && family.includes(it.postId) && real(it));

/** Walks from day to day: a stretch ends where nobody serves; the next joins it when it begins within twelve months. */
function runsOf(world: World, personId: string, family: readonly string[]): Run[] {
  const services = inFamily(world, personId, family);
  const days = services.flatMap(({ from, until }) => [from, until ?? from]).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const serves = (day: Day): boolean => services.some((it) => contains(it, day));
  const runs: { start: Day; end: Day | null }[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const run = runs.at(-1);
    if (serves(day)) {
      if (run === undefined || (run.end !== null && day >= addMonths(run.end, 12)))
        runs.push({ start: day, end: null });
      else run.end = null;
    } else if (run && run.end === null) run.end = day;
  }
  return runs.flatMap(({ start, end }) => {
    const own = services
      .filter((it) => it.from >= start && (end === null || it.from < end))
      .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1));
    const post = world.posts.find(({ id }) => id === own.at(-1)?.postId);
    return post?.isKey ? [{ start, end, post, services: own }] : [];
  });
}

/** The post's own policy, else that of its grade. */
function policyOf(world: World, post: Post): TenurePolicy | undefined {
  const ofGrade = world.tenurePolicies.filter(
    ({ riskGrade, postId }) => postId === null && riskGrade === post.riskGrade,
  );
  return world.tenurePolicies.find(({ postId }) => postId === post.id) ?? ofGrade[0];
}
function limitOf(world: World, post: Post): number | null {
  const policy = policyOf(world, post);
  if (policy && policy.postId !== null) return policy.limitMonths;
  return post.tenureLimitMonths ?? policy?.limitMonths ?? null;
}
/** Days from one to the other, counted one by one; backwards below zero. */
function stepsBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) count += 1;
  for (let day = from; day > to; day = addDays(day, -1)) count -= 1;
  return count;
}

/** Rotated: away for at most ninety days, the person and the post still there on the first day away. */
function hasRotated(world: World, personId: string, run: Run, today: Day): boolean {
  if (run.end === null || run.end > today || today > addDays(run.end, 90)) return false;
  const person = world.people.find(({ id }) => id === personId);
  if (person?.leavesOn && person.leavesOn <= run.end) return false;
  if (run.post.until !== null && run.post.until <= run.end) return false;
  const lastDay = addDays(run.end, -1);
  return run.services.some(
    (it) =>
      contains(it, lastDay) && !contains(it, run.end ?? "") && ["substantive", "acting"].includes(it.kind),
  );
}

/** Posts that are one place: a family, or posts renamed into each other. */
function placesOf(world: World, families: readonly string[][]): string[][] {
  const left = world.posts.map(({ id }) => id).filter((id) => !families.some((one) => one.includes(id)));
  const places = [...families];
  for (const id of left) {
    if (places.some((place) => place.includes(id))) continue;
    const place = [id];
    for (let size = 0; size < place.length; ) {
      size = place.length;
      for (const { id: own, successorId } of world.posts) {
        if (successorId === null) continue;
        if (place.includes(own) && !place.includes(successorId)) place.push(successorId);
        if (place.includes(successorId) && !place.includes(own)) place.push(own);
      }
    }
    places.push(place);
  }
  return places;
}

/** Days of the last two years on which the person was gone from a place held in their own right, for a year at least. */
function leavingsOf(world: World, personId: string, places: readonly string[][], today: Day): Day[] {
  const found: Day[] = [];
  for (let day = addMonths(today, -25); day <= today; day = addDays(day, 1)) {
    const isLeft = places.some((place) => {
      const holds = (on: Day): boolean =>
        inFamily(world, personId, place).some((it) => it.kind === "substantive" && contains(it, on));
      if (!holds(addDays(day, -1)) || holds(day)) return false;
      for (let next = day; next < addMonths(day, 12); next = addDays(next, 1)) if (holds(next)) return false;
      return true;
    });
    if (isLeft) found.push(day);
  }
  return found;
}

function exemptionConcerns(exemption: Exemption, evidence: readonly ControlEvidence[], today: Day): string[] {
  const found: string[] = [];
  if (addMonths(exemption.from, 36) < exemption.until) found.push("exemption-open");
  if (exemption.approver === null || exemption.reviewOn === null || exemption.docNo === null)
    found.push("exemption-lacks");
  // The control of these worlds says nothing of how often: every quarter.
  for (let nth = 0; addMonths(exemption.from, nth * 3) < exemption.until; nth += 1) {
    const from = addMonths(exemption.from, nth * 3);
    const end = [addMonths(exemption.from, nth * 3 + 3), exemption.until].sort()[0] ?? from;
    const isShown = evidence.some((it) => it.subjectId === exemption.id && it.from === from);
    if (end <= today && !isShown) {
      found.push("evidence-missing");
      break;
    }
  }
  return found;
}

export function naiveLedger(world: World, evidence: readonly ControlEvidence[], today: Day): NaiveLine[] {
  const families = familiesOf(groundOf(world, today));
  const places = placesOf(world, families);
  return world.people
    .filter(({ isSystem }) => !isSystem)
    .flatMap((person) =>
      families.flatMap((family) => {
        const runs = runsOf(world, person.id, family);
        return runs.flatMap((run, index): NaiveLine[] => {
          const isThere = contains({ from: run.start, until: run.end }, today);
          if (!isThere && !hasRotated(world, person.id, run, today)) return [];
          const limit = limitOf(world, run.post);
          const due = limit === null ? null : addMonths(run.start, limit);
          const daysLeft = due === null || !isThere ? null : stepsBetween(today, due);
          const own = world.exemptions.filter(
            (it) => it.personId === person.id && family.includes(it.postId),
          );
          const live = own.filter((it) => contains(it, today)).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
          const plain =
            daysLeft === null || daysLeft > 180
              ? "normal"
              : daysLeft > 90
                ? "warning"
                : daysLeft > 0
                  ? "near"
                  : daysLeft === 0
                    ? "due"
                    : "overdue";
          const state = !isThere ? "rotated" : live ? "exempt" : plain;
          const concerns = new Set<string>();
          if (isThere) {
            const left = leavingsOf(world, person.id, places, today);
            if (
              left.some((a) => left.some((b) => a < b && b < addMonths(a, 12) && b > addMonths(today, -12)))
            )
              concerns.add("moved-twice");
            if (addMonths(run.start, 120) <= today) concerns.add("ten-years");
            if (limit === null) concerns.add("no-limit");
            const before = runs[index - 1];
            const policy = policyOf(world, run.post);
            if (before?.end && run.start < addMonths(before.end, policy?.coolingOffMonths ?? 24))
              concerns.add("back-too-soon");
            if (live) for (const kind of exemptionConcerns(live, evidence, today)) concerns.add(kind);
            else if (state === "overdue" && own.some((it) => it.until <= today && it.until > run.start))
              concerns.add("exemption-expired");
          }
          return [
            {
              person: person.id,
              post: run.post.id,
              start: run.start,
              left: isThere ? null : run.end,
              due,
              state,
              daysLeft,
              exemption: (isThere && live?.id) || null,
              concerns: [...concerns].sort(),
            },
          ];
        });
      }),
    )
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
