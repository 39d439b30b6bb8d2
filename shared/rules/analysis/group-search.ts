// The smallest group of people that can take every step without breaking a demand: exact, deepened person by person, with a limit on work.
import { isBroken } from "./demand-test.ts";
import type { Demand, Place } from "./demands.ts";
import type { Path, Taker } from "./path.ts";

export interface GroupAnswer {
  /** Who takes which step, in order of the steps; null: no group was found. */
  places: Place[] | null;
  /** Found: no smaller group will do. Not found: none will. False when the limit cut the search off. */
  isProved: boolean;
  /** No group of fewer people will do: proved, however far the search went. */
  least: number;
}
/** A place to be taken, on one of several steps. */
interface Seat {
  readonly steps: readonly number[];
}
/** Places tried before the proof is given up. */
export const workLimit = 30_000;

export function smallestGroup(
  path: Path,
  demands: readonly Demand[],
  limit = workLimit,
  knownLeast = 1,
): GroupAnswer {
  const { search, missing, seats, work } = searcher(path, demands, path.takers);
  let best = search(seats, limit);
  let least = Math.max(knownLeast, missing);
  if (best === null) return { places: null, isProved: work() < limit, least };
  // From below with half of what is left: what is found first is the smallest.
  const half = work() + (limit - work()) / 2;
  for (; least < groupOf(best).length; least += 1) {
    const found = search(least, half);
    if (found) return { places: found, isProved: true, least };
    if (work() >= half) break;
  }
  // From above with the rest: smaller and smaller, until one fewer is shown not to do.
  while (least < groupOf(best).length) {
    const found = search(groupOf(best).length - 1, limit);
    if (found) best = found;
    else if (work() < limit) least = groupOf(best).length;
    else break;
  }
  return { places: best, isProved: least >= groupOf(best).length, least };
}

/** Whether these people can take every step between them; false also where the limit cut the search off. */
export function canCarry(
  path: Path,
  demands: readonly Demand[],
  among: ReadonlySet<string>,
  limit = 2_000,
): boolean {
  const takers = path.takers.map((own) => own.filter((one) => among.has(one.personId)));
  if (takers.some((own) => own.length === 0)) return false;
  if (demands.length === 0) return true;
  const { search, seats } = searcher(path, demands, takers);
  return search(seats, limit) !== null;
}

interface Searcher {
  /** At most so many people; null: not with so few, or cut off when the work came to `limit`. */
  search: (most: number, limit: number) => Place[] | null;
  /** So many people at least. */
  missing: number;
  seats: number;
  /** Places tried so far. */
  work: () => number;
}

function searcher(path: Path, demands: readonly Demand[], given: Path["takers"]): Searcher {
  // Who may take most steps is tried first: small groups are found sooner.
  const reach = new Map<string, number>();
  for (const { personId } of given.flat()) reach.set(personId, (reach.get(personId) ?? 0) + 1);
  const takers = given.map((own) =>
    [...own].sort((a, b) => (reach.get(b.personId) ?? 0) - (reach.get(a.personId) ?? 0)),
  );
  const seats = seatsOf(path, demands).sort((a, b) => roomOf(a, takers) - roomOf(b, takers));
  // Each step with the demands that a place on it can break, and for those the seats still open after each seat.
  const ready = demands.map((demand) => ({ demand, open: openAfter(demand, seats) }));
  const touching = path.steps.map((_, step) =>
    ready.filter(({ demand }) => concerns(demand, step) || demand.type === "many"),
  );
  const twin = twinsOf(path, demands, takers);
  const room = seats.map((seat) =>
    seat.steps.flatMap((step) => (takers[step] ?? []).map((one) => one.personId)),
  );
  let work = 0;

  const search = (most: number, limit: number): Place[] | null => {
    const places: Place[] = [];
    const used = new Map<string, number>();
    const descend = (at: number): boolean => {
      const seat = seats[at];
      if (!seat) return true;
      if (missing(room, at, used) > most - used.size) return false;
      const tried = new Set<string>();
      for (const { step, taker } of choices(seat, takers, used)) {
        const isNew = !used.has(taker.personId);
        if (isNew && used.size >= most) continue;
        const kind = `${step} ${twin.get(taker.personId) ?? taker.personId}`;
        if (isNew && tried.has(kind)) continue;
        if (isNew) tried.add(kind);
        if (work >= limit) return false;
        work += 1;
        places.push({ step, seat: at, taker });
        used.set(taker.personId, (used.get(taker.personId) ?? 0) + 1);
        const fits = (touching[step] ?? []).every(
          ({ demand, open }) => !isBroken(demand, places, open[at] ?? 0),
        );
        if (fits && descend(at + 1)) return true;
        places.pop();
        const count = (used.get(taker.personId) ?? 1) - 1;
        if (count === 0) used.delete(taker.personId);
        else used.set(taker.personId, count);
      }
      return false;
    };
    return descend(0) ? ordered(places) : null;
  };
  return { search, missing: missing(room, 0, new Map()), seats: seats.length, work: () => work };
}

export const groupOf = (places: readonly Place[]): string[] => [
  ...new Set(places.map(({ taker }) => taker.personId)),
];
const ordered = (places: readonly Place[]): Place[] =>
  [...places].sort((a, b) => a.step - b.step || a.seat - b.seat);

/** One seat a step; more where a rule asks for several people: a second place for the same person does no harm. */
function seatsOf(path: Path, demands: readonly Demand[]): Seat[] {
  const seats: Seat[] = path.steps.map((_, step) => ({ steps: [step] }));
  for (const demand of demands) {
    if (demand.type !== "many") continue;
    const steps = path.steps.map((_, step) => step).filter((step) => demand.steps[step]);
    const needed = demand.least + (demand.isOdd && demand.least % 2 === 0 ? 1 : 0);
    for (let have = steps.length; have < needed + (demand.isOdd ? 1 : 0); have += 1) seats.push({ steps });
  }
  return seats;
}

/** By seat: how many of the later ones lie on the demand's steps; only counting demands ask. */
const openAfter = (demand: Demand, seats: readonly Seat[]): number[] =>
  demand.type === "many"
    ? seats.map(
        (_, at) => seats.slice(at + 1).filter((seat) => seat.steps.some((step) => demand.steps[step])).length,
      )
    : [];

const roomOf = (seat: Seat, takers: readonly (readonly Taker[])[]): number =>
  seat.steps.reduce((sum, step) => sum + (takers[step]?.length ?? 0), 0);

/** People already in come first: a smaller group is found sooner. */
function* choices(
  seat: Seat,
  takers: readonly (readonly Taker[])[],
  used: ReadonlyMap<string, number>,
): Generator<{ step: number; taker: Taker }> {
  for (const isIn of [true, false])
    for (const step of seat.steps)
      for (const taker of takers[step] ?? []) if (used.has(taker.personId) === isIn) yield { step, taker };
}

/** So many more people at least: open seats (with `room` for whom) that nobody in the group may take, no two of them by one person. */
function missing(
  room: readonly (readonly string[])[],
  from: number,
  used: ReadonlyMap<string, number>,
): number {
  const reached = new Set(used.keys());
  let count = 0;
  for (let at = from; at < room.length; at += 1) {
    const people = room[at] ?? [];
    if (people.some((id) => reached.has(id))) continue;
    count += 1;
    for (const id of people) reached.add(id);
  }
  return count;
}

function concerns(demand: Demand, step: number): boolean {
  switch (demand.type) {
    case "few":
      return (demand.labels[step]?.length ?? 0) > 0;
    case "together":
      return demand.steps[step] === true;
    case "many":
      return demand.steps[step] === true;
    case "rising":
      return demand.earlier[step] === true || demand.later[step] === true;
    case "apart":
      return demand.left[step] === true || demand.right[step] === true;
  }
}

/** Person → the name of those whom no demand can tell apart: of several unused ones only the first is tried. */
function twinsOf(
  path: Path,
  demands: readonly Demand[],
  takers: readonly (readonly Taker[])[],
): Map<string, string> {
  const rows = new Map<string, unknown[]>();
  const alone = new Set<string>();
  for (const [step, own] of takers.entries())
    for (const taker of own) {
      const { personId, departmentId, organId, rank, credited } = taker;
      rows.set(personId, [...(rows.get(personId) ?? []), [step, departmentId, organId, rank]]);
      // A giver, and whoever acts for one, is like nobody else.
      if (credited.length !== 1 || credited[0] !== personId) for (const id of credited) alone.add(id);
      if (credited.length !== 1 || credited[0] !== personId) alone.add(personId);
    }
  const people = [...rows.keys()];
  for (const demand of demands)
    if (demand.type === "apart")
      for (const a of people) if (people.some((b) => a !== b && demand.related(a, b))) alone.add(a);
  const names = new Map<string, string>();
  for (const [id, row] of rows) {
    if (alone.has(id)) continue;
    const marks = demands.map((demand) =>
      demand.type === "few"
        ? (demand.binds?.(id) ?? true)
        : demand.type === "many"
          ? (demand.experts?.has(id) ?? true)
          : true,
    );
    names.set(id, JSON.stringify([path.matter.id, row, marks]));
  }
  return names;
}
