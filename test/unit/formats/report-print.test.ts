// Reports as csv and json against golden files, and the guard against formulas.
import { expect, test } from "vitest";
import type { ReportDocument } from "../../../shared/domain/report.ts";
import { guardFormula, unguardFormula } from "../../../shared/formats/formula-guard.ts";
import { reportCsv, reportJson } from "../../../shared/formats/report-print.ts";
import { conflictReport } from "../../fixtures/report.ts";

test("csv", async () => {
  await expect([...reportCsv(conflictReport)].join("")).toMatchFileSnapshot("../../golden/report.csv");
});
test("json", async () => {
  await expect(reportJson(conflictReport)).toMatchFileSnapshot("../../golden/report.json");
});
test("an English report without filters or journal says so", () => {
  const plain: ReportDocument = {
    ...conflictReport,
    language: "en",
    filters: [],
    journalHead: null,
    rules: [],
  };
  const text = [...reportCsv(plain)].join("");
  expect(text).toContain("Filters: none (everything)");
  expect(text).not.toContain("Journal");
});
test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])("%j cannot run as a formula", (text) => {
  expect(guardFormula(text)).toBe(`'${text}`);
  expect(unguardFormula(guardFormula(text))).toBe(text);
});
test.each(["张三", "'quoted'", "1-1", ""])("%j is left alone", (text) => {
  expect(guardFormula(text)).toBe(text);
  expect(unguardFormula(text)).toBe(text);
});
