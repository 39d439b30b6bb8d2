// relation/holder: what two related people hold at the same time, by the facts alone.
import { addYears, contains, type Day, overlaps, type Period } from "../../domain/day.ts";
import type { Relation } from "../../domain/organisation.ts";
import type { Text } from "../../domain/text.ts";
import { compareText, sortedIds } from "../gather.ts";
import { holdingRows } from "../holdings.ts";
import { daysText, dutiesText, personText } from "../sentence.ts";
import type { Holding, View } from "../view.ts";
import { type Breach, type Context, type Fold, found, noBreach, nothing } from "./kind.ts";
import { matcher } from "./matching.ts";

export const noPersonRelation: Text = {
  zh: "没有人员之间的回避关系记录",
  en: "no such relation between people is on record",
};
/** The days on which a relation counts, look-back included. */
export const relationDays = ({ from, until }: Relation, lookbackYears: number): Period => ({
  from,
  until: until === null ? null : addYears(until, lookbackYears),
});

/** A relation of a pair with the days on which it counts. */
interface Tie extends Period {
  readonly id: string;
}
interface Run extends Period {
  holdings: Set<Holding>;
}
/** Two people in order of their ids, and what ties them. */
interface Pair {
  readonly people: readonly [string, string];
  readonly ties: Tie[];
}

export const relationHolder = ({ rule, view }: Context<"relation">): Fold<never, Pair | null> => {
  const { duties, otherDuties, lookbackYears } = rule.parameters;
  const types = new Set(rule.parameters.types);
  const pairs = new Map<string, Pair>();
  const isPerson = (id: string): boolean => view.people.get(id)?.isSystem === false;
  for (const row of view.world.relations) {
    const { personId, otherPersonId } = row;
    if (otherPersonId === null || otherPersonId === personId || !types.has(row.type)) continue;
    if (!isPerson(personId) || !isPerson(otherPersonId)) continue;
    const days = relationDays(row, lookbackYears);
    if (days.until !== null && days.until <= days.from) continue;
    const people =
      personId < otherPersonId ? ([personId, otherPersonId] as const) : ([otherPersonId, personId] as const);
    const key = people.join("+");
    const pair = pairs.get(key) ?? { people, ties: [] };
    pairs.set(key, pair);
    pair.ties.push({ id: row.id, ...days });
  }
  const held = (personId: string, list: readonly string[]): Holding[] => {
    const match = matcher(view, list);
    return view.holdingsOf(personId).filter((row) => list.length === 0 || match(row.duty).length > 0);
  };
  const breachOf = ({ people, ties }: Pair, run: Run): Breach => ({
    groupKey: people.join("+"),
    subject: people.join("+"),
    anchor: run.from,
    basis: "potential",
    personIds: people,
    day: run.from,
    from: run.from,
    until: run.until,
    before: holdingRows([...run.holdings]),
    acts: [],
    after: sortedIds(ties.filter((row) => overlaps(row, run)).map(({ id }) => id)).map((id) => ({
      kind: "relation",
      id,
    })),
    say: () => say(view, people, run),
  });

  return {
    unmet: view.world.relations.some((row) => types.has(row.type) && row.otherPersonId !== null)
      ? null
      : noPersonRelation,
    // Facts alone: whatever acts and cases were touched, the answer is what it was.
    *groups(touched) {
      if (touched === null) for (const key of pairs.keys()) yield { key, items: [] };
    },
    start: (key) => pairs.get(key) ?? null,
    step: () => noBreach,
    finish(pair) {
      if (!pair) return nothing;
      const [p, q] = pair.people;
      const roles: Role[] = [
        { one: held(p, duties), other: held(q, otherDuties) },
        { one: held(q, duties), other: held(p, otherDuties) },
      ];
      return found(
        runsOf(pair.ties, roles)
          .filter((run) => run.from <= view.today)
          .map((run) => breachOf(pair, run)),
      );
    },
  };
};

/** What either of two people holds in one reading of who is who. */
interface Role {
  one: readonly Holding[];
  other: readonly Holding[];
}

/** Maximal runs of days on which a tie holds and both sides of a role do, with the holdings that make it so. */
function runsOf(ties: readonly Tie[], roles: readonly Role[]): Run[] {
  const edges = new Set<Day>();
  for (const row of [...ties, ...roles.flatMap(({ one, other }) => [...one, ...other])]) {
    edges.add(row.from);
    if (row.until !== null) edges.add(row.until);
  }
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const day of [...edges].sort(compareText)) {
    const on = (rows: readonly Holding[]): Holding[] => rows.filter((row) => contains(row, day));
    const present = ties.some((row) => contains(row, day))
      ? roles
          .map(({ one, other }) => ({ one: on(one), other: on(other) }))
          .filter(({ one, other }) => one.length > 0 && other.length > 0)
          .flatMap(({ one, other }) => [...one, ...other])
      : [];
    if (present.length > 0) {
      open ??= { from: day, until: null, holdings: new Set() };
      for (const row of present) open.holdings.add(row);
    } else if (open) {
      runs.push({ ...open, until: day });
      open = null;
    }
  }
  if (open) runs.push(open);
  return runs;
}

function say(view: View, [p, q]: Pair["people"], run: Run): Text {
  const [one, other] = [personText(view, p), personText(view, q)];
  const days = daysText(run.from, run.until);
  const heldBy = (personId: string): Text => {
    const own = new Set(view.holdingsOf(personId));
    const duties = [...run.holdings].filter((row) => own.has(row)).map((row) => row.duty);
    return dutiesText(view, new Set(duties.sort(compareText)));
  };
  const [first, second] = [heldBy(p), heldBy(q)];
  return {
    zh: `${one.zh}与${other.zh}登记有应当回避的关系，${days.zh}，分别承担${first.zh}与${second.zh}。`,
    en: `${one.en} and ${other.en}, between whom a relation is on record, hold ${first.en} and ${second.en} ${days.en}.`,
  };
}
