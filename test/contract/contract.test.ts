// The contract as a whole: everything in it is answered, roles hold, malformed input is a fault, replies travel and fit.
import { expect, test } from "vitest";
import { type Contract, type Role, roles } from "../../shared/contract/call.ts";
import { contract } from "../../shared/contract/contract.ts";
import { serve } from "../../shared/contract/server.ts";
import { office } from "../builders/office.ts";
import { bringIn, faultOf, newWorkbook, openDesk, value } from "../builders/service.ts";

const calls = Object.entries(contract as Contract).flatMap(([namespace, group]) =>
  Object.entries(group).map(([key, call]) => ({ name: `${namespace}.${key}`, call })),
);
const idle = { signal: { aborted: false }, progress: () => undefined };

test("every call names who may ask, and long ones can be told apart", () => {
  expect(calls.length).toBeGreaterThan(40);
  for (const { name, call } of calls) {
    const needs = call.needs === "anyone" ? roles : call.needs;
    expect(needs.length, name).toBeGreaterThan(0);
    expect(roles, name).toEqual(expect.arrayContaining([...needs]));
  }
});

test.each(calls.map(({ name }) => name))(
  "%s answers anything it is given with a value or a clear fault",
  async (name) => {
    const desk = await newWorkbook();
    for (const input of [undefined, null, 7, "x", [], { grant: 5, id: {}, kind: "?" }, Object.create(null)]) {
      const reply = await desk.server.run(name, input, idle);
      if (reply.ok) continue;
      expect(["invalid", "missing", "refused", "stale"]).toContain(reply.fault.code);
      expect(reply.fault.message.zh).not.toBe("");
      expect(reply.fault.message.en).not.toBe("");
    }
    expect(desk.bugs).toEqual([]);
  },
);

test("nobody without one of the named roles gets through", async () => {
  for (const { name, call } of calls) {
    if (call.needs === "anyone") continue;
    const others = roles.filter((role) => !(call.needs as readonly Role[]).includes(role));
    const desk = openDesk({ actor: { name: "别人", roles: others } });
    expect(await desk.server.run(name, {}, idle), name).toMatchObject({
      ok: false,
      fault: { code: "refused" },
    });
  }
});

test("a call that only objects inherit is no call", async () => {
  const { server } = openDesk();
  for (const name of [
    "",
    ".",
    "constructor.name",
    "__proto__.toString",
    "workbook.constructor",
    "workbook.state.x",
  ])
    expect(await server.run(name, {}, idle)).toMatchObject({ ok: false, fault: { code: "missing" } });
});

test("garbage on the wire is passed over and the next call is answered", async () => {
  const { server } = openDesk();
  const heard: unknown[] = [];
  const session = server.session((message) => heard.push(message));
  for (const message of [
    undefined,
    3,
    { type: "request" },
    { type: "cancel", id: "x" },
    { type: "cancel", id: 9 },
  ])
    await session.hear(message);
  await session.hear({ type: "request", id: 1, call: "workbook.state", input: {} });
  expect(heard).toMatchObject([{ type: "reply", id: 1, reply: { ok: true } }]);
});

test("writes wait for one another, reads do not wait for writes", async () => {
  const order: string[] = [];
  let openGate = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  let tellBegun = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    tellBegun = resolve;
  });
  const desk = openDesk();
  const one = { workbook: { create: contract.workbook.create, state: contract.workbook.state } };
  const slow = async (name: string) => {
    order.push(`${name} begins`);
    tellBegun();
    await gate;
    order.push(`${name} ends`);
    return { open: null, recent: [] };
  };
  const server = serve(
    one,
    {
      workbook: {
        create: ({ unitName }) => slow(unitName),
        state: () => {
          order.push("read");
          return { open: null, recent: [] };
        },
      },
    },
    { actor: () => ({ name: "x", roles }), onBug: (call) => desk.bugs.push(call) },
  );
  const input = (unitName: string) => ({ grant: "g", unitName, timeZone: "Asia/Shanghai" });
  const first = server.run("workbook.create", input("a"), idle);
  const second = server.run("workbook.create", input("b"), idle);
  const stopped = server.run("workbook.create", input("c"), { ...idle, signal: { aborted: true } });
  await begun;
  await server.run("workbook.state", {}, idle);
  openGate();
  await Promise.all([first, second]);
  expect(order).toEqual(["a begins", "read", "a ends", "b begins", "b ends"]);
  expect(await stopped).toMatchObject({ ok: false, fault: { code: "refused" } });
});

test("a handler that fails is reported once, answered as broken, and the queue goes on", async () => {
  const bugs: string[] = [];
  const one = { workbook: { close: contract.workbook.close } };
  const close = () => {
    throw new TypeError("a bug");
  };
  const server = serve(
    one,
    { workbook: { close } },
    { actor: () => ({ name: "x", roles }), onBug: (call) => bugs.push(call) },
  );
  for (const _ of [1, 2])
    expect(await server.run("workbook.close", {}, idle)).toMatchObject({
      ok: false,
      fault: { code: "broken" },
    });
  expect(bugs).toEqual(["workbook.close", "workbook.close"]);
});

test("without a workbook every call says so or answers, and nothing breaks", async () => {
  const desk = openDesk();
  expect((await faultOf(desk.client.sheets.list({ kind: "people" }))).code).toBe("missing");
  expect((await faultOf(desk.client.journal.list({}))).code).toBe("missing");
  expect((await faultOf(desk.client.conflicts.overview({}))).code).toBe("missing");
  expect((await value(desk.client.workbook.state({}))).open).toBeNull();
  expect(desk.bugs).toEqual([]);
});

test("days that do not exist are malformed input", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  expect((await faultOf(desk.client.conflicts.list({ asOf: "2026-02-30" }))).code).toBe("invalid");
  expect((await faultOf(desk.client.matrix.view({ day: "2026-13-01" }))).code).toBe("invalid");
});
