// The fire drill on the small sample unit through the contract, beside what the log itself says.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Reply } from "../../../shared/contract/call.ts";
import { addDays } from "../../../shared/domain/day.ts";
import { type SampleService, sampleService } from "../../builders/sample-service.ts";

const day = "2026-03-05";
const [from, until] = ["2025-03-05", "2026-03-05"];
let service: SampleService;
let people: { id: string; no: string }[] = [];

async function value<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked;
  if (!reply.ok) throw new Error(reply.fault.message.en);
  return reply.value;
}
const drilled = (personIds: readonly string[], period = { from, until }) =>
  value(
    service.client.staffing.drill({
      absences: personIds.map((personId) => ({ personId, from, until })),
      ...period,
    }),
  );

beforeAll(async () => {
  service = sampleService();
  await value(service.client.workbook.sample({ grant: null, seed: 20260305, size: "small", endsOn: day }));
  const { rows } = await value(service.client.sheets.list({ kind: "people" }));
  people = rows.map(({ id, values }) => ({ id, no: String(values.staffNo) }));
}, 120_000);
afterAll(() => {
  expect(service.bugs).toEqual([]);
  service.close();
});

it("asks just the cases in which they did something", async () => {
  const { rows } = await value(service.client.sheets.list({ kind: "approvals" }));
  const [person] = people;
  const own = rows.filter(({ values }) => {
    const at = Number(values.happenedAt);
    const isWithin = at >= Date.parse(`${from}T00:00+08:00`) && at < Date.parse(`${until}T00:00+08:00`);
    const isDeciding = ["submit", "approve", "execute"].includes(String(values.action));
    return isWithin && isDeciding && values.personId === person?.id;
  });
  const answer = await drilled([person!.id]);
  expect(answer.cases).toBe(new Set(own.map(({ values }) => values.caseId)).size);
});

it("counts every case once, and adds up by step", async () => {
  const answer = await drilled(people.map(({ id }) => id));
  expect(answer.cases).toBeGreaterThan(50);
  // With everybody out nothing goes on before the end.
  expect(answer.carriedOn + answer.undecided).toBe(0);
  expect(new Set(answer.stalled.map(({ caseId }) => caseId)).size).toBe(answer.cases);
  expect(answer.bySteps.reduce((sum, { days }) => sum + days, 0)).toBe(
    answer.stalled.reduce((sum, { days }) => sum + days, 0),
  );
  const days = answer.bySteps.map((row) => row.days);
  expect(days).toEqual(days.toSorted((a, b) => b - a));
});

it("never stalls more cases when fewer are taken out", async () => {
  const some = people.slice(0, 4).map(({ id }) => id);
  const all = await drilled(some);
  const stuck = new Set(all.stalled.map(({ caseId }) => caseId));
  const fewer = await drilled(some.slice(0, 2));
  for (const { caseId } of fewer.stalled) expect(stuck).toContain(caseId);
  expect(all.stalled.length).toBeGreaterThan(0);
});

it("names what is wrong with the question", async () => {
  const unknown = await service.client.staffing.drill({
    absences: [{ personId: "nobody", from, until }],
    from,
    until,
  });
  expect(unknown.ok ? null : unknown.fault.code).toBe("invalid");
  const turned = await service.client.staffing.drill({
    absences: [{ personId: people[0]!.id, from: until, until: addDays(from, 1) }],
    from,
    until,
  });
  expect(turned.ok ? null : turned.fault.code).toBe("invalid");
});

it("stops when it is told to", async () => {
  const asked = service.client.staffing.drill(
    { absences: [{ personId: people[0]!.id, from, until }], from, until },
    { signal: { aborted: true } },
  );
  const reply = await asked;
  expect(reply.ok ? null : reply.fault.code).toBe("refused");
});
