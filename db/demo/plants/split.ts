// Plants of sums cut into pieces: over a year in one budget project, and within weeks by one requester or one supplier.
import { suppliersFor } from "../case-facts.ts";
import type { DraftCase } from "../draft.ts";
import type { Garden } from "../planted.ts";
import { dayAt, dayNumber, workdayFrom } from "../workdays.ts";
import { wan } from "./wan.ts";

export function plantSplit({ draft, book, ago, plant, steady, name }: Garden): void {
  const suppliers = (category: string, count: number): string[] =>
    suppliersFor(draft, category).slice(2, 2 + count);
  // Within one calendar year, whatever the last day of the log is.
  const spring = workdayFrom(dayNumber(`${dayAt(ago(10)).slice(0, 4)}-02-20`));
  const dayOf = (base: number, gap: number, nth: number): number => workdayFrom(base + gap * nth);

  const project = `XM${dayAt(spring).slice(0, 4)}-BG-088`;
  const fitting = suppliers("软件开发", 4);
  const cut = [66.2, 64.8, 67.5, 61.9].map((amount, nth) =>
    book.open("CG", dayOf(spring, 24, nth), {
      amount: wan(amount),
      category: "软件开发",
      method: "consultation",
      department: "BG",
      project,
      supplier: fitting[nth % fitting.length] ?? null,
    }),
  );
  plant(
    "split-amount",
    ["RF-10"],
    cut,
    [],
    "同一预算项目的软件开发一年内分四次磋商,合计 260.4 万元,超过公开招标标准",
    "Software of one budget project was bought in four consultations within a year: CNY 2.604 million, above the public-tender line",
  );

  const repairs = suppliers("车辆维修", 7);
  const works = `XM${dayAt(spring).slice(0, 4)}-BG-091`;
  const mended = [31.2, 36.4, 38.8, 33.6, 35.9, 37.1].map((amount, nth) =>
    book.open("XJ", dayOf(spring, 33, nth), {
      amount: wan(amount),
      category: "车辆维修",
      method: "inquiry",
      department: "BG",
      project: works,
      supplier: repairs[nth % repairs.length] ?? null,
    }),
  );
  plant(
    "split-amount",
    ["RF-10"],
    mended,
    [],
    "全年车辆维修分六次询价,合计 213 万元",
    "A year of vehicle repairs was bought in six inquiries: CNY 2.13 million",
  );

  const askDay = ago(9);
  const asker = steady("bgNeed", askDay, 2);
  const printers = suppliers("印刷服务", 4);
  const near: DraftCase[] = [49.6, 49.2, 48.8, 49.9].map((amount, nth) =>
    book.open(
      "XJ",
      dayOf(askDay, 5, nth),
      {
        amount: wan(amount),
        category: "印刷服务",
        method: "inquiry",
        requester: asker,
        supplier: printers[nth % printers.length] ?? null,
      },
      { XJ02: { staff: [asker] } },
    ),
  );
  plant(
    "split-amount",
    ["RF-11-requester"],
    near,
    [asker],
    `${name(asker)}三周内四次申请印刷服务,笔笔贴近 50 万元`,
    `${name(asker)} asked for printing four times in three weeks, each just below CNY 500,000`,
  );

  const sellDay = ago(15);
  const [seller = ""] = suppliers("办公家具", 1);
  const sold: DraftCase[] = [48.6, 49.4, 47.9].map((amount, nth) => {
    const requester = steady("bgNeed", sellDay, nth);
    return book.open(
      "XJ",
      dayOf(sellDay, 6, nth),
      { amount: wan(amount), category: "办公家具", method: "inquiry", requester, supplier: seller },
      { XJ02: { staff: [requester] } },
    );
  });
  plant(
    "split-amount",
    ["RF-11-supplier"],
    sold,
    [],
    "同一供应商半月内三次中选,笔笔贴近 50 万元",
    "One supplier was chosen three times in a fortnight, each just below CNY 500,000",
  );
  plantTiers({ draft, book, ago, plant, steady, name });
}

/** Below the lines of the unit's own ladders: what the chief accountant and the deputy head may sign alone. */
function plantTiers({
  draft,
  book,
  ago,
  plant,
  steady,
  name,
}: Pick<Garden, "draft" | "book" | "ago" | "plant" | "steady" | "name">): void {
  const day = ago(18);
  const asker = steady("bgNeed", day, 1);
  const trips: DraftCase[] = [4.86, 4.92, 4.78, 4.95].map((amount, nth) =>
    book.open(
      "ZF",
      workdayFrom(day + nth * 6),
      { amount: wan(amount), category: "会议费", requester: asker },
      { ZF01: { staff: [asker] } },
    ),
  );
  plant(
    "split-amount",
    ["RF-11-tier-requester"],
    trips,
    [asker],
    `${name(asker)}三周内四次申请会议费,笔笔贴近 5 万元的审批额度`,
    `${name(asker)} asked for conference money four times in three weeks, each just below the tier of CNY 50,000`,
  );

  const changeDay = ago(21);
  const [, , builder = ""] = suppliersFor(draft, "材料调差");
  const changed: DraftCase[] = [97.6, 98.8, 96.9].map((amount, nth) => {
    const requester = steady("gcProj", changeDay, nth);
    return book.open(
      "BG",
      workdayFrom(changeDay + nth * 9),
      { amount: wan(amount), category: "材料调差", requester, supplier: builder },
      { BG01: { staff: [requester] }, BG03: { onDay: workdayFrom(changeDay + 42 + nth * 4) } },
    );
  });
  plant(
    "split-amount",
    ["RF-11-tier-supplier"],
    changed,
    [],
    "同一施工方三周内三次变更,笔笔贴近 100 万元的审批额度",
    "One contractor got three variations in three weeks, each just below the tier of CNY 1 million",
  );
}
