// A plan that leaves something unfilled: special audits suggested, relaxations tried one by one, the plans that mend it kept beside it.
import { join } from "node:path";
import { expect, test } from "vitest";
import { rotatingOffice } from "../builders/rotating-office.ts";
import { type Desk, faultOf, value } from "../builders/service.ts";

const asked = { months: 12, units: 20_000 };

/** Nobody but the holders may be moved to a key post of theirs. */
async function stuckPlan(desk: Awaited<ReturnType<typeof rotatingOffice>>) {
  const ids = await Promise.all(
    ["004", "005", "006", "007", "008", "009"].map((no) => desk.idOf("people", no)),
  );
  const posts = await Promise.all(["K1", "K2", "K3"].map((code) => desk.idOf("posts", code)));
  const holders = await Promise.all(["001", "002", "003"].map((no) => desk.idOf("people", no)));
  const forbidden = [...ids, ...holders].flatMap((personId) => posts.map((postId) => ({ personId, postId })));
  return value(desk.client.rotation.plan({ ...asked, wishes: { forbidden } }));
}
const entriesOf = async (desk: Desk) => (await value(desk.client.journal.list({}))).entries;

test("nobody may come: told so, with a special audit for each place", async () => {
  const desk = await rotatingOffice();
  const plan = await stuckPlan(desk);
  expect(plan.status).not.toBe("planned");
  expect(plan.unfilled).toBe(plan.specialAudits.length);
  expect(plan.specialAudits.length).toBeGreaterThan(0);
  for (const { post, sentence } of plan.specialAudits) {
    expect(sentence.zh).toContain(post.name);
    expect(sentence.zh).toContain("专项审计");
    expect(sentence.en).toContain("special audit");
  }
});

test("what was tried is kept with the plan in one entry, and what mends everything beside it", async () => {
  const desk = await rotatingOffice();
  const plan = await stuckPlan(desk);
  const before = await entriesOf(desk);
  const mended = await value(desk.client.rotation.relax({ id: plan.id }));
  expect(mended.relaxations.length).toBeGreaterThan(0);
  const [first] = mended.relaxations;
  expect(first).toMatchObject({ type: "special-audit", status: "planned", unfilled: 0 });
  expect(await value(desk.client.rotation.planOf({ id: plan.id }))).toEqual(mended);
  expect(await entriesOf(desk)).toHaveLength(before.length + 1);

  const kept = await value(desk.client.rotation.planOf({ id: first?.planId ?? "" }));
  expect(kept.name.zh).toContain(first?.sentence.zh ?? "?");
  expect(kept.basePlanId).toBe(plan.id);
  // Nothing of it is on record yet: by today's facts it does not hold, and says so.
  expect(kept.status).toBe("undecided");
  expect(kept.breaches.length).toBeGreaterThan(0);

  const [entry] = await entriesOf(desk);
  await value(desk.client.journal.undo({ seq: entry?.seq ?? 0 }));
  expect(await value(desk.client.rotation.planOf({ id: plan.id }))).toEqual(plan);
  expect(await faultOf(desk.client.rotation.planOf({ id: kept.id }))).toMatchObject({ code: "missing" });
  expect(desk.bugs).toEqual([]);
});

test("a plan with nothing open has nothing to mend; said in both languages", async () => {
  const desk = await rotatingOffice();
  const plan = await value(desk.client.rotation.plan(asked));
  expect(plan.status).toBe("planned");
  const fault = await faultOf(desk.client.rotation.relax({ id: plan.id }));
  expect(fault).toMatchObject({ code: "refused" });
  expect(fault.message.zh).toContain("无须放宽");
  expect(fault.message.en).toContain("nothing to mend");
});

test("a worker answers the same", async () => {
  const entry = join(import.meta.dirname, "../../db/service/rotation/solve-worker.ts");
  const [here, there] = await Promise.all([rotatingOffice(), rotatingOffice({ solveEntry: entry })]);
  const answers = await Promise.all(
    [here, there].map(async (desk) => {
      const plan = await stuckPlan(desk);
      const { relaxations } = await value(desk.client.rotation.relax({ id: plan.id }));
      return relaxations.map(({ type, sentence, status, unfilled, arrivals }) => [
        type,
        sentence,
        status,
        unfilled,
        arrivals,
      ]);
    }),
  );
  expect(answers[1]).toEqual(answers[0]);
});
