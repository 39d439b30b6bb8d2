// Staffing of the small sample unit through the contract: answers that agree with each other, mend what they say, and hash alike.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../shared/contract/call.ts";
import type { TierStaffing } from "../../../shared/contract/staffing.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import * as row from "../../builders/rows.ts";
import { type SampleService, sampleService } from "../../builders/sample-service.ts";

const day = "2026-03-05";
let service: SampleService;
let tiers: TierStaffing[];
let hash = "";
async function value<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked;
  if (!reply.ok) throw new Error(reply.fault.message.en);
  return reply.value;
}
const overview = (given: { edits?: Edit[]; matterId?: string } = {}) =>
  value(service.client.staffing.overview({ day, ...given }));
const tier = (of: TierStaffing, given: { edits?: Edit[]; without?: string[] } = {}) =>
  value(service.client.staffing.tier({ day, matterId: of.matterId, upTo: of.upTo, ...given }));
/** The tier as it would be with edits, without asking what would mend it. */
async function laidOver(of: TierStaffing, edits: Edit[]): Promise<TierStaffing> {
  const { tiers: own } = await overview({ matterId: of.matterId, edits });
  return found(own.find(({ upTo }) => upTo === of.upTo));
}
const idsOf = (people: readonly { id: string }[]): string[] => people.map(({ id }) => id);
function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error("the sample has no such tier");
  return one;
}

beforeAll(async () => {
  service = sampleService();
  await value(service.client.workbook.sample({ grant: null, seed: 20260305, size: "small", endsOn: day }));
  const answer = await overview();
  tiers = answer.tiers;
  hash = answer.dataHash;
}, 120_000);
afterAll(() => {
  expect(service.bugs).toEqual([]);
  service.close();
});

describe("the overview", () => {
  it("cuts each matter at its bounds: every tier begins where the one before ends", () => {
    expect(tiers.length).toBeGreaterThan(15);
    for (const matterId of new Set(tiers.map((one) => one.matterId))) {
      const own = tiers.filter((one) => one.matterId === matterId);
      expect(own[0]?.over).toBeNull();
      expect(own.at(-1)?.upTo).toBeNull();
      for (const [nth, one] of own.slice(1).entries()) expect(one.over).toBe(own[nth]?.upTo);
    }
  });
  it("seats as many people as the proved minimum, none twice on a step, the irreplaceable among them", () => {
    for (const one of tiers) {
      expect([one.matter, one.status, one.isMinimumProved, one.isResilienceProved]).toEqual([
        one.matter,
        "staffed",
        true,
        true,
      ]);
      expect(new Set(one.witness.map(({ person }) => person.id)).size).toBe(one.minimum);
      const seats = one.witness.map(({ stepId, person }) => `${stepId} ${person.id}`);
      expect(new Set(seats).size).toBe(seats.length);
      const seated = one.witness.flatMap(({ person, onBehalfOf }) => [person.id, onBehalfOf?.id]);
      for (const id of idsOf(one.irreplaceable)) expect(seated).toContain(id);
    }
  });
  it("names who stops which matters, most first", async () => {
    const { people } = await overview();
    const counts = people.map(({ matters }) => matters.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const stopping = new Set(tiers.flatMap(({ irreplaceable }) => idsOf(irreplaceable)));
    expect(new Set(people.map(({ person }) => person.id))).toEqual(stopping);
  });
  it("asks one matter alone where it is told to, by id or code; another is missing", async () => {
    const { matterId, matterCode } = found(tiers[0]);
    const own = tiers.filter((one) => one.matterId === matterId);
    expect((await overview({ matterId })).tiers).toEqual(own);
    expect((await overview({ matterId: matterCode })).tiers).toEqual(own);
    const reply = await service.client.staffing.overview({ day, matterId: "none" });
    expect(reply.ok ? "ok" : reply.fault.code).toBe("missing");
  });
  it("hashes the same rows, rules and day alike, and others differently", async () => {
    expect((await overview()).dataHash).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const later = await value(service.client.staffing.overview({ day: "2026-03-06" }));
    expect(later.dataHash).not.toBe(hash);
    const edits: Edit[] = [{ op: "remove", kind: "steps", id: found(tiers[0]?.witness[0]).stepId }];
    expect((await overview({ edits })).dataHash).not.toBe(hash);
  });
  it("stops when it is told to", async () => {
    const reply = await service.client.staffing.overview(
      { day, edits: [{ op: "remove", kind: "steps", id: "none" }] },
      { signal: { aborted: true } },
    );
    expect(reply.ok).toBe(false);
  });
  it("reports how far it is", async () => {
    const heard: number[] = [];
    await value(
      service.client.staffing.overview(
        { day },
        { progress: ({ done, total }) => void heard.push(done / (total ?? 1)) },
      ),
    );
    expect(heard.at(-1)).toBe(1);
  });
});

describe("a tier", () => {
  it("without somebody irreplaceable cannot be staffed, and says whose steps lack people", async () => {
    const one = found(tiers.find(({ irreplaceable }) => irreplaceable.length > 0));
    const detail = await tier(one, { without: idsOf(one.irreplaceable.slice(0, 1)) });
    expect(detail.status).toBe("impossible");
    expect(detail.witness).toEqual([]);
    expect(detail.reason.length).toBeGreaterThan(0);
    expect(detail.isReasonSmallest).toBe(true);
    expect(detail.reason[0]?.zh).toMatch(/^“.+”须/);
  });
  it("without somebody replaceable can, and does not seat them", async () => {
    const one = found(
      tiers.find(
        ({ witness, irreplaceable }) =>
          new Set(idsOf(witness.map((s) => s.person))).size > irreplaceable.length,
      ),
    );
    const spare = found(
      one.witness.map(({ person }) => person).find(({ id }) => !idsOf(one.irreplaceable).includes(id)),
    );
    const detail = await tier(one, { without: [spare.id] });
    expect(detail.status).toBe("staffed");
    expect(detail.witness.map(({ person }) => person.id)).not.toContain(spare.id);
  });
  it("names pairs who are each replaceable and stop it together", async () => {
    for (const one of tiers) {
      const detail = await tier(one);
      const pair = detail.pairs[0];
      if (!pair) continue;
      for (const { id } of pair) expect((await tier(one, { without: [id] })).status).toBe("staffed");
      expect((await tier(one, { without: idsOf(pair) })).status).toBe("impossible");
      return;
    }
    throw new Error("the sample has no pair");
  });
  it("advises grants that mend it: laid over, the person is no longer irreplaceable", async () => {
    let asked = 0;
    for (const one of tiers.filter(({ witness }) => witness.length < 8)) {
      const { advice } = await tier(one);
      for (const { edits, person, mends } of advice) {
        expect(mends).toBe("irreplaceable");
        const mended = await laidOver(one, edits);
        expect(mended.status).toBe("staffed");
        if (person) expect(idsOf(mended.irreplaceable)).not.toContain(person.id);
        else expect(mended.irreplaceable).toEqual([]);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(3);
  });
  it("that lacks a holder is impossible, and advice gives it one", async () => {
    // What the head alone decides cannot be granted on: all others stand lower.
    const one = found(tiers.find(({ witness }) => witness.length > 0 && witness.length < 9));
    const { rows } = await value(service.client.sheets.list({ kind: "authorities" }));
    const stepId = found(one.witness[0]).stepId;
    const edits = rows
      .filter(({ values }) => values.stepId === stepId)
      .map(({ id }): Edit => ({ op: "remove", kind: "authorities", id }));
    expect(edits.length).toBeGreaterThan(0);
    const detail = await tier(one, { edits });
    expect(detail.status).toBe("impossible");
    expect(detail.reason.map(({ en }) => en)).toEqual([expect.stringContaining("nobody may do it that day")]);
    expect(detail.join).toEqual([]);
    const [advice] = detail.advice;
    expect(advice?.mends).toBe("unstaffed");
    expect((await laidOver(one, [...edits, ...(advice?.edits ?? [])])).status).toBe("staffed");
  });
  it("that a rule makes impossible names the rule with its source, and the control that watches in its place", async () => {
    const one = found(tiers.find(({ witness }) => new Set(witness.map(({ stepId }) => stepId)).size > 3));
    const { rows } = await value(service.client.sheets.list({ kind: "steps" }));
    const dutyOf = (at: number): string =>
      String(rows.find(({ id }) => id === one.witness.at(at)?.stepId)?.values.duty);
    const rule = row.rule(
      "Y-01",
      "same-person",
      { duties: [dutyOf(0), dutyOf(-1)] },
      { title: { zh: "首尾同人", en: "First and last alike" }, severity: "low" },
    );
    const detail = await tier(one, { edits: [{ op: "rule", rule }] });
    expect(detail.status).toBe("impossible");
    expect(detail.reason.map(({ zh }) => zh)).toContainEqual(
      expect.stringMatching(/^Y-01 首尾同人：.+（test）$/),
    );
    expect(detail.join.map(({ ruleId }) => ruleId)).toEqual(["Y-01"]);
    expect(detail.join[0]?.control.zh).toContain("交接");
    expect(detail.join[0]?.source.zh).toContain("常见做法");
  });
  it("that is not there is missing", async () => {
    const reply = await service.client.staffing.tier({ day, matterId: "none", upTo: null });
    expect(reply.ok ? "ok" : reply.fault.code).toBe("missing");
  });
});

describe("the certificate", () => {
  const document = (language: "zh" | "en") =>
    value(service.client.reports.document({ what: "staffing", asOf: day, language }));
  it("says of each tier what the overview says, with the same hash", async () => {
    const paper = await document("zh");
    expect(paper.title).toBe("编组证明");
    expect(paper.filters.map((filter) => filter.value)).toContain(hash);
    expect(paper.journalHead).toMatch(/^[0-9a-f]{64}$/);
    const at = (key: string): number => paper.columns.findIndex((column) => column.key === key);
    expect(paper.rows.map((cells) => [cells[at("matter")], cells[at("upTo")], cells[at("people")]])).toEqual(
      tiers.map(({ matter, upTo, minimum }) => [matter, upTo, minimum]),
    );
    expect(new Set(paper.rows.map((cells) => cells[at("proof")]))).toEqual(new Set(["已证明"]));
    for (const [nth, cells] of paper.rows.entries())
      for (const { name, staffNo } of tiers[nth]?.irreplaceable ?? [])
        expect(cells[at("irreplaceable")]).toContain(`${name}（${staffNo}）`);
  });
  it("lists the rules applied, names those that were not, and says what it does not say", async () => {
    const { ruleCount, notApplied } = await overview();
    const paper = await document("en");
    expect(paper.rules).toHaveLength(ruleCount);
    const notes = paper.notes.join("\n");
    for (const { ruleId } of notApplied) expect(notes).toContain(ruleId);
    expect(notes).toContain("It does not say that these people have time");
  });
  it("names the matters of which it says nothing", async () => {
    const values = { code: "ZZ", name: "无人受权的事项", area: "gov_proc" };
    const { change } = await value(service.client.sheets.save({ kind: "matters", id: null, values }));
    expect((await document("zh")).notes.join("")).toContain("未列入 1 个事项");
    expect((await document("zh")).notes.join("")).toContain("ZZ 无人受权的事项");
    await value(service.client.journal.undo({ seq: change?.seq ?? 0 }));
    expect((await document("zh")).notes.join("")).not.toContain("未列入");
  });
  it("is written as a file with a receipt", async () => {
    const receipt = await value(
      service.client.reports.build({
        what: "staffing",
        asOf: day,
        format: "xlsx",
        grant: service.grant("certificate.xlsx", "write"),
      }),
    );
    expect(receipt.rows).toBe(tiers.length);
    expect(receipt.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
