// Whether people on their steps break a demand: for a whole case, and early for a part of one.
import type { Demand, Place } from "./demands.ts";

/**
 * True when no further place can mend it. `open`: seats on the demand's steps that nobody has taken yet;
 * with none open the answer is final.
 */
export function isBroken(demand: Demand, places: readonly Place[], open: number): boolean {
  switch (demand.type) {
    case "few": {
      const collected = new Map<string, Set<string>>();
      for (const { step, taker } of places) {
        const labels = demand.labels[step] ?? [];
        if (labels.length === 0) continue;
        const holders =
          demand.by === "person"
            ? taker.credited
            : [demand.by === "organ" ? taker.organId : taker.departmentId];
        for (const holder of holders) {
          if (holder === null || demand.binds?.(holder) === false) continue;
          const own = collected.get(holder) ?? new Set();
          collected.set(holder, own);
          for (const label of labels) own.add(label);
          if (own.size > demand.most) return true;
        }
      }
      return false;
    }
    case "together": {
      let shared: readonly string[] | null = null;
      for (const { step, taker } of places)
        if (demand.steps[step] && taker.credited.length > 0)
          shared = shared ? shared.filter((id) => taker.credited.includes(id)) : taker.credited;
      return shared !== null && shared.length === 0;
    }
    case "many": {
      const own = places.filter(({ step }) => demand.steps[step]);
      const people = new Set(own.map(({ taker }) => taker.personId));
      const isByPerson = demand.by === "person";
      const counted = isByPerson ? people : new Set(own.flatMap(({ taker }) => taker.organId ?? []));
      // Too few known organs beside an unknown one: the rule has no verdict, and points at nothing.
      const isUnsure = !isByPerson && own.some(({ taker }) => taker.organId === null);
      if (open > 0) return isByPerson && counted.size + open < demand.least;
      if (counted.size < demand.least) return !isUnsure;
      if (demand.isOdd && counted.size % 2 === 0) return true;
      if (!demand.experts) return false;
      const { has, atLeast, of } = demand.experts;
      return [...people].filter(has).length * of < people.size * atLeast;
    }
    case "rising":
      return places.some(
        (later) =>
          demand.later[later.step] &&
          places.some(
            (earlier) =>
              demand.earlier[earlier.step] &&
              (earlier.step < later.step || (earlier.step === later.step && earlier.seat < later.seat)) &&
              earlier.taker.personId !== later.taker.personId &&
              earlier.taker.rank !== null &&
              later.taker.rank !== null &&
              later.taker.rank <= earlier.taker.rank,
          ),
      );
    case "apart":
      return places.some(
        (a) =>
          demand.left[a.step] &&
          places.some(
            (b) =>
              demand.right[b.step] &&
              a.taker.credited.some((p) => b.taker.credited.some((q) => p !== q && demand.related(p, q))),
          ),
      );
  }
}
