// From the facts of a workbook to a rotation problem: plain rows that a worker thread can take.
import { addMonths, type Day } from "../domain/day.ts";
import type { Rule, RuleOf } from "../domain/rule.ts";
import { defaultGapMonths, tenureFamilies } from "../domain/tenure-term.ts";
import type { Text } from "../domain/text.ts";
import type { Facts } from "../domain/world.ts";
import { isInForce } from "../rules/finding.ts";
import { changeDaysFrom, horizonEnd } from "./change-days.ts";
import { withHandBy } from "./hand-by.ts";
import type {
  ConstraintName,
  LeaveDemand,
  NotApplied,
  PlanWishes,
  ProblemBlock,
  ProblemDepartment,
  ProblemPost,
  RotationProblem,
} from "./plan.ts";
import { problemPeople, rosterIds } from "./problem-people.ts";
import { isCounted, type PostLock, problemPosts } from "./problem-posts.ts";
import { countBits, separationsOf } from "./separation.ts";
import { workdayLineOf } from "./workday-line.ts";

/** Somebody did `duty` in a case of the matter that is taken to be open until `until`. */
export interface OpenWork {
  personId: string;
  matterId: string;
  duty: string;
  until: Day;
}

export interface RotationOptions {
  today: Day;
  /** Planned calendar months after that of today, 12 to 60. */
  months: number;
  seed: number;
  /** Work units; without it `suggestedUnits` of the problem's size. */
  units?: number | undefined;
  rules: readonly Rule[];
  casesOpen?: readonly OpenWork[] | undefined;
  locks?: readonly PostLock[] | undefined;
  lockedPersonIds?: readonly string[] | undefined;
  /** Calendar months (1–12) without changes. */
  blackOutMonths?: readonly number[] | undefined;
  /** Share of a department's key posts that may see an arrival within `windowMonths` (norms §4.2, practice). */
  share?: { of: number; in: number } | undefined;
  wishes?: Partial<PlanWishes> | undefined;
  leaves?: readonly LeaveDemand[] | undefined;
}

const windowMonths = 6;

/** Units after which a better plan has become unlikely on the sizes measured (docs/benchmarks.md). */
export const suggestedUnits = (posts: number, months: number): number =>
  Math.max(2_000_000, posts * months * 1_500);

export function rotationProblem(facts: Facts, options: RotationOptions): RotationProblem {
  const { today, months, rules } = options;
  const until = horizonEnd(today, months);
  const changeDays = changeDaysFrom(today, months, facts.calendar, options.blackOutMonths ?? []);
  const ids = new Set(rosterIds(facts, today, until));
  const decided = decidedAhead(facts, today, until, ids);
  const locks = [...(options.locks ?? []), ...decided.postIds.map((postId) => ({ postId, until: null }))];
  const families = tenureFamilies(facts);
  const familyOf = new Map(
    families.flatMap((family) => family.postIds.map((id) => [id, family.postIds[0] ?? id] as const)),
  );
  const gapMonths = gapMonthsOf(rules, today);
  const bare = problemPosts(facts, today, changeDays, locks, ids, gapMonths);
  const locked = new Set([...(options.lockedPersonIds ?? []), ...decided.personIds]);
  const people = problemPeople(facts, today, until, bare, locked, familyOf);
  const inForce = rules.filter(
    (rule): rule is RuleOf<"never-together"> => rule.kind === "never-together" && isInForce(rule, today),
  );
  const calendar = facts.calendar
    .map(({ day, isWorkday }) => ({ day, isWorkday }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const departments = departmentsOf(facts, bare, today, options.share ?? { of: 1, in: 3 });
  const line = workdayLineOf({ today, until, calendar });
  const posts = withHandBy({ posts: bare, people, departments, changeDays, windowMonths, until, line });
  const separations = separationsOf(facts, inForce, { from: today, until });
  const problem: RotationProblem = {
    today,
    until,
    months,
    seed: options.seed,
    units: options.units ?? suggestedUnits(posts.filter((post) => post.isKey).length, months),
    changeDays,
    windowMonths,
    posts,
    people,
    departments,
    separations,
    blocks: blocksOf(facts, options.casesOpen ?? []),
    matters: [],
    calendar,
    wishes: wishesOf(options.wishes ?? {}),
    leaves: [...(options.leaves ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
    notApplied: [],
  };
  problem.notApplied = [
    ...notAppliedIn(problem, options.casesOpen !== undefined, decided.postIds),
    ...unmarkedYears(problem, facts),
  ];
  return problem;
}

/** The longest gap that a tenure rule in force bridges; without a rule the practice of the norms. */
function gapMonthsOf(rules: readonly Rule[], today: Day): number {
  const gaps = rules.flatMap((rule) =>
    rule.kind === "tenure" && isInForce(rule, today) ? [rule.parameters.gapMonths] : [],
  );
  return gaps.length > 0 ? Math.max(...gaps) : defaultGapMonths;
}

/** The same wishes in whatever order they were made are the same problem. */
function wishesOf(given: Partial<PlanWishes>): PlanWishes {
  const sorted = <T>(list: readonly T[], key: (it: T) => readonly (string | null)[]): T[] =>
    [...list].sort((a, b) => (JSON.stringify(key(a)) < JSON.stringify(key(b)) ? -1 : 1));
  const byMove = (it: PlanWishes["fixed"][number]) => [it.day, it.personId, it.fromPostId, it.toPostId];
  return {
    fixed: sorted(given.fixed ?? [], byMove),
    forbidden: sorted(given.forbidden ?? [], (it) => [it.personId, it.postId, it.from, it.until]),
    announced: given.announced ? sorted(given.announced, byMove) : null,
  };
}

/** Posts and people with a change on record after today: it is decided already, so the plan leaves them alone. */
function decidedAhead(
  facts: Facts,
  today: Day,
  until: Day,
  ids: ReadonlySet<string>,
): { postIds: string[]; personIds: string[] } {
  const ahead = facts.assignments.filter(
    (it) =>
      isCounted(it) &&
      ids.has(it.personId) &&
      it.from > today &&
      it.from < until &&
      !facts.assignments.some(
        (before) =>
          before.personId === it.personId &&
          before.postId === it.postId &&
          before.from < it.from &&
          (before.until === null || before.until >= it.from),
      ),
  );
  const personIds = new Set(ahead.map((it) => it.personId));
  const left = facts.assignments.filter((it) => personIds.has(it.personId) && it.from <= today);
  const postIds = new Set([...ahead, ...left].map((it) => it.postId));
  return { postIds: [...postIds].sort(), personIds: [...personIds].sort() };
}

function departmentsOf(
  facts: Facts,
  posts: readonly ProblemPost[],
  today: Day,
  share: { of: number; in: number },
): ProblemDepartment[] {
  const since = addMonths(`${today.slice(0, 8)}01`, 1 - windowMonths);
  const key = new Map(posts.filter((post) => post.isKey).map((post) => [post.id, post]));
  const arrivals = facts.assignments.filter(
    (it) =>
      isCounted(it) &&
      key.has(it.postId) &&
      it.from >= since &&
      it.from <= today &&
      !facts.assignments.some(
        (before) =>
          before.personId === it.personId &&
          before.postId === it.postId &&
          before.from < it.from &&
          (before.until === null || before.until >= it.from),
      ),
  );
  return [...new Set([...key.values()].map((post) => post.departmentId))].sort().map((id) => {
    const own = [...key.values()].filter((post) => post.departmentId === id);
    return {
      id,
      name: own[0]?.departmentName ?? id,
      cap: Math.max(1, Math.floor((own.length * share.of) / share.in)),
      pastArrivals: arrivals
        .filter((it) => key.get(it.postId)?.departmentId === id)
        .map((it) => it.from)
        .sort(),
    };
  });
}

/** Verify, authorise and supervise posts of a matter are closed to who did another duty in its open cases. */
function blocksOf(facts: Facts, work: readonly OpenWork[]): ProblemBlock[] {
  const typeOf = new Map(facts.duties.map((duty) => [duty.code, duty.type]));
  const stepOf = new Map(facts.steps.map((step) => [step.id, step]));
  const latest = new Map<string, ProblemBlock>();
  for (const authority of facts.authorities) {
    const step = stepOf.get(authority.stepId);
    const type = step && typeOf.get(step.duty);
    if (!step || authority.postId === null) continue;
    if (type !== "verify" && type !== "authorise" && type !== "supervise") continue;
    for (const it of work) {
      if (it.matterId !== step.matterId || it.duty === step.duty) continue;
      const key = JSON.stringify([it.personId, authority.postId]);
      const before = latest.get(key);
      if (!before || before.until < it.until) {
        latest.set(key, { personId: it.personId, postId: authority.postId, until: it.until });
      }
    }
  }
  return [...latest.keys()].sort().flatMap((key) => latest.get(key) ?? []);
}

/** Years of the horizon for which the calendar has no day: there a holiday may be taken for a working day. */
function unmarkedYears({ changeDays }: RotationProblem, facts: Facts): NotApplied[] {
  const marked = new Set(facts.calendar.map((it) => it.day.slice(0, 4)));
  const years = [...new Set(changeDays.map((day) => day.slice(0, 4)))].filter((year) => !marked.has(year));
  if (years.length === 0) return [];
  const reason: Text = {
    zh: `${years.join("、")} 年工作日历尚未登记，按周一至周五计`,
    en: `no working calendar for ${years.join(", ")} is on record: Monday to Friday are taken as working days`,
  };
  return [{ constraint: "change-day", reason, postIds: [] }];
}

function notAppliedIn(
  problem: RotationProblem,
  hasOpenWork: boolean,
  decidedPostIds: readonly string[],
): NotApplied[] {
  const list: NotApplied[] = [];
  const add = (constraint: ConstraintName, zh: string, en: string, postIds: readonly string[] = []): void => {
    const reason: Text = { zh, en };
    list.push({ constraint, reason, postIds: [...postIds] });
  };
  const key = problem.posts.filter((post) => post.isKey);
  const without = key.filter((post) => post.limitMonths === null).map((post) => post.id);
  if (without.length > 0) {
    add(
      "limit",
      `${without.length} 个关键岗位没有任期上限`,
      `${without.length} key posts have no tenure limit`,
      without,
    );
  }
  if (!key.some((post) => post.qualifications.length > 0)) {
    add("qualification", "没有岗位登记任职资格要求", "no key post requires a qualification");
  }
  if (!problem.people.some((person) => person.relativeIds.length > 0)) {
    add("relations", "没有登记人员之间的亲属关系", "no kinship between people is on record");
  }
  if (problem.separations.length === 0) {
    add("separation", "没有启用“不得兼任”规则", "no never-together rule is in force");
  }
  for (const rule of problem.separations) {
    const inherent = key
      .filter((post) => countBits(rule.byPost[post.id] ?? 0) > rule.maxHeld)
      .map((post) => post.id);
    if (inherent.length === 0) continue;
    const title = rule.title;
    add(
      "separation",
      `“${title.zh}”：岗位自身职责已冲突，轮岗无法消除`,
      `"${title.en}": the post's own duties already clash, rotation cannot cure that`,
      inherent,
    );
  }
  if (!hasOpenWork) {
    add("own-work", "没有在办业务件的经办记录", "who worked on the open cases is not on record");
  }
  if (decidedPostIds.length > 0) {
    add(
      "posts-held",
      "已登记今后的任职变动，方案不再改动",
      "a later change is on record already; left alone",
      decidedPostIds,
    );
  }
  add("staffability", "未逐事项验证人员组合", "whether every matter stays staffable is not tested");
  add("handover-overlap", "同日交接，未安排重叠期", "handover is on one day, without overlap");
  return list;
}
