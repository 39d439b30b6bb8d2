// Turns seats and moves into the rows of the timeline, by post or by person.
import { addDays, type Day, type Period } from "../../../shared/domain/day.ts";
import type { TenureState } from "../../../shared/domain/rotation.ts";
import type { TenureRow as LedgerRow } from "../../data/types.ts";
import type { PlannedBar, TenureBar, TenureRow } from "../../parts/tenure-row.ts";
import { stagesOf } from "../../parts/tenure-stages.ts";
import type { Breaches } from "./breaches.ts";
import type { DraftMove } from "./hand-edits.ts";
import { handoversOf, type PostLine, type Seat, type SeatTerm } from "./seats.ts";

/** The words that rows are made of. */
export interface RowWords {
  since(month: string): string;
  arrives(day: string): string;
  vacant: string;
  notKey: string;
  empty: string;
  noLimit: string;
  mustPlan: string;
  exemptUntil(lastDay: Day): string;
  note(line: PostLine): string;
  left(daysLeft: number): string;
}
export interface RowFacts {
  day: Day;
  ledger: ReadonlyMap<string, LedgerRow>;
  cycles: ReadonlySet<number>;
  touched: ReadonlySet<string>;
  locked: ReadonlySet<string>;
  lockedPosts: ReadonlySet<string>;
  lockedPeople: ReadonlySet<string>;
  breaches: Breaches;
  /** Forced leaves by "person.post". */
  leaves: ReadonlyMap<string, readonly (Period & { words: string })[]>;
  words: RowWords;
}
/** A row with what filters and groups ask about it. */
export interface FactRow {
  row: TenureRow;
  postId: string | null;
  department: string;
  personIds: readonly string[];
  /** Moves that arrive here or leave from here. */
  moves: readonly DraftMove[];
  due: Day | null;
}

/** An open term is drawn as far as it may go: to its limit, its exemption's end, or today where that is past. */
function endOf(term: SeatTerm, day: Day): Day | null {
  if (term.until !== null || term.dueOn === null) return term.until;
  const may = term.exempt && term.exempt.until > term.dueOn ? term.exempt.until : addDays(term.dueOn, 1);
  return may > day ? may : addDays(day, 1);
}

export function knownBar(term: SeatTerm, facts: RowFacts, name: string): TenureBar {
  const isPast = term.until !== null && term.until <= facts.day;
  const until = isPast ? term.until : endOf(term, facts.day);
  return {
    key: `${term.personId}.${term.from}.${name}`,
    person: name,
    note: isPast ? "" : facts.words.since(term.from.slice(0, 7)),
    from: term.from,
    until,
    stages: isPast
      ? [{ state: "past", from: term.from, until }]
      : stagesOf({ from: term.from, until }, term.dueOn, term.exempt?.until ?? null),
    ...(isPast ? { isPast: true } : {}),
  };
}
export function plannedBar(term: SeatTerm, move: DraftMove, facts: RowFacts, name: string): PlannedBar {
  const breaches = facts.breaches.ofMove(move, term.until);
  return {
    key: move.key,
    person: name,
    note: facts.words.arrives(term.from.slice(5)),
    from: term.from,
    until: term.until,
    chain: move.chain,
    ...(facts.cycles.has(move.chain) ? { isCycle: true } : {}),
    ...(facts.locked.has(move.key) ? { isLocked: true } : {}),
    ...(facts.touched.has(move.key) ? { isTouched: true } : {}),
    ...(breaches.length > 0 ? { breaches } : {}),
  };
}

/** The parts of empty days that nobody of these terms covers. */
function uncovered(empty: readonly Period[], terms: readonly SeatTerm[]): Period[] {
  return empty.filter(
    ({ from }) => !terms.some((term) => term.from <= from && (term.until === null || term.until > from)),
  );
}

export function postRows(line: PostLine, seats: readonly Seat[], facts: RowFacts): FactRow[] {
  const { words } = facts;
  const empty = facts.breaches.emptyAt(line.post.id);
  return seats.map((seat, at): FactRow => {
    const terms = [...(seat.present ? [seat.present] : []), ...seat.next];
    const ledger = seat.present ? facts.ledger.get(`${seat.present.personId}.${line.post.id}`) : undefined;
    const planned = [...seat.past, ...terms].flatMap((term) =>
      term.begins ? [plannedBar(term, term.begins, facts, term.name)] : [],
    );
    const late = uncovered(empty, terms);
    const leaves = terms.flatMap(({ personId }) => facts.leaves.get(`${personId}.${line.post.id}`) ?? []);
    const moves = [...seat.past, ...terms]
      .flatMap((term) => [term.begins, term.ends])
      .filter((move) => move !== null);
    const exempt = seat.present?.exempt;
    const due = seat.present?.dueOn ?? null;
    const row: TenureRow = {
      id: `${line.post.id}.${seat.present?.personId ?? `vacant${at}`}`,
      name: line.post.name,
      note: words.note(line),
      holder: seat.present?.name ?? words.vacant,
      state: ledger?.state ?? "normal",
      mark: ledger ? words.left(ledger.daysLeft) : seat.present ? words.noLimit : "",
      bars: [...seat.past, ...terms]
        .filter(({ begins }) => begins === null)
        .map((term) => knownBar(term, facts, term.name)),
      planned,
      limits: terms.flatMap((term) =>
        term.dueOn !== null && (term.begins === null || term.until === null || term.dueOn <= term.until)
          ? [term.dueOn]
          : [],
      ),
      handovers: handoversOf(terms),
      ...(leaves.length > 0 ? { leaves } : {}),
      ...(exempt && due !== null
        ? {
            exemption: {
              from: exempt.from > due ? exempt.from : due,
              until: exempt.until,
              words: words.exemptUntil(addDays(exempt.until, -1)),
            },
          }
        : {}),
      ...(late.length > 0 && (at === 0 || !seat.present)
        ? { vacancies: late.map((period) => ({ ...period, words: words.empty })) }
        : {}),
      ...(planned.length === 0 &&
      ledger &&
      due !== null &&
      seat.present?.until === null &&
      ledger.state !== "exempt" &&
      ledger.daysLeft >= 0 &&
      ledger.daysLeft <= 180
        ? { appeal: { from: due, words: words.mustPlan } }
        : {}),
      ...(facts.lockedPosts.has(line.post.id) ? { isLocked: true } : {}),
    };
    return {
      row,
      postId: line.post.id,
      department: line.post.department,
      personIds: terms.map(({ personId }) => personId),
      moves,
      due,
    };
  });
}

export interface PersonSpan {
  term: SeatTerm;
  postId: string;
  postName: string;
  department: string;
}
/** Bars that overlap stand under each other. */
function lanesOf<Bar extends { from: Day; until: Day | null }>(bars: readonly Bar[]): number[] {
  const ends: (Day | null)[] = [];
  return bars.map(({ from, until }) => {
    let lane = ends.findIndex((end) => end !== null && end <= from);
    if (lane < 0) lane = ends.length;
    ends[lane] = until;
    return lane;
  });
}

export function personRow(
  personId: string,
  name: string,
  spans: readonly PersonSpan[],
  facts: RowFacts,
): FactRow {
  const { words } = facts;
  const sorted = [...spans].sort((a, b) => (a.term.from < b.term.from ? -1 : 1));
  const present = sorted.filter(
    ({ term }) =>
      term.isOnRecord && (term.until === null || term.until > facts.day) && term.from <= facts.day,
  );
  const ledger = present
    .flatMap(({ postId }) => facts.ledger.get(`${personId}.${postId}`) ?? [])
    .sort((a, b) => a.daysLeft - b.daysLeft)[0];
  const lanes = lanesOf(
    sorted.map(({ term }) => ({ from: term.from, until: term.begins ? term.until : endOf(term, facts.day) })),
  );
  const at = present[0];
  const exempt = at?.term.exempt;
  const due = at?.term.dueOn ?? null;
  const bars: TenureBar[] = [];
  const planned: PlannedBar[] = [];
  sorted.forEach((span, index) => {
    const lane = lanes[index] ?? 0;
    if (span.term.begins)
      planned.push({ ...plannedBar(span.term, span.term.begins, facts, span.postName), lane });
    else bars.push({ ...knownBar(span.term, facts, span.postName), lane });
  });
  return {
    row: {
      id: personId,
      name,
      note: at?.department ?? sorted.at(-1)?.department ?? "",
      holder: at?.postName ?? words.notKey,
      state: ledger?.state ?? "normal",
      mark: ledger ? words.left(ledger.daysLeft) : "",
      bars,
      planned,
      limits: sorted.flatMap(({ term }) =>
        term.dueOn !== null && (term.until === null || term.dueOn <= term.until) ? [term.dueOn] : [],
      ),
      ...(exempt && due !== null
        ? {
            exemption: {
              from: exempt.from > due ? exempt.from : due,
              until: exempt.until,
              words: words.exemptUntil(addDays(exempt.until, -1)),
            },
          }
        : {}),
      ...(facts.lockedPeople.has(personId) ? { isLocked: true } : {}),
      lanes: Math.max(1, ...lanes.map((lane) => lane + 1)),
    },
    postId: null,
    department: at?.department ?? sorted.at(-1)?.department ?? "",
    personIds: [personId],
    moves: sorted
      .flatMap(({ term }) => [term.begins, term.ends])
      .filter((move) => move !== null)
      .filter((move, index, all) => all.indexOf(move) === index),
    due,
  };
}

const urgency: readonly TenureState[] = ["overdue", "due", "near", "warning", "exempt", "normal", "rotated"];
/** The most urgent first; among equals the earlier due. */
export const byUrgency = (a: FactRow, b: FactRow): number =>
  urgency.indexOf(a.row.state) - urgency.indexOf(b.row.state) ||
  (a.due ?? "9999").localeCompare(b.due ?? "9999");
export const statesByUrgency = urgency;
