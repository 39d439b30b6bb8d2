// Concentration and tiers of the small sample unit through the contract: numbers that agree with each other and with the log.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConcentrationView, TiersView } from "../../../shared/contract/analysis.ts";
import type { Reply } from "../../../shared/contract/call.ts";
import { type SampleService, sampleService } from "../../builders/sample-service.ts";

const day = "2026-03-05";
let service: SampleService;
let view: ConcentrationView;
let tiers: TiersView;
async function value<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked;
  if (!reply.ok) throw new Error(reply.fault.message.en);
  return reply.value;
}

beforeAll(async () => {
  service = sampleService();
  await value(service.client.workbook.sample({ grant: null, seed: 20260305, size: "small", endsOn: day }));
  view = await value(service.client.analysis.concentration({ asOf: day }));
  tiers = await value(service.client.analysis.tiers({ asOf: day }));
}, 120_000);
afterAll(() => {
  expect(service.bugs).toEqual([]);
  service.close();
});

describe("concentration of the sample", () => {
  it("counts the twelve months up to the day", () => {
    expect(view.period).toEqual({ from: "2025-03-06", until: "2026-03-06" });
    expect(view.cases).toBeGreaterThan(20);
    expect(view.performed).toBe(view.people.reduce((sum, one) => sum + one.performed, 0));
  });
  it("proves every minimum, and none without a finding is smaller than the one at all", () => {
    expect(view.groups.length).toBeGreaterThan(15);
    for (const { matter, fewest, unflagged, nobodyFor } of view.groups) {
      if (fewest === null || unflagged === null) continue;
      expect(nobodyFor).toEqual([]);
      expect([matter.name, fewest.isProved, unflagged.isProved]).toEqual([matter.name, true, true]);
      if (fewest.people !== null && unflagged.people !== null)
        expect(unflagged.people).toBeGreaterThanOrEqual(fewest.people);
    }
  });
  it("shows the people of a group, and no rule points at the unflagged one", async () => {
    const row = view.groups.find(({ fewest, unflagged }) => (fewest?.people ?? 0) < (unflagged?.people ?? 0));
    if (!row) throw new Error("the sample has no such row");
    const detail = await value(
      service.client.analysis.group({ asOf: day, matterId: row.matter.id, upTo: row.upTo }),
    );
    expect(detail.fewest?.people).toHaveLength(row.fewest?.people ?? 0);
    expect(detail.fewest?.caught.length).toBeGreaterThan(0);
    expect(detail.unflagged?.people).toHaveLength(row.unflagged?.people ?? 0);
    expect(detail.unflagged?.caught).toEqual([]);
    expect(detail.unflagged?.places.length).toBeGreaterThanOrEqual(row.steps);
  });
  it("opens a person with the cases behind the numbers", async () => {
    const most = view.people.toSorted((a, b) => b.cases - a.cases)[0];
    if (!most) throw new Error("nobody");
    const detail = await value(service.client.analysis.person({ asOf: day, personId: most.person.id }));
    expect(detail.cases).toHaveLength(Math.min(100, most.cases));
    expect(detail.cases.reduce((sum, one) => sum + one.duties, 0)).toBe(most.performed);
    expect(detail.soleSteps).toHaveLength(most.soleSteps);
  });
  it("counts another year apart, and refuses a matter that is not there", async () => {
    const earlier = await value(service.client.analysis.concentration({ asOf: day, year: 2024 }));
    expect(earlier.period).toEqual({ from: "2024-01-01", until: "2025-01-01" });
    const gone = await service.client.analysis.group({ asOf: day, matterId: "none", upTo: null });
    expect(gone).toMatchObject({ ok: false, fault: { code: "missing" } });
  });
});

describe("tiers of the sample", () => {
  it("proves every ladder, piece after piece", () => {
    expect(tiers.ladders.length).toBeGreaterThan(8);
    for (const { pieces, isSound } of tiers.ladders) {
      expect(isSound).toBe(true);
      for (const [nth, { over }] of pieces.entries()) expect(over).toBe(pieces[nth - 1]?.upTo ?? 0);
    }
  });
  it("lists the cases that a bin of the strip counts", async () => {
    const row = tiers.ladders.toSorted((a, b) => b.cases - a.cases)[0];
    if (!row) throw new Error("no ladder");
    expect(row.density.reduce((sum, [, cases]) => sum + cases, 0)).toBe(row.cases);
    const all = await value(
      service.client.analysis.tierCases({ asOf: day, matterId: row.matter.id, over: null, upTo: null }),
    );
    expect(all.cases.length + all.more).toBe(row.cases);
  });
  it("finds the planted splitting", () => {
    expect(tiers.findings.map(({ test }) => test)).toContain("statutory");
    for (const { cases, ceiling, sum } of tiers.findings) {
      expect(cases.length).toBeGreaterThan(1);
      expect(sum ?? 0).toBeGreaterThan(ceiling);
    }
  });
});
