// A plan that was approved, its moves on record with days to come: judged as before, and replanned with few changes.
import { expect, test } from "vitest";
import type { Plan } from "../../shared/contract/plan.ts";
import { approveSet, planSet, rotatingOffice, withOperators } from "../builders/rotating-office.ts";
import { faultOf, value } from "../builders/service.ts";
import { addOperator } from "../builders/two-people.ts";

const bare = (plan: Plan) =>
  plan.moves.map(({ day, person, from, to }) => ({
    day,
    personId: person.id,
    fromPostId: from?.id ?? null,
    toPostId: to?.id ?? null,
  }));
/** Enough for an office of nine. */
const asked = { months: 12, units: 30_000 };

test("approving a plan changes nothing of how its moves are judged, nor what a fresh plan is made of", async () => {
  const desk = await withOperators(await rotatingOffice());
  const plan = await value(desk.client.rotation.plan(asked));
  expect(plan).toMatchObject({ status: "planned", breaches: [] });
  const before = await value(desk.client.rotation.tryMoves({ planId: plan.id, moves: bare(plan) }));
  await approveSet(desk, (await planSet(desk, plan.id)).id);
  const { rows } = await value(desk.client.sheets.list({ kind: "assignments" }));
  expect(rows.some(({ values }) => String(values.from) > "2026-03-05")).toBe(true);
  expect(await value(desk.client.rotation.tryMoves({ planId: plan.id, moves: bare(plan) }))).toEqual(before);
  const fresh = await value(desk.client.rotation.plan({ ...asked, units: plan.units }));
  expect(bare(fresh)).toEqual(bare(plan));
  expect(desk.bugs).toEqual([]);
});

test("a replan without any surprise keeps what was announced; after a departure it is written nowhere but in the plan", async () => {
  const desk = await withOperators(await rotatingOffice());
  const plan = await value(desk.client.rotation.plan(asked));
  await approveSet(desk, (await planSet(desk, plan.id)).id);
  const same = await value(desk.client.rotation.plan({ ...asked, basePlanId: plan.id }));
  expect(same).toMatchObject({ changed: 0, basePlanId: plan.id });
  expect(bare(same)).toEqual(bare(plan));

  const comer = plan.moves.find(({ from, to }) => from === null && to !== null);
  if (!comer) throw new Error("somebody must come from reserve");
  const surprises = [{ type: "leaves" as const, personId: comer.person.id, on: "2026-03-10" }];
  const again = await value(desk.client.rotation.plan({ ...asked, basePlanId: plan.id, surprises }));
  expect(again.surprises).toEqual(surprises);
  expect(again.changed).toBeGreaterThan(0);
  expect(again.moves.map(({ person }) => person.id)).not.toContain(comer.person.id);
  const { rows } = await value(desk.client.sheets.list({ kind: "people" }));
  expect(rows.every(({ values }) => values.leavesOn === null)).toBe(true);
  const report = await value(
    desk.client.reports.document({ what: "plan", planId: again.id, language: "zh" }),
  );
  const conditions = report.parts?.find(({ key }) => key === "conditions");
  expect(conditions?.rows).toContainEqual(["突发情况", `${comer.person.name} 2026-03-10 起离职`]);
});

test("wishes are kept with the plan, and told where they cannot be", async () => {
  const desk = await rotatingOffice();
  const k1 = await desk.idOf("posts", "K1");
  const four = await desk.idOf("people", "004");
  const wishes = {
    fixed: [
      { day: "2026-05-01", personId: await desk.idOf("people", "008"), fromPostId: null, toPostId: k1 },
    ],
    forbidden: [{ personId: four, postId: null }],
    blackOutMonths: [6, 7],
    sharePercent: 100,
  };
  const plan = await value(desk.client.rotation.plan({ ...asked, wishes }));
  expect(plan.wishes).toMatchObject(wishes);
  expect(plan.moves.some(({ day }) => ["06", "07"].includes(day.slice(5, 7)))).toBe(false);
  expect(plan.strip.filter(({ isBlackedOut }) => isBlackedOut).map(({ month }) => month)).toEqual([
    "2026-06-01",
    "2026-07-01",
  ]);
  if (plan.status === "planned") {
    expect(bare(plan)).toContainEqual(wishes.fixed[0]);
    expect(plan.moves.map(({ person }) => person.id)).not.toContain(four);
  }
  const drawn = await value(
    desk.client.rotation.tryMoves({
      planId: plan.id,
      moves: bare(plan).filter(({ toPostId }) => toPostId !== k1),
    }),
  );
  expect(drawn.breaches.map(({ constraint }) => constraint)).toContain("wishes");
});

test("a replan of nothing, and plans that are no longer there, are told in both languages", async () => {
  const desk = await rotatingOffice();
  const fault = await faultOf(desk.client.rotation.plan({ ...asked, basePlanId: "none" }));
  expect(fault.code).toBe("missing");
  expect(fault.message.zh).toContain("方案");
  expect(fault.message.en).toContain("plan");
  for (const ask of [
    () => desk.client.rotation.planOf({ id: "none" }),
    () => desk.client.rotation.discard({ id: "none" }),
    () => desk.client.rotation.relax({ id: "none" }),
    () => desk.client.rotation.compare({ a: "none", b: "none" }),
    () => desk.client.rotation.tryMoves({ planId: "none", moves: [] }),
    () => desk.client.rotation.candidates({ planId: "none", moves: [], postId: "none", day: "2026-05-01" }),
    () => desk.client.rotation.keepVariant({ planId: "none", moves: [], wishes: {} }),
  ])
    expect((await faultOf(ask())).code).toBe("missing");
});

test("a scheduler alone writes plans; an auditor reads and tries", async () => {
  const desk = await withOperators(await rotatingOffice());
  const plan = await value(desk.client.rotation.plan(asked));
  await desk.as(await addOperator(desk, "周审计", ["auditor"]));
  await value(desk.client.rotation.planOf({ id: plan.id }));
  await value(desk.client.rotation.tryMoves({ planId: plan.id, moves: bare(plan) }));
  for (const ask of [
    () => desk.client.rotation.plan(asked),
    () => desk.client.rotation.keepVariant({ planId: plan.id, moves: bare(plan), wishes: {} }),
    () => desk.client.rotation.relax({ id: plan.id }),
    () => desk.client.rotation.discard({ id: plan.id }),
  ]) {
    const fault = await faultOf(ask());
    expect(fault.code).toBe("refused");
    expect(fault.message.zh).toContain("人事排岗员");
    expect(fault.message.en).toContain("scheduler");
  }
});
