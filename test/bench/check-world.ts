// A world of a wanted number of approvals: sample units side by side, each from its own seed, nothing tuned.
import { defaultSample, generateUnit } from "../../db/demo/generate.ts";
import type { World } from "../../shared/domain/world.ts";
import { sampleWorld } from "../builders/sample-world.ts";

/** Keys that hold ids or codes of other rows, or names that must differ between units. */
const linked = /Id$|^id$|^code$|^staffNo$|^caseNo$|^naturalKey$/;
const duties = new Set(["duties"]);

/** Every row of a unit under its own prefix; duties are shared, they are the same catalogue. */
function prefixed(world: World, prefix: string): World {
  const rename = (row: object): object =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        linked.test(key) && typeof value === "string" ? `${prefix}${value}` : value,
      ]),
    );
  return Object.fromEntries(
    Object.entries(world).map(([key, rows]) => [
      key,
      Array.isArray(rows) && !duties.has(key) ? rows.map(rename) : rows,
    ]),
  ) as unknown as World;
}

export interface BenchWorld {
  world: World;
  today: string;
  units: number;
}
/** Exactly `rows` approvals; the last unit's latest ones are left out. */
export function benchWorld(rows: number, seed = defaultSample.seed): BenchWorld {
  const all: World[] = [];
  for (let count = 0; count < rows; count += all.at(-1)?.approvals.length ?? rows) {
    const unit = sampleWorld(generateUnit({ ...defaultSample, seed: seed + all.length }));
    all.push(prefixed(unit, `u${all.length}:`));
  }
  const [first] = all;
  if (!first) throw new Error("a bench needs rows");
  const merged = Object.fromEntries(
    Object.entries(first).map(([key, value]) => [
      key,
      Array.isArray(value) && !duties.has(key)
        ? all.flatMap((unit) => unit[key as keyof World] as unknown[])
        : value,
    ]),
  ) as unknown as World;
  const approvals = merged.approvals.toSorted((a, b) => a.happenedAt - b.happenedAt).slice(0, rows);
  // Units share their calendar and their policies: one row a day, one a grade.
  return {
    world: { ...merged, approvals, calendar: first.calendar, tenurePolicies: first.tenurePolicies },
    today: defaultSample.endsOn,
    units: all.length,
  };
}
