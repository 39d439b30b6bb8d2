// A matter, an amount and a day as a staffing problem: seats with their takers, and every rule that binds people within a case as a bound.
import type { Severity } from "../../domain/conflict.ts";
import type { Rule } from "../../domain/rule.ts";
import type {
  Slot,
  StaffingBound,
  StaffingConstraint,
  StaffingProblem,
  Taker,
} from "../../domain/staffing.ts";
import { type Demand, demandsOf } from "../analysis/demands.ts";
import type { Path, PathOptions, Taker as Way } from "../analysis/path.ts";
import { sortedIds } from "../gather.ts";
import type { View } from "../view.ts";

/** Planned absences are passed over, and each way of taking a step stands for itself (docs/staffing.md). */
export const staffingPath: PathOptions = { absent: "open-ended", ways: "each" };

/** What it costs to give a rule up, by its severity (docs/staffing.md, small unit). */
export const weights: Record<Severity, number> = { high: 9, medium: 3, low: 1 };

/** A problem with what its numbers stand for. */
export interface StaffingCase {
  readonly problem: StaffingProblem;
  readonly path: Path;
  /** By slot: the step of the path. */
  readonly stepOf: readonly number[];
  /** By taker: how the person takes it, as the rules would see the act. */
  readonly ways: readonly Way[];
  /** By constraint. */
  readonly rules: readonly Rule[];
  /** Takers that nobody has made possible yet: who could be granted a step, beside `allowed`. */
  readonly offered: readonly Offered[];
}
export interface Offered {
  readonly slot: number;
  readonly taker: number;
  /** Least first among equally many: see `candidatesOf`. */
  readonly cost: number;
}
/** One further way of a step, with its cost. */
export interface Candidate {
  readonly way: Way;
  readonly cost: number;
}

/** What else may be said of a problem. */
export interface ProblemOptions {
  /** As many as the rules ask for on each step; or one, where the steps of the path are acts that were done. */
  readonly seats?: "asked" | "one";
  /** By step of the path: ways that could be granted. */
  readonly candidates?: readonly (readonly Candidate[])[];
  /** Those of the rules on this matter and day, where they are known: they are the same for every amount. */
  readonly demands?: readonly Demand[];
}

/** `rules`: binding ones (`bindingRules`); `path`: one made with `staffingPath`. */
export function problemOf(
  view: View,
  rules: readonly Rule[],
  path: Path,
  { seats = "asked", candidates = [], demands = demandsOf(view, rules, path) }: ProblemOptions = {},
): StaffingCase {
  const slots: Slot[] = [];
  const stepOf: number[] = [];
  for (const [at, step] of path.steps.entries())
    for (let seat = 0; seat < (seats === "one" ? 1 : seatsAt(demands, at)); seat += 1) {
      slots.push({ stepId: step.id, seat });
      stepOf.push(at);
    }
  const { ways, of } = numbering();
  const allowed = path.takers.map((own) => own.map(of).sort((a, b) => a - b));
  const granted = candidates.map((own) => own.map(({ way, cost }) => ({ taker: of(way), cost })));
  const people = sortedIds(ways.flatMap((way) => [way.personId, ...way.credited]));
  const personAt = new Map(people.map((id, at) => [id, at]));
  const numbers: Numbers = {
    people,
    personAt,
    ways,
    stepOf,
    offeredTo: new Set(candidates.flatMap((own) => own.map(({ way }) => way.personId))),
  };
  return {
    path,
    stepOf,
    ways,
    rules: demands.map(({ rule }) => rule),
    offered: stepOf.flatMap((step, slot) =>
      (granted[step] ?? []).map(({ taker, cost }): Offered => ({ slot, taker, cost })),
    ),
    problem: {
      people,
      takers: ways.map(
        (way): Taker => ({
          person: indexOf(personAt, way.personId),
          credited: indices(personAt, way.credited),
        }),
      ),
      slots,
      allowed: stepOf.map((step) => allowed[step] ?? []),
      constraints: demands.map(
        (demand): StaffingConstraint => ({
          ...boundOf(demand, numbers),
          source: demand.rule.id,
          weight: weights[demand.rule.severity],
        }),
      ),
    },
  };
}

/** The largest number of people that a rule asks for there; one more where an even number must be odd. */
export function seatsAt(demands: readonly Demand[], step: number): number {
  const own = demands.flatMap((demand) => (demand.type === "many" && demand.steps[step] ? [demand] : []));
  const most = Math.max(1, ...own.map(({ least }) => least));
  return most % 2 === 0 && own.some(({ isOdd }) => isOdd) ? most + 1 : most;
}

interface Numbers {
  people: readonly string[];
  personAt: ReadonlyMap<string, number>;
  ways: readonly Way[];
  stepOf: readonly number[];
  /** Whoever acts on a grant holds it then: never-together binds them as soon as they collect too much. */
  offeredTo: ReadonlySet<string>;
}
const indexOf = (numbers: ReadonlyMap<string, number>, id: string): number => numbers.get(id) ?? -1;
const indices = (numbers: ReadonlyMap<string, number>, ids: readonly string[]): number[] =>
  ids.map((id) => indexOf(numbers, id)).sort((a, b) => a - b);

/** Ways that are the same in everything are one taker, on whatever steps. */
function numbering(): { ways: Way[]; of: (way: Way) => number } {
  const ways: Way[] = [];
  const known = new Map<string, number>();
  return {
    ways,
    of: (way) => {
      const key = JSON.stringify([way.personId, way.postId, way.onBehalfOfId, way.credited]);
      const index = known.get(key) ?? ways.push(way) - 1;
      known.set(key, index);
      return index;
    },
  };
}

function boundOf(demand: Demand, { people, personAt, ways, stepOf, offeredTo }: Numbers): StaffingBound {
  const on = (steps: readonly boolean[]): number[] =>
    stepOf.flatMap((step, slot) => (steps[step] ? [slot] : []));
  switch (demand.type) {
    case "few": {
      const labelAt = numberingOf(sortedIds(demand.labels.flat()));
      const { binds, by } = demand;
      const unit = (way: Way): string | null => (by === "organ" ? way.organId : way.departmentId);
      const unitAt = numberingOf(sortedIds(ways.flatMap((way) => unit(way) ?? [])));
      return {
        type: "few",
        labels: stepOf.map((step) => indices(labelAt, demand.labels[step] ?? [])),
        holders: ways.map((way) => {
          if (by === "person")
            return indices(
              personAt,
              way.credited.filter((id) => (binds?.(id) ?? true) || offeredTo.has(id)),
            );
          const held = unit(way);
          return held === null ? [] : [indexOf(unitAt, held)];
        }),
        most: demand.most,
      };
    }
    case "together":
      return {
        type: "together",
        slots: on(demand.steps),
        holders: ways.map((way) => indices(personAt, way.credited)),
      };
    case "many": {
      const organAt = numberingOf(sortedIds(ways.flatMap(({ organId }) => organId ?? [])));
      return {
        type: "many",
        slots: on(demand.steps),
        counted: ways.map(({ personId, organId }) => {
          if (demand.by === "person") return indexOf(personAt, personId);
          return organId === null ? null : indexOf(organAt, organId);
        }),
        least: demand.least,
        most: null,
        isOdd: demand.isOdd,
        experts: demand.experts && {
          has: people.map(demand.experts.has),
          atLeast: demand.experts.atLeast,
          of: demand.experts.of,
        },
      };
    }
    case "rising":
      return {
        type: "rising",
        earlier: on(demand.earlier),
        later: on(demand.later),
        rank: ways.map(({ rank }) => rank),
      };
    case "apart": {
      // Only those who may take a step of the path can meet on it.
      const credited = [...new Set(ways.flatMap((way) => way.credited))];
      const among = indices(personAt, credited);
      return {
        type: "unrelated",
        left: on(demand.left),
        right: on(demand.right),
        related: among.flatMap((a, nth) =>
          among.slice(nth + 1).flatMap((b): [number, number][] => {
            const [one, other] = [people[a] ?? "", people[b] ?? ""];
            return demand.related(one, other) ? [[a, b]] : [];
          }),
        ),
      };
    }
  }
}

const numberingOf = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, at) => [id, at]));
