// Change sets at the command line: named by --as, self-approval refused, the other person's approval written.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { office } from "../../builders/office.ts";
import { bringIn, newWorkbook } from "../../builders/service.ts";
import { authorityTable, ceiling, draft } from "../../builders/two-people.ts";
import { quanheng } from "../../fixtures/command-line.ts";

test("one submits, cannot approve, another approves; the paper has both names", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, [...office(), authorityTable]);
  // The command line goes by the clock: a day that no run of this test outlives.
  await draft(desk, [await ceiling(desk, "SQ-2", 10_000_000)], { day: "2099-01-01" });
  await draft(desk, [await ceiling(desk, "SQ-2", 20_000_000)], { day: "2026-03-05" });
  desk.close();
  const run = (...args: string[]) =>
    quanheng(desk.folder, ...args, "--workbook", "w.quanheng", "--lang", "zh");

  const unknown = await run("changes", "list", "--as", "王编制");
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.err).toContain("还没有登记");
  await run("operators", "add", "王编制", "--role", "configurator", "--role", "reviewer");
  const added = await run("operators", "add", "李审核", "--role", "reviewer", "--format", "json");
  expect(JSON.parse(added.out).operators).toHaveLength(2);
  const nobody = await run("changes", "submit", "TZ-2026-001");
  expect(nobody).toMatchObject({ code: 2 });
  expect(nobody.err).toContain("--as");
  expect(await run("changes", "list")).toMatchObject({ code: 0 });
  expect((await run("changes", "submit", "TZ-2026-009", "--as", "王编制")).code).toBe(2);
  // A past day makes a correction, which needs a reason and a paper.
  expect((await run("changes", "submit", "TZ-2026-002", "--as", "王编制")).err).toContain("更正");

  expect((await run("changes", "submit", "TZ-2026-001", "--as", "王编制")).code).toBe(0);
  expect(await run("changes", "list")).toMatchObject({ code: 1 });
  const self = await run("changes", "approve", "TZ-2026-001", "--as", "王编制");
  expect(self.code).toBe(2);
  expect(self.err).toContain("不得审核");
  expect(JSON.parse((await run("changes", "show", "TZ-2026-001", "--format", "json")).out).set.state).toBe(
    "submitted",
  );
  const approved = await run("changes", "approve", "TZ-2026-001", "--as", "李审核");
  expect(approved).toMatchObject({ code: 0 });
  expect(approved.err).toContain("影响");
  expect(approved.out).toContain("已批准");
  await run("changes", "withdraw", "TZ-2026-002", "--as", "王编制", "--reason", "不需要了");

  const paper = await run(
    "report",
    "change-set",
    "TZ-2026-001",
    "--as",
    "王编制",
    "--format",
    "csv",
    "--out",
    "p.csv",
  );
  expect(paper.code).toBe(0);
  const text = readFileSync(join(desk.folder, "p.csv"), "utf8");
  for (const words of ["王编制", "李审核", "≤ 5 万元", "≤ 10 万元", "签字", "试算影响"])
    expect(text).toContain(words);
}, 60_000);
