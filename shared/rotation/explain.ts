// Says in words why each move of a plan is made, why by this person, and who else could have come.
import { addMonths, type Day } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import type { Text } from "../domain/text.ts";
import { checkCoolingOff } from "./constraints/cooling-off.ts";
import { checkMinStay } from "./constraints/min-stay.ts";
import { checkOneKeyPost } from "./constraints/one-key-post.ts";
import { checkOwnWork } from "./constraints/own-work.ts";
import { checkPresence } from "./constraints/presence.ts";
import { checkQualification } from "./constraints/qualification.ts";
import { checkRelations } from "./constraints/relations.ts";
import { checkSeparation } from "./constraints/separation.ts";
import type { ProblemPost, RotationPlan, RotationProblem } from "./plan.ts";
import { overdueFrom, replay, type Stint, type Timetable } from "./timetable.ts";

export interface MoveReason {
  move: Move;
  /** Why the post changes now and why this person may come. */
  reason: Text;
  /** Who else could have come without a further move; null where nobody comes to a post. */
  alternatives: Text | null;
  /** Their ids, nearest level first, the best `namedAtMost` of `alternativeCount`. */
  alternativeIds: string[];
  alternativeCount: number;
}

const namedAtMost = 3;
/** What binds the arrival of one person, whatever the others do. */
const personal = [
  checkPresence,
  checkQualification,
  checkCoolingOff,
  checkSeparation,
  checkOwnWork,
  checkRelations,
  checkOneKeyPost,
  checkMinStay,
];

/** One reason per move, in the plan's order. */
export function explainPlan(problem: RotationProblem, plan: Pick<RotationPlan, "moves">): MoveReason[] {
  const timetable = replay(problem, plan.moves);
  return plan.moves.map((move) => {
    const to = move.toPostId === null ? undefined : timetable.postOf.get(move.toPostId);
    if (!to)
      return {
        move,
        reason: leaving(timetable, move),
        alternatives: null,
        alternativeIds: [],
        alternativeCount: 0,
      };
    const others = othersFor(timetable, move, to);
    const names = others.slice(0, namedAtMost).map((id) => timetable.personOf.get(id)?.name ?? id);
    return {
      move,
      reason: arriving(timetable, move, to),
      alternatives: alternativesIn(others.length, names),
      alternativeIds: others.slice(0, namedAtMost),
      alternativeCount: others.length,
    };
  });
}

function alternativesIn(count: number, names: readonly string[]): Text {
  if (count === 0) {
    return { zh: "当日没有其他可直接接任的人选", en: "nobody else could come directly that day" };
  }
  return {
    zh: `另有 ${count} 人可直接接任，依次为 ${names.join("、")}`,
    en: `${count} other(s) could come directly, first ${names.join(", ")}`,
  };
}

function leaving(timetable: Timetable, move: Move): Text {
  const from = timetable.postOf.get(move.fromPostId ?? "");
  const why = from ? whyChange(timetable, from, move.day, move.personId) : { zh: "", en: "" };
  const rest = { zh: "转为机动，待安排", en: "goes to reserve" };
  return { zh: `${why.zh}；${rest.zh}`, en: `${why.en}; ${rest.en}` };
}

function arriving(timetable: Timetable, move: Move, to: ProblemPost): Text {
  const handed = timetable.index.line.plus(move.day, to.overlapDays);
  // Whoever leaves by record may still be there for a while: the next to go is the one followed.
  const leaver = (timetable.byPost.get(to.id) ?? [])
    .filter((it) => it.from < move.day && it.until >= move.day && it.until < timetable.problem.until)
    .filter((it) => !it.isLeftByMove || it.until <= handed)
    .sort((a, b) => (a.until < b.until ? -1 : 1))[0];
  const why = leaver
    ? whyChange(timetable, to, leaver.until, leaver.personId)
    : { zh: `${to.name} 有空缺`, en: `${to.name} has a free place` };
  const fits: Text[] = [];
  if (to.qualifications.length > 0) {
    const codes = to.qualifications.join("、");
    fits.push({ zh: `具备资格 ${codes}`, en: `holds ${to.qualifications.join(", ")}` });
  }
  const served = lastService(timetable, move, to);
  if (to.isKey) {
    fits.push(
      served === null
        ? { zh: "未曾任该岗位", en: "has not held the post before" }
        : { zh: `离任该岗位（${served}）已满回避期`, en: `the cooling-off since ${served} has passed` },
    );
    fits.push({ zh: "与所留职责、亲属关系不冲突", en: "no clash with duties kept or with relatives" });
  }
  const from = move.fromPostId === null ? undefined : timetable.postOf.get(move.fromPostId);
  const origin = from
    ? { zh: `由 ${from.name} 调入`, en: `comes from ${from.name}` }
    : { zh: "由机动人员中调入", en: "comes from reserve" };
  const all = [origin, ...fits];
  return {
    zh: `${why.zh}；${all.map((it) => it.zh).join("，")}`,
    en: `${why.en}; ${all.map((it) => it.en).join(", ")}`,
  };
}

/** Why the post's holder goes on that day: leaving, overdue, due before the next chance, early at no cost, or for a chain. */
function whyChange(timetable: Timetable, post: ProblemPost, day: Day, personId: string): Text {
  const { problem, personOf } = timetable;
  const stint = (timetable.byPost.get(post.id) ?? []).find(
    (it) => it.personId === personId && it.until === day,
  );
  const name = personOf.get(personId)?.name ?? personId;
  const leavesOn = personOf.get(personId)?.leavesOn ?? stint?.seat?.endsOn ?? null;
  const next = problem.changeDays.find((it) => it > day) ?? problem.until;
  if (leavesOn !== null && leavesOn < next) {
    return {
      zh: `${name} ${leavesOn} 起不再任 ${post.name}`,
      en: `${name} leaves ${post.name} by ${leavesOn}`,
    };
  }
  const overdue = stint && post.isKey ? overdueFrom(post, stint) : null;
  if (!stint || overdue === null) {
    return {
      zh: `${name} 调离 ${post.name}，须补位`,
      en: `${name} moves on from ${post.name}, which must be filled`,
    };
  }
  const due = stint.seat?.dueOn ?? addMonths(stint.from, post.limitMonths ?? 0);
  const limit = {
    zh: `上限 ${post.limitMonths} 个月，${due} 到期`,
    en: `limit ${post.limitMonths} months, due ${due}`,
  };
  if (overdue < day) {
    return {
      zh: `${name} 任 ${post.name} 已超期（${limit.zh}）`,
      en: `${name} is overdue at ${post.name} (${limit.en})`,
    };
  }
  if (overdue < next) {
    return {
      zh: `${name} 任 ${post.name} 将到期（${limit.zh}），此后已无更晚的调整日`,
      en: `${name} falls due at ${post.name} (${limit.en}) before the next change day`,
    };
  }
  return {
    zh: `${name} 提前调离 ${post.name}（${limit.zh}），为部门比例或他岗接任腾出余地`,
    en: `${name} leaves ${post.name} early (${limit.en}), for the department's share or to succeed elsewhere`,
  };
}

function lastService(timetable: Timetable, move: Move, to: ProblemPost): Day | null {
  const recorded = (timetable.personOf.get(move.personId)?.served ?? [])
    .filter((it) => it.family === to.family)
    .flatMap((it) => it.until ?? []);
  const planned = (timetable.byPerson.get(move.personId) ?? [])
    .filter((it) => it.until <= move.day && timetable.postOf.get(it.postId)?.family === to.family)
    .map((it) => it.until);
  return [...recorded, ...planned].sort().at(-1) ?? null;
}

/**
 * People who could come that day without anybody else moving: from reserve or from a place that need not be filled,
 * judged by the constraints that bind one person's arrival. The plan's own later moves of them are left out of account.
 */
function othersFor(timetable: Timetable, move: Move, to: ProblemPost): string[] {
  const { problem, postOf, byPost, byPerson } = timetable;
  const free = problem.people.filter((person) => {
    if (person.id === move.personId || person.isLocked || person.alsoIds.length > 0) return false;
    const held = (byPerson.get(person.id) ?? []).filter((it) => it.from < move.day && move.day <= it.until);
    return held.every((it) => {
      if (person.keptIds.includes(it.postId)) return true;
      const post = postOf.get(it.postId);
      const beside = (byPost.get(it.postId) ?? []).filter(
        (other) => other.from <= move.day && move.day < other.until,
      );
      return post !== undefined && !post.isKey && (it.until === move.day || beside.length > post.required);
    });
  });
  const alone = new Map(byPerson);
  const distance = (id: string): number => {
    const level = timetable.personOf.get(id)?.level;
    return level === to.level ? 0 : level === null ? 2 : 1;
  };
  return free
    .map((person) => person.id)
    .filter((id) => mayCome(timetable, alone, id, to, move.day))
    .sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1));
}

/**
 * Whether one more arrival, with the person's other places ended that day, breaks no personal constraint.
 * `byPerson` is the timetable's own, copied once by the caller; it is left as it was.
 */
function mayCome(
  timetable: Timetable,
  byPerson: Map<string, Stint[]>,
  personId: string,
  to: ProblemPost,
  day: Day,
): boolean {
  const kept = new Set(timetable.personOf.get(personId)?.keptIds);
  const past = (timetable.byPerson.get(personId) ?? []).filter((it) => it.from < day);
  const until = timetable.problem.until;
  const arrival: Stint = { personId, postId: to.id, from: day, until, seat: null, isLeftByMove: false };
  const own = [
    ...past.map((it) => (kept.has(it.postId) || it.until <= day ? it : { ...it, until: day })),
    arrival,
  ];
  const before = byPerson.get(personId);
  byPerson.set(personId, own);
  const alone: Timetable = { ...timetable, stints: [arrival], byPerson };
  const may = personal.every((check) => check(alone).length === 0);
  if (before) byPerson.set(personId, before);
  else byPerson.delete(personId);
  return may;
}
