// The matters of a unit as the rotation sees them: seats by post, and the rules that bind people within a case as rows that cross threads.
import { contains, type Day } from "../domain/day.ts";
import { type AmountRange, coversAmount, type Fen } from "../domain/money.ts";
import { levelRank, type Post } from "../domain/organisation.ts";
import type { Rule } from "../domain/rule.ts";
import type { Facts } from "../domain/world.ts";
import { amountIn } from "../rules/analysis/amount-tiers.ts";
import { bindingRules, type Demand, demandsOf } from "../rules/analysis/demands.ts";
import { innerSteps, type Path } from "../rules/analysis/path.ts";
import { indexFacts } from "../rules/facts.ts";
import { sortedIds } from "../rules/gather.ts";
import { staffingTiers } from "../rules/staffing/amount-cuts.ts";
import { seatsAt, weights } from "../rules/staffing/problem-of.ts";
import { organOf } from "../rules/units.ts";
import type { View } from "../rules/view.ts";
import type { MatterBound, MatterSeat, MatterStanding, ProblemMatter } from "./problem-matter.ts";

/** Every matter with a required step inside the unit, and each of its tiers, whether it can be staffed or not; by (name, id, tier). */
export function mattersOf(
  facts: Facts,
  rules: readonly Rule[],
  today: Day,
  personIds: ReadonlySet<string>,
): ProblemMatter[] {
  if (facts.matters.length === 0) return [];
  const view = indexFacts({ ...facts, approvals: [] }, today);
  const binding = bindingRules(view, rules).sort((a, b) => compare(a.id, b.id));
  const ground: Ground = {
    view,
    today,
    personIds: [...personIds].sort(),
    people: personIds,
    boundOf: new Map(),
  };
  return facts.matters
    .filter((matter) => innerSteps(view, matter.id).length > 0)
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    .flatMap((matter) =>
      staffingTiers(view, matter.id, today).map((tier) => {
        const path: Path = {
          matter,
          day: today,
          amount: amountIn(tier),
          steps: innerSteps(view, matter.id),
          takers: [],
        };
        return matterOf(ground, path, tier, demandsOf(view, binding, path));
      }),
    );
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Ground {
  view: View;
  today: Day;
  /** Sorted. */
  personIds: readonly string[];
  people: ReadonlySet<string>;
  /** Whom a never-together rule binds, by its id: the same in every matter. */
  boundOf: Map<string, string[]>;
}

function matterOf(ground: Ground, path: Path, tier: AmountRange, demands: readonly Demand[]): ProblemMatter {
  const { view } = ground;
  const seats: MatterSeat[] = [];
  const stepOf: number[] = [];
  path.steps.forEach((step, at) => {
    const takers = takersOf(ground, step.id, path.amount);
    for (let seat = 0; seat < seatsAt(demands, at); seat++) {
      seats.push({ stepId: step.id, seat, ...takers });
      stepOf.push(at);
    }
  });
  const department = numberingOf(view.world.departments.map(({ id }) => id));
  const standing = (posts: readonly Post[]): MatterStanding => {
    const units = new Set(posts.map(({ departmentId }) => departmentId));
    const [unit] = units;
    const known = units.size === 1 && unit !== undefined ? unit : null;
    return {
      department: known === null ? null : department(known),
      organ: known === null ? null : department(organOf(view, known)),
      rank: posts.length === 0 ? null : Math.max(...posts.map(({ level }) => levelRank(level))),
    };
  };
  const byPost = sortedIds(seats.flatMap(({ postIds }) => postIds)).map((id) => [
    id,
    standing([view.posts.get(id)].flatMap((post) => post ?? [])),
  ]);
  const byPerson = sortedIds(seats.flatMap(({ personIds }) => personIds)).map((id) => [
    id,
    standing(
      (view.assignmentsOf.get(id) ?? [])
        .filter((row) => contains(row, ground.today))
        .flatMap((row) => view.posts.get(row.postId) ?? []),
    ),
  ]);
  return {
    matterId: path.matter.id,
    name: path.matter.name,
    over: tier.over,
    upTo: tier.upTo,
    seats,
    bounds: demands.map((demand) => ({
      ...boundOf(ground, demand, stepOf),
      source: demand.rule.id,
      weight: weights[demand.rule.severity],
    })),
    byPost: Object.fromEntries(byPost),
    byPerson: Object.fromEntries(byPerson),
  };
}

/** A collective decision is taken to be on record, as in every question of staffing. */
function takersOf(
  { view, today, people }: Ground,
  stepId: string,
  amount: Fen | null,
): Pick<MatterSeat, "postIds" | "personIds"> {
  const holders = view.holdersOf.get(stepId);
  const granted = (rows: ReadonlyMap<string, readonly (AmountRange & { from: Day; until: Day | null })[]>) =>
    [...rows]
      .filter(([, own]) =>
        own.some((row) => contains(row, today) && (amount === null || coversAmount(row, amount))),
      )
      .map(([id]) => id);
  if (!holders) return { postIds: [], personIds: [] };
  return {
    postIds: granted(holders.posts)
      .flatMap((id) => view.posts.get(id) ?? [])
      .sort((a, b) => levelRank(a.level) - levelRank(b.level) || compare(a.id, b.id))
      .map(({ id }) => id),
    personIds: granted(holders.people)
      .filter((id) => people.has(id))
      .sort(),
  };
}

function boundOf(ground: Ground, demand: Demand, stepOf: readonly number[]): MatterBound {
  const on = (steps: readonly boolean[]): number[] =>
    stepOf.flatMap((step, seat) => (steps[step] ? [seat] : []));
  switch (demand.type) {
    case "few": {
      const label = numberingOf(demand.labels.flat());
      const { binds, by, most } = demand;
      return {
        type: "few",
        labels: stepOf.map((step) => (demand.labels[step] ?? []).map(label).sort((a, b) => a - b)),
        most,
        by,
        binds: binds && boundBy(ground, demand.rule.id, binds),
      };
    }
    case "together":
      return { type: "together", seats: on(demand.steps) };
    case "many": {
      const { by, least, isOdd, experts } = demand;
      return {
        type: "many",
        seats: on(demand.steps),
        by,
        least,
        isOdd,
        experts: experts && {
          has: ground.personIds.filter(experts.has),
          atLeast: experts.atLeast,
          of: experts.of,
        },
      };
    }
    case "rising":
      return { type: "rising", earlier: on(demand.earlier), later: on(demand.later) };
    case "apart":
      return {
        type: "unrelated",
        left: on(demand.left),
        right: on(demand.right),
        related: relatedPairs(ground, demand.related),
      };
  }
}

function boundBy({ personIds, boundOf }: Ground, ruleId: string, binds: (id: string) => boolean): string[] {
  const known = boundOf.get(ruleId) ?? personIds.filter(binds);
  boundOf.set(ruleId, known);
  return known;
}

function relatedPairs(
  { view, people }: Ground,
  related: (a: string, b: string) => boolean,
): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const { personId, otherPersonId } of view.world.relations) {
    if (otherPersonId === null || personId === otherPersonId) continue;
    if (!people.has(personId) || !people.has(otherPersonId) || !related(personId, otherPersonId)) continue;
    const pair: [string, string] =
      personId < otherPersonId ? [personId, otherPersonId] : [otherPersonId, personId];
    pairs.set(JSON.stringify(pair), pair);
  }
  return [...pairs.keys()].sort().flatMap((key) => [pairs.get(key)].flatMap((pair) => (pair ? [pair] : [])));
}

function numberingOf(ids: readonly string[]): (id: string) => number {
  const at = new Map(sortedIds(ids).map((id, index) => [id, index]));
  return (id) => at.get(id) ?? -1;
}
