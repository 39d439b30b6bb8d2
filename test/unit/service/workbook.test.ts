// Workbooks are made, opened, backed up, restored and found again, and nothing that exists is overwritten.
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { office } from "../../builders/office.ts";
import { bringIn, faultOf, newWorkbook, openDesk, value } from "../../builders/service.ts";

const world = async (desk: Awaited<ReturnType<typeof newWorkbook>>) => {
  const kinds = ["departments", "posts", "people", "assignments", "cases", "approvals"] as const;
  return Promise.all(kinds.map((kind) => value(desk.client.sheets.list({ kind }))));
};

test("a new workbook has its rules, its policies and its first entry", async () => {
  const { client, bugs } = await newWorkbook();
  const { open } = await value(client.workbook.state({}));
  expect(open).toMatchObject({ name: "w", unitName: "青岚县财政局", journalSeq: 1, readOnly: null });
  expect(open?.counts["tenure-policies"]).toBe(3);
  expect((await value(client.rules.list({}))).rules.length).toBeGreaterThanOrEqual(40);
  expect(await value(client.journal.verify({}))).toMatchObject({ entries: 1, brokenAt: null });
  expect(bugs).toEqual([]);
});

test("making one over an existing file is refused and the file is untouched", async () => {
  const desk = await newWorkbook();
  writeFileSync(desk.at("other.quanheng"), "letters");
  const unitName = "甲";
  const fault = await faultOf(
    desk.client.workbook.create({
      grant: desk.writes("other.quanheng"),
      unitName,
      timeZone: "Asia/Shanghai",
    }),
  );
  expect(fault.code).toBe("refused");
  expect(fault.message.zh).toContain("other.quanheng");
  expect(readFileSync(desk.at("other.quanheng"), "utf8")).toBe("letters");
  expect((await value(desk.client.workbook.state({}))).open?.name).toBe("w");
});

test("a time zone that does not exist leaves no file behind", async () => {
  const desk = openDesk();
  const grant = desk.writes("zone.quanheng");
  const fault = await faultOf(
    desk.client.workbook.create({ grant, unitName: "甲", timeZone: "Asia/Nowhere" }),
  );
  expect(fault.code).toBe("invalid");
  expect(existsSync(desk.at("zone.quanheng"))).toBe(false);
});

test("a backup restores to the same world and the same chain", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const before = await world(desk);
  const chain = await value(desk.client.journal.verify({}));
  const receipt = await value(desk.client.workbook.backup({ grant: desk.writes("b.quanheng") }));
  expect(receipt.bytes).toBe(statSync(desk.at("b.quanheng")).size);
  const bytes = readFileSync(desk.at("b.quanheng"));
  await value(desk.client.sheets.save({ kind: "suppliers", id: null, values: { code: "S9", name: "后来" } }));
  const { open } = await value(
    desk.client.workbook.restore({ from: desk.reads("b.quanheng"), to: desk.writes("r.quanheng") }),
  );
  expect(open).toMatchObject({ name: "r", readOnly: null });
  expect(await world(desk)).toEqual(before);
  const { entries } = await value(desk.client.journal.list({}));
  expect(entries.map(({ action }) => action)).toEqual(["restore", "import", "create"]);
  expect(entries[1]?.hash).toBe(chain.head);
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
  expect(readFileSync(desk.at("b.quanheng")).equals(bytes)).toBe(true);
  expect(existsSync(desk.at("b.quanheng.lock"))).toBe(false);
});

test("restoring from a workbook in use takes what was confirmed, its log included", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const other = openDesk();
  const to = other.writes("r.quanheng");
  await value(other.client.workbook.restore({ from: other.reads(desk.at("w.quanheng")), to }));
  expect(await world(other)).toEqual(await world(desk));
});

test("a damaged backup restores nothing and leaves no file", async () => {
  const desk = await newWorkbook();
  await value(desk.client.workbook.backup({ grant: desk.writes("b.quanheng") }));
  truncateSync(desk.at("b.quanheng"), 20_000);
  const fault = await faultOf(
    desk.client.workbook.restore({ from: desk.reads("b.quanheng"), to: desk.writes("r.quanheng") }),
  );
  expect(fault).toMatchObject({ code: "broken", where: { file: "b.quanheng" } });
  expect(existsSync(desk.at("r.quanheng"))).toBe(false);
  expect((await value(desk.client.workbook.state({}))).open?.name).toBe("w");
});

test("a stopped backup ends, and the earlier backup stays", async () => {
  const desk = await newWorkbook();
  await value(desk.client.workbook.backup({ grant: desk.writes("b.quanheng") }));
  const before = readFileSync(desk.at("b.quanheng"));
  await bringIn(desk, office());
  const grant = desk.writes("b.quanheng");
  const fault = await faultOf(desk.client.workbook.backup({ grant }, { signal: { aborted: true } }));
  expect(fault.code).toBe("refused");
  expect(readFileSync(desk.at("b.quanheng")).equals(before)).toBe(true);
  expect(existsSync(desk.at("b.quanheng.part"))).toBe(false);
});

test("a backup over the workbook itself is refused", async () => {
  const desk = await newWorkbook();
  const fault = await faultOf(desk.client.workbook.backup({ grant: desk.writes("./w.quanheng") }));
  expect(fault.code).toBe("refused");
});

test("recent workbooks are listed, a lost one is marked, and one can be forgotten", async () => {
  const desk = await newWorkbook();
  const { recent } = await value(desk.client.workbook.close({}));
  expect(recent).toMatchObject([{ name: "w", isMissing: false }]);
  const id = recent[0]?.id ?? "";
  expect((await value(desk.client.workbook.openRecent({ id }))).open?.name).toBe("w");
  expect((await value(desk.client.workbook.forgetRecent({ id }))).recent).toEqual([]);
  expect((await faultOf(desk.client.workbook.openRecent({ id }))).code).toBe("missing");
});

test("what was open comes back after an end without closing, not after closing", async () => {
  const desk = await newWorkbook();
  desk.close();
  const again = openDesk({ folder: desk.folder, reopens: true });
  expect((await value(again.client.workbook.state({}))).open?.name).toBe("w");
  await value(again.client.workbook.close({}));
  again.close();
  const third = openDesk({ folder: desk.folder, reopens: true });
  expect((await value(third.client.workbook.state({}))).open).toBeNull();
});

test("a sample whose making was cut short is made anew; a whole one is kept", async () => {
  const desk = openDesk();
  const asked = { grant: null, size: "small", endsOn: "2026-03-05" } as const;
  const name = "示例单位-small-20260305.quanheng";
  await newWorkbook({ folder: desk.folder });
  writeFileSync(desk.at(name), "");
  const { open } = await value(desk.client.workbook.sample(asked));
  expect(open?.counts.approvals).toBeGreaterThan(1000);
  const again = await value(desk.client.workbook.sample(asked));
  expect(again.open?.journalSeq).toBe(open?.journalSeq);
  expect(desk.bugs).toEqual([]);
}, 60_000);

test("a sample that is stopped leaves no file", async () => {
  const desk = openDesk();
  const stop = { aborted: false };
  const asked = desk.client.workbook.sample(
    { grant: null, size: "small", endsOn: "2026-03-05" },
    {
      signal: stop,
      progress: ({ done }) => {
        stop.aborted ||= done > 0;
      },
    },
  );
  expect((await faultOf(asked)).code).toBe("refused");
  expect(existsSync(desk.at("示例单位-small-20260305.quanheng"))).toBe(false);
  expect((await value(desk.client.workbook.state({}))).open).toBeNull();
}, 60_000);
