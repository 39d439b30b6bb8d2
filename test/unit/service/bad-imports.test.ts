// Files that cannot be taken: the message names file, sheet, column and the cure, and nothing is written.
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";
import { workbookOf } from "../../fixtures/workbooks.ts";

const file = (desk: Desk, name: string, content: string | Uint8Array): string => {
  writeFileSync(desk.at(name), content);
  return desk.reads(name);
};
const good = () =>
  workbookOf({
    人员: (sheet) =>
      sheet.addRows([
        ["工号", "姓名"],
        ["001", "张三"],
      ]),
  });

test.each<[string, string, () => Promise<Uint8Array | string>]>([
  ["a truncated workbook", "人员.xlsx", async () => (await good()).subarray(0, 3000)],
  ["a text that calls itself a workbook", "人员.xlsx", async () => "工号,姓名\n001,张三\n"],
  ["an old workbook", "人员.xls", async () => Buffer.from("d0cf11e0a1b11ae1", "hex")],
  ["a picture", "人员.csv", async () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
  [
    "broken UTF-8",
    "人员.csv",
    async () => Buffer.concat([Buffer.from("工号,姓名\n001,张三李四王五\n"), Buffer.from([0xe5, 0xbc])]),
  ],
  ["an empty file", "人员.csv", async () => ""],
])("%s", async (_, name, content) => {
  const desk = await newWorkbook();
  const fault = await faultOf(desk.client.imports.open({ grants: [file(desk, name, await content())] }));
  expect(["invalid", "broken"]).toContain(fault.code);
  expect(fault.where?.file ?? fault.message.zh).toContain(name);
  expect(fault.message.zh).toMatch(/请/);
  expect(desk.bugs).toEqual([]);
  expect((await value(desk.client.workbook.state({}))).open?.journalSeq).toBe(1);
});

test("a missing column is named, with the file, the sheet and what the file has instead", async () => {
  const desk = await newWorkbook();
  const grant = file(desk, "名册.csv", "姓名,到职日期\n张三,2020-01-01\n");
  const offer = await value(desk.client.imports.open({ grants: [grant] }));
  const kinds = [{ index: 0, kind: "people" as const }];
  const { faults } = await value(desk.client.imports.preview({ id: offer.id, kinds }));
  expect(faults).toHaveLength(1);
  expect(faults[0]?.where).toMatchObject({ file: "名册.csv", sheet: "名册" });
  expect(faults[0]?.message.zh).toContain("工号");
});

test("a file that was taken away meanwhile is a clear fault", async () => {
  const desk = await newWorkbook();
  const fault = await faultOf(desk.client.imports.open({ grants: [desk.reads("没有.csv")] }));
  expect(fault.code).toBe("missing");
  expect(fault.where?.file).toBe("没有.csv");
});

test("a bad sheet does not keep a good one from going in, and is told", async () => {
  const desk = await newWorkbook();
  const two = await workbookOf({
    人员: (sheet) =>
      sheet.addRows([
        ["工号", "姓名"],
        ["001", "张三"],
      ]),
    供应商: (sheet) =>
      sheet.addRows([
        ["供应商名称", "电话"],
        ["甲", "1"],
      ]),
  });
  const offer = await value(desk.client.imports.open({ grants: [file(desk, "两表.xlsx", two)] }));
  const kinds = [{ index: 1, kind: "suppliers" as const }];
  const preview = await value(desk.client.imports.preview({ id: offer.id, kinds }));
  expect(preview.faults[0]?.where).toMatchObject({ file: "两表.xlsx", sheet: "供应商" });
  expect(await value(desk.client.imports.commit({ id: preview.id }))).toMatchObject({ added: 1 });
});
