// Why nothing fits, so that it can be counted by hand: people against places, arrivals against the share, relatives.
import type { Day } from "../domain/day.ts";
import type { Text } from "../domain/text.ts";
import type { Bottleneck, RotationProblem } from "./plan.ts";
import { reasonOf } from "./reason.ts";
import { type ShortSet, shortSet } from "./relaxed/hall.ts";
import { listed, monthName } from "./relaxed/names.ts";
import { type Reach, reachOf } from "./relaxed/reach.ts";
import { type ShortShare, shortShare } from "./relaxed/share.ts";

/**
 * A proof that no valid plan exists, if counting gives one: fewer people than places that must be held, fewer arrivals in a
 * department's share than its limits need, or fewer people than places of one department once near relatives are counted
 * once. Else the tightest of the places named in `stuckPostIds`, without a claim. Null: nothing to tell.
 */
export function findBottleneck(problem: RotationProblem, stuckPostIds: readonly string[]): Bottleneck | null {
  const found = bottleneckIn(problem, stuckPostIds);
  return found && { ...found, because: reasonOf(problem, found)?.sentences ?? [] };
}

type Bare = Omit<Bottleneck, "because">;

function bottleneckIn(problem: RotationProblem, stuckPostIds: readonly string[]): Bare | null {
  const reach = reachOf(problem);
  const keys = problem.posts.flatMap((post, q) => (post.isKey ? [q] : []));
  // Whoever is put on a post has left every other, so ordinary posts with a minimum staff take people too.
  const people = shortSet(
    reach,
    problem.posts.map((_, q) => q),
  );
  const share = shortShare(reach);
  if (people && (!share || people.month <= share.month)) return byPeople(reach, people);
  if (share) return byShare(reach, share);
  return shortOfRelatives(reach, keys) ?? tightest(reach, stuckPostIds);
}

function byPeople(reach: Reach, set: ShortSet): Bare {
  const { problem, months } = reach;
  const posts = set.places.flatMap((q) => problem.posts[q] ?? []);
  const people = set.people.flatMap((p) => problem.people[p] ?? []);
  const day = months.close(set.month);
  const others = barred(reach, set);
  return {
    kind: "people",
    day,
    departmentId: null,
    postIds: posts.map((it) => it.id).sort(),
    personIds: people.map((it) => it.id).sort(),
    isProof: true,
    sentence: {
      zh: `到 ${day}，${listed(posts).zh} 共需 ${posts.length} 名不同的人接任或留任，能担任其一的只有 ${people.length} 人：${listed(people).zh}。${others.zh}`,
      en: `By ${day}, ${listed(posts).en} need ${posts.length} different people to take over or stay; only ${people.length} can serve on any of them: ${listed(people).en}. ${others.en}`,
    },
  };
}

/** How many of the others are kept out by what: each person by the constraint that bars them from most of the places. */
function barred(reach: Reach, set: ShortSet): Text {
  const inside = new Set(set.people);
  const posts = [...new Set(set.places)];
  const counts = new Map<string, number>();
  reach.problem.people.forEach((_, person) => {
    if (inside.has(person)) return;
    const own = new Map<string, number>();
    for (const post of posts) {
      const bar = reach.bars.seatsOf(person).includes(post)
        ? "limit"
        : (reach.bars.barOf(person, post, reach.months.firstDay(set.month)) ?? "limit");
      own.set(bar, (own.get(bar) ?? 0) + 1);
    }
    const [most] = [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (most) counts.set(most[0], (counts.get(most[0]) ?? 0) + 1);
  });
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (sorted.length === 0) return { zh: "此外没有别人。", en: "There is nobody else." };
  const zh = sorted.map(([bar, count]) => `${barWords[bar]?.zh ?? bar} ${count} 人`).join("、");
  const en = sorted.map(([bar, count]) => `${barWords[bar]?.en ?? bar} ${count}`).join(", ");
  return { zh: `其余人员：${zh}。`, en: `The others: ${en}.` };
}

const barWords: Record<string, Text> = {
  qualification: { zh: "缺任职资格", en: "lack a qualification" },
  presence: { zh: "不在岗或将离开", en: "are absent or leave" },
  "cooling-off": { zh: "回避期未满", en: "are within the cooling-off" },
  "min-stay": { zh: "最短任期所限", en: "are bound by a minimum stay" },
  separation: { zh: "职责不相容", en: "would clash in duties" },
  relations: { zh: "有近亲属在该部门", en: "have a near relative there" },
  "own-work": { zh: "经办过在办业务", en: "worked on open cases" },
  wishes: { zh: "方案要求排除", en: "are ruled out by the wishes" },
  "change-day": { zh: "锁定或尚不可调整", en: "are locked or cannot move yet" },
  limit: { zh: "任期已满", en: "are at their limit" },
};

function byShare(reach: Reach, short: ShortShare): Bare {
  const { problem, months } = reach;
  const day = months.close(short.month);
  const department = problem.departments.find((it) => it.id === short.departmentId);
  const times = new Map<number, number>();
  for (const post of short.needs) times.set(post, (times.get(post) ?? 0) + 1);
  const counted = [...times].map(([post, count]) => ({
    name: `${problem.posts[post]?.name ?? ""}${count > 1 ? ` ×${count}` : ""}`,
  }));
  const windows = short.windows.map(({ from, past, room }) => {
    const span = `${monthName(from)}–${monthName(from + short.windowMonths - 1)}`;
    return {
      zh: past > 0 ? `${span} ${room} 次（此前已有 ${past} 次）` : `${span} ${room} 次`,
      en: past > 0 ? `${room} in ${span} (${past} before today)` : `${room} in ${span}`,
    };
  });
  return {
    kind: "share",
    day,
    departmentId: short.departmentId,
    postIds: short.needs.flatMap((post) => problem.posts[post]?.id ?? []).sort(),
    personIds: [],
    isProof: true,
    sentence: {
      zh: `${department?.name ?? ""}：按任期上限与已登记的离任，到 ${day} 至少须有 ${short.needs.length} 次到岗（${listed(counted).zh}）；而任意连续 ${short.windowMonths} 个月最多 ${short.cap} 次，一共只容得下 ${short.room} 次：${windows.map((it) => it.zh).join("，")}。`,
      en: `${department?.name ?? ""}: limits and leavings on record need at least ${short.needs.length} arrivals by ${day} (${listed(counted).en}); at most ${short.cap} fit in any ${short.windowMonths} months, so ${short.room} in all: ${windows.map((it) => it.en).join(", ")}.`,
    },
  };
}

/** Hall's condition within each department, near relatives counted once: only one of them can serve there. */
function shortOfRelatives(reach: Reach, keys: readonly number[]): Bare | null {
  const { problem } = reach;
  const indexOf = new Map(problem.people.map((person, at) => [person.id, at]));
  if (problem.people.every((person) => person.relativeIds.length === 0)) return null;
  for (const department of problem.departments) {
    const posts = keys.filter((q) => problem.posts[q]?.departmentId === department.id);
    const seated = new Set(
      problem.posts
        .filter((post) => post.departmentId === department.id)
        .flatMap((post) => post.seats.map((seat) => seat.personId)),
    );
    const body = new Map<number, number>();
    problem.people.forEach((person, p) => {
      for (const id of person.relativeIds) {
        const other = indexOf.get(id);
        // Two who sit there together today may go on.
        if (other === undefined || (seated.has(person.id) && seated.has(id))) continue;
        if (!body.has(p) && !body.has(other)) {
          body.set(p, Math.min(p, other));
          body.set(other, Math.min(p, other));
        }
      }
    });
    const short = shortSet(reach, posts, (p) => body.get(p) ?? p);
    if (!short) continue;
    const plain = byPeople(reach, short);
    const bodies = new Set(short.people.map((p) => body.get(p) ?? p));
    const pairs = [...bodies].flatMap((at) => {
      const both = short.people.filter((p) => body.get(p) === at).flatMap((p) => problem.people[p] ?? []);
      return both.length > 1 ? [both] : [];
    });
    const names = pairs.map((pair) => ({ name: pair.map((it) => it.name).join("/") }));
    const places = short.places.flatMap((q) => problem.posts[q] ?? []);
    return {
      ...plain,
      kind: "relations",
      departmentId: department.id,
      sentence: {
        zh: `到 ${plain.day}，${department.name} 的 ${listed(places).zh} 共需 ${places.length} 名不同的人；能担任其一的有 ${short.people.length} 人，但近亲属不得同在一部门（${listed(names).zh}），至多同时用 ${bodies.size} 人。`,
        en: `By ${plain.day}, ${listed(places).en} of ${department.name} need ${places.length} different people; ${short.people.length} can serve on any of them, but near relatives cannot serve there together (${listed(names).en}): ${bodies.size} at most.`,
      },
    };
  }
  return null;
}

/** No proof: of the places left over, the one with the fewest people who could ever come. */
function tightest(reach: Reach, stuckPostIds: readonly string[]): Bare | null {
  const { problem, months } = reach;
  const stuck = new Set(stuckPostIds);
  const last = months.count - 1;
  const [first] = problem.posts
    .flatMap((post, q) =>
      post.isKey && stuck.has(post.id)
        ? [{ post, people: problem.people.filter((_, p) => reach.mayCount(p, q, last)) }]
        : [],
    )
    .sort((a, b) => a.people.length - b.people.length || (a.post.id < b.post.id ? -1 : 1));
  if (!first) return null;
  const day: Day = months.close(last);
  const department = problem.departments.find((it) => it.id === first.post.departmentId);
  return {
    kind: "people",
    day,
    departmentId: null,
    postIds: [first.post.id],
    personIds: first.people.map((it) => it.id).sort(),
    isProof: false,
    sentence: {
      zh: `未能在期限内为 ${first.post.name} 排定接任人；计划期内可能到任的有 ${first.people.length} 人：${listed(first.people).zh}；${department?.name ?? "该部门"} 每 ${problem.windowMonths} 个月最多 ${department?.cap ?? 0} 次到岗。尚不能证明无解。`,
      en: `No successor could be placed in time at ${first.post.name}; ${first.people.length} could come at some time: ${listed(first.people).en}; ${department?.name ?? "its department"} takes at most ${department?.cap ?? 0} arrivals in ${problem.windowMonths} months. That no plan exists is not proved.`,
    },
  };
}
