// Rules in a workbook: own pairs once, versions only upwards, files that are wrong refused whole.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { office } from "../../builders/office.ts";
import { bringIn, faultOf, newWorkbook, value } from "../../builders/service.ts";

const pairs = [{ first: "proc_handle", second: "proc_decide" }];

test("a pair is saved once, shows its cases at once, and can be undone", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const first = await value(desk.client.rules.savePairs({ pairs }));
  expect(first.pairs[0]).toMatchObject({ ruleId: "OWN-001", casesWithBoth: 2, casesInConflict: 1 });
  const swapped = await value(
    desk.client.rules.savePairs({ pairs: [{ first: "proc_decide", second: "proc_handle" }] }),
  );
  expect(swapped.pairs[0]?.ruleId).toBe("OWN-001");
  await value(desk.client.journal.undo({ seq: first.change?.seq ?? 0 }));
  expect((await faultOf(desk.client.rules.show({ id: "OWN-001" }))).code).toBe("missing");
});

test("a pair of one duty, or of one that nobody knows, is refused", async () => {
  const desk = await newWorkbook();
  for (const second of ["proc_handle", "没有的职责"]) {
    const fault = await faultOf(desk.client.rules.savePairs({ pairs: [{ first: "proc_handle", second }] }));
    expect(fault.code).toBe("invalid");
  }
});

test("a version that is there already is stale", async () => {
  const desk = await newWorkbook();
  const [row] = (await value(desk.client.rules.list({}))).rules;
  if (!row) throw new Error("there are rules");
  expect((await faultOf(desk.client.rules.save({ rule: row.rule }))).code).toBe("stale");
  await value(desk.client.rules.save({ rule: { ...row.rule, version: row.rule.version + 1 } }));
});

test("a version from a day on leaves acts before it to the older one; without a day it stands for all", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await value(desk.client.rules.savePairs({ pairs }));
  const found = async () => {
    await value(desk.client.conflicts.check({}));
    const { rows } = await value(desk.client.conflicts.list({}));
    return rows.filter(({ ruleId }) => ruleId === "OWN-001").map(({ ruleVersion }) => ruleVersion);
  };
  expect(await found()).toEqual([1]);
  const { row } = await value(desk.client.rules.show({ id: "OWN-001" }));
  const milder = { ...row.rule, scope: { areas: ["bill_seal" as const], matters: null } };
  await value(
    desk.client.rules.save({ rule: { ...milder, version: 2, inForce: { from: "2026-06-01", until: null } } }),
  );
  expect(await found()).toEqual([1]);
  await value(desk.client.rules.save({ rule: { ...milder, version: 3 } }));
  expect(await found()).toEqual([]);
});

test("an exported file comes in again unchanged; doubled, altered or broken files bring in nothing", async () => {
  const desk = await newWorkbook();
  const { rows } = await value(desk.client.packs.export({ grant: desk.writes("规则.json"), language: "zh" }));
  const same = await value(desk.client.rules.import({ grant: desk.reads("规则.json") }));
  expect(same).toMatchObject({ change: null, added: 0, same: rows });
  const file = JSON.parse(readFileSync(desk.at("规则.json"), "utf8"));
  const [rule] = file.rules;
  const own = { ...rule, id: "OWN-009" };
  for (const [name, content] of Object.entries({
    "doubled.json": JSON.stringify({ ...file, rules: [own, own] }),
    "altered.json": JSON.stringify({
      ...file,
      rules: [own, { ...rule, severity: "low", title: { zh: "改", en: "changed" } }],
    }),
    "unknown.json": JSON.stringify({ ...file, rules: [own, { ...rule, kind: "telepathy" }] }),
    "broken.json": "{",
  })) {
    writeFileSync(desk.at(name), content);
    const fault = await faultOf(desk.client.rules.import({ grant: desk.reads(name) }));
    expect(fault.code, name).toBe("invalid");
  }
  const gone = await faultOf(desk.client.rules.import({ grant: desk.reads("gone.json") }));
  expect(gone).toMatchObject({ code: "missing", where: { file: "gone.json" } });
  expect(JSON.stringify(gone)).not.toContain(desk.at(""));
  expect((await value(desk.client.rules.list({}))).rules.some(({ rule: one }) => one.id === "OWN-009")).toBe(
    false,
  );
  expect(desk.bugs).toEqual([]);
});

test("an answer as known on an earlier day leaves out what was brought in later", async () => {
  const desk = await newWorkbook({ day: "2026-03-01" });
  await bringIn(desk, office());
  await value(desk.client.rules.savePairs({ pairs }));
  desk.setDay("2026-03-05");
  const acts = (await value(desk.client.sheets.list({ kind: "approvals" }))).rows;
  for (const { id } of acts) await value(desk.client.sheets.remove({ kind: "approvals", id }));
  const now = await value(desk.client.conflicts.list({ asOf: "2026-02-01" }));
  expect(now.rows.some(({ ruleId }) => ruleId === "OWN-001")).toBe(false);
  const then = await value(desk.client.conflicts.list({ asOf: "2026-02-01", knownOn: "2026-03-02" }));
  expect(then.rows.some(({ ruleId }) => ruleId === "OWN-001")).toBe(true);
});
