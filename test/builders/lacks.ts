// Worlds that lack something altogether: what the preconditions of rules are about.
import type { Approval, Case } from "../../shared/domain/approval.ts";
import type { World } from "../../shared/domain/world.ts";
import { chance, pick, type Source } from "./source.ts";

type Lack = (world: World) => Partial<World>;
const ofCases =
  (change: Partial<Case>): Lack =>
  ({ cases }) => ({ cases: cases.map((of) => ({ ...of, ...change })) });
const ofActs =
  (change: Partial<Approval>): Lack =>
  ({ approvals }) => ({ approvals: approvals.map((act) => ({ ...act, ...change })) });

/** No post, and nothing that hangs on one. */
function noPosts(world: World): Partial<World> {
  const authorities = world.authorities.filter((row) => row.postId === null);
  const kept = new Set(authorities.map(({ id }) => id));
  return {
    posts: [],
    postDuties: [],
    assignments: [],
    exemptions: [],
    authorities,
    delegations: world.delegations.filter((row) => kept.has(row.authorityId)),
    approvals: world.approvals.map((act) => ({ ...act, postId: null })),
  };
}

const lacks: readonly Lack[] = [
  noPosts,
  noPosts,
  () => ({ assignments: [] }),
  () => ({ relations: [] }),
  () => ({ absences: [] }),
  () => ({ tenurePolicies: [] }),
  () => ({ delegations: [] }),
  () => ({ authorities: [], delegations: [] }),
  ofCases({ requesterId: null }),
  ofCases({ departmentId: null }),
  ofCases({ supplierId: null }),
  ofCases({ category: null }),
  ofCases({ budgetProject: null }),
  ofCases({ method: null }),
  ofCases({ amount: null }),
  ofActs({ terminal: null }),
  ofActs({ recordedAt: null }),
  ofActs({ amount: null }),
  ofActs({ postId: null }),
];

/** Mostly the world as it is; else without one thing or two. */
export function lacking(source: Source, world: World): World {
  if (chance(source, 88)) return world;
  const once = { ...world, ...pick(source, lacks)(world) };
  return chance(source, 60) ? once : { ...once, ...pick(source, lacks)(once) };
}
