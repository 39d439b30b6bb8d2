// Plants of acts while away, before joining and after leaving; and of terms that ran past their limit or came back too soon.
import type { Garden } from "../planted.ts";
import { overdueSeats, renamedSeat } from "../seats.ts";
import { numberOfMoment } from "../workdays.ts";
import type { SettingPeople } from "./setting.ts";
import { wan } from "./wan.ts";

export function plantAbsence({ draft, book, ago, plant, name }: Garden, people: SettingPeople): void {
  // The only act of a reviewer on some day becomes an act in absence: nothing else of that day is touched.
  const reviews = draft.cases.flatMap((it) =>
    it.acts
      .filter((act) => act.step === "ZF04" && act.action !== "comment")
      .map((act) => ({ it, act, day: numberOfMoment(act.happened) })),
  );
  const acted = new Map<string, number>();
  const dayKey = (staffNo: string, day: number): string => `${staffNo}|${day}`;
  for (const it of draft.cases)
    for (const { staffNo, happened } of it.acts) {
      const key = dayKey(staffNo, numberOfMoment(happened));
      acted.set(key, (acted.get(key) ?? 0) + 1);
    }
  const signed = reviews.find(({ act, day }) => day > ago(20) && acted.get(dayKey(act.staffNo, day)) === 1);
  if (!signed) throw new Error("no reviewer had a day with a single act");
  const { staffNo } = signed.act;
  draft.absences.push({ staffNo, from: signed.day, until: signed.day + 1 });
  plant(
    "absence",
    ["RF-08"],
    [signed.it],
    [staffNo],
    `${name(staffNo)}缺勤当日仍有付款复核记录`,
    `${name(staffNo)} reviewed a payment on a day of absence`,
  );

  const early = people.notYetHere;
  const before = book.open(
    "YY",
    early.day + 6,
    { requester: early.staffNo },
    { YY01: { staff: [early.staffNo], isEvenAway: true } },
  );
  plant(
    "absence",
    ["RF-09"],
    [before],
    [early.staffNo],
    `${name(early.staffNo)}到职前已提交用印申请`,
    `${name(early.staffNo)} asked for a seal before joining`,
  );

  const gone = people.gone;
  const after = book.open(
    "ZF",
    gone.day + 12,
    { amount: wan(0.42), category: "邮电费", requester: gone.staffNo },
    { ZF01: { staff: [gone.staffNo], isEvenAway: true } },
  );
  plant(
    "absence",
    ["RF-21"],
    [after],
    [gone.staffNo],
    `${name(gone.staffNo)}离职后账号仍在提交支出申请`,
    `${name(gone.staffNo)}'s account asked for an expense after leaving`,
  );
}

export function plantTenure(garden: Garden): void {
  const { draft, roster, plant, name, ago } = garden;
  for (const [type, , months] of overdueSeats[draft.size]) {
    const seats = draft.posts
      .filter((it) => it.type.type === type)
      .flatMap((it) => roster.holders(it.code, draft.end).map((staffNo) => ({ staffNo, post: it })));
    const started = draft.assignments
      .filter(
        (it) =>
          seats.some((seat) => seat.staffNo === it.staffNo && seat.post.code === it.post) &&
          it.kind === "substantive",
      )
      .sort((a, b) => a.from - b.from)[0];
    const acted = draft.cases.some((it) =>
      it.acts.some((act) => act.staffNo === started?.staffNo && act.happened / 1440 > ago(months - 37)),
    );
    if (!started || !acted) continue;
    const post = roster.post(started.post);
    plant(
      "tenure",
      ["RF-34"],
      [],
      [started.staffNo],
      `${name(started.staffNo)}任${post.name} ${Math.floor(months / 12)} 年 ${months % 12} 个月,超过 ${post.type.limitMonths} 个月仍在办理`,
      `${name(started.staffNo)} has held ${post.code} for ${months} months, past the limit of ${post.type.limitMonths}, and still acts`,
    );
  }
  const renamed = draft.posts.find((it) => it.successor !== null);
  const holder = draft.assignments.find((it) => it.post === renamed?.code)?.staffNo;
  if (renamed && holder)
    plant(
      "tenure",
      ["RF-34"],
      [],
      [holder],
      `岗位更名不重新起算:${name(holder)}前后已任 ${renamedSeat.monthsHeld} 个月`,
      `Renaming the post does not restart the clock: ${name(holder)} has held it for ${renamedSeat.monthsHeld} months`,
    );
  plantReturns(garden);
}

/** Back on a key post before the cooling-off has passed: once with acts, once so far on paper. */
function plantReturns({ draft, book, ago, steady, plant, name }: Garden): void {
  const postOf = (type: string): string =>
    draft.posts.find((it) => it.type.type === type && it.until === null)?.code ?? "";
  const sit = (staffNo: string, type: string, from: number, until: number | null): void => {
    draft.assignments.push({
      staffNo,
      post: postOf(type),
      kind: "ab-post",
      from,
      until,
      docNo: "青财人〔2025〕12号",
    });
  };
  const back = steady("bgPub", ago(8));
  sit(back, "bgSeal", ago(40), ago(24));
  sit(back, "bgSeal", ago(8), null);
  const sealed = book.open(
    "HT",
    ago(6),
    { amount: wan(18.2), category: "采购合同" },
    { HT05: { staff: [back], post: postOf("bgSeal") } },
  );
  plant(
    "tenure",
    ["RO-02"],
    [sealed],
    [back],
    `${name(back)}离开印章岗 16 个月即回任并用印`,
    `${name(back)} came back to the seals after 16 months and used them`,
  );

  const idle = steady("bgArch", ago(3));
  sit(idle, "gkSeal", ago(38), ago(20));
  sit(idle, "gkSeal", ago(2), null);
  plant(
    "tenure",
    ["RO-02"],
    [],
    [idle],
    `${name(idle)}离开付款印鉴岗 18 个月即回任`,
    `${name(idle)} is back on the payment seals after 18 months`,
  );
}
