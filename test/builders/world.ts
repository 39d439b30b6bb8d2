// Small but nasty worlds: everything that a check looks at, from a seed.
import type { Matter, Step } from "../../shared/domain/authority.ts";
import type { Area } from "../../shared/domain/duty.ts";
import type { World } from "../../shared/domain/world.ts";
import { approvals, approveRejected, lendForActs, meetActs } from "./acts.ts";
import { cases } from "./cases.ts";
import { grants } from "./grants.ts";
import { organisation } from "./organisation.ts";
import { stepDuties, worldDuties } from "./pool.ts";
import * as row from "./rows.ts";
import { chance, pick, type Source, seeded, several, shuffled } from "./source.ts";

const zones = [
  "Asia/Shanghai",
  "Asia/Shanghai",
  "Asia/Shanghai",
  "America/New_York",
  "Pacific/Auckland",
  // Summer time begins at midnight here, within the window.
  "Asia/Beirut",
  "UTC",
];
export const worldAreas: readonly Area[] = ["gov_proc", "accounting", "contract"];

function stepsOf(source: Source, matter: Matter): Step[] {
  let position = source.int(1, 2);
  const steps = several(source, 2, 5, (index) => {
    if (index > 1 && chance(source, 80)) position += source.int(1, 2);
    return row.step(`${matter.id}s${index}`, matter.id, position, pick(source, stepDuties), {
      isRequired: chance(source, 75),
      isTerminal: chance(source, 15),
    });
  });
  // Most matters are decided by somebody.
  if (chance(source, 50)) Object.assign(pick(source, steps), { duty: "pay_approve" });
  return steps;
}

/** One world; no table is in a telling order. */
export function worldFrom(source: Source): World {
  const matters = several(source, 1, 3, (index) =>
    row.matter(`m${index}`, { code: `M${index}`, area: pick(source, worldAreas) }),
  );
  const world = row.world({
    settings: { unitName: "test", timeZone: pick(source, zones) },
    duties: [...worldDuties],
    matters,
    steps: matters.flatMap((matter) => stepsOf(source, matter)),
    ...organisation(source),
  });
  Object.assign(world, grants(source, world));
  const { cases: madeCases, moves } = cases(source, world);
  world.cases = madeCases;
  world.approvals = approvals(source, world, moves);
  approveRejected(source, world);
  lendForActs(source, world);
  meetActs(source, world);
  const mixed = Object.entries(world).map(([table, rows]) => [
    table,
    Array.isArray(rows) ? shuffled(source, rows) : rows,
  ]);
  return Object.fromEntries(mixed) as World;
}

export const worldOf = (seed: number): World => worldFrom(seeded(seed));
