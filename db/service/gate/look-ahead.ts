// Look-ahead: can the rest of the case still be staffed after this signature, by whom, and if not why.
import type { LaterStep, LookAheadAnswer } from "../../../shared/contract/gate.ts";
import { type Day, lastDay } from "../../../shared/domain/day.ts";
import type { StaffingProblem } from "../../../shared/domain/staffing.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { Rest } from "../../../shared/rules/gate/rest-of-case.ts";
import { dueOn } from "../../../shared/rules/kinds/tenure.ts";
import { listText, personText, postText } from "../../../shared/rules/sentence.ts";
import type { View } from "../../../shared/rules/view.ts";
import type { Budget } from "../../../shared/staffing/budget.ts";
import { lookAhead, withTaken } from "../../../shared/staffing/look-ahead.ts";
import { findReason } from "../../../shared/staffing/reason.ts";
import { subproblem } from "../../../shared/staffing/subproblem.ts";
import { findWitness } from "../../../shared/staffing/witness.ts";

/** A step that rests on so few people has their known endings told. */
const few = 2;
const namesShown = 3;

/** Rules that the acts already done break by themselves are told as conflicts; the rest is asked without them. */
function unbroken(problem: StaffingProblem, taken: ReadonlyMap<number, number>, budget: Budget): number[] {
  const fixed = withTaken(problem, taken);
  const slots = [...taken.keys()].sort((a, b) => a - b);
  return problem.constraints.flatMap((_, at) =>
    findWitness(subproblem(fixed, slots, [at]), budget).status === "impossible" ? [] : [at],
  );
}

interface Looked {
  rest: Rest;
  status: LookAheadAnswer["status"];
  problem: StaffingProblem;
  /** By constraint of `problem`: its place in the whole. */
  kept: readonly number[];
  /** By step id in path order: the people who could take what is open on it. */
  later: { stepId: string; personIds: string[] }[];
}
export function lookOn(rest: Rest, budget: Budget): Looked {
  const { taken } = rest;
  const { problem } = rest.staffing;
  const kept = unbroken(problem, taken, budget);
  const asked = { ...problem, constraints: kept.flatMap((at) => problem.constraints[at] ?? []) };
  const { answer, options } = lookAhead(asked, taken, budget);
  const people = new Map<string, Set<string>>();
  for (const { slot, takers } of options) {
    const stepId = problem.slots[slot]?.stepId ?? "";
    const own = people.get(stepId) ?? new Set();
    people.set(stepId, own);
    for (const taker of takers) {
      const personId = problem.people[problem.takers[taker]?.person ?? -1];
      if (personId) own.add(personId);
    }
  }
  return {
    rest,
    status:
      answer.status === "staffed" ? "completable" : answer.status === "impossible" ? "stuck" : "undecided",
    problem: asked,
    kept,
    later: [...people].map(([stepId, ids]) => ({ stepId, personIds: [...ids] })),
  };
}

export function lookAheadAnswer(
  view: View,
  rest: Rest,
  day: Day,
  budget: Budget,
  nameOf: (personId: string) => LaterStep["takers"][number],
): LookAheadAnswer {
  const looked = lookOn(rest, budget);
  return {
    status: looked.status,
    later: looked.later.map(({ stepId, personIds }): LaterStep => {
      const takers = personIds.map(nameOf).sort((a, b) => (a.staffNo < b.staffNo ? -1 : 1));
      return {
        stepId,
        name: view.steps.get(stepId)?.name ?? "",
        takers,
        endings: takers.length <= few ? takers.flatMap(({ id }) => endingsOf(view, stepId, id, day)) : [],
      };
    }),
    reasons: looked.status === "stuck" ? reasonLines(view, looked, budget) : [],
  };
}

/** Each member of the smallest reason that was found, as one line. */
function reasonLines(view: View, looked: Looked, budget: Budget): Text[] {
  const { taken, staffing } = looked.rest;
  const fixed = withTaken(looked.problem, taken);
  const reason = findReason(fixed, budget);
  const slots = reason.slots.map((slot): Text => {
    const step = view.steps.get(fixed.slots[slot]?.stepId ?? "")?.name ?? "";
    const ids = (fixed.allowed[slot] ?? []).flatMap(
      (taker) => fixed.people[fixed.takers[taker]?.person ?? -1] || [],
    );
    const who = shortList([...new Set(ids)].map((id) => personText(view, id)));
    if (taken.has(slot)) return { zh: `“${step}”由${who.zh}办理`, en: `“${step}” is taken by ${who.en}` };
    if (ids.length === 0) return { zh: `“${step}”无人可办`, en: `nobody may take “${step}”` };
    return { zh: `“${step}”只有${who.zh}可办`, en: `only ${who.en} may take “${step}”` };
  });
  const rules = reason.constraints.flatMap((at): Text[] => {
    const rule = staffing.rules[looked.kept[at] ?? -1];
    return rule ? [{ zh: `${rule.id} ${rule.title.zh}`, en: `${rule.id} ${rule.title.en}` }] : [];
  });
  return [...slots, ...rules];
}
function shortList(names: readonly Text[]): Text {
  if (names.length <= namesShown) return listText(names);
  const first = listText(names.slice(0, namesShown));
  return { zh: `${first.zh}等 ${names.length} 人`, en: `${first.en} and others, ${names.length} in all` };
}

/** What is known today to end for a person on a step: leaving, the post, the authority, the term of office, an absence. */
function endingsOf(view: View, stepId: string, personId: string, day: Day): Text[] {
  const who = view.people.get(personId)?.name ?? personId;
  const found: { day: Day; text: Text }[] = [];
  const note = (on: Day | null, text: (last: Day) => Text): void => {
    if (on !== null && on > day) {
      const last = lastDay({ from: day, until: on }) ?? on;
      found.push({ day: on, text: text(last) });
    }
  };
  note(view.people.get(personId)?.leavesOn ?? null, (last) => ({
    zh: `${who} ${last} 离任`,
    en: `${who} leaves on ${last}`,
  }));
  const holders = view.holdersOf.get(stepId);
  for (const row of view.assignmentsOf.get(personId) ?? []) {
    const granted = holders?.posts.get(row.postId) ?? [];
    if (row.from > day || granted.length === 0) continue;
    const post = postText(view, row.postId);
    note(row.until, (last) => ({
      zh: `${who}任${post.zh}至 ${last}`,
      en: `${who} is ${post.en} until ${last}`,
    }));
    const ends = granted.flatMap(({ until }) => until ?? []);
    if (ends.length === granted.length)
      note(ends.toSorted().at(-1) ?? null, (last) => ({
        zh: `${post.zh}的授权至 ${last}`,
        en: `the authority of ${post.en} ends on ${last}`,
      }));
  }
  for (const row of view.delegationsTo.get(personId) ?? [])
    if (view.authorities.get(row.authorityId)?.stepId === stepId && row.from <= day)
      note(row.until, (last) => ({
        zh: `${who}所受转授权至 ${last}`,
        en: `what was lent to ${who} ends on ${last}`,
      }));
  for (const term of view.termsOf(12).get(personId) ?? [])
    if (term.from <= day && (term.until === null || day < term.until) && holders?.posts.has(term.post.id))
      note(dueOn(view, term), (last) => ({
        zh: `${who}任${term.post.name}将于 ${last} 任期届满`,
        en: `${who}'s term as ${term.post.name} is due on ${last}`,
      }));
  for (const row of view.absencesOf.get(personId) ?? [])
    if (row.until !== null && row.until > day)
      found.push({
        day: row.from,
        text: {
          zh: `${who} ${row.from} 至 ${lastDay(row) ?? ""} 缺勤`,
          en: `${who} is away ${row.from} to ${lastDay(row) ?? ""}`,
        },
      });
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ text }) => text);
}
