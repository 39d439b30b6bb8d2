// Who could carry a case from its first step to its last on a day: the fewest people at all, and the fewest that no rule would point at.
import type { Step } from "../../domain/authority.ts";
import type { Rule } from "../../domain/rule.ts";
import type { View } from "../view.ts";
import { isBroken } from "./demand-test.ts";
import { type Demand, demandsOf, type Place } from "./demands.ts";
import { canCarry, type GroupAnswer, groupOf, smallestGroup, workLimit } from "./group-search.ts";
import type { Path } from "./path.ts";
import { maskOf, smallestCover } from "./set-cover.ts";

export interface CouldCarry {
  /** Nobody may take these that day: the case cannot be carried at all. */
  nobodyFor: Step[];
  /** By who may do what alone; null where `nobodyFor` names a step. */
  fewest: GroupAnswer | null;
  /** Without a finding of the rules that bind people within a case. */
  unflagged: GroupAnswer | null;
  /** Rules that were asked. */
  demands: Demand[];
}

/** `rules`: the binding ones of `bindingRules`. */
export function couldCarry(view: View, rules: readonly Rule[], path: Path, limit = workLimit): CouldCarry {
  const nobodyFor = path.steps.filter((_, step) => (path.takers[step]?.length ?? 0) === 0);
  const demands = demandsOf(view, rules, path);
  if (nobodyFor.length > 0 || path.steps.length === 0)
    return { nobodyFor, fewest: null, unflagged: null, demands };
  const fewest = fewestAtAll(path, limit);
  // Whatever the rules ask, fewer than could at all will never do.
  const unflagged = smallestGroup(path, demands, limit, fewest.least);
  return { nobodyFor, fewest, unflagged, demands };
}

function fewestAtAll(path: Path, limit: number): GroupAnswer {
  const people = [...new Set(path.takers.flatMap((own) => own.map((one) => one.personId)))].sort();
  const sets = people.map((id) =>
    maskOf(path.takers.flatMap((own, step) => (own.some((one) => one.personId === id) ? [step] : []))),
  );
  const cover = smallestCover(maskOf(path.steps.keys()), sets, limit);
  if (!cover) return { places: null, isProved: true, least: 1 };
  const chosen = new Set(cover.chosen.map((index) => people[index]));
  return {
    places: seated(path, (id) => chosen.has(id)),
    isProved: cover.isProved,
    least: cover.least,
  };
}

/** Each step to the first of the people who may take it. */
const seated = (path: Path, isIn: (id: string) => boolean): Place[] =>
  path.steps.flatMap((_, step): Place[] => {
    const taker = path.takers[step]?.find((one) => isIn(one.personId));
    return taker ? [{ step, seat: step, taker }] : [];
  });

/** For each of a group, the others who could stand in for that one alone, the group still doing all of it. */
export function standIns(
  path: Path,
  demands: readonly Demand[],
  places: readonly Place[],
): Map<string, string[]> {
  const group = groupOf(places);
  const people = [...new Set(path.takers.flatMap((own) => own.map((one) => one.personId)))];
  return new Map(
    group.map((member) => [
      member,
      people.filter((id) => {
        if (group.includes(id)) return false;
        // Most stand in just where the other sat; only the rest needs a search.
        if (isSeatable(path, demands, places, member, id)) return true;
        return canCarry(path, demands, new Set(group.map((one) => (one === member ? id : one))));
      }),
    ]),
  );
}

function isSeatable(
  path: Path,
  demands: readonly Demand[],
  places: readonly Place[],
  member: string,
  id: string,
): boolean {
  const seated: Place[] = [];
  for (const place of places) {
    if (place.taker.personId !== member) seated.push(place);
    else {
      const taker = path.takers[place.step]?.find((one) => one.personId === id);
      if (!taker) return false;
      seated.push({ ...place, taker });
    }
  }
  return !demands.some((demand) => isBroken(demand, seated, 0));
}
