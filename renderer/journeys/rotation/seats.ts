// Who sits where and when, as the plan would have it: recorded terms cut by the moves, and the terms that the moves begin.
import { contains, type Day, daysBetween, type Period } from "../../../shared/domain/day.ts";
import type { Answered } from "../../data/names.ts";
import type { DraftMove } from "./hand-edits.ts";

export type PostLine = Answered<"rotation.timeline">["posts"][number];
type Known = PostLine["terms"][number];

export interface SeatTerm {
  personId: string;
  name: string;
  from: Day;
  /** Half-open; null: goes on. */
  until: Day | null;
  dueOn: Day | null;
  exempt: Known["exempt"];
  isOnRecord: boolean;
  /** The move that begins it, on record already or not; null: none does. */
  begins: DraftMove | null;
  /** The move that ends it; null: none does. */
  ends: DraftMove | null;
}
export interface Seat {
  /** Who sits there on the day; null: vacant. */
  present: SeatTerm | null;
  /** Before today, oldest first; drawn with the first seat. */
  past: readonly SeatTerm[];
  /** After the present one, in order. */
  next: readonly SeatTerm[];
}

/** Moves by the post that they leave and by the post where they arrive, ascending by day. */
export interface MovesByPost {
  from: ReadonlyMap<string, readonly DraftMove[]>;
  to: ReadonlyMap<string, readonly DraftMove[]>;
}
export function movesByPost(moves: readonly DraftMove[]): MovesByPost {
  const from = new Map<string, DraftMove[]>();
  const to = new Map<string, DraftMove[]>();
  const add = (map: Map<string, DraftMove[]>, id: string | null, move: DraftMove): void => {
    if (id === null) return;
    const own = map.get(id);
    if (own) own.push(move);
    else map.set(id, [move]);
  };
  for (const move of [...moves].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    add(from, move.fromPostId, move);
    add(to, move.toPostId, move);
  }
  return { from, to };
}

/** Who leaves the unit, and the first day on which they are not there any more. */
export type LeavingDays = ReadonlyMap<string, Day>;

/** A term as it will be: cut where the person's first move off the post lies, or where they leave the unit before it. */
function cut(known: SeatTerm, leavings: readonly DraftMove[], leavingDays: LeavingDays): SeatTerm {
  const gone = leavingDays.get(known.personId);
  const isCut = gone !== undefined && known.from < gone && (known.until === null || gone < known.until);
  const term = isCut ? { ...known, until: gone } : known;
  const leaving = leavings.find(
    (move) =>
      move.personId === term.personId &&
      move.day > term.from &&
      (term.until === null || move.day <= term.until),
  );
  return leaving ? { ...term, until: leaving.day, ends: leaving } : term;
}

/** `leavingDays`: who leaves the unit, as the plan takes it. An arrival takes the seat whose last holder leaves nearest to that day. */
export function seatsOf(
  line: PostLine,
  moves: MovesByPost,
  day: Day,
  nameOf: (personId: string) => string,
  dueOf: (from: Day) => Day | null,
  leavingDays: LeavingDays,
): Seat[] {
  const leavings = moves.from.get(line.post.id) ?? [];
  const arrivals = moves.to.get(line.post.id) ?? [];
  // A plan that is being carried out stands in the record too: its term is one with the move.
  const onRecord = new Set<DraftMove>();
  const known = line.terms
    .filter((term) => !term.isPlanned)
    .map((term) => {
      const begins =
        arrivals.find(({ personId, day: from }) => personId === term.person.id && from === term.from) ?? null;
      if (begins) onRecord.add(begins);
      return cut(
        {
          personId: term.person.id,
          name: term.person.name,
          from: term.from,
          until: term.until,
          dueOn: term.dueOn,
          exempt: term.exempt,
          isOnRecord: true,
          begins,
          ends: null,
        },
        leavings,
        leavingDays,
      );
    });
  const planned = arrivals
    .filter((move) => !onRecord.has(move))
    .map((move) =>
      cut(
        {
          personId: move.personId,
          name: nameOf(move.personId),
          from: move.day,
          until: null,
          dueOn: dueOf(move.day),
          exempt: null,
          isOnRecord: false,
          begins: move,
          ends: null,
        },
        leavings,
        leavingDays,
      ),
    );
  const present = known.filter((term) => contains(term, day));
  const past = known.filter((term) => term.until !== null && term.until <= day);
  const later = known.filter((term) => term.from > day);
  const seats = (present.length > 0 ? present : [null]).map((term, at) => ({
    present: term,
    past: at === 0 ? past : [],
    next: [] as SeatTerm[],
    end: term ? term.until : ("" as Day | null),
  }));
  for (const term of [...planned, ...later].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const free = seats.filter((seat) => seat.end !== null);
    const gap = (end: Day | null): number => (end ? Math.abs(daysBetween(term.from, end)) : 0);
    const seat = free.sort((a, b) => gap(a.end) - gap(b.end))[0];
    if (seat) {
      seat.next.push(term);
      seat.end = term.until;
    } else seats.push({ present: null, past: [], next: [term], end: term.until });
  }
  return seats.map(({ end: _, ...seat }) => seat);
}

/** Successor and leaver side by side. */
export function handoversOf(terms: readonly SeatTerm[]): Period[] {
  return terms.flatMap((term, at) => {
    const next = terms[at + 1];
    return next && term.until !== null && next.from < term.until
      ? [{ from: next.from, until: term.until }]
      : [];
  });
}
