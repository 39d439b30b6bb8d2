// Turns holders of key posts, past, present and planned, into rows of the timeline, grouped by chain when a plan is shown.
import { useMemo } from "react";
import { addDays, contains, type Day, daysBetween, lastDay } from "../../../shared/domain/day.ts";
import type { TenureState } from "../../../shared/domain/rotation.ts";
import type { Answered } from "../../data/names.ts";
import type { TenureRow as LedgerRow, Plan } from "../../data/types.ts";
import type { TenureGroup, TenureLink, TenureRow } from "../../parts/tenure-row.ts";
import { stagesOf } from "../../parts/tenure-stages.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { useLeftWords } from "./left-words.ts";

type Timeline = Answered<"rotation.timeline">;
type PostLine = Timeline["posts"][number];
type Term = PostLine["terms"][number];

const worstFirst: readonly TenureState[] = ["overdue", "due", "near", "warning", "exempt", "normal"];

export interface TimelineModel {
  groups: readonly TenureGroup[];
  links: readonly TenureLink[];
}

export function useTimeline(
  timeline: Timeline,
  ledger: readonly LedgerRow[],
  plan: Plan | null,
): TimelineModel {
  const { rotation, common } = useWords();
  const formats = useFormats();
  const leftWords = useLeftWords();
  return useMemo(() => {
    const { day } = timeline;
    const stateOf = new Map(ledger.map((row) => [`${row.person.id}.${row.post.id}`, row]));

    // An open term is drawn as far as it may go: to its limit, its exemption's end, or today where that is past.
    const endOf = (term: Term): Day | null => {
      if (term.until !== null || term.dueOn === null) return term.until;
      const may = term.exempt && term.exempt.until > term.dueOn ? term.exempt.until : addDays(term.dueOn, 1);
      return may > day ? may : addDays(day, 1);
    };
    const noteOf = (line: PostLine): string =>
      line.limitMonths === null
        ? line.post.department
        : rotation.limitNote(
            line.post.department,
            line.riskGrade ? common.risk[line.riskGrade] : "",
            formats.count(line.limitMonths),
          );
    const barOf = (term: Term, at: number): TenureRow["bars"][number] => {
      const isPast = term.until !== null && term.until <= day;
      return {
        key: `${term.person.id}.${term.from}.${at}`,
        person: term.person.name,
        note: isPast ? "" : rotation.since(term.from.slice(0, 7)),
        stages: isPast
          ? [{ state: "past" as const, from: term.from, until: term.until }]
          : stagesOf({ from: term.from, until: endOf(term) }, term.dueOn, term.exempt?.until ?? null),
        ...(isPast ? { isPast: true } : {}),
      };
    };
    const rowsOf = (line: PostLine): TenureRow[] => {
      const known = line.terms.filter((term) => !term.isPlanned);
      const planned = line.terms.filter((term) => term.isPlanned);
      const present = known.filter((term) => contains(term, day));
      const past = known.filter((term) => term.until !== null && term.until <= day);
      const seats: (Term | null)[] = present.length > 0 ? present : [null];
      const followers = followersOf(seats, planned);
      return seats.map((term, seat): TenureRow => {
        const row = term ? stateOf.get(`${term.person.id}.${line.post.id}`) : undefined;
        const follows = followers[seat] ?? [];
        const [successor] = follows;
        const leaves = term?.until ?? null;
        return {
          id: `${line.post.id}.${term?.person.id ?? "vacant"}`,
          name: line.post.name,
          note: noteOf(line),
          holder: term?.person.name ?? rotation.vacant,
          state: row?.state ?? "normal",
          mark: row ? leftWords(row.daysLeft) : term ? rotation.noLimit : "",
          bars: [...(seat === 0 ? past : []), ...(term ? [term] : [])].map(barOf),
          planned: follows.map((next) => ({
            person: next.person.name,
            note: rotation.arrives(next.from.slice(5)),
            from: next.from,
            until: next.until,
          })),
          limit: term?.dueOn ?? null,
          ...(term?.exempt
            ? {
                exemption: {
                  until: term.exempt.until,
                  words: rotation.exemptUntil(lastDay({ from: day, until: term.exempt.until }) ?? ""),
                },
              }
            : {}),
          ...(successor && leaves !== null && successor.from < leaves
            ? { handover: { from: successor.from, until: leaves } }
            : {}),
          ...(follows.length === 0 &&
          row &&
          row.state !== "exempt" &&
          row.daysLeft >= 0 &&
          row.daysLeft <= 180
            ? { appeal: rotation.mustPlan }
            : {}),
        };
      });
    };

    const lines = timeline.posts.map((line) => ({ line, rows: rowsOf(line) }));
    const worst = (rows: readonly TenureRow[]): number =>
      Math.min(...rows.map((row) => worstFirst.indexOf(row.state)));
    const dueOf = (rows: readonly TenureRow[]): Day =>
      rows.map((row) => row.limit ?? "9999").sort()[0] ?? "9999";
    const ordered = lines.sort(
      (a, b) => worst(a.rows) - worst(b.rows) || dueOf(a.rows).localeCompare(dueOf(b.rows)),
    );

    if (!plan || plan.moves.length === 0)
      return {
        links: [],
        groups: worstFirst.flatMap((state) => {
          const rows = ordered.flatMap(({ rows: own }) => own).filter((row) => row.state === state);
          return rows.length === 0
            ? []
            : [
                {
                  key: state,
                  words: common.tenure[state],
                  note: rotation.stillNote(formats.count(rows.length)),
                  rows,
                },
              ];
        }),
      };

    const chains = new Map<number, Plan["moves"]>();
    for (const move of plan.moves) chains.set(move.chain, [...(chains.get(move.chain) ?? []), move]);
    const chainOfPost = new Map<string, number>();
    for (const [chain, moves] of chains)
      for (const move of moves)
        for (const post of [move.to, move.from])
          if (post && !chainOfPost.has(post.id)) chainOfPost.set(post.id, chain);
    const groups: TenureGroup[] = [...chains].flatMap(([chain, moves]) => {
      const rows = ordered
        .filter(({ line }) => chainOfPost.get(line.post.id) === chain)
        .flatMap(({ rows: own }) => own);
      const days = moves.map((move) => move.day).sort();
      return rows.length === 0
        ? []
        : [
            {
              key: `chain.${chain}`,
              words: rotation.chain(formats.count(chain)),
              note: rotation.chainNote(
                formats.count(new Set(moves.map((move) => move.person.id)).size),
                days[0] ?? "",
                days.at(-1) ?? "",
              ),
              rows,
            },
          ];
    });
    const still = ordered
      .filter(({ line }) => !chainOfPost.has(line.post.id))
      .flatMap(({ rows: own }) => own);
    if (still.length > 0)
      groups.push({
        key: "still",
        words: rotation.still,
        note: rotation.stillNote(formats.count(still.length)),
        rows: still,
      });

    const rowIds = new Map(lines.map(({ line, rows }) => [line.post.id, rows]));
    const rowFor = (postId: string | undefined, holderName: string | null): string | null => {
      const rows = postId === undefined ? undefined : rowIds.get(postId);
      return (rows?.find((row) => row.holder === holderName) ?? rows?.[0])?.id ?? null;
    };
    const links = plan.moves.flatMap((move): TenureLink[] => {
      const from = rowFor(move.from?.id, move.person.name);
      const to = rowFor(move.to?.id, null);
      if (from === null && to === null) return [];
      const words =
        from === null
          ? rotation.comesFrom(move.person.name, move.from?.name ?? rotation.reserve)
          : to === null
            ? rotation.goesTo(move.person.name, move.to?.name ?? rotation.reserve)
            : undefined;
      return [{ from, to, day: move.day, ...(words ? { words } : {}) }];
    });
    return { groups, links };
  }, [timeline, ledger, plan, rotation, common, formats, leftWords]);
}

/** Who follows on which seat: an arrival takes the seat whose last holder leaves nearest to that day. */
function followersOf(seats: readonly (Term | null)[], planned: readonly Term[]): Term[][] {
  const rows = seats.map((term) => ({ end: term ? term.until : "", terms: [] as Term[] }));
  for (const next of [...planned].sort((a, b) => a.from.localeCompare(b.from))) {
    const free = rows.filter((row) => row.end !== null);
    const gap = (end: Day | null): number => (end ? Math.abs(daysBetween(next.from, end)) : 0);
    const seat = free.sort((a, b) => gap(a.end) - gap(b.end))[0] ?? rows[0];
    if (!seat) continue;
    seat.terms.push(next);
    seat.end = next.until;
  }
  return rows.map((row) => row.terms);
}

/** First of the month some months before the day, and how many months to show. */
export const spanOf = (day: Day, plan: Plan | null): { from: Day; months: number } => {
  const ahead = plan ? Math.max(10, Math.ceil(daysBetween(day, plan.until) / 30.4) + 2) : 12;
  const back = plan ? 9 : 20;
  const [year = 0, month = 1] = day.split("-").map(Number);
  const early = year * 12 + month - 1 - back;
  // Two months of a year have no room for its number: begin with the next one.
  const first = early % 12 >= 10 ? early + 12 - (early % 12) : early;
  return {
    from: `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, "0")}-01`,
    months: year * 12 + month - 1 - first + ahead,
  };
};
