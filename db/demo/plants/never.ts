// Plants of duties that one person may never hold together: in the log, and so far only on paper.
import type { AssignmentKind } from "../../../shared/domain/organisation.ts";
import { grantPerson } from "../authorities.ts";
import type { Garden } from "../planted.ts";
import { wan } from "./wan.ts";

function seatBeside(
  { draft }: Garden,
  staffNo: string,
  type: string,
  kind: AssignmentKind,
  from: number,
  until: number | null,
): void {
  const post = draft.posts.find((it) => it.type.type === type && it.until === null);
  if (!post) throw new Error(`no post ${type}`);
  draft.assignments.push({ staffNo, post: post.code, kind, from, until, docNo: "青财人〔2025〕66号" });
}

export function plantNeverTogether(garden: Garden): void {
  const { draft, roster, book, ago, steady, settled, plant, name } = garden;
  const { day: cashierDay, staffNo: cashier } = settled("cwCash", 13);
  seatBeside(garden, cashier, "cwBook", "concurrent", cashierDay, cashierDay + 151);
  const booked = book.open(
    "ZF",
    cashierDay + 12,
    { amount: wan(2.4), category: "维修费" },
    { ZF06: { staff: [cashier] } },
  );
  plant(
    "never-together",
    ["A-16", "A-06", "R-01", "A-03"],
    [booked],
    [cashier],
    `出纳${name(cashier)}兼记会计账五个月,既付款又记账`,
    `Cashier ${name(cashier)} also kept the books for five months, paying and recording`,
  );

  const { day: sealDay, staffNo: seal } = settled("cwSeal", 6);
  seatBeside(garden, seal, "cwName", "concurrent", sealDay, sealDay + 61);
  plant(
    "never-together",
    ["B-01", "B-02"],
    [],
    [seal],
    `财务专用章与负责人名章两个月都在${name(seal)}手里`,
    `${name(seal)} kept both the finance seal and the head's seal for two months`,
  );

  const { day: firstDay, staffNo: first } = settled("gkFirst", 18);
  seatBeside(garden, first, "gkBook", "ab-post", firstDay, firstDay + 181);
  const treasury = book.open(
    "ZX",
    firstDay - 60,
    { amount: wan(152), category: "乡村振兴" },
    { ZX16: { staff: [first], onDay: firstDay + 25 } },
  );
  plant(
    "never-together",
    ["F-07"],
    [treasury],
    [first],
    `${name(first)}审拨款,又替总预算会计记账`,
    `${name(first)} checked disbursements and kept the treasury book as stand-in`,
  );

  const { day: lendDay, staffNo: bookkeeper } = settled("cwBook", 3);
  const giver = garden.approver("ZF03", wan(3), lendDay);
  const lent = draft.authorities.find(
    (it) => it.step === "ZF03" && it.post === roster.ownPost(giver, lendDay) && !it.isCollective,
  );
  if (!lent) throw new Error("no authority to lend");
  draft.delegations.push({
    authority: lent.code,
    giver,
    taker: bookkeeper,
    from: lendDay,
    until: lendDay + 12,
    docNo: "青财授〔2025〕112号",
  });
  plant(
    "never-together",
    ["A-04"],
    [],
    [bookkeeper],
    `会计${name(bookkeeper)}受托审批支出十二天:记账与审批同时在手`,
    `Bookkeeper ${name(bookkeeper)} was lent the approval of expenses for twelve days`,
  );

  const { day: fileDay, staffNo: handler } = settled("zcHand", 22);
  grantPerson(draft, "XJ15", handler, { from: fileDay, until: fileDay + 150 });
  const filed = book.open(
    "XJ",
    fileDay - 100,
    { amount: wan(24.1), category: "办公家具", method: "inquiry" },
    { XJ15: { staff: [handler], onDay: fileDay + 40 } },
  );
  plant(
    "never-together",
    ["P-27"],
    [filed],
    [handler],
    `采购经办${name(handler)}同时管采购档案`,
    `Procurement handler ${name(handler)} also kept the procurement files`,
  );
  plant(
    "sequence",
    ["RF-37"],
    [filed],
    [],
    "付款三个月后采购档案才归档",
    "The files came to the archive three months after the payment",
  );

  const { day: ledgerDay, staffNo: ledger } = settled("gzLedger", 24);
  grantPerson(draft, "ZP07", ledger, { from: ledgerDay, until: ledgerDay + 160 });
  const entered = book.open(
    "ZP",
    ledgerDay,
    { amount: wan(6.6), category: "服务器" },
    { ZP07: { staff: [ledger] } },
  );
  plant(
    "never-together",
    ["S-05"],
    [entered],
    [ledger],
    `${name(ledger)}登台账,又做资产会计账`,
    `${name(ledger)} kept both the asset register and the asset accounts`,
  );

  if (garden.has("xxAud")) {
    const admin = steady("xxSys", ago(7));
    seatBeside(garden, admin, "xxAud", "concurrent", ago(7), null);
    plant(
      "never-together",
      ["Q-01"],
      [],
      [admin],
      `系统管理员${name(admin)}兼日志审计员`,
      `System administrator ${name(admin)} is also the audit administrator`,
    );
  }
}
