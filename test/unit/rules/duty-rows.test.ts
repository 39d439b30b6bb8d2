// Every row of the duty tables is a rule under its id and says what the row says, but for the documented deviations.
import { describe, expect, it } from "vitest";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import { deviations } from "../../pages/row-deviations.ts";
import { dutyRows, factsOfRow, factsOfRule } from "../../pages/row-facts.ts";

const rules = new Map(starterRules.map((rule) => [rule.id, rule]));

it("holds all 167 rows", () => {
  expect(dutyRows).toHaveLength(167);
  expect(dutyRows.filter(({ id }) => !rules.has(id))).toEqual([]);
});

describe.each(dutyRows.map((row) => [row.id, row] as const))("%s", (id, row) => {
  it("is its rule", () => {
    const rule = rules.get(id);
    if (!rule) throw new Error(`no rule ${id}`);
    const asked = factsOfRow(row);
    expect(factsOfRule(rule)).toEqual({ ...asked, ...deviations[id]?.instead });
    for (const [name, value] of Object.entries(deviations[id]?.instead ?? {}))
      expect(asked[name as keyof typeof asked], `${id} ${name} no longer deviates`).not.toEqual(value);
  });

  it("needs at least as many people as the row asks", () => {
    const rule = rules.get(id);
    if (row.min_persons === undefined || rule?.kind !== "separate-duties") return;
    const { duties, maxHeld } = rule.parameters;
    expect(Math.ceil(duties.length / maxHeld)).toBeGreaterThanOrEqual(row.min_persons);
  });
});

it("names another rule of the packs wherever a rule repeats it", () => {
  for (const { id, kind, sameCheckAs } of starterRules) {
    if (sameCheckAs === null) continue;
    const other = rules.get(sameCheckAs);
    expect(other?.kind, id).toBe(kind);
    expect(other?.sameCheckAs, id).toBeNull();
  }
});

it("deviates only where a row is", () => {
  const ids = dutyRows.map(({ id }) => id);
  for (const id of Object.keys(deviations)) expect(ids).toContain(id);
});
