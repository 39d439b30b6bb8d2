// A slow second reading of a plan, one day after the other, to hold the validator against.
import { addDays, addMonths, type Day } from "../../../shared/domain/day.ts";
import type { Move } from "../../../shared/domain/rotation.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";

export interface NaiveReading {
  /** "constraint post person", sorted and distinct. */
  breaches: string[];
  /** "post person day" for every overdue day, and "post day" for every day a place is short. */
  overdue: string[];
  short: string[];
}
interface Holding {
  post: string;
  since: Day;
  isPlanned: boolean;
  overdueFrom: Day | null;
  endsOn: Day | null;
  staysUntil: Day | null;
}

export function readDayByDay(problem: RotationProblem, moves: readonly Move[]): NaiveReading {
  const breaches = new Set<string>();
  const overdue = new Set<string>();
  const short = new Set<string>();
  const holdings = new Map<string, Holding[]>(problem.people.map((person) => [person.id, []]));
  const lastDayIn = new Map<string, Day>();
  const arrivals = new Map<string, Day[]>(problem.departments.map((it) => [it.id, [...it.pastArrivals]]));
  const post = (id: string) => {
    const found = problem.posts.find((it) => it.id === id);
    if (!found) throw new Error(`no post ${id}`);
    return found;
  };
  for (const it of problem.posts) {
    for (const seat of it.seats) {
      holdings.get(seat.personId)?.push({
        post: it.id,
        since: seat.startedOn,
        isPlanned: false,
        overdueFrom: seat.overdueFrom,
        endsOn: seat.endsOn,
        staysUntil: seat.staysUntil,
      });
    }
  }
  for (let day = problem.today; day < problem.until; day = addDays(day, 1)) {
    for (const person of problem.people) {
      const own = holdings.get(person.id) ?? [];
      for (const it of [...own]) {
        const gone =
          (person.leavesOn !== null && person.leavesOn <= day) || (it.endsOn !== null && it.endsOn <= day);
        const until = post(it.post).until;
        if (gone || (until !== null && until <= day)) own.splice(own.indexOf(it), 1);
      }
    }
    const todays = moves.filter((it) => it.day === day);
    const arrivedToday: { person: string; post: string }[] = [];
    for (const move of todays) {
      const person = problem.people.find((it) => it.id === move.personId);
      const own = holdings.get(move.personId);
      if (!person || !own) throw new Error("unknown person");
      if (move.fromPostId !== null) {
        const held = own.find((it) => it.post === move.fromPostId);
        if (!held) {
          breaches.add(`posts-held ${move.fromPostId} ${move.personId}`);
          continue;
        }
        const left = post(held.post);
        const opens = left.earliest === null ? null : (problem.changeDays[left.earliest] ?? null);
        if (opens === null || day < opens || !problem.changeDays.includes(day) || person.isLocked) {
          breaches.add(`change-day ${left.id} ${person.id}`);
        }
        const ends = [held.endsOn, person.leavesOn].filter((it) => it !== null).sort()[0] ?? "9999";
        const exemptTo = held.staysUntil;
        const couldWait =
          ends === "9999" || problem.changeDays.some((it) => it >= (exemptTo ?? "") && it <= ends);
        if (exemptTo !== null && day < exemptTo && couldWait)
          breaches.add(`change-day ${left.id} ${person.id}`);
        const stay = addMonths(held.since, left.minStayMonths);
        const forced = [
          person.leavesOn,
          held.endsOn,
          held.isPlanned ? null : held.overdueFrom,
          left.until,
          lapseOf(problem, person.id, left.id),
        ];
        if (left.isKey && day < stay && !forced.some((it) => it !== null && it < stay)) {
          breaches.add(`min-stay ${left.id} ${person.id}`);
        }
        own.splice(own.indexOf(held), 1);
      }
      if (move.toPostId !== null) arrivedToday.push({ person: person.id, post: move.toPostId });
    }
    for (const it of arrivedToday) {
      const person = problem.people.find((one) => one.id === it.person);
      const to = post(it.post);
      if (!person) throw new Error("unknown person");
      const opens = to.earliest === null ? null : (problem.changeDays[to.earliest] ?? null);
      if (
        (person.joinedOn !== null && day < person.joinedOn) ||
        (person.leavesOn !== null && person.leavesOn <= day)
      ) {
        breaches.add(`presence ${to.id} ${person.id}`);
      }
      if (person.leavesOn !== null && person.leavesOn <= day) continue;
      if (to.until !== null && to.until <= day) continue;
      if (person.absences.some((one) => one.from <= day && (one.until === null || day < one.until))) {
        breaches.add(`presence ${to.id} ${person.id}`);
      }
      if (opens === null || day < opens || !problem.changeDays.includes(day) || person.isLocked) {
        breaches.add(`change-day ${to.id} ${person.id}`);
      }
      if (person.leavesOn !== null && person.leavesOn < addMonths(day, to.minStayMonths)) {
        breaches.add(`min-stay ${to.id} ${person.id}`);
      }
      if (to.isKey) {
        const span = Math.max(12, to.coolingOffMonths);
        const serves = holdings.get(person.id)?.some((one) => post(one.post).family === to.family);
        const last = lastDayIn.get(`${person.id} ${to.family}`);
        const past = person.served.filter((one) => one.family === to.family);
        if (
          serves ||
          (last !== undefined && day < addMonths(addDays(last, 1), span)) ||
          past.some((one) => one.until === null || day < addMonths(one.until, span))
        ) {
          breaches.add(`cooling-off ${to.id} ${person.id}`);
        }
        arrivals.get(to.departmentId)?.push(day);
      }
      holdings.get(person.id)?.push({
        post: to.id,
        since: day,
        isPlanned: true,
        overdueFrom: to.isKey && to.limitMonths !== null ? addDays(addMonths(day, to.limitMonths), 1) : null,
        endsOn: null,
        staysUntil: null,
      });
    }
    for (const person of problem.people) {
      const own = holdings.get(person.id) ?? [];
      const keys = own.filter((it) => post(it.post).isKey);
      for (const it of own) {
        const at = post(it.post);
        if (at.family !== null) lastDayIn.set(`${person.id} ${at.family}`, day);
        if (at.isKey && it.overdueFrom !== null && it.overdueFrom <= day)
          overdue.add(`${at.id} ${person.id} ${day}`);
        if (!it.isPlanned) continue;
        if (at.isKey && keys.length > 1) breaches.add(`one-key-post ${at.id} ${person.id}`);
        for (const code of at.qualifications) {
          const has = person.qualifications.some(
            (one) => one.code === code && one.from <= day && (one.until === null || day < one.until),
          );
          if (!has) breaches.add(`qualification ${at.id} ${person.id}`);
        }
        for (const rule of problem.separations) {
          const bits = (ids: readonly string[]): number =>
            ids.reduce((sum, id) => sum | (rule.byPost[id] ?? 0), rule.byPerson[person.id] ?? 0);
          const count = (value: number): number => value.toString(2).replaceAll("0", "").length;
          const alone = count(rule.byPost[at.id] ?? 0);
          const kept = count(bits(person.keptIds));
          const all = count(bits([...person.keptIds, ...own.map((one) => one.post)]));
          if (alone > 0 && alone <= rule.maxHeld && all > Math.max(rule.maxHeld, kept)) {
            breaches.add(`separation ${at.id} ${person.id}`);
          }
        }
        for (const relative of person.relativeIds) {
          const other = problem.people.find((one) => one.id === relative);
          const places = [
            ...(holdings.get(relative) ?? []).map((one) => one.post),
            ...(other?.keptIds ?? []),
          ].map(post);
          if (places.some((one) => one.departmentId === at.departmentId && (one.isKey || at.isKey))) {
            breaches.add(`relations ${at.id} ${person.id}`);
          }
        }
      }
    }
    for (const at of problem.posts) {
      if (at.until !== null && at.until <= day) continue;
      const held = [...holdings.values()].flat().filter((it) => it.post === at.id).length;
      if (held < at.required) short.add(`${at.id} ${day}`);
    }
  }
  for (const it of problem.departments) {
    const days = arrivals.get(it.id) ?? [];
    const isOver = days.some((start) => {
      const within = days.filter((day) => start <= day && day < addMonths(start, problem.windowMonths));
      return within.length > it.cap && within.some((day) => day > problem.today);
    });
    if (isOver) breaches.add(`arrivals-share ${it.id}`);
  }
  return { breaches: [...breaches].sort(), overdue: [...overdue].sort(), short: [...short].sort() };
}

/** The soonest final end of a required qualification of the person. */
function lapseOf(problem: RotationProblem, personId: string, postId: string): Day | null {
  const person = problem.people.find((it) => it.id === personId);
  const required = problem.posts.find((it) => it.id === postId)?.qualifications ?? [];
  const ends = required.flatMap((code) => {
    const own = (person?.qualifications ?? []).filter((it) => it.code === code);
    if (own.length === 0 || own.some((it) => it.until === null)) return [];
    return [
      own
        .map((it) => it.until ?? "")
        .sort()
        .at(-1) ?? "",
    ];
  });
  return ends.sort()[0] ?? null;
}
