// Who else could have come to a post on a day, and what each of the next best would break.
import { addMonths, type Day } from "../../domain/day.ts";
import type { Text } from "../../domain/text.ts";
import type { ProblemPost } from "../plan.ts";
import { type Bar, barsOf } from "../relaxed/bars.ts";
import { holdsOn, type Stint, type Timetable } from "../timetable.ts";

export interface Other {
  personId: string;
  /** Null: could come directly; else what that would break, or cost. */
  breaks: Text | null;
}
export interface Others {
  /** Those who could come directly come first, nearest level first; then, if they are few, the next best. */
  best: Other[];
  /** How many could come directly. */
  directly: number;
}

const namedAtMost = 3;

/** Answers for one plan; what it works out of a day is kept for the other moves of that day. */
export function othersIn(timetable: Timetable): (personId: string, post: ProblemPost, day: Day) => Others {
  const { problem } = timetable;
  const bars = barsOf(problem);
  const postIndex = new Map(problem.posts.map((post, at) => [post.id, at]));
  const free = new Map<Day, Standing[]>();
  const bound = new Map<Day, Standing[]>();
  const standings = (day: Day): void => {
    if (free.has(day)) return;
    const all = problem.people.flatMap((_, at) => standingOn(timetable, at, day) ?? []);
    free.set(
      day,
      all.filter((it) => it.leaves === null),
    );
    bound.set(
      day,
      all.filter((it) => it.leaves !== null),
    );
  };
  const levelOf = (at: number): string | null => problem.people[at]?.level ?? null;
  return (personId, post, day) => {
    standings(day);
    const at = postIndex.get(post.id) ?? -1;
    const others = (list: readonly Standing[]): Standing[] =>
      list.filter((it) => problem.people[it.person]?.id !== personId && !it.places.includes(post.id));
    const barFor = (it: Standing): Bar | null =>
      bars.barOf(it.person, at, day, ignored) ??
      barInPlan(timetable, problem.people[it.person]?.id ?? "", post, day);
    const nearness = (it: Standing): number => {
      const level = levelOf(it.person);
      return level === post.level ? 0 : level === null ? 2 : 1;
    };
    const byNearness = (a: Standing, b: Standing): number => nearness(a) - nearness(b) || a.person - b.person;
    const named = (it: Standing, breaks: Text | null): Other => ({
      personId: problem.people[it.person]?.id ?? "",
      breaks,
    });
    const barred: { it: Standing; bar: Bar }[] = [];
    const direct: Standing[] = [];
    for (const it of others(free.get(day) ?? [])) {
      const bar = barFor(it);
      if (bar === null) direct.push(it);
      else barred.push({ it, bar });
    }
    const best = direct
      .sort(byNearness)
      .slice(0, namedAtMost)
      .map((it) => named(it, null));
    // Ordinary places are easier to fill again than key ones.
    const next = others(best.length < namedAtMost ? (bound.get(day) ?? []) : []).sort(
      (a, b) => Number(a.leaves?.isKey) - Number(b.leaves?.isKey) || byNearness(a, b),
    );
    for (const it of next) {
      if (best.length >= namedAtMost) break;
      if (barFor(it) !== null) continue;
      const left = it.leaves?.name ?? "";
      best.push(named(it, { zh: `将空出 ${left}，须另补`, en: `would leave ${left} to be filled` }));
    }
    for (const { it, bar } of barred.sort((a, b) => byNearness(a.it, b.it))) {
      if (best.length >= namedAtMost) break;
      best.push(named(it, broken(bar, post)));
    }
    return { best, directly: direct.length };
  };
}
/** Of the start: whoever has left their place by the plan is free of it. */
const ignored: ReadonlySet<Bar> = new Set(["min-stay"]);

interface Standing {
  person: number;
  /** Ids of the places held. */
  places: string[];
  /** A place that must be filled if they go; null: none. */
  leaves: ProblemPost | null;
}

/** Null: the person cannot be moved that day. */
function standingOn(timetable: Timetable, at: number, day: Day): Standing | null {
  const { problem, postOf, byPost, byPerson } = timetable;
  const person = problem.people[at];
  if (!person || person.isLocked || person.alsoIds.length > 0) return null;
  const own = byPerson.get(person.id) ?? [];
  // Whoever comes to another place that day is needed there.
  if (own.some((it) => it.seat === null && it.from === day)) return null;
  const held = own.filter((it) => it.from < day && day <= it.until);
  let leaves: ProblemPost | null = null;
  for (const it of held) {
    const post = postOf.get(it.postId);
    if (!post || person.keptIds.includes(it.postId)) continue;
    if (post.earliest === null) return null;
    if (it.until === day) continue;
    if (isBound(post, it, day)) return null;
    const beside = (byPost.get(it.postId) ?? []).filter((other) => holdsOn(other, day)).length;
    if (post.isKey || beside <= post.required) leaves = post;
  }
  return { person: at, places: held.map((it) => it.postId), leaves };
}

const isBound = (post: ProblemPost, stint: Stint, day: Day): boolean =>
  post.isKey && day < addMonths(stint.from, post.minStayMonths);

/** What the plan's own moves add to the bars of the start: service by the plan, relatives who sit there by then. */
function barInPlan(timetable: Timetable, personId: string, post: ProblemPost, day: Day): Bar | null {
  const { postOf, personOf, byPerson } = timetable;
  if (post.isKey && post.family !== null) {
    for (const it of byPerson.get(personId) ?? []) {
      if (it.from > day || postOf.get(it.postId)?.family !== post.family) continue;
      if (day < addMonths(it.until, post.coolingOffMonths)) return "cooling-off";
    }
  }
  for (const relative of personOf.get(personId)?.relativeIds ?? []) {
    const meets = byPerson.get(relative)?.some((it) => {
      const other = postOf.get(it.postId);
      return holdsOn(it, day) && other?.departmentId === post.departmentId && (other.isKey || post.isKey);
    });
    if (meets) return "relations";
  }
  return null;
}

function broken(bar: Bar, post: ProblemPost): Text {
  const words: Record<Bar, Text> = {
    qualification: {
      zh: `缺资格 ${post.qualifications.join("、")}`,
      en: `lacks ${post.qualifications.join(", ")}`,
    },
    presence: { zh: "当日不在岗", en: "is not there that day" },
    "cooling-off": { zh: "回避期未满", en: "is within the cooling-off" },
    "min-stay": { zh: "离职前不足最短任期", en: "leaves the unit before the minimum stay" },
    separation: { zh: "职责不相容", en: "would clash in duties" },
    relations: { zh: "有近亲属在该部门", en: "has a near relative there" },
    "own-work": { zh: "经办过在办业务", en: "worked on its open cases" },
    wishes: { zh: "方案要求排除", en: "is ruled out by the wishes" },
    "change-day": { zh: "当日不可调整", en: "cannot move that day" },
  };
  return words[bar];
}
