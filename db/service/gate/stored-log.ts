// The workbook's log as the gate reads it: a case by its rows, people and peers by columns that name their rows.
import { type Case, isTender } from "../../../shared/domain/approval.ts";
import { type Day, dayNumber, type Instant } from "../../../shared/domain/day.ts";
import { exceedsShare } from "../../../shared/domain/money.ts";
import {
  changeBit,
  decidingCodes,
  docBit,
  type PackedActs,
  type PackedCases,
  textCode,
} from "../../../shared/domain/packed-log.ts";
import type { Parameters } from "../../../shared/domain/rule-kinds.ts";
import type { GateLog, Logged } from "../../../shared/rules/gate/gate-log.ts";
import type { Db } from "../../open.ts";
import type { GateRows } from "../../queries/gate-rows.ts";
import { type LoadOptions, loadActs, loadCases } from "../../queries/segments.ts";

/** Places of the rows of each number: those of `n` lie from `starts[n]` to `starts[n + 1]`. */
interface Places {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}
function placesBy(count: number, numberAt: (place: number) => number): Places {
  let largest = 0;
  for (let place = 0; place < count; place += 1) largest = Math.max(largest, numberAt(place));
  const starts = new Int32Array(largest + 2);
  for (let place = 0; place < count; place += 1) starts[numberAt(place) + 1]! += 1;
  for (let number = 0; number <= largest; number += 1) starts[number + 1]! += starts[number]!;
  const next = starts.slice();
  const places = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    const number = numberAt(place);
    places[next[number]!] = place;
    next[number]! += 1;
  }
  return { starts, places };
}
const placesOf = ({ starts, places }: Places, number: number): Int32Array =>
  number + 1 < starts.length ? places.subarray(starts[number]!, starts[number + 1]!) : new Int32Array(0);

/** Below a given ceiling by no more than the test allows; without one only the fold can tell. */
const isNear = (
  amount: number,
  { ceiling, nearPermille }: Extract<Parameters<"split-amount">, { test: "behavioural" }>,
): boolean => ceiling === null || (amount <= ceiling && exceedsShare(amount, ceiling, nearPermille));

/** Columns of the whole log, each loaded when it is first asked for. */
export interface StoredLog extends GateLog {
  /** Deciding acts of the person in [from, until) on cases that are not closed by `day`. */
  recentActs: (personId: string, from: Instant, until: Instant, day: Day) => number;
}

export function storedLog(db: Db, rows: GateRows, options: LoadOptions): StoredLog {
  const keys = new Map<string, number>();
  /** Cases that were counted with others before, by key. */
  const peers = new Map<number, Case>();
  let acts: { packed: PackedActs; by: Places; behalf: Places } | null = null;
  let cases: {
    packed: PackedCases;
    byRequester: Places;
    bySupplier: Places;
    byDepartment: Places;
    placeOf: Map<number, number>;
  } | null = null;
  const actColumns = () => {
    if (acts) return acts;
    const { packed } = loadActs(db, options);
    const { count, person, behalf } = packed;
    acts = {
      packed,
      by: placesBy(count, (place) => person[place]!),
      behalf: placesBy(count, (place) => behalf[place]!),
    };
    return acts;
  };
  const caseColumns = () => {
    if (cases) return cases;
    const { packed } = loadCases(db, options);
    const { count, requester, supplier, department, id } = packed;
    const placeOf = new Map<number, number>();
    for (let place = 0; place < count; place += 1) placeOf.set(id[place]!, place);
    cases = {
      packed,
      byRequester: placesBy(count, (place) => requester[place]!),
      bySupplier: placesBy(count, (place) => supplier[place]!),
      byDepartment: placesBy(count, (place) => department[place]!),
      placeOf,
    };
    return cases;
  };
  const keyOf = (id: string | null): number => {
    if (id === null) return 0;
    const known = keys.get(id) ?? rows.keyOf(id) ?? 0;
    keys.set(id, known);
    return known;
  };
  const byPerson = (personId: string): number[] => {
    const { by, behalf } = actColumns();
    const person = keyOf(personId);
    return person === 0 ? [] : [...placesOf(by, person), ...placesOf(behalf, person)];
  };

  return {
    caseOf: (caseId) => rows.caseById(caseId)?.case ?? null,
    approvalsOf: (caseId) => {
      const key = rows.keyOf(caseId);
      return key === null ? [] : rows.approvalsOf(key);
    },
    approvalsBy: (personId) => {
      const { packed } = actColumns();
      const found = rows.approvalsAt(byPerson(personId).map((place) => packed.row[place]!));
      const known = new Map(
        rows.casesByKey([...new Set(found.map(({ caseKey }) => caseKey))]).map((row) => [row.key, row.case]),
      );
      return found.flatMap(({ caseKey, approval }): Logged[] => {
        const of = known.get(caseKey);
        return of ? [{ approval, case: of }] : [];
      });
    },
    peersOf: (of, asked) => {
      const { packed, byRequester, bySupplier, byDepartment } = caseColumns();
      const [category, project] = [textCode(of.category), textCode(of.budgetProject)];
      const isStatutory = asked.test === "statutory";
      const holder = isStatutory
        ? of.departmentId
        : asked.by === "requester"
          ? of.requesterId
          : of.supplierId;
      const number = keyOf(holder);
      if (number === 0 || of.isChangeApproved || isTender(of.method)) return [];
      if (isStatutory && (category === 0 || project === 0)) return [];
      if (!isStatutory && !isNear(of.amount ?? 0, asked)) return [];
      const own = keyOf(of.id);
      const counted: number[] = [];
      const places = isStatutory ? byDepartment : asked.by === "requester" ? byRequester : bySupplier;
      for (const place of placesOf(places, number))
        if (
          packed.id[place] !== own &&
          packed.amount[place]! > 0 &&
          (isStatutory || isNear(packed.amount[place]!, asked)) &&
          (packed.flags[place]! & changeBit) === 0 &&
          packed.category[place] === category &&
          (!isStatutory || packed.project[place] === project)
        )
          counted.push(packed.id[place]!);
      const unread = counted.filter((key) => !peers.has(key));
      if (unread.length > 0) for (const row of rows.casesByKey(unread)) peers.set(row.key, row.case);
      return counted.flatMap((key) => peers.get(key) ?? []);
    },
    recentActs: (personId, from, until, day) => {
      const { packed, by } = actColumns();
      const { packed: all, placeOf } = caseColumns();
      const last = dayNumber(day);
      let count = 0;
      for (const place of placesOf(by, keyOf(personId))) {
        const at = packed.at[place]!;
        if (at < from || at >= until || (packed.flags[place]! & ~docBit) >= decidingCodes) continue;
        const of = placeOf.get(packed.case[place]!);
        if (of !== undefined && all.closed[of]! > last) count += 1;
      }
      return count;
    },
  };
}
