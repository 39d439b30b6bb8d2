// A world of a wanted number of approvals: sample units side by side, each from its own seed, nothing tuned.
import { defaultSample, generateUnit } from "../../db/demo/generate.ts";
import type { Planted } from "../../db/demo/planted.ts";
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
/** A unit without the cases that were planted in it: what people hold too long or together stays. */
function ordinary(unit: World, planted: readonly Planted[]): World {
  const gone = new Set(planted.flatMap(({ caseNos }) => caseNos));
  return {
    ...unit,
    cases: unit.cases.filter(({ caseNo }) => !gone.has(caseNo)),
    approvals: unit.approvals.filter(({ caseId }) => !gone.has(caseId)),
  };
}

/**
 * Exactly `rows` approvals; the last unit's latest ones are left out. Every third unit is an ordinary one, which
 * makes about 2,000 conflicts a million rows.
 */
export function benchWorld(rows: number, seed = defaultSample.seed): BenchWorld {
  const all: World[] = [];
  for (let count = 0; count < rows; count += all.at(-1)?.approvals.length ?? rows) {
    const made = generateUnit({ ...defaultSample, seed: seed + all.length });
    const unit = sampleWorld(made);
    all.push(prefixed(all.length % 3 === 2 ? ordinary(unit, made.planted) : unit, `u${all.length}:`));
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
