// Authorities and delegations of a generated world: ranges and days that meet, chains and cycles of lending.
import type { Authority, Delegation } from "../../shared/domain/authority.ts";
import { addDays, type Period } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { amounts, limits, period, windowDay } from "./pool.ts";
import * as row from "./rows.ts";
import { chance, pick, pickOrNull, type Source, several } from "./source.ts";

function authorityFrom(source: Source, world: World, id: string): Authority {
  const isPersonal = chance(source, 25);
  const over = pickOrNull(source, amounts, 25);
  const upTo = pickOrNull(source, amounts, 40);
  const isRange = over === null || upTo === null || over < upTo;
  // Half of them for few steps, where they meet each other and many acts.
  const steps = chance(source, 50) ? world.steps.slice(0, 2) : world.steps;
  return row.authority(id, pick(source, steps).id, {
    postId: isPersonal ? null : pick(source, world.posts).id,
    personId: isPersonal ? pick(source, world.people).id : null,
    over: isRange ? over : null,
    upTo,
    isCollective: chance(source, 30),
    isSubDelegable: chance(source, 60),
    ...period(source),
  });
}

/** A period, often one of a day or two only. */
function loan(source: Source): Period {
  if (chance(source, 60)) return period(source);
  const from = windowDay(source);
  return { from, until: addDays(from, source.int(1, 3)) };
}

/** Ceilings one above the other on steps that authorise: what a case is measured against, if it has begun and not ended. */
function ladder(source: Source, world: World): Authority[] {
  const types = new Map(world.duties.map(({ code, type }) => [code, type]));
  const steps = world.steps.filter((step) => types.get(step.duty) === "authorise");
  if (steps.length === 0 || chance(source, 20)) return [];
  return steps.flatMap((step) =>
    several(source, 1, 4, (index) =>
      row.authority(`${step.id}w${index}`, step.id, {
        postId: pick(source, world.posts).id,
        upTo: chance(source, 85) ? pick(source, limits) : null,
        ...(chance(source, 75) ? { from: "2023-01-01", until: null } : period(source)),
      }),
    ),
  );
}

/** Mostly to the two who act most, for days that mostly hold the window. */
function delegationFrom(source: Source, world: World, id: string, lent: readonly Authority[]): Delegation {
  const from = pick(source, world.people).id;
  const others = world.people.map((person) => person.id).filter((other) => other !== from);
  const to = pick(source, chance(source, 60) ? others.slice(0, 2) : others);
  const days = chance(source, 40) ? { from: "2024-01-01", until: "2027-01-01" } : loan(source);
  return row.delegation(id, pick(source, lent).id, from, to, days);
}

/** Lent on from hand to hand; each link may be short, and the first giver may hold nothing. */
function chainFrom(source: Source, world: World, lent: readonly Authority[]): Delegation[] {
  const { id, personId } = pick(source, lent);
  const hands = [personId, ...world.people.map((person) => person.id).reverse()].filter(
    (hand, index, all) => hand !== null && all.indexOf(hand) === index,
  );
  return hands.slice(1).map((to, index) => {
    const days = chance(source, 70) ? { from: "2024-01-01", until: "2027-01-01" } : period(source);
    return row.delegation(`n${index}`, id, hands[index]!, to!, days);
  });
}

export function grants(source: Source, world: World): Pick<World, "authorities" | "delegations"> {
  const authorities = several(source, 0, 9, (index) => authorityFrom(source, world, `g${index}`));
  if (authorities.length === 0) return { authorities, delegations: [] };
  // Few authorities are lent: delegations of the same one meet in chains and cycles.
  const lent = authorities.slice(0, source.int(1, 2));
  const likely = world.people.slice(0, 2).map((person) => person.id);
  for (const authority of lent) {
    const whole = { postId: null, personId: world.people[2]?.id ?? "p1", upTo: null, over: null };
    if (chance(source, 50)) Object.assign(authority, whole);
    // The receiver may have had, or come to have, the same in their own right.
    if (chance(source, 30))
      authorities.push({
        ...authorityFrom(source, world, `${authority.id}own`),
        stepId: authority.stepId,
        postId: null,
        personId: pick(source, likely),
      });
  }
  const delegations = several(source, 0, 5, (index) => delegationFrom(source, world, `e${index}`, lent));
  return {
    authorities: [...authorities, ...ladder(source, world)],
    delegations: chance(source, 30) ? [...delegations, ...chainFrom(source, world, lent)] : delegations,
  };
}
