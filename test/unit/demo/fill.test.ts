// The sample through the real service: imported whole, found out by the stored check, and the same again as files.
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillSample } from "../../../db/demo/fill.ts";
import { defaultSample, generateUnit } from "../../../db/demo/generate.ts";
import { FaultError } from "../../../shared/domain/fault.ts";
import { type SampleService, sampleService } from "../../builders/sample-service.ts";
import { writeCsvFiles, writeWorkbookFile } from "../../builders/write-files.ts";

const options = { ...defaultSample, size: "small" } as const;
const unit = generateUnit(options);
const rows = unit.tables.reduce((sum, it) => sum + it.rows.length, 0);
// Three tenure policies are there from the first day.
const policies = 3;
let service: SampleService;
// Thousands of rows through a real store take their time on a busy machine.
const patience = { timeout: 120_000 };

const create = async (name: string): Promise<void> => {
  const made = await service.client.workbook.create({
    grant: service.grant(name, "write"),
    unitName: unit.settings.unitName,
    timeZone: unit.settings.timeZone,
  });
  expect(made.ok).toBe(true);
};

beforeAll(() => {
  service = sampleService();
});
afterAll(() => {
  expect(service.bugs).toEqual([]);
  service.close();
});

it("imports every row in one change, and adds nothing the second time", patience, async () => {
  await create("filled.quanheng");
  expect(await fillSample(service.client, unit)).toEqual({
    added: rows - policies,
    changed: 0,
    same: policies,
  });
  expect(await fillSample(service.client, unit)).toEqual({ added: 0, changed: 0, same: rows });
});

it("names the row that cannot be imported and writes nothing", patience, async () => {
  await create("spoilt.quanheng");
  const spoilt = unit.tables.map((table) =>
    table.kind === "assignments"
      ? { ...table, rows: table.rows.map((row, nth) => (nth === 3 ? ["S9999", ...row.slice(1)] : row)) }
      : table,
  );
  const error = await fillSample(service.client, { tables: spoilt }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FaultError);
  expect((error as FaultError).fault.where?.value).toBe("S9999");
  const listed = await service.client.sheets.list({ kind: "people" });
  expect(listed.ok && listed.value.total).toBe(0);
});

it("comes in from csv files and from one workbook just as well", patience, async () => {
  const csv = await writeCsvFiles(service.folder, unit.tables);
  const xlsx = "all.xlsx";
  await writeWorkbookFile(`${service.folder}/${xlsx}`, unit.tables);
  const names = [csv.map((path) => path.slice(service.folder.length + 1)), [xlsx]];
  for (const [nth, files] of names.entries()) {
    await create(`from-files-${nth}.quanheng`);
    const offer = await service.client.imports.open({
      grants: files.map((name) => service.grant(name, "read")),
    });
    if (!offer.ok) throw new FaultError(offer.fault);
    const preview = await service.client.imports.preview({ id: offer.value.id });
    if (!preview.ok) throw new FaultError(preview.fault);
    expect(preview.value.faults).toEqual([]);
    const done = await service.client.imports.commit({ id: offer.value.id });
    expect(done.ok && { added: done.value.added, rejected: done.value.rejected }).toEqual({
      added: rows - policies,
      rejected: 0,
    });
  }
});
