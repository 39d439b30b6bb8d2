// Plants about the course of a case: too few people on a step, and steps out of order, missing or written down late.

import { grantPerson } from "../authorities.ts";
import type { Forces } from "../case-maker.ts";
import { type Draft, type DraftCase, spans } from "../draft.ts";
import type { Garden } from "../planted.ts";
import { numberOfMoment, withinHours, workdaysLater } from "../workdays.ts";
import { wan } from "./wan.ts";

const tooFew: readonly {
  months: number;
  matter: string;
  amount: number;
  category: string;
  forces: Forces;
  rules: readonly string[];
  zh: string;
  en: string;
}[] = [
  {
    months: 3,
    matter: "XJ",
    amount: 43.8,
    category: "办公家具",
    forces: { XJ09: { persons: 1 } },
    rules: ["P-28"],
    zh: "43.8 万元办公家具由一人验收",
    en: "Furniture for CNY 438,000 was accepted by one person",
  },
  {
    months: 12,
    matter: "CG",
    amount: 143,
    category: "专用设备",
    forces: { CG08: { persons: 1 } },
    rules: ["P-29", "F-11"],
    zh: "评审专家由一人抽取",
    en: "Evaluation experts were drawn by one person alone",
  },
  {
    months: 18,
    matter: "CG",
    amount: 152.5,
    category: "软件开发",
    forces: { CG10: { persons: 4 } },
    rules: ["P-13"],
    zh: "评审小组四人:人数为双数",
    en: "The evaluation panel had four members: an even number",
  },
  {
    months: 5,
    matter: "GK",
    amount: 168.7,
    category: "管网工程",
    forces: { GK01: { persons: 1 } },
    rules: ["W-09"],
    zh: "工程量由一名现场代表签证",
    en: "Quantities were signed by a single site representative",
  },
  {
    months: 9,
    matter: "JY",
    amount: 640,
    category: "工程施工",
    forces: { JY09: { persons: 3 } },
    rules: ["T-13"],
    zh: "评标委员会只有三人",
    en: "The bid evaluation committee had only three members",
  },
  {
    months: 14,
    matter: "ZX",
    amount: 312,
    category: "农业补助",
    forces: { ZX06: { persons: 1 } },
    rules: ["F-12"],
    zh: "现场核查只去了一人",
    en: "Only one person made the on-site check",
  },
];

const method = (matter: string) =>
  matter === "CG"
    ? { method: "consultation" as const }
    : matter === "XJ"
      ? { method: "inquiry" as const }
      : {};

export function plantTwoPerson(garden: Garden): void {
  const { book, ago, plant } = garden;
  for (const it of tooFew) {
    const made = book.open(
      it.matter,
      ago(it.months),
      { amount: wan(it.amount), category: it.category, ...method(it.matter) },
      it.forces,
    );
    const step = Object.keys(it.forces)[0];
    const people = made.acts.filter((act) => act.step === step).map((act) => act.staffNo);
    plant("two-person", it.rules, [made], people, it.zh, it.en);
  }
  plantPanels(garden);
}

/** Enough people, but not enough experts among them; and not enough bodies. */
function plantPanels({ draft, roster, book, ago, plant, has }: Garden): void {
  const day = ago(7);
  const lay = [roster.who("bgSeal", day), roster.who("gkBook", day)];
  for (const staffNo of lay) grantPerson(draft, "CG10", staffNo, { from: day, until: day + 200 });
  const judged = book.open(
    "CG",
    day,
    { amount: wan(96.3), category: "物业服务", method: "consultation" },
    {
      CG10: { staff: [roster.who("wbExpert", day, 3), ...lay] },
    },
  );
  plant(
    "two-person",
    ["P-13"],
    [judged],
    lay,
    "评审小组三人中只有一名专家",
    "Only one of the three members of the evaluation panel was an expert",
  );

  if (!has("wbDesign")) return;
  const acceptDay = ago(13);
  const accepted = book.open(
    "JS",
    acceptDay,
    { amount: wan(2360), category: "房建工程" },
    {
      JS01: {
        staff: [
          roster.who("gcFinal", acceptDay),
          roster.who("gcFinal", acceptDay, 1),
          roster.who("wbSuper", acceptDay),
          roster.who("wbDesign", acceptDay),
        ],
      },
    },
  );
  plant(
    "two-person",
    ["W-16"],
    [accepted],
    [],
    "竣工验收四人只来自三个单位,没有施工单位",
    "Four people accepted the works, but for three bodies: the contractor was missing",
  );
}

/** Moves the acts on one step to just after the acts on another; whoever was to be away that day was not, after all. */
function moveAfter(draft: Draft, it: DraftCase, step: string, after: string): void {
  const last = Math.max(...it.acts.filter((act) => act.step === after).map((act) => act.happened));
  it.acts
    .filter((act) => act.step === step)
    .forEach((act, nth) => {
      act.happened = last + 7 + nth * 4;
      act.recorded = act.happened + 3;
      const day = numberOfMoment(act.happened);
      draft.absences = draft.absences.filter((away) => away.staffNo !== act.staffNo || !spans(away, day));
    });
  it.acts.sort((a, b) => a.happened - b.happened);
}

export function plantSequence({ draft, book, ago, plant, roster, steady, approver, name }: Garden): void {
  // Signed by a holder, never by a stand-in whose loan might end before the moved day.
  const sealed = book.open(
    "HT",
    ago(10),
    { amount: wan(36.4), category: "技术合同" },
    { HT04: { staff: [approver("HT04", wan(36.4), ago(10))] } },
  );
  moveAfter(draft, sealed, "HT04", "HT05");
  plant(
    "sequence",
    ["RF-13"],
    [sealed],
    [],
    "合同先盖章、后签署",
    "The contract was sealed before it was signed",
  );

  const paidDay = ago(6);
  const sameDay = roster.who("zcAccept", paidDay);
  const paid = book.open(
    "CG",
    paidDay,
    { amount: wan(118.6), category: "车辆维修", method: "negotiation" },
    { CG14: { staff: [sameDay, roster.who("zcAccept", paidDay, 1)] } },
  );
  moveAfter(draft, paid, "CG14", "CG18");
  plant(
    "sequence",
    ["RF-33", "RF-13"],
    [paid],
    [],
    "118.6 万元先付款、后验收",
    "CNY 1.186 million was paid before acceptance",
  );

  const unreviewed = book.open(
    "CG",
    ago(13),
    { amount: wan(88.1), category: "办公家具", method: "negotiation" },
    { CG12: { isSkipped: true } },
  );
  plant(
    "sequence",
    ["RF-15", "P-05-order"],
    [unreviewed],
    [],
    "合同未经审核即签订",
    "A contract was signed without review",
  );

  const unaccepted = book.open(
    "ZP",
    ago(9),
    { amount: wan(31.7), category: "服务器" },
    { ZP05: { isSkipped: true } },
  );
  plant(
    "sequence",
    ["RF-15"],
    [unaccepted],
    [],
    "服务器未经验收即登记入账",
    "Servers were registered and booked without acceptance",
  );

  const early = book.open("GK", ago(4), { amount: wan(246), category: "房建工程" });
  moveAfter(draft, early, "GK04", "GK06");
  plant(
    "sequence",
    ["W-17-order", "RF-13"],
    [early],
    [],
    "工程款先拨付,总监后签认",
    "The works payment went out before the supervising engineer signed",
  );

  const lateDay = ago(8);
  const approverAct = book.open(
    "GK",
    lateDay,
    { amount: wan(77.4), category: "绿化工程" },
    { GK02: { staff: [steady("gcCost", lateDay)] } },
  );
  const late = approverAct.acts.find((act) => act.step === "GK05" && act.action === "approve");
  if (!late) throw new Error("no act to write down late");
  late.recorded = withinHours(workdaysLater(Math.floor(late.happened / 1440) + 41, 0) * 1440 + 600);
  plant(
    "sequence",
    ["RF-14"],
    [approverAct],
    [late.staffNo],
    `${name(late.staffNo)}的付款审批在拨款之后一个多月才补登`,
    `${name(late.staffNo)}'s payment approval was written down more than a month later, after the payment`,
  );
}
