// check-log answers any log without a workbook, exactly as its page says.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { xlsxBytes } from "../../../db/files/xlsx-writer.ts";
import { tableGrid } from "../../../shared/formats/sheet-print.ts";
import { quanheng } from "../../fixtures/command-line.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const columns = ["--case", "case", "--activity", "act", "--person", "who", "--time", "when"];
function logFolder(...rows: string[]): string {
  const folder = tempFolder();
  writeFileSync(join(folder, "log.csv"), ["case,act,who,when,state", ...rows].join("\n"));
  return folder;
}
const checkLog = async (folder: string, ...more: string[]) => {
  const ran = await quanheng(folder, "check-log", "log.csv", ...columns, "--format", "json", ...more);
  return { ...ran, answer: ran.out === "" ? null : JSON.parse(ran.out) };
};

test("a workbook of several sheets: the first is read, and what was not read is said", async () => {
  const folder = tempFolder();
  const header = ["case", "act", "who", "when"];
  const sheets = [
    tableGrid("2024", { header, rows: [["1", "A", "Li", "2024-01-01 10:00"]] }),
    tableGrid("2025", { header, rows: [["1", "B", "Li", "2025-01-01 10:00"]] }),
    tableGrid("Sheet3", { header: [], rows: [] }),
  ];
  writeFileSync(join(folder, "log.xlsx"), await xlsxBytes(sheets));
  const ran = await quanheng(
    folder,
    "check-log",
    "log.xlsx",
    ...columns,
    "--separate",
    "A",
    "B",
    "--lang",
    "en",
  );
  expect(ran.err).toContain('Only the sheet "2024" was read; these have content and were not: 2025.');
  expect(ran.out).toContain("1 row, 1 case");
});

test("a conflict of very many rows names the first of them and says how many; json has them all", async () => {
  const folder = logFolder(
    ...Array.from({ length: 3_000 }, (_, nth) => `1,${nth % 2 ? "A" : "B"},Li,2024-01-01 10:00,ok`),
  );
  const ran = await quanheng(folder, "check-log", "log.csv", ...columns, "--separate", "A", "B");
  expect(ran.out).toMatch(/… 3000/);
  expect(ran.out.split("\n").length).toBeLessThan(40);
  const { answer } = await checkLog(folder, "--separate", "A", "B");
  expect(answer.conflicts[0].approvals).toHaveLength(3_000);
});

test("set meaning over all rows: missing people count, bad times count, words are trimmed", async () => {
  const folder = logFolder(
    "1,A,Li,2024-01-01 10:00,ok",
    "1,B,Li,not a time,ok",
    "2,A,,2024-01-01 10:00,ok",
    "2,B,Wang,2024-01-01 11:00,ok",
    "3, A ,Zhao,2024-01-01 10:00,ok",
    "3,C,Zhao,2024-01-01 10:00,ok",
    "4,A,Qian,2024-01-01 10:00,ok",
    "4,A,Sun,2024-01-01 10:00,ok",
    "4,B,Sun,2024-01-01 10:00,ok",
  );
  const ran = await checkLog(folder, "--separate", "A", "B", "--separate", "A", "C");
  expect(ran.answer).toMatchObject({
    rules: [
      { duties: ["A", "B"], casesWithBoth: 3, casesInConflict: 2, id: "PAIR-1", conflicts: 2 },
      { duties: ["A", "C"], casesWithBoth: 1, casesInConflict: 1, id: "PAIR-2", conflicts: 1 },
    ],
    rows: 9,
    cases: 4,
    approvals: 9,
    rulesApplied: 2,
    notYetJudged: 0,
    conflicts: [
      { case: "1", person: "Li", duties: ["A", "B"], approvals: [1, 2] },
      { case: "4", person: "Sun", duties: ["A", "B"], approvals: [8, 9] },
      { case: "3", person: "Zhao", duties: ["A", "C"], approvals: [5, 6] },
    ],
  });
  expect(ran.answer.conflicts).toHaveLength(3);
  expect(Object.keys(ran.answer).slice(0, 2)).toEqual(["rules", "conflicts"]);
  expect(ran.code).toBe(1);
  expect(ran.err).toMatch(/1 row\(s\): No person/);
  expect(ran.err).toMatch(/column "when" "not a time"/);
});

test("--where keeps rows for which all hold, and record numbers stay those of the file", async () => {
  const folder = logFolder(
    "1,A,Li,2024-01-01,draft",
    "1,B,Li,2024-01-01,a=b",
    "2,A,Li,2024-01-01,a=b",
    "2,B,Li,2024-01-01,a=b",
  );
  const pair = ["--separate", "A", "B"];
  const ran = await checkLog(folder, "--where", "state=a=b", ...pair);
  expect(ran.answer.rules).toMatchObject([{ duties: ["A", "B"], casesWithBoth: 1, casesInConflict: 1 }]);
  expect(ran.answer.conflicts[0].approvals).toEqual([3, 4]);
  const none = await checkLog(folder, "--where", "state=a=b", "who=Wang", ...pair);
  expect(none.answer.conflicts).toEqual([]);
  expect(none.code).toBe(0);
});

test("words compare after NFC, and never more loosely", async () => {
  const folder = logFolder("1,Ame\u0301lie,Li,2024-01-01,", "1,B,Li,2024-01-01,", "2,b,Li,2024-01-01,");
  const ran = await checkLog(folder, "--separate", "Am\u00e9lie", "B");
  expect(ran.answer.rules[0]).toMatchObject({ casesWithBoth: 1, casesInConflict: 1 });
  const loose = await checkLog(folder, "--separate", "am\u00e9lie", "B");
  expect(loose.answer.rules[0].casesWithBoth).toBe(0);
  expect(loose.err).toMatch(/activity "am\u00e9lie" does not occur/);
});

test("an unknown column is named with those that are there", async () => {
  const folder = logFolder("1,A,Li,2024-01-01,");
  const ran = await quanheng(
    folder,
    ..."check-log log.csv --case Case --activity act --person who --time when --separate A B".split(" "),
  );
  expect(ran).toMatchObject({ code: 2, out: "" });
  expect(ran.err).toMatch(/lacks these columns: Case\. Its header has: case、act、who、when、state/);
  expect(ran.err).toMatch(/log\.csv/);
});

test("a table for people says the same", async () => {
  const folder = logFolder("1,A,Li,2024-01-01,", "1,B,Li,2024-01-01,");
  const ran = await quanheng(folder, "check-log", "log.csv", ...columns, "--separate", "A", "B");
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/A × B\s*│\s*1\s*│\s*1 │/);
  expect(ran.out).toMatch(/1 suspected conflict to review/);
  expect(ran.out).toMatch(/1 rule applied over 2 approvals; none that could not be applied\.\n$/);
});
