// The posts of a rotation problem: their limits, who sits there since when, and from when a change is possible.
import { addDays, addMonths, contains, type Day, type Period } from "../domain/day.ts";
import type { Assignment, Person } from "../domain/organisation.ts";
import { defaultOverlapDays } from "../domain/rotation.ts";
import {
  coolingOffMonths,
  exemptionOn,
  policyOf,
  type TenureFamily,
  tenureFamilies,
  tenureLimitMonths,
  tenureTerms,
} from "../domain/tenure-term.ts";
import type { Facts } from "../domain/world.ts";
import type { ProblemPost, ProblemSeat } from "./plan.ts";

/** Notice before a change where the unit has no policy for the risk grade (norms §4.4, practice). */
const defaultNoticeDays = 30;

/** No change at the post before `until`; null: none in the horizon. */
export interface PostLock {
  postId: string;
  until: Day | null;
}

export const isCounted = (assignment: Assignment): boolean =>
  assignment.kind === "substantive" || assignment.kind === "acting";

/**
 * Every post in force today, by id; `handBy` of its seats is still open (`withHandBy`). `peopleIds` names who may hold
 * a seat: people, not system accounts. `gapMonths`: of the tenure rule.
 */
export function problemPosts(
  facts: Facts,
  today: Day,
  changeDays: readonly Day[],
  locks: readonly PostLock[],
  peopleIds: ReadonlySet<string>,
  gapMonths: number,
): ProblemPost[] {
  const personOf = new Map(facts.people.map((it) => [it.id, it]));
  const departmentName = new Map(facts.departments.map((it) => [it.id, it.name]));
  const families = tenureFamilies(facts);
  const familyOf = new Map(families.flatMap((family) => family.postIds.map((id) => [id, family] as const)));
  const termStart = new Map(
    tenureTerms(facts, gapMonths)
      .filter((term) => contains(term, today))
      .map((term) => [JSON.stringify([term.personId, term.family.postIds[0]]), term.from]),
  );
  const byPost = new Map<string, Assignment[]>();
  for (const it of facts.assignments) {
    if (isCounted(it) && peopleIds.has(it.personId))
      byPost.set(it.postId, [...(byPost.get(it.postId) ?? []), it]);
  }

  return facts.posts
    .filter((post) => contains(post, today))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((post): ProblemPost => {
      const family = familyOf.get(post.id);
      const limitMonths = post.isKey ? tenureLimitMonths(post, facts.tenurePolicies) : null;
      const policy = post.isKey ? policyOf(post, facts.tenurePolicies) : undefined;
      const seats = servingRuns(byPost.get(post.id) ?? [], today).map((run): ProblemSeat => {
        const startedOn = termStart.get(JSON.stringify([run.personId, family?.postIds[0]])) ?? run.from;
        return {
          personId: run.personId,
          startedOn,
          endsOn: run.until,
          ...limitsOf(facts, run.personId, family, startedOn, limitMonths, today),
          handBy: null,
          excused: null,
        };
      });
      const minimum = post.isKey ? post.headcount : post.minStaff;
      const lock = locks.find((it) => it.postId === post.id);
      const noticed = post.isKey ? addDays(today, policy?.noticeDays ?? defaultNoticeDays) : today;
      const opens = lock?.until && lock.until > noticed ? lock.until : noticed;
      const earliest = changeDays.findIndex((day) => day >= opens);
      return {
        id: post.id,
        name: post.name,
        departmentId: post.departmentId,
        departmentName: departmentName.get(post.departmentId) ?? post.departmentId,
        level: post.level,
        isKey: post.isKey,
        riskGrade: post.riskGrade,
        headcount: post.headcount,
        qualifications: [...new Set(post.qualifications)].sort(),
        until: post.until,
        limitMonths,
        minStayMonths: Math.min(policy?.minStayMonths ?? 0, limitMonths ?? Number.MAX_SAFE_INTEGER),
        // A break shorter than the gap of the tenure rule would let the old term run on.
        coolingOffMonths: Math.max(coolingOffMonths(post, facts.tenurePolicies), gapMonths),
        family: family?.postIds[0] ?? null,
        earliest: earliest < 0 || lock?.until === null ? null : earliest,
        overlapDays: post.isKey ? (policy?.overlapDays ?? defaultOverlapDays) : 0,
        site: commonestSite(seats.flatMap((seat) => personOf.get(seat.personId) ?? [])),
        required: Math.min(minimum, seats.length),
        seats,
      };
    });
}

/** Of sites equally common the first by name. */
function commonestSite(holders: readonly Person[]): string | null {
  const counts = new Map<string, number>();
  for (const { site } of holders) if (site !== null) counts.set(site, (counts.get(site) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/** Who serves today, one run per person: service that goes on without a break counts as one. */
function servingRuns(assignments: readonly Assignment[], today: Day): (Period & { personId: string })[] {
  const people = [...new Set(assignments.map((it) => it.personId))].sort();
  return people.flatMap((personId) => {
    const own = assignments
      .filter((it) => it.personId === personId)
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    let run: Period | undefined;
    for (const it of own) {
      if (run && (run.until === null || it.from <= run.until)) {
        if (run.until !== null && (it.until === null || it.until > run.until)) run.until = it.until;
      } else if (!run || !contains(run, today)) run = { from: it.from, until: it.until };
    }
    return run && contains(run, today) ? [{ personId, ...run }] : [];
  });
}

function limitsOf(
  facts: Facts,
  personId: string,
  family: TenureFamily | undefined,
  startedOn: Day,
  limitMonths: number | null,
  today: Day,
): Pick<ProblemSeat, "dueOn" | "overdueFrom" | "staysUntil"> {
  const afterExemptions = (day: Day): Day => {
    let free = day;
    for (;;) {
      const exemption = family && exemptionOn(facts.exemptions, personId, family, free);
      if (!exemption) return free;
      free = exemption.until;
    }
  };
  const free = afterExemptions(today);
  const dueOn = limitMonths === null ? null : addMonths(startedOn, limitMonths);
  return {
    dueOn,
    overdueFrom: dueOn === null ? null : afterExemptions(dueOn < today ? today : addDays(dueOn, 1)),
    staysUntil: free === today ? null : free,
  };
}
