// Plants about the clock and the calendar: too fast, in bursts, at night, at the year's end, below a line, at one terminal, for a day.
import type { DraftCase } from "../draft.ts";
import type { Garden } from "../planted.ts";
import { ownTerminal } from "../tables.ts";
import { dayAt, dayNumber, numberOfMoment, workdayFrom } from "../workdays.ts";
import { actOn, attend, setMoment } from "./moments.ts";
import { wan } from "./wan.ts";

/** Day of the month, in the month so many months before the end. */
const dayOfMonth = (ago: Garden["ago"], months: number, day: number): number =>
  workdayFrom(dayNumber(`${dayAt(ago(months)).slice(0, 8)}${String(day).padStart(2, "0")}`));

export function plantTempo(garden: Garden): void {
  plantFast(garden);
  plantBurst(garden);
  plantNights(garden);
  plantYearEnd(garden);
  if (garden.has("gcStudy")) plantCrowding(garden);
  plantTerminal(garden);
  plantBriefLoan(garden);
}

function plantFast({ draft, book, ago, plant, roster, name }: Garden): void {
  const day = ago(8);
  const head = roster.who("bgHead", day);
  const it = book.open("YY", day, {}, { YY02: { staff: [head] } });
  const asked = actOn(it, "YY01");
  const approved = actOn(it, "YY02");
  asked.happened = approved.happened;
  asked.recorded = approved.recorded;
  attend(draft, asked);
  plant(
    "tempo",
    ["RF-16-fast"],
    [it],
    [head],
    `用印申请提交后同一分钟即由${name(head)}批准`,
    `A request for the seal was approved by ${name(head)} within the same minute`,
  );
}

function plantBurst({ draft, book, ago, plant, steady, name }: Garden): void {
  const day = ago(7);
  const head = steady("bgHead", day);
  const made = Array.from({ length: 12 }, () =>
    book.open("YY", day, {}, { YY02: { staff: [head], onDay: workdayFrom(day + 2) } }),
  );
  const last = Math.max(...made.map((it) => actOn(it, "YY02").happened));
  made.forEach((it, nth) => {
    setMoment(draft, it, actOn(it, "YY02"), numberOfMoment(last) * 1440 + 1012 + Math.floor(nth * 0.7));
  });
  plant(
    "tempo",
    ["RF-16-burst"],
    made,
    [head],
    `${name(head)}下班前 8 分钟内批准 12 件用印`,
    `${name(head)} approved 12 uses of the seal in the last minutes before closing`,
  );
}

function plantNights({ draft, book, ago, plant, steady, name }: Garden): void {
  const day = dayOfMonth(ago, 13, 2);
  const payer = steady("cwCash", day);
  const made = ["会议费", "维修费", "印刷费", "租赁费"].map((category, nth) =>
    book.open(
      "ZF",
      day,
      { amount: wan(0.6 + nth * 0.07), category },
      { ZF05: { staff: [payer], onDay: dayOfMonth(ago, 13, 17) } },
    ),
  );
  made.forEach((it, nth) => {
    const paid = actOn(it, "ZF05");
    setMoment(draft, it, paid, numberOfMoment(paid.happened) * 1440 + 1338 + nth * 7);
  });
  plant(
    "tempo",
    ["RF-17"],
    made,
    [payer],
    `${name(payer)}夜里十点多连付四笔经费`,
    `${name(payer)} made four payments after ten at night`,
  );
}

/** In the last full year: the department that spends least spends most of it in its last days. */
function plantYearEnd({ draft, book, plant }: Garden): void {
  const year = Number(dayAt(draft.end).slice(0, 4)) - 1;
  const spentBy = (department: string): number =>
    draft.cases
      .filter((it) => it.department === department && dayAt(it.opened).startsWith(String(year)))
      .reduce((sum, it) => sum + (it.amount ?? 0), 0);
  const [asker] = draft.posts
    .filter((it) => it.type.type.endsWith("Need"))
    .sort((a, b) => spentBy(a.type.department) - spentBy(b.type.department));
  const from = asker?.type.department ?? "";
  const holder = draft.assignments.find((it) => it.post === asker?.code && it.until === null);
  const requester = holder?.staffNo ?? "";
  const each = Math.floor((spentBy(from) * 0.18) / 100_000) * 100_000 + wan(61);
  const made: DraftCase[] = [23, 25, 29].map((day, nth) =>
    book.open(
      "CG",
      dayNumber(`${year}-11-${String(19 + nth)}`),
      {
        amount: each + wan(nth * 3.7),
        category: ["专用设备", "监控设备", "市政设施"][nth] ?? null,
        method: "open_tender",
        requester,
        department: from,
      },
      { CG02: { staff: [requester] }, CG05: { onDay: workdayFrom(dayNumber(`${year}-12-${day}`)) } },
    ),
  );
  plant(
    "tempo",
    ["RF-18"],
    made,
    [],
    `${year} 年最后十天批准了全年三成以上的金额`,
    `More than three tenths of the amount of ${year} was approved in its last ten days`,
  );
}

function plantCrowding({ book, ago, plant, steady }: Garden): void {
  const year = dayAt(ago(14)).slice(0, 4);
  const first = workdayFrom(dayNumber(`${year}-01-08`));
  const kinds = ["设计变更", "现场签证", "材料调差"];
  const made = Array.from({ length: 24 }, (_, nth) => {
    const day = workdayFrom(first + nth * 13);
    const requester = steady("gcProj", day, nth % 3);
    return book.open(
      "BG",
      day,
      {
        amount: wan(9.12 + ((nth * 7) % 17) * 0.05),
        category: kinds[Math.floor(nth / 3) % 3] ?? null,
        requester,
      },
      { BG01: { staff: [requester] } },
    );
  });
  plant(
    "tempo",
    ["RF-12"],
    made,
    [],
    `${year} 年的工程变更扎堆在科长 10 万元额度之下`,
    `The works variations of ${year} crowd just below the CNY 100,000 of the section head`,
  );
}

function plantTerminal({ draft, book, ago, plant, name }: Garden): void {
  const it = book.open("ZF", ago(10), { amount: wan(2.7), category: "租赁费" });
  const [reviewed, paid] = [actOn(it, "ZF04"), actOn(it, "ZF05")];
  // The review that let it pass, where it had been sent back first.
  const passed = it.acts.filter((act) => act.step === "ZF04" && act.action === "approve").at(-1) ?? reviewed;
  setMoment(draft, it, paid, passed.happened + 3);
  passed.terminal = ownTerminal(passed.staffNo);
  paid.terminal = passed.terminal;
  plant(
    "tempo",
    ["RF-27"],
    [it],
    [paid.staffNo],
    `${name(passed.staffNo)}复核后 3 分钟,${name(paid.staffNo)}在同一终端付款`,
    `Three minutes after ${name(passed.staffNo)}'s review ${name(paid.staffNo)} paid at the same terminal`,
  );
}

function plantBriefLoan({ draft, roster, book, ago, approver, plant, name }: Garden): void {
  const day = ago(15);
  const amount = wan(3.6);
  const taker = roster.who("bgHead", day);
  const it = book.open("ZF", day, { amount, category: "会议费" }, { ZF03: { staff: [taker] } });
  const acted = numberOfMoment(actOn(it, "ZF03").happened);
  const giver = approver("ZF03", amount, acted);
  const authority = draft.authorities.find(
    (one) =>
      one.step === "ZF03" &&
      one.post === roster.ownPost(giver, acted) &&
      (one.over ?? 0) < amount &&
      (one.upTo ?? amount) >= amount,
  );
  if (!authority) throw new Error("no authority to lend for a day");
  draft.delegations.push({
    authority: authority.code,
    giver,
    taker,
    from: acted,
    until: acted + 1,
    docNo: "青财授〔2025〕93号",
  });
  plant(
    "tempo",
    ["RF-29"],
    [it],
    [taker],
    `${name(giver)}只为这一天把审批权转给${name(taker)}`,
    `${name(giver)} lent the authority to ${name(taker)} for that single day`,
  );
}
