// The sample unit as a unit: repeatable, of the promised size, tidy in its tables.
import { describe, expect, it } from "vitest";
import { defaultSample, generateUnit } from "../../../db/demo/generate.ts";
import { sheetKinds, sheetOf } from "../../../shared/domain/sheets.ts";
import { tenureTerms } from "../../../shared/domain/tenure-term.ts";
import { sampleWorld } from "../../builders/sample-world.ts";

const city = generateUnit(defaultSample);
const small = generateUnit({ ...defaultSample, size: "small" });
const count = (unit: typeof city, kind: string): number =>
  unit.tables.find((it) => it.kind === kind)?.rows.length ?? 0;

describe("the seed", () => {
  it("gives the same unit twice, text for text", () => {
    expect(generateUnit({ ...defaultSample, size: "small" })).toEqual(small);
  });
  it("gives another unit when it differs", () => {
    expect(generateUnit({ seed: 7, size: "small", endsOn: defaultSample.endsOn }).tables).not.toEqual(
      small.tables,
    );
  });
});

describe("the city", () => {
  it("is a bureau of about 120 posts, 200 people inside and outside, and 30,000 acts in three years", () => {
    expect(count(city, "posts")).toBeGreaterThan(110);
    expect(count(city, "posts")).toBeLessThan(130);
    expect(count(city, "people")).toBeGreaterThan(170);
    expect(count(city, "people")).toBeLessThan(220);
    expect(count(city, "departments")).toBe(18);
    expect(count(city, "approvals")).toBeGreaterThan(28_000);
    expect(count(city, "approvals")).toBeLessThan(36_000);
  });
  it("has matters of all six pilot areas", () => {
    const areas = new Set(sampleWorld(city).matters.map((it) => it.area));
    for (const area of [
      "budget_alloc",
      "state_asset",
      "gov_invest",
      "gov_proc",
      "pub_trade",
      "pub_works",
    ] as const)
      expect(areas).toContain(area);
  });
  it("has open and closed cases, and all acts within the three years", () => {
    const world = sampleWorld(city);
    expect(world.cases.some((it) => it.closedOn === null)).toBe(true);
    expect(world.cases.some((it) => it.closedOn !== null)).toBe(true);
    const stamps = (city.tables.find((it) => it.kind === "approvals")?.rows ?? []).map((row) => row[7] ?? "");
    expect(stamps.every((stamp) => stamp >= "2023-03-05" && stamp < "2026-03-06")).toBe(true);
  });
  it("has people long in their seats and people who rotated", () => {
    const terms = tenureTerms(sampleWorld(city));
    expect(terms.filter((it) => it.until !== null).length).toBeGreaterThan(30);
    expect(terms.some((it) => it.until === null && it.from < "2019-01-01")).toBe(true);
  });
  it("keeps what is planted as ground truth: every case named exists", () => {
    const cases = new Set(sampleWorld(city).cases.map((it) => it.caseNo));
    for (const plant of city.planted) {
      for (const caseNo of plant.caseNos) expect(cases).toContain(caseNo);
      expect(plant.what.zh).not.toBe("");
      expect(plant.what.en).not.toBe("");
    }
  });
});

describe("the tables", () => {
  for (const unit of [city, small])
    it("come in the order of import, one a kind, with distinct keys and full rows", () => {
      const kinds = unit.tables.map((it) => it.kind);
      expect(kinds).toEqual(sheetKinds.filter((kind) => kinds.includes(kind)));
      for (const { kind, header, rows } of unit.tables) {
        const { columns, identifiedBy } = sheetOf(kind);
        expect(header).toEqual(columns.map((it) => it.name.zh));
        const required = columns.flatMap((it, index) => (it.isRequired ? [index] : []));
        expect(
          rows.every((row) => row.length === header.length && required.every((index) => row[index] !== "")),
        ).toBe(true);
        if (kind === "approvals") continue;
        const keyAt = identifiedBy.map((key) => columns.findIndex((it) => it.key === key));
        const keys = rows.map((row) => keyAt.map((index) => row[index]).join("|"));
        expect(new Set(keys).size, kind).toBe(keys.length);
      }
    });
});
