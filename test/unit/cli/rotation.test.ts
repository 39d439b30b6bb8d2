// Rotation on the command line: plans with wishes and surprises, replans, validation of plans and files, exports read back by another library.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../../shared/domain/day.ts";
import { quanheng } from "../../fixtures/command-line.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const kept = mkdtempSync(join(tmpdir(), "quanheng-rotation-"));
const few = ["--months", "12", "--units", "20000"];
interface Told {
  id: string;
  from: string;
  status: string;
  moves: { day: string; staffNo: string; from: { code: string } | null; to: { code: string } | null }[];
  changed: number | null;
  basePlan: string | null;
}
let first: Told;

beforeAll(async () => {
  await quanheng(kept, ..."init --workbook w --sample --size small --ends-on 2026-03-05".split(" "));
  const ran = await quanheng(kept, ..."rotation plan --workbook w --json".split(" "), ...few);
  first = JSON.parse(ran.out) as Told;
  expect(ran.out.trimEnd().split("\n")).toHaveLength(1);
  expect(ran.code).toBe(first.status === "planned" ? 0 : 1);
  expect(first.moves.length).toBeGreaterThan(0);
  writeFileSync(join(kept, "plan.json"), ran.out);
}, 120_000);
afterAll(() => rmSync(kept, { recursive: true }));

/** In a copy of the workbook with the first plan in it. */
async function inCopy(line: string, ...more: string[]) {
  const folder = tempFolder();
  for (const file of ["w.quanheng", "plan.json"]) copyFileSync(join(kept, file), join(folder, file));
  const ran = await quanheng(folder, "rotation", ...line.split(" "), "--workbook", "w", ...more);
  return { ...ran, folder };
}

test("validate: a plan and its own printed moves are judged alike, 1 on breaches, in words", async () => {
  const byPlan = await inCopy("validate --plan latest --json");
  const judged = JSON.parse(byPlan.out);
  expect(judged).toMatchObject({ plan: first.id, moves: first.moves.length });
  expect(byPlan.code).toBe(judged.breaches.length > 0 ? 1 : 0);
  const byFile = await inCopy(`validate --plan ${first.id} --moves plan.json --json`);
  expect(JSON.parse(byFile.out)).toEqual(judged);

  const moves = first.moves.slice(1);
  const folder = tempFolder();
  copyFileSync(join(kept, "w.quanheng"), join(folder, "w.quanheng"));
  writeFileSync(join(folder, "part.json"), JSON.stringify({ moves }));
  const line = "rotation validate --workbook w --moves part.json --months 12 --lang".split(" ");
  const part = await quanheng(folder, ...line, "zh");
  expect(part.code).toBe(1);
  expect(part.out).toContain(`${moves.length} 次调动，校验发现 `);
  expect((await quanheng(folder, ...line, "en")).out).toContain("found by the validator:");
});

test("export: xlsx read back by another library, and validated as it stands", async () => {
  const written = await inCopy("export --format xlsx --out plan.xlsx --plan latest --lang zh");
  expect(written.code).toBe(0);
  expect(written.out).toContain("SHA-256");
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(written.folder, "plan.xlsx"));
  const heads = book.worksheets.map((sheet) => {
    const cells = (row: number) =>
      (sheet.getRow(row).values as unknown[]).slice(1).map((value) => String(value ?? ""));
    const at = Array.from({ length: sheet.rowCount }, (_, index) => index + 1).find(
      (row) => cells(row).length > 1,
    );
    return { sheet: sheet.name.replace(/轮岗方案.*/, "轮岗方案"), columns: cells(at ?? 1) };
  });
  await expect(`${JSON.stringify(heads, null, 2)}\n`).toMatchFileSnapshot("../../golden/plan-sheets.json");
  const moves = book.worksheets[0];
  const staffNos: string[] = [];
  moves?.getColumn(4).eachCell((cell) => staffNos.push(cell.text));
  for (const { staffNo } of first.moves) expect(staffNos).toContain(staffNo);

  const judged = await quanheng(
    written.folder,
    ..."rotation validate --workbook w --plan latest --moves plan.xlsx --json".split(" "),
  );
  expect(JSON.parse(judged.out)).toMatchObject({ moves: first.moves.length });
  const csv = await inCopy("export --format csv --out plan.csv");
  expect(readFileSync(join(csv.folder, "plan.csv"), "utf8")).toContain("Month by month");
  const fromCsv = await quanheng(
    csv.folder,
    ..."rotation validate --workbook w --plan latest --moves plan.csv --json".split(" "),
  );
  expect(JSON.parse(fromCsv.out)).toEqual(JSON.parse(judged.out));
});

test("replan: somebody leaves, somebody refuses, agreed moves stay", async () => {
  const [one, other] = first.moves.filter(({ to }) => to !== null);
  if (!one || !other?.to) throw new Error("two arrivals are needed");
  const ran = await inCopy(
    "plan --base latest --json",
    ...few,
    "--leaves",
    `${one.staffNo}@${addDays(first.from, 3)}`,
    "--veto",
    `${other.staffNo}@${other.to.code}`,
  );
  const again = JSON.parse(ran.out) as Told;
  expect(again.basePlan).toBe(first.id);
  expect(again.changed).not.toBeNull();
  expect(ran.err).toMatch(/announced move\(s\) changed/);
  const broken = again.moves.filter(
    ({ staffNo, to }) =>
      staffNo === one.staffNo || (staffNo === other.staffNo && to?.code === other.to?.code),
  );
  if (again.status === "planned") expect(broken).toEqual([]);
  else expect(ran.code).toBe(1);
});

test("the same input, seed and units from the command line: the same moves", async () => {
  const [a, b] = await Promise.all([
    inCopy("plan --json --seed 4 --black-out 7 --share 50", ...few),
    inCopy("plan --json --seed 4 --black-out 7 --share 50", ...few),
  ]);
  expect((JSON.parse(a.out) as Told).moves).toEqual((JSON.parse(b.out) as Told).moves);
  expect((JSON.parse(a.out) as Told).moves.some(({ day }) => day.slice(5, 7) === "07")).toBe(false);
});

test.each([
  ["validate", "Name a plan with --plan", "请用 --plan 指明方案"],
  ["validate --plan none", 'There is no plan "none"', "没有方案“none”"],
  ["plan --months 12 --leaves S1", "--leaves is written STAFF-NO@YYYY-MM-DD", "--leaves 应写成"],
  ["plan --months 12 --absent X@2026-13-01", "--absent is written", "--absent 应写成"],
  ["plan --months 12 --lock-person nobody", "nobody with staff no. nobody", "没有工号 nobody"],
  ["plan --months 12 --lock-post NOPOST", "There is no post NOPOST", "没有岗位编码 NOPOST"],
  ["plan --months 12 --black-out 13", "whole number from 1 to 12", "1 至 12"],
  ["export --format pdf --out x.pdf", "choose one of: xlsx, csv, json", "xlsx, csv, json"],
])("misuse in both languages: rotation %s", async (line, en, zh) => {
  const english = await inCopy(line);
  expect(english).toMatchObject({ code: 2, out: "" });
  expect(english.err).toContain(en);
  expect((await inCopy(`${line} --lang zh`)).err).toContain(zh);
});

test("a file that is no list of moves, and rows that name nobody known, are refused with the row", async () => {
  const folder = tempFolder();
  copyFileSync(join(kept, "w.quanheng"), join(folder, "w.quanheng"));
  writeFileSync(join(folder, "odd.csv"), "a,b\n1,2\n");
  writeFileSync(
    join(folder, "rows.csv"),
    "Day,Staff no.,To (code)\n2026-13-01,S0001,X\n2027-01-04,nobody,X\n",
  );
  const line = (file: string) => `rotation validate --workbook w --moves ${file}`.split(" ");
  expect((await quanheng(folder, ...line("odd.csv"))).err).toContain("This is no list of moves");
  const rows = await quanheng(folder, ...line("rows.csv"));
  expect(rows.code).toBe(2);
  expect(rows.err).toContain("row 2: Day:");
  expect(rows.err).toContain("row 3: there is nobody with staff no. nobody");
});
