// The forty red flags: each has its rules or says which datum is missing, and a group of the report.
import { expect, it } from "vitest";
import { flagGroups, flags } from "../../../shared/rules/packs/flags.ts";
import { packs, starterRules } from "../../../shared/rules/packs/packs.ts";

it("are all there, in order", () => {
  const ids = Array.from({ length: 40 }, (_, nth) => `RF-${String(nth + 1).padStart(2, "0")}`);
  expect(flags.map(({ id }) => id)).toEqual(ids);
});

it("name existing rules, each once, or say what is missing", () => {
  const known = new Set(starterRules.map(({ id }) => id));
  for (const { id, rules, gap } of flags) {
    expect(new Set(rules).size, id).toBe(rules.length);
    for (const rule of rules) expect(known, `${id} ${rule}`).toContain(rule);
    if (rules.length === 0) expect(gap, id).not.toBeNull();
  }
  const untold = flags.filter(({ rules }) => rules.length === 0).map(({ id }) => id);
  expect(untold).toEqual(["RF-20", "RF-24", "RF-25", "RF-35", "RF-38", "RF-39", "RF-40"]);
});

it("have the groups of the norms", () => {
  const numbers = (group: string): string =>
    flags
      .filter(({ groups }) => groups.some((it) => it === group))
      .map(({ id }) => id.slice(3))
      .join(" ");
  expect(Object.keys(flagGroups).map((group) => [group, numbers(group)])).toEqual([
    ["beyond", "04 05 06 07 09 21 28"],
    ["together", "01 02 03 26 27"],
    ["procedure", "13 14 15 30 33 36 37 38"],
    ["evasion", "10 11 12 22 31 32"],
    ["relation", "19 20 23 24 25 39"],
    ["time", "08 14 16 17 18"],
    ["rotation", "34 35"],
    ["money", "29 33 40"],
  ]);
});

it("are leads: the pack never ranks one high", () => {
  const pack = packs.find(({ id }) => id === "red-flags");
  expect(pack?.rules.filter(({ severity }) => severity === "high")).toEqual([]);
});

it("leave no rule of the flags pack without a flag, but for the measures of concentration", () => {
  const flagged = new Set(flags.flatMap(({ rules }) => rules));
  const pack = packs.find(({ id }) => id === "red-flags");
  expect(pack?.rules.map(({ id }) => id).filter((id) => !flagged.has(id))).toEqual(["CO-01", "CO-02"]);
});
