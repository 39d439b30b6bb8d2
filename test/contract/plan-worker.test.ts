// Plans made in a worker: the same plan as here, others go on meanwhile, a stop keeps the best, a dead worker harms nothing.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Progress } from "../../shared/contract/call.ts";
import { type Desk, faultOf, openDesk, value } from "../builders/service.ts";

const root = join(import.meta.dirname, "../..");
const realWorker = join(root, "db/service/rotation/solve-worker.ts");
const fixture = (name: string): string => join(root, `test/fixtures/${name}.ts`);
const asked = { months: 12, units: 50_000 };

async function sampleDesk(solveEntry: string | null): Promise<Desk> {
  const desk = openDesk({ solveEntry });
  await value(desk.client.workbook.sample({ grant: null, size: "small", endsOn: "2026-03-05" }));
  return desk;
}
const planEntries = async (desk: Desk): Promise<number> =>
  (await value(desk.client.journal.list({}))).entries.filter(({ action }) => action === "plan").length;
/** Asks for a plan and answers once it is under way. */
async function begun(desk: Desk) {
  const heard: Progress[] = [];
  let tell = (): void => undefined;
  const isUnderWay = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let cancel = (): void => undefined;
  const onAbort = (stop: () => void): void => {
    cancel = stop;
  };
  const progress = (one: Progress): void => {
    heard.push(one);
    tell();
  };
  const reply = desk.client.rotation.plan(asked, { signal: { aborted: false, onAbort }, progress });
  await isUnderWay;
  return { reply, heard, cancel: () => cancel() };
}

test("a worker makes the plan that is made here", async () => {
  const [here, there] = await Promise.all([sampleDesk(null), sampleDesk(realWorker)]);
  const a = await value(here.client.rotation.plan(asked));
  const b = await value(there.client.rotation.plan(asked));
  const bare = (plan: typeof a) =>
    plan.moves.map(({ day, person, from, to }) => [day, person.staffNo, from?.code, to?.code]);
  expect(bare(b)).toEqual(bare(a));
  expect(b).toMatchObject({
    status: a.status,
    cost: a.cost,
    units: a.units,
    strip: a.strip,
    reasons: a.reasons,
  });
  expect(there.bugs).toEqual([]);
});

test("while a plan is made others read and write, and a stop keeps the best so far", async () => {
  const desk = await sampleDesk(fixture("held-solver"));
  const { reply, heard, cancel } = await begun(desk);
  let isMade = false;
  void reply.then(() => {
    isMade = true;
  });
  await value(desk.client.rotation.ledger({}));
  await value(
    desk.client.sheets.save({ kind: "suppliers", id: null, values: { code: "G-900", name: "新供应商" } }),
  );
  expect(isMade).toBe(false);
  expect(heard[0]?.detail).toEqual({ arrivals: 4, lowerBound: 3, gapPercent: 33.3, unfilled: 0 });
  expect(heard[0]?.label.zh).toContain("4 次到岗，下限 3，差 33.3%");
  expect(heard[0]?.label.en).toContain("4 arrival(s), at least 3 needed, gap 33.3%");
  cancel();
  const plan = await value(reply);
  expect(plan.moves.length).toBeGreaterThan(0);
  expect(await value(desk.client.rotation.planOf({ id: plan.id }))).toEqual(plan);
  expect(desk.bugs).toEqual([]);
});

test("a stopped search is made again by the units that it had used", async () => {
  const desk = await sampleDesk(fixture("held-solver"));
  const { reply, cancel } = await begun(desk);
  cancel();
  const stopped = await value(reply);
  const again = await sampleDesk(null);
  const plan = await value(again.client.rotation.plan({ ...asked, units: stopped.units }));
  const bare = (it: typeof plan) => it.moves.map(({ day, person, to }) => [day, person.staffNo, to?.code]);
  expect(bare(plan)).toEqual(bare(stopped));
});

test("stopped before any plan: a fault in both languages, and nothing written", async () => {
  const desk = await sampleDesk(fixture("empty-handed-solver"));
  const before = await planEntries(desk);
  const { reply, cancel } = await begun(desk);
  cancel();
  const fault = await faultOf(reply);
  expect(fault.code).toBe("refused");
  expect(fault.message.zh).toContain("没有写入任何内容");
  expect(fault.message.en).toContain("nothing was written");
  expect(await planEntries(desk)).toBe(before);
});

test("a worker that dies leaves nothing behind, and the next plan is made", async () => {
  const desk = await sampleDesk(fixture("dying-solver"));
  const fault = await faultOf(desk.client.rotation.plan(asked));
  expect(fault.code).toBe("broken");
  expect(desk.bugs).toHaveLength(1);
  expect(desk.bugs[0]).toContain("ended by itself (7)");
  expect((await value(desk.client.rotation.plans({}))).plans).toEqual([]);
  await value(
    desk.client.sheets.save({ kind: "suppliers", id: null, values: { code: "G-901", name: "甲" } }),
  );
});

test("a plan made for one workbook is not kept in another", async () => {
  const desk = await sampleDesk(fixture("held-solver"));
  const { reply, cancel } = await begun(desk);
  await value(
    desk.client.workbook.create({
      grant: desk.writes("other.quanheng"),
      unitName: "乙局",
      timeZone: "Asia/Shanghai",
    }),
  );
  cancel();
  expect(await faultOf(reply)).toMatchObject({ code: "stale" });
  expect((await value(desk.client.rotation.plans({}))).plans).toEqual([]);
});
