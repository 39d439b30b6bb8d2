// Plants about deadlines, a rejection gone round, and sums that grew beyond what was agreed.
import type { Garden } from "../planted.ts";
import { workdayFrom } from "../workdays.ts";
import { actOn, attend } from "./moments.ts";
import { wan } from "./wan.ts";

export function plantDates(garden: Garden): void {
  const { book, ago, plant, has } = garden;
  const signed = ago(14);
  const late = book.open(
    "CG",
    signed,
    { amount: wan(74.6), category: "监控设备", method: "negotiation" },
    {
      CG11: { onDay: workdayFrom(signed + 95) },
      CG13: { onDay: workdayFrom(signed + 190) },
    },
  );
  plant(
    "sequence",
    ["RF-36-contract"],
    [late],
    [],
    "确定供应商三个多月后才签合同",
    "The contract was signed months after the supplier had been chosen",
  );
  plant(
    "sequence",
    ["RF-36-confirm"],
    [late],
    [],
    "评审结束许多天后才确定供应商",
    "The supplier was chosen long after the evaluation",
  );

  const crept = book.open(
    "HT",
    ago(16),
    { amount: wan(118.4), category: "采购合同" },
    { HT07: { amount: wan(21.6) }, HT08: { amount: wan(21.6) } },
  );
  plant(
    "sequence",
    ["RF-31"],
    [crept],
    [],
    "118.4 万元合同追加 21.6 万元,超过一成",
    "A contract of CNY 1.184 million grew by 216,000: more than a tenth",
  );
  plantRejected(garden);

  if (!has("gcStudy")) return;
  const overrun = book.open(
    "TZ",
    ago(26),
    { amount: wan(2180), category: "管网改造" },
    { TZ06: { amount: wan(2180) }, TZ12: { amount: wan(2340) } },
  );
  plant(
    "sequence",
    ["RF-32"],
    [overrun],
    [],
    "核定概算 2,180 万元,工程款支付 2,340 万元",
    "Payments of CNY 23.4 million on an estimate of 21.8 million",
  );
}

/** One reviewer sends the requirement back, another lets it pass the same day. */
function plantRejected({ draft, book, ago, plant, roster, name }: Garden): void {
  const day = ago(9);
  const amount = wan(16.2);
  const able = roster.options("XJ03", amount, day).filter((it) => it.behalfOf === null);
  const [first, second] = [...new Set(able.map((it) => it.staffNo))];
  if (!first || !second) return;
  const it = book.open(
    "XJ",
    day,
    { amount, category: "办公用品", method: "inquiry" },
    { XJ03: { staff: [second] } },
  );
  const passed = actOn(it, "XJ03");
  const rejected = { ...passed, staffNo: first, post: roster.ownPost(first, day), action: "reject" as const };
  rejected.happened = Math.max(actOn(it, "XJ02").happened + 2, passed.happened - 75);
  rejected.recorded = rejected.happened + 4;
  it.acts.splice(it.acts.indexOf(passed), 0, rejected);
  attend(draft, rejected);
  plant(
    "sequence",
    ["RF-30"],
    [it],
    [second],
    `${name(first)}退回的采购需求,${name(second)}当天批准`,
    `A requirement sent back by ${name(first)} was passed by ${name(second)} the same day`,
  );
}
