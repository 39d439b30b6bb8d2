// Says in words why each move of a plan is made, why by this person, and who else could have come.
import type { Day } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import type { Text } from "../domain/text.ts";
import { leftInCycles } from "./closed-cycles.ts";
import { whyLeft } from "./explain/cause.ts";
import { type Others, othersIn } from "./explain/others.ts";
import type { ProblemPost, RotationPlan, RotationProblem } from "./plan.ts";
import { replay, type Stint, type Timetable } from "./timetable.ts";

export interface MoveReason {
  move: Move;
  /** Why the post changes now and why this person may come. */
  reason: Text;
  /** Who else could have come, and what the next best would break; null where nobody comes to a post. */
  alternatives: Text | null;
  /** Ids of those named who could come directly, nearest level first. */
  alternativeIds: string[];
  /** How many could come directly. */
  alternativeCount: number;
}

/** One reason per move, in the plan's order. Half a second of processor time for 1,700 moves of 2,000 posts. */
export function explainPlan(problem: RotationProblem, plan: Pick<RotationPlan, "moves">): MoveReason[] {
  const timetable = replay(problem, plan.moves);
  const cycles = leftInCycles(timetable);
  const others = othersIn(timetable);
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
    const found = others(move.personId, to, move.day);
    return {
      move,
      reason: arriving(timetable, cycles, move, to),
      alternatives: alternativesIn(timetable, found),
      alternativeIds: found.best.filter((it) => it.breaks === null).map((it) => it.personId),
      alternativeCount: found.directly,
    };
  });
}

function alternativesIn({ personOf }: Timetable, { best, directly }: Others): Text {
  const nameOf = (id: string): string => personOf.get(id)?.name ?? id;
  const named = best.filter((it) => it.breaks === null).map((it) => nameOf(it.personId));
  const next = best.flatMap(({ personId, breaks }) =>
    breaks ? [{ zh: `${nameOf(personId)}（${breaks.zh}）`, en: `${nameOf(personId)} (${breaks.en})` }] : [],
  );
  const direct: Text =
    directly === 0
      ? { zh: "当日没有其他可直接接任的人选", en: "nobody else could come directly that day" }
      : {
          zh: `另有 ${directly} 人可直接接任，依次为 ${named.join("、")}`,
          en: `${directly} other(s) could come directly, first ${named.join(", ")}`,
        };
  if (next.length === 0) return direct;
  return {
    zh: `${direct.zh}；其次 ${next.map((it) => it.zh).join("、")}`,
    en: `${direct.en}; next ${next.map((it) => it.en).join(", ")}`,
  };
}

function leaving(timetable: Timetable, move: Move): Text {
  const from = timetable.postOf.get(move.fromPostId ?? "");
  const stint = (timetable.byPost.get(move.fromPostId ?? "") ?? []).find(
    (it) => it.personId === move.personId && it.until === move.day,
  );
  const rest: Text = { zh: "转为机动，待安排", en: "goes to reserve" };
  if (!from || !stint) return rest;
  const why = whyLeft(timetable, from, stint);
  return { zh: `${why.zh}；${rest.zh}`, en: `${why.en}; ${rest.en}` };
}

function arriving(timetable: Timetable, cycles: ReadonlySet<Stint>, move: Move, to: ProblemPost): Text {
  const leaver = followed(timetable, move, to);
  const why = leaver
    ? whyLeft(timetable, to, leaver)
    : { zh: `${to.name} 有空缺`, en: `${to.name} has a free place` };
  const from = move.fromPostId === null ? undefined : timetable.postOf.get(move.fromPostId);
  const fits: Text[] = [
    from
      ? { zh: `由 ${from.name} 调入`, en: `comes from ${from.name}` }
      : { zh: "由机动人员中调入", en: "comes from reserve" },
  ];
  const isAsked = timetable.problem.wishes.fixed.some(
    (it) => it.personId === move.personId && it.toPostId === to.id && it.day === move.day,
  );
  if (isAsked) fits.push({ zh: "已锁定或商定", en: "as agreed or locked" });
  if (to.qualifications.length > 0)
    fits.push({
      zh: `具备资格 ${to.qualifications.join("、")}`,
      en: `holds ${to.qualifications.join(", ")}`,
    });
  if (to.isKey) {
    const served = lastService(timetable, move, to);
    fits.push(
      served === null
        ? { zh: "未曾任该岗位", en: "has not held the post before" }
        : { zh: `离任该岗位（${served}）已满回避期`, en: `the cooling-off since ${served} has passed` },
    );
    fits.push({ zh: "与所留职责、亲属关系不冲突", en: "no clash with duties kept or with relatives" });
    if (leaver) fits.push(handover(timetable, cycles, move, to, leaver));
  }
  return {
    zh: `${why.zh}；${fits.map((it) => it.zh).join("，")}`,
    en: `${why.en}; ${fits.map((it) => it.en).join(", ")}`,
  };
}

/** Whoever leaves by record may still be there for a while: the next to go is the one followed. */
function followed(timetable: Timetable, move: Move, to: ProblemPost): Stint | undefined {
  const handed = timetable.index.line.plus(move.day, to.overlapDays);
  return (timetable.byPost.get(to.id) ?? [])
    .filter((it) => it.from < move.day && it.until >= move.day && it.until < timetable.problem.until)
    .filter((it) => !it.isLeftByMove || it.until <= handed)
    .sort((a, b) => (a.until < b.until ? -1 : 1))[0];
}

function handover(
  timetable: Timetable,
  cycles: ReadonlySet<Stint>,
  move: Move,
  to: ProblemPost,
  leaver: Stint,
): Text {
  if (cycles.has(leaver))
    return { zh: "同日互换，无重叠期", en: "places are exchanged that day, without overlap" };
  const name = timetable.personOf.get(leaver.personId)?.name ?? leaver.personId;
  if (to.overlapDays === 0 || leaver.until <= move.day)
    return { zh: `当日接 ${name}`, en: `takes over from ${name} that day` };
  return {
    zh: `与 ${name} 同岗交接 ${to.overlapDays} 个工作日，至 ${leaver.until}`,
    en: `serves beside ${name} for ${to.overlapDays} working days, until ${leaver.until}`,
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
