// What would mend a plan that leaves something unfilled, cheapest first: each way is the problem with one thing given up.
import type { Text } from "../domain/text.ts";
import { withHandBy } from "./hand-by.ts";
import type { ProblemPost, RotationPlan, RotationProblem } from "./plan.ts";
import type { Bar } from "./relaxed/bars.ts";
import { type Reach, reachOf } from "./relaxed/reach.ts";
import { workdayLineOf } from "./workday-line.ts";

export interface Relaxation {
  type: "special-audit" | "share" | "notice" | "qualification" | "min-stay" | "cooling-off" | "relation";
  /** What is given up, and what has to be done instead. */
  sentence: Text;
  postId: string | null;
  personId: string | null;
  /** The problem without it. */
  problem: RotationProblem;
}
export interface TriedRelaxation extends Relaxation {
  plan: RotationPlan;
}

/** Of so many places left over at most, the ways are looked for. */
const placesAtMost = 3;
/** People named for one place and constraint. */
const peopleAtMost = 2;

/** Each way with the plan that `solve` finds for it; stops after `tries` of them. */
export function* relaxations(
  problem: RotationProblem,
  plan: Pick<RotationPlan, "cannotRotate">,
  solve: (problem: RotationProblem) => RotationPlan,
  tries: number,
): Generator<TriedRelaxation> {
  let left = tries;
  for (const way of relaxedProblems(problem, plan)) {
    if (left-- <= 0) return;
    yield { ...way, plan: solve(way.problem) };
  }
}

/** The ways by themselves, for whoever solves elsewhere. The order: what costs the unit least comes first. */
export function* relaxedProblems(
  problem: RotationProblem,
  plan: Pick<RotationPlan, "cannotRotate">,
): Generator<Relaxation> {
  const stuck = [...new Set(plan.cannotRotate.map((it) => it.postId))]
    .flatMap((id) => problem.posts.find((post) => post.id === id) ?? [])
    .slice(0, placesAtMost);
  if (stuck.length === 0) return;
  yield* audited(problem, plan);
  yield* wider(problem, stuck);
  yield* sooner(problem, stuck);
  const reach = reachOf(problem);
  for (const post of stuck) yield* unqualified(reach, post);
  for (const post of stuck) yield* eased(reach, post, "min-stay");
  for (const post of stuck) yield* eased(reach, post, "cooling-off");
  for (const post of stuck) yield* related(reach, post);
}

/** Whoever cannot be followed stays, exempt and audited: seats of today for good, later holders a year beyond the limit. */
function* audited(problem: RotationProblem, plan: Pick<RotationPlan, "cannotRotate">): Generator<Relaxation> {
  const waiting = plan.cannotRotate.flatMap((it) => ("personId" in it ? [it] : []));
  if (waiting.length === 0) return;
  const exempt = new Set(waiting.map((it) => `${it.postId} ${it.personId}`));
  const posts = problem.posts.map((post) => {
    const own = waiting.filter((it) => it.postId === post.id);
    if (own.length === 0) return post;
    const isLater = own.some((it) => post.seats.every((seat) => seat.personId !== it.personId));
    return {
      ...post,
      limitMonths: isLater && post.limitMonths !== null ? post.limitMonths + 12 : post.limitMonths,
      seats: post.seats.map((seat) => {
        if (!exempt.has(`${post.id} ${seat.personId}`)) return seat;
        const ends = seat.endsOn ?? problem.people.find((it) => it.id === seat.personId)?.leavesOn ?? null;
        return { ...seat, overdueFrom: null, handBy: ends };
      }),
    };
  });
  const [only] = waiting.length === 1 ? waiting : [];
  yield {
    type: "special-audit",
    sentence: {
      zh: `对不能按期轮岗的 ${waiting.length} 处办理有期限的豁免，并安排专项审计`,
      en: `Exempt the ${waiting.length} holder(s) who cannot be followed in time, with an end, and have them audited`,
    },
    postId: only?.postId ?? null,
    personId: only?.personId ?? null,
    problem: { ...problem, posts },
  };
}

function* wider(problem: RotationProblem, stuck: readonly ProblemPost[]): Generator<Relaxation> {
  for (const id of new Set(stuck.map((it) => it.departmentId))) {
    const department = problem.departments.find((it) => it.id === id);
    if (!department) continue;
    const departments = problem.departments.map((it) => (it.id === id ? { ...it, cap: it.cap + 1 } : it));
    yield {
      type: "share",
      sentence: {
        zh: `${department.name}：每 ${problem.windowMonths} 个月的到岗由至多 ${department.cap} 次放宽到 ${department.cap + 1} 次`,
        en: `${department.name}: ${department.cap + 1} arrivals in ${problem.windowMonths} months instead of ${department.cap}`,
      },
      postId: null,
      personId: null,
      problem: dueAgain({ ...problem, departments }),
    };
  }
}

/** A change on the first change day, before the notice has run. */
function* sooner(problem: RotationProblem, stuck: readonly ProblemPost[]): Generator<Relaxation> {
  for (const post of stuck) {
    if (post.earliest === null || post.earliest === 0) continue;
    const day = problem.changeDays[0] ?? problem.today;
    const posts = problem.posts.map((it) => (it.id === post.id ? { ...it, earliest: 0 } : it));
    yield {
      type: "notice",
      sentence: {
        zh: `${post.name}：缩短预告期，自 ${day} 起即可调整`,
        en: `${post.name}: a shorter notice, so that it can change from ${day} on`,
      },
      postId: post.id,
      personId: null,
      problem: dueAgain({ ...problem, posts }),
    };
  }
}

function* unqualified({ problem, bars, months }: Reach, post: ProblemPost): Generator<Relaxation> {
  const q = problem.posts.indexOf(post);
  const without = new Set<Bar>(["qualification"]);
  const day = months.firstDay(post.earliest ?? 0);
  for (const code of post.qualifications) {
    const others = post.qualifications.filter((it) => it !== code);
    const may = problem.people.filter(
      (person, p) =>
        bars.barOf(p, q, day) === "qualification" &&
        bars.barOf(p, q, day, without) === null &&
        others.every((it) => person.qualifications.some((own) => own.code === it)),
    );
    if (may.length === 0) continue;
    const posts = problem.posts.map((it) => (it.id === post.id ? { ...it, qualifications: others } : it));
    yield {
      type: "qualification",
      sentence: {
        zh: `${post.name}：先到岗后取得资格 ${code}（限期培训），可多 ${may.length} 名人选`,
        en: `${post.name}: let the qualification ${code} follow by training; ${may.length} more could come`,
      },
      postId: post.id,
      personId: null,
      problem: { ...problem, posts },
    };
  }
}

/** People whom nothing but one constraint keeps from the post when it opens. */
function barredBy({ problem, bars, months }: Reach, post: ProblemPost, bar: Bar): string[] {
  const q = problem.posts.indexOf(post);
  const day = months.firstDay(post.earliest ?? 0);
  return problem.people
    .filter(
      (_, p) =>
        !bars.seatsOf(p).includes(q) &&
        bars.barOf(p, q, day) === bar &&
        bars.barOf(p, q, day, new Set([bar])) === null,
    )
    .map((person) => person.id)
    .slice(0, peopleAtMost);
}

function* eased(reach: Reach, post: ProblemPost, bar: "min-stay" | "cooling-off"): Generator<Relaxation> {
  const { problem } = reach;
  for (const id of barredBy(reach, post, bar)) {
    const person = problem.people.find((it) => it.id === id);
    if (!person) continue;
    const from = problem.posts.find((it) => it.id === person.placeId);
    const isStay = bar === "min-stay";
    if (isStay && !from) continue;
    yield {
      type: bar,
      sentence: isStay
        ? {
            zh: `${person.name} 未满最短任期即可由 ${from?.name ?? ""} 调任 ${post.name}`,
            en: `Let ${person.name} leave ${from?.name ?? ""} for ${post.name} before the minimum stay`,
          }
        : {
            zh: `${person.name} 回避期未满即可回任 ${post.name}`,
            en: `Let ${person.name} return to ${post.name} before the cooling-off has passed`,
          },
      postId: post.id,
      personId: id,
      problem: isStay
        ? {
            ...problem,
            posts: problem.posts.map((it) => (it.id === from?.id ? { ...it, minStayMonths: 0 } : it)),
          }
        : {
            ...problem,
            people: problem.people.map((it) =>
              it.id === id ? { ...it, served: it.served.filter((own) => own.family !== post.family) } : it,
            ),
          },
    };
  }
}

/** Relatives of people of the department who could come but for that. */
function* related({ problem, bars, months }: Reach, post: ProblemPost): Generator<Relaxation> {
  const q = problem.posts.indexOf(post);
  const day = months.firstDay(post.earliest ?? 0);
  const there = new Set(
    problem.posts
      .filter((it) => it.departmentId === post.departmentId)
      .flatMap((it) => it.seats.map((seat) => seat.personId)),
  );
  const nameOf = (id: string): string => problem.people.find((it) => it.id === id)?.name ?? id;
  let left = peopleAtMost;
  for (const [p, person] of problem.people.entries()) {
    const other = person.relativeIds.find((id) => there.has(id));
    if (other === undefined || bars.barOf(p, q, day, new Set<Bar>(["relations"])) !== null) continue;
    if (left-- <= 0) return;
    yield {
      type: "relation",
      sentence: {
        zh: `经批准，${person.name} 可与近亲属 ${nameOf(other)} 同处一部门任 ${post.name}，另设监督`,
        en: `By approval, let ${person.name} come to ${post.name} beside a near relative, ${nameOf(other)}, under supervision`,
      },
      postId: post.id,
      personId: person.id,
      problem: {
        ...problem,
        people: problem.people.map((it) => {
          const gone = it.id === person.id ? other : it.id === other ? person.id : null;
          return gone === null ? it : { ...it, relativeIds: it.relativeIds.filter((id) => id !== gone) };
        }),
      },
    };
  }
}

/** By when each seat must be over, worked out again. */
const dueAgain = (problem: RotationProblem): RotationProblem => ({
  ...problem,
  posts: withHandBy({ ...problem, line: workdayLineOf(problem) }),
});
