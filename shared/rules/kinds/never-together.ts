// never-together: one person holds more than `maxHeld` of a set of duties at the same time; actual once performed.
import type { Day, Period } from "../../domain/day.ts";
import { contains, overlaps } from "../../domain/day.ts";
import type { Text } from "../../domain/text.ts";
import { compareText } from "../gather.ts";
import { holdingRows } from "../holdings.ts";
import { daysText, dutiesText, personText } from "../sentence.ts";
import type { Act, Holding, View } from "../view.ts";
import { actsInScope, persons } from "./grouping.ts";
import { type Breach, found, type KindModule, noBreach } from "./kind.ts";
import { matchedCount, matcher } from "./matching.ts";

type Match = (duty: string) => readonly string[];
/** A maximal run of days on which more than the limit is held. */
export interface Overlap extends Period {
  readonly holdings: readonly Holding[];
}
interface Watched {
  overlap: Overlap;
  /** The first act of each duty performed within it. */
  performed: Map<string, Act>;
  firsts: Act[];
  breach: Breach | null;
}
interface State {
  personId: string;
  watched: Watched[];
}

export const neverTogether: KindModule<"never-together", Act, State> = (context) => {
  const { rule, view } = context;
  const { duties, maxHeld } = rule.parameters;
  const match = matcher(view, duties);
  const overlapsOf = (personId: string): Overlap[] =>
    findOverlaps(view.holdingsOf(personId), match, maxHeld).filter((overlap) => overlap.from <= view.today);

  return {
    unmet:
      matchedCount(match, view.heldDuties) < 2
        ? {
            zh: "岗位职责和授权中，这些职责出现不足两项",
            en: "fewer than two of its duties are held by any post",
          }
        : null,
    *groups(touched) {
      for (const key of persons(view, touched))
        if (overlapsOf(key).length > 0) yield { key, items: actsInScope(context, view.actsCrediting(key)) };
    },
    start: (personId) => ({
      personId,
      watched: overlapsOf(personId).map((overlap) => ({
        overlap,
        performed: new Map(),
        firsts: [],
        breach: null,
      })),
    }),
    step(state, act) {
      const matched = match(act.step.duty);
      if (matched.length === 0) return noBreach;
      const one = state.watched.find(({ overlap }) => contains(overlap, act.day));
      if (!one) return noBreach;
      const fresh = matched.filter((duty) => !one.performed.has(duty));
      if (fresh.length > 0) one.firsts.push(act);
      for (const duty of fresh) one.performed.set(duty, act);
      if (one.breach || one.performed.size <= maxHeld) return noBreach;
      one.breach = breachOf(view, match, state.personId, one, act.day);
      return [one.breach];
    },
    finish: (state) =>
      found(
        state.watched
          .filter((one) => one.breach === null)
          .map((one) => breachOf(view, match, state.personId, one, null)),
      ),
  };
};

/** `actualOn` null: potential, of the overlap's first day, without acts. */
function breachOf(view: View, match: Match, personId: string, one: Watched, actualOn: Day | null): Breach {
  const { from, until, holdings } = one.overlap;
  return {
    groupKey: personId,
    subject: personId,
    anchor: from,
    basis: actualOn === null ? "potential" : "actual",
    personIds: [personId],
    day: actualOn ?? from,
    from,
    until,
    before: holdingRows(holdings),
    acts: actualOn === null ? [] : one.firsts,
    say: () =>
      say(view, personId, one, new Set(holdings.flatMap((row) => match(row.duty))), actualOn !== null),
  };
}

/** Sweeps the days on which the holdings begin and end. */
export function findOverlaps(all: readonly Holding[], match: Match, maxHeld: number): Overlap[] {
  const holdings = all.filter((row) => match(row.duty).length > 0);
  if (
    matchedCount(
      match,
      holdings.map((row) => row.duty),
    ) <= maxHeld
  )
    return [];
  const edges = new Set<Day>();
  for (const row of holdings) {
    edges.add(row.from);
    if (row.until !== null) edges.add(row.until);
  }
  const overlapsFound: Period[] = [];
  let open: Day | null = null;
  for (const day of [...edges].sort(compareText)) {
    const held = holdings.filter((row) => contains(row, day)).map((row) => row.duty);
    const isOver = matchedCount(match, held) > maxHeld;
    if (isOver) open ??= day;
    else if (open !== null) {
      overlapsFound.push({ from: open, until: day });
      open = null;
    }
  }
  if (open !== null) overlapsFound.push({ from: open, until: null });
  return overlapsFound.map((days) => ({ ...days, holdings: holdings.filter((row) => overlaps(row, days)) }));
}

function say(view: View, personId: string, one: Watched, held: ReadonlySet<string>, isActual: boolean): Text {
  const person = personText(view, personId);
  const days = daysText(one.overlap.from, one.overlap.until);
  const duties = dutiesText(view, [...held].sort(compareText));
  const performed = dutiesText(view, one.performed.keys());
  return isActual
    ? {
        zh: `${person.zh}${days.zh}，同时承担${duties.zh}，并在此期间实际办理了${performed.zh}。`,
        en: `${person.en} held ${duties.en} together ${days.en}, and performed ${performed.en} in that time.`,
      }
    : {
        zh: `${person.zh}${days.zh}，同时承担${duties.zh}，尚未见其一并办理的记录。`,
        en: `${person.en} holds ${duties.en} together ${days.en}; no record shows them performed together yet.`,
      };
}
