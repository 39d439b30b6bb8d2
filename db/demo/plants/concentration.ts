// Plants of too much in few hands: most duties of a case, one supplier of one requester, one single source.
import { grantPerson } from "../authorities.ts";
import { suppliersFor } from "../case-facts.ts";
import type { Garden } from "../planted.ts";
import { dayAt, dayNumber, workdayFrom } from "../workdays.ts";
import type { SettingPeople } from "./setting.ts";
import { wan } from "./wan.ts";

export function plantConcentration(garden: Garden, { ties }: SettingPeople): void {
  plantHands(garden);
  const { draft, book, ago, plant, name, has } = garden;

  // Somebody with kin in the bureau asks for nothing in the ordinary work: the year's requests are these.
  const asker = ties[2]?.staffNo ?? "";
  const spring = workdayFrom(dayNumber(`${dayAt(ago(10)).slice(0, 4)}-01-12`));
  const [, , , winner = ""] = suppliersFor(draft, "绿植养护");
  const won = [4.2, 6.8, 3.9, 7.4, 5.6, 8.3, 3.2, 6.1, 4.7].map((amount, nth) =>
    book.open(
      "XJ",
      workdayFrom(spring + nth * 31),
      { amount: wan(amount), category: "绿植养护", method: "inquiry", requester: asker, supplier: winner },
      { XJ02: { staff: [asker] } },
    ),
  );
  plant(
    "concentration",
    ["RF-23"],
    won,
    [asker],
    `${name(asker)}全年申请的采购都由同一供应商承接`,
    `Everything that ${name(asker)} asked for in the year went to one supplier`,
  );

  if (!has("gcStudy")) return;
  const [, , sole = ""] = suppliersFor(draft, "软件开发");
  const awarded = [468, 392, 437].map((amount, nth) =>
    book.open("CG", workdayFrom(spring + 20 + nth * 70), {
      amount: wan(amount),
      category: "软件开发",
      method: "single_source",
      supplier: sole,
    }),
  );
  plant(
    "concentration",
    ["RF-22"],
    awarded,
    [],
    "三个软件项目都以单一来源给了同一家,占单一来源金额一半以上",
    "Three software projects went to one supplier as the single source: more than half of all single-source money",
  );
}

/** A works variation in which one officer checks the cost, approves and keeps the register. */
function plantHands({ draft, book, settled, plant, name }: Garden): void {
  const { day, staffNo } = settled("gcCost", 13);
  const amount = wan(6.6);
  for (const step of ["BG02", "BG03", "BG04"])
    grantPerson(draft, step, staffNo, { from: day - 10, until: day + 300, kind: "special" });
  const it = book.open(
    "BG",
    day,
    { amount, category: "现场签证" },
    { BG02: { staff: [staffNo] }, BG03: { staff: [staffNo] }, BG04: { staff: [staffNo] } },
  );
  plant(
    "separate-duties",
    ["W-10", "L-03"],
    [it],
    [staffNo],
    `${name(staffNo)}审核变更造价,又审批变更`,
    `${name(staffNo)} checked the cost of a variation and approved it`,
  );
  plant(
    "concentration",
    ["CO-01", "CO-02"],
    [it],
    [staffNo],
    `同一变更的造价审核、审批、登记都是${name(staffNo)}`,
    `${name(staffNo)} checked, approved and registered the same variation`,
  );
}
