// Versions of rules in a workbook: round trips that bring nothing new, a comparison with its effect, accepting, undoing; hygiene.
import { readFileSync, writeFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { packs } from "../../../shared/rules/packs/packs.ts";
import { office } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";

const pairs = [{ first: "proc_handle", second: "proc_decide" }];
async function deskWithPair(): Promise<Desk> {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await value(desk.client.rules.savePairs({ pairs }));
  return desk;
}
const compare = (desk: Desk, name: string) =>
  value(desk.client.packs.compare({ source: { kind: "file", grant: desk.reads(name) } }));
/** Changes one cell with another library: the row whose first cell is the rule's id. */
async function edit(
  desk: Desk,
  from: string,
  to: string,
  sheetName: string,
  id: string,
  label: string,
  cell: string | number,
) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(desk.at(from));
  const sheet = book.getWorksheet(sheetName);
  if (!sheet) throw new Error(`no sheet ${sheetName}`);
  const heads = (sheet.getRow(1).values as unknown[]).map(String);
  sheet.eachRow((row) => {
    if (row.getCell(1).text === id) row.getCell(heads.indexOf(label)).value = cell;
  });
  await book.xlsx.writeFile(desk.at(to));
}

test.each([
  ["rules.xlsx", "zh"],
  ["rules.xlsx", "en"],
  ["rules.json", "zh"],
] as const)("%s in %s comes back with nothing new", async (name, language) => {
  const desk = await deskWithPair();
  const receipt = await value(desk.client.packs.export({ grant: desk.writes(name), language }));
  const compared = await compare(desk, name);
  expect(compared.problems).toEqual([]);
  expect(compared.counts).toEqual({ added: 0, changed: 0, removed: 0, same: receipt.rows });
  expect(compared.total).toEqual({ appear: 0, vanish: 0 });
  expect(await value(desk.client.rules.import({ grant: desk.reads(name) }))).toEqual({
    change: null,
    draft: null,
    added: 0,
    same: receipt.rows,
  });
});

test("another library reads the sheets: headers, names with codes, numbers as numbers, nothing as a formula", async () => {
  const desk = await deskWithPair();
  await value(desk.client.packs.export({ grant: desk.writes("rules.xlsx"), language: "zh" }));
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(desk.at("rules.xlsx"));
  expect(book.worksheets[0]?.name).toBe("填写说明");
  const sheet = book.getWorksheet("同件分离");
  const rows: Record<string, unknown>[] = [];
  const heads = ((sheet?.getRow(1).values ?? []) as unknown[]).map(String);
  sheet?.eachRow((row, at) => {
    if (at > 1)
      rows.push(
        Object.fromEntries(
          heads.flatMap((head, column) => (column === 0 ? [] : [[head, row.getCell(column).value]])),
        ),
      );
  });
  expect(rows.find((row) => row.编号 === "OWN-001")).toMatchObject({
    版本: 1,
    类型: "同件分离",
    职责: "采购经办（proc_handle）、采购决策（proc_decide）",
    至多兼办几项: 1,
    依据状态: "本单位规定",
    处理方式: null,
  });
  for (const one of book.worksheets)
    one.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
});

test("a number changed in the sheet is told field by field with its effect, accepted as the next version, undone", async () => {
  const desk = await deskWithPair();
  await value(desk.client.packs.export({ grant: desk.writes("rules.xlsx"), language: "zh" }));
  await edit(desk, "rules.xlsx", "edited.xlsx", "同件分离", "OWN-001", "至多兼办几项", 2);
  const compared = await compare(desk, "edited.xlsx");
  expect(compared.counts).toMatchObject({ added: 0, changed: 1, removed: 0 });
  expect(compared.total).toEqual({ appear: 0, vanish: 1 });
  expect(compared.differences).toMatchObject([
    {
      ruleId: "OWN-001",
      change: "changed",
      after: { version: 2 },
      fields: [{ name: { zh: "至多兼办几项" }, before: { zh: "1" }, after: { zh: "2" } }],
      effect: { appear: 0, vanish: 1 },
    },
  ]);
  expect(
    (await faultOf(desk.client.rules.import({ grant: desk.reads("edited.xlsx") }))).message.zh,
  ).toContain("至多兼办几项");
  const done = await value(desk.client.packs.accept({ id: compared.id, ruleIds: ["OWN-001"] }));
  expect((await value(desk.client.rules.show({ id: "OWN-001" }))).row.rule).toMatchObject({
    version: 2,
    parameters: { maxHeld: 2 },
  });
  expect((await faultOf(desk.client.packs.accept({ id: compared.id, ruleIds: ["OWN-001"] }))).code).toBe(
    "missing",
  );
  await value(desk.client.journal.undo({ seq: done.change?.seq ?? 0 }));
  expect((await value(desk.client.rules.show({ id: "OWN-001" }))).row.rule.version).toBe(1);
});

test("a higher version that is brought in takes the place of the one in use", async () => {
  const desk = await deskWithPair();
  const ownConflicts = async () => {
    await value(desk.client.conflicts.check({}));
    return (await value(desk.client.conflicts.list({}))).rows.filter(({ ruleId }) => ruleId === "OWN-001");
  };
  expect(await ownConflicts()).toHaveLength(1);
  const { row } = await value(desk.client.rules.show({ id: "OWN-001" }));
  const loose = { ...row.rule, version: 2, parameters: { ...row.rule.parameters, maxHeld: 2 } };
  writeFileSync(desk.at("loose.json"), JSON.stringify({ quanhengRules: 1, rules: [loose] }));
  expect(await value(desk.client.rules.import({ grant: desk.reads("loose.json") }))).toMatchObject({
    added: 1,
  });
  const { versions } = await value(desk.client.studio.open({ id: "OWN-001" }));
  expect(versions.map(({ version, isInUse }) => [version, isInUse])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect(await ownConflicts()).toEqual([]);
  const never = { ...loose, version: 3, inForce: { from: "2026-02-30", until: null } };
  writeFileSync(desk.at("never.json"), JSON.stringify({ quanhengRules: 1, rules: [never] }));
  expect((await faultOf(desk.client.rules.import({ grant: desk.reads("never.json") }))).where).toMatchObject({
    column: "inForce.from",
    value: "2026-02-30",
  });
});

test("rules missing from the file are told as removed, and go only when chosen", async () => {
  const desk = await deskWithPair();
  await value(desk.client.packs.export({ grant: desk.writes("rules.json"), language: "zh" }));
  const file = JSON.parse(readFileSync(desk.at("rules.json"), "utf8"));
  file.rules = file.rules.filter((rule: { id: string }) => rule.id !== "OWN-001");
  writeFileSync(desk.at("fewer.json"), JSON.stringify(file));
  const compared = await compare(desk, "fewer.json");
  expect(compared.differences).toMatchObject([
    { ruleId: "OWN-001", change: "removed", effect: { vanish: 1 } },
  ]);
  await value(desk.client.packs.accept({ id: compared.id, ruleIds: ["OWN-001"] }));
  expect((await faultOf(desk.client.rules.show({ id: "OWN-001" }))).code).toBe("missing");
});

test("a file with bad rows tells them all and cannot be accepted", async () => {
  const desk = await deskWithPair();
  await value(desk.client.packs.export({ grant: desk.writes("rules.xlsx"), language: "zh" }));
  await edit(desk, "rules.xlsx", "a.xlsx", "同件分离", "OWN-001", "至多兼办几项", "两项");
  await edit(desk, "a.xlsx", "b.xlsx", "同件分离", "OWN-001", "严重程度", "很高");
  const compared = await compare(desk, "b.xlsx");
  expect(
    compared.problems.map(({ file, sheet, column, value: cell }) => [file, sheet, column, cell]),
  ).toEqual([
    ["b.xlsx", "同件分离", "严重程度", "很高"],
    ["b.xlsx", "同件分离", "至多兼办几项", "两项"],
  ]);
  expect((await faultOf(desk.client.packs.accept({ id: compared.id, ruleIds: ["OWN-001"] }))).code).toBe(
    "missing",
  );
  expect((await faultOf(desk.client.rules.import({ grant: desk.reads("b.xlsx") }))).where).toMatchObject({
    sheet: "同件分离",
  });
});

test("a comparison is stale once the workbook has changed", async () => {
  const desk = await deskWithPair();
  await value(desk.client.packs.export({ grant: desk.writes("rules.xlsx"), language: "zh" }));
  await edit(desk, "rules.xlsx", "edited.xlsx", "同件分离", "OWN-001", "至多兼办几项", 2);
  const { id } = await compare(desk, "edited.xlsx");
  await value(desk.client.rules.savePairs({ pairs: [{ first: "cashier", second: "record" }] }));
  expect((await faultOf(desk.client.packs.accept({ id, ruleIds: ["OWN-001"] }))).code).toBe("stale");
});

test("a workbook of this program has no news; a starter rule changed or stopped by the unit is not news either", async () => {
  const desk = await deskWithPair();
  const none = { added: 0, changed: 0, withdrawn: 0 };
  expect(await value(desk.client.packs.news({}))).toEqual(none);
  const { rules } = await value(desk.client.rules.list({}));
  const starters = rules.filter(({ pack }) => pack !== "own");
  const [stopped, changed] = starters;
  if (!stopped || !changed) throw new Error("there are starter rules");
  await value(desk.client.rules.remove({ id: stopped.rule.id }));
  await value(
    desk.client.rules.save({ rule: { ...changed.rule, version: changed.rule.version + 1, severity: "low" } }),
  );
  expect(await value(desk.client.packs.news({}))).toEqual(none);
  const { differences } = await value(desk.client.packs.compare({ source: { kind: "built-in" } }));
  expect(differences).toHaveLength(2);
  expect(differences.find(({ ruleId }) => ruleId === stopped.rule.id)).toMatchObject({
    change: "added",
    isStopped: true,
    isNews: false,
  });
  expect(differences.find(({ ruleId }) => ruleId === changed.rule.id)).toMatchObject({
    change: "changed",
    isAdapted: true,
    isNews: false,
  });
});

test("a rule that this program words anew is news: told, never taken silently, and accepted under its pack", async () => {
  const desk = await deskWithPair();
  const pack = packs[0];
  const old = pack?.rules[0];
  if (!pack || !old) throw new Error("there are starter rules");
  // As a later program brings it: the workbook was made with the old words.
  const plain = { zh: "新的说明", en: "new words" };
  pack.rules[0] = { ...old, plain };
  try {
    expect(await value(desk.client.packs.news({}))).toEqual({ added: 0, changed: 1, withdrawn: 0 });
    expect((await value(desk.client.rules.show({ id: old.id }))).row.rule.plain).toEqual(old.plain);
    const compared = await value(desk.client.packs.compare({ source: { kind: "built-in" } }));
    expect(compared.differences).toMatchObject([{ ruleId: old.id, isNews: true, isAdapted: false }]);
    await value(desk.client.packs.accept({ id: compared.id, ruleIds: [old.id] }));
    expect(await value(desk.client.packs.news({}))).toEqual({ added: 0, changed: 0, withdrawn: 0 });
    const { row } = await value(desk.client.rules.show({ id: old.id }));
    expect(row).toMatchObject({
      pack: `${pack.id} ${pack.version}`,
      rule: { version: old.version + 1, plain },
    });
  } finally {
    pack.rules[0] = old;
  }
});

test("hygiene names a planted contradiction by its two rules, and its sentences are in both languages", async () => {
  const desk = await deskWithPair();
  const { row } = await value(desk.client.rules.show({ id: "OWN-001" }));
  await value(
    desk.client.rules.save({
      rule: {
        ...row.rule,
        id: "OWN-009",
        kind: "same-person",
        parameters: { duties: ["proc_handle", "proc_decide"] },
      },
    }),
  );
  const { findings } = await value(desk.client.packs.hygiene({}));
  const planted = findings.filter(
    ({ type, rules }) => type === "contradiction" && rules.some(({ id }) => id === "OWN-001"),
  );
  expect(planted).toMatchObject([
    { rules: [{ id: "OWN-009" }, { id: "OWN-001" }], matters: [{ name: "政府采购" }], isSmallest: true },
  ]);
  for (const { sentence, advice } of findings)
    for (const text of [sentence.zh, sentence.en, advice.zh, advice.en]) expect(text).not.toBe("");
});
