// What a plan does not judge, and why: facts that are missing, places that are left alone, matters that cannot be staffed as it is.
import { contains } from "../domain/day.ts";
import type { StaffingAnswer } from "../domain/staffing.ts";
import type { Text } from "../domain/text.ts";
import type { Facts } from "../domain/world.ts";
import { matterWords } from "./matter-words.ts";
import type { ConstraintName, NotApplied, ProblemPost, RotationProblem } from "./plan.ts";
import type { ProblemMatter } from "./problem-matter.ts";
import { countBits } from "./separation.ts";

export interface KnownBeside {
  hasOpenWork: boolean;
  /** Posts with a change on record after today. */
  decidedPostIds: readonly string[];
  /** Matters that today's holders cannot staff, or for which that was not decided. */
  unstaffed: readonly { matter: ProblemMatter; status: StaffingAnswer["status"] }[];
}

export function notAppliedIn(problem: RotationProblem, facts: Facts, known: KnownBeside): NotApplied[] {
  const key = problem.posts.filter((post) => post.isKey);
  return [
    ...unlimited(key),
    ...unknownFacts(problem, key, known.hasOpenWork),
    ...inherentClashes(problem, key),
    ...leftAlone(problem, known.decidedPostIds),
    ...emptyToday(problem.posts, facts),
    ...staffing(problem, facts, known.unstaffed),
    ...unmarkedYears(problem, facts),
  ];
}

const line = (
  constraint: ConstraintName,
  zh: string,
  en: string,
  posts: readonly Pick<ProblemPost, "id">[] = [],
): NotApplied => ({ constraint, reason: { zh, en }, postIds: posts.map(({ id }) => id) });
const lineIf = (isTrue: boolean, ...given: Parameters<typeof line>): NotApplied[] =>
  isTrue ? [line(...given)] : [];

/** So many are named, the rest counted. */
const mostNamed = 5;
function named(names: readonly string[]): Text {
  const shown = names.slice(0, mostNamed);
  const rest = names.length - shown.length;
  return rest === 0
    ? { zh: shown.join("、"), en: shown.join(", ") }
    : { zh: `${shown.join("、")}等 ${names.length} 个`, en: `${shown.join(", ")} and ${rest} more` };
}
const namesOf = (posts: readonly ProblemPost[]): Text => named(posts.map(({ name }) => name));

function unlimited(key: readonly ProblemPost[]): NotApplied[] {
  const without = key.filter((post) => post.limitMonths === null);
  return lineIf(
    without.length > 0,
    "limit",
    `${without.length} 个关键岗位没有任期上限`,
    `${without.length} key posts have no tenure limit`,
    without,
  );
}

function unknownFacts(
  problem: RotationProblem,
  key: readonly ProblemPost[],
  hasOpenWork: boolean,
): NotApplied[] {
  return [
    ...lineIf(
      !key.some((post) => post.qualifications.length > 0),
      "qualification",
      "没有岗位登记任职资格要求",
      "no key post requires a qualification",
    ),
    ...lineIf(
      !problem.people.some((person) => person.relativeIds.length > 0),
      "relations",
      "没有登记人员之间的亲属关系",
      "no kinship between people is on record",
    ),
    ...lineIf(
      problem.separations.length === 0,
      "separation",
      "没有启用“不得兼任”规则",
      "no never-together rule is in force",
    ),
    ...lineIf(
      !hasOpenWork,
      "own-work",
      "没有在办业务件的经办记录",
      "who worked on the open cases is not on record",
    ),
  ];
}

function inherentClashes(problem: RotationProblem, key: readonly ProblemPost[]): NotApplied[] {
  return problem.separations.flatMap(({ title, byPost, maxHeld }) => {
    const inherent = key.filter((post) => countBits(byPost[post.id] ?? 0) > maxHeld);
    return lineIf(
      inherent.length > 0,
      "separation",
      `“${title.zh}”：岗位自身职责已冲突，轮岗无法消除`,
      `"${title.en}": the post's own duties already clash, rotation cannot cure that`,
      inherent,
    );
  });
}

function leftAlone(problem: RotationProblem, decidedPostIds: readonly string[]): NotApplied[] {
  const locked = new Set(problem.people.filter(({ isLocked }) => isLocked).map(({ id }) => id));
  const decided = problem.posts.filter(({ id }) => decidedPostIds.includes(id));
  const waiting = problem.posts.filter(
    (post) =>
      !decidedPostIds.includes(post.id) &&
      post.seats.some(
        (seat) =>
          seat.overdueFrom !== null &&
          seat.overdueFrom < problem.until &&
          (post.earliest === null || locked.has(seat.personId)),
      ),
  );
  return [
    ...lineIf(
      decided.length > 0,
      "posts-held",
      `已登记今后的任职变动，方案不再改动：${namesOf(decided).zh}`,
      `a later change is on record already; left alone: ${namesOf(decided).en}`,
      decided,
    ),
    ...lineIf(
      waiting.length > 0,
      "limit",
      `岗位或任职人已锁定，到期也不调整：${namesOf(waiting).zh}`,
      `the post or its holder is locked and stays past the limit: ${namesOf(waiting).en}`,
      waiting,
    ),
  ];
}

/** Places that are empty already: a plan keeps what there is and fills nothing new. */
function emptyToday(posts: readonly ProblemPost[], facts: Facts): NotApplied[] {
  const minimum = new Map(facts.posts.map((post) => [post.id, post.isKey ? post.headcount : post.minStaff]));
  const empty = posts.filter((post) => post.seats.length < (minimum.get(post.id) ?? 0));
  return lineIf(
    empty.length > 0,
    "posts-held",
    `今日已缺员，不要求补齐：${namesOf(empty).zh}`,
    `short of holders today already, and not asked to be filled: ${namesOf(empty).en}`,
    empty,
  );
}

function staffing(problem: RotationProblem, facts: Facts, unstaffed: KnownBeside["unstaffed"]): NotApplied[] {
  const of = (status: StaffingAnswer["status"]): Text | null => {
    const own = unstaffed.filter((it) => it.status === status).map(({ matter }) => matterWords(matter));
    if (own.length === 0) return null;
    return { zh: named(own.map(({ zh }) => zh)).zh, en: named(own.map(({ en }) => en)).en };
  };
  const [impossible, undecided] = [of("impossible"), of("undecided")];
  const hasLoans = facts.delegations.some((row) => contains(row, problem.today));
  return [
    ...lineIf(
      problem.matters.length + unstaffed.length === 0,
      "staffability",
      "没有登记含内部环节的事项",
      "no matter with a step inside the unit is on record",
    ),
    ...lineIf(
      impossible !== null,
      "staffability",
      `今日任职人已配不齐，不再判断：${impossible?.zh}`,
      `today's holders cannot staff it already, so it is not judged: ${impossible?.en}`,
    ),
    ...lineIf(
      undecided !== null,
      "staffability",
      `今日能否配齐未能在工作量上限内判明，不再判断：${undecided?.zh}`,
      `whether today's holders can staff it was not decided within the budget, so it is not judged: ${undecided?.en}`,
    ),
    ...lineIf(
      hasLoans && problem.matters.length > 0,
      "staffability",
      "判断能否配齐人员时，不计转授权",
      "delegations are not counted when matters are staffed",
    ),
  ];
}

/** Years of the horizon for which the calendar has no day: there a holiday may be taken for a working day. */
function unmarkedYears({ changeDays }: RotationProblem, facts: Facts): NotApplied[] {
  const marked = new Set(facts.calendar.map((it) => it.day.slice(0, 4)));
  const years = [...new Set(changeDays.map((day) => day.slice(0, 4)))].filter((year) => !marked.has(year));
  return lineIf(
    years.length > 0,
    "change-day",
    `${years.join("、")} 年工作日历尚未登记，按周一至周五计`,
    `no working calendar for ${years.join(", ")} is on record: Monday to Friday are taken as working days`,
  );
}
