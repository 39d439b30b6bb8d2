// Plants of one person on two sides of a case: in person, through a delegation, and on behalf of somebody.
import { grantPerson } from "../authorities.ts";
import type { Forces } from "../case-maker.ts";
import type { Given } from "../cases.ts";
import type { Garden } from "../planted.ts";
import { wan } from "./wan.ts";

interface Both {
  months: number;
  matter: string;
  /** The steps that one person takes; those after `granted` need a grant on paper. */
  steps: readonly string[];
  granted: readonly string[];
  /** A post type, or `approver:<step>`. */
  by: string;
  given: Given;
  rules: readonly string[];
  zh: string;
  en: string;
  needs?: string;
}

const both: readonly Both[] = [
  {
    months: 5,
    matter: "CG",
    steps: ["CG06", "CG12", "CG14"],
    granted: ["CG12", "CG14"],
    by: "zcHand",
    given: { amount: wan(6820), category: "医疗设备", method: "open_tender" },
    rules: ["P-05", "P-25", "P-03"],
    zh: "{name}一人编制采购文件、审核合同、又参加验收:6,820 万元医疗设备从经办到验收全由其经手",
    en: "{name} alone drew up the tender documents, reviewed the contract and took part in acceptance: CNY 68.2 million of medical equipment",
  },
  {
    months: 11,
    matter: "CG",
    steps: ["CG06", "CG07"],
    granted: ["CG07"],
    by: "zcHand",
    given: { amount: wan(186.4), category: "软件开发", method: "consultation" },
    rules: ["P-02"],
    zh: "{name}复核了自己编制的采购文件",
    en: "{name} reviewed tender documents of their own making",
  },
  {
    months: 8,
    matter: "CG",
    steps: ["CG13", "CG14"],
    granted: ["CG14"],
    by: "approver:CG13",
    given: { amount: wan(136.5), category: "物业服务", method: "negotiation" },
    rules: ["P-03"],
    zh: "{name}签了合同,又在履约验收单上签字",
    en: "{name} signed the contract and then accepted its performance",
  },
  {
    months: 14,
    matter: "XJ",
    steps: ["XJ10", "XJ11"],
    granted: ["XJ10"],
    by: "approver:XJ11",
    given: { amount: wan(13.6), category: "印刷服务", method: "inquiry" },
    rules: ["P-24", "X-04"],
    zh: "{name}自己申请付款,自己审批",
    en: "{name} requested a payment and approved it",
  },
  {
    months: 6,
    matter: "GK",
    steps: ["GK01", "GK02"],
    granted: ["GK01"],
    by: "gcCost",
    given: { amount: wan(412.8), category: "道路工程" },
    rules: ["W-08"],
    zh: "{name}现场签了工程量,回来又由自己复核",
    en: "{name} signed the quantities on site and checked them afterwards",
  },
  {
    months: 9,
    matter: "BG",
    steps: ["BG01", "BG03"],
    granted: ["BG01"],
    by: "approver:BG03",
    given: { amount: wan(37.5), category: "设计变更" },
    rules: ["W-10", "X-04"],
    zh: "{name}提出工程变更并自己批准",
    en: "{name} proposed a works variation and approved it",
  },
  {
    months: 17,
    matter: "ZC",
    steps: ["ZC01", "ZC04"],
    granted: ["ZC01"],
    by: "approver:ZC04",
    given: { amount: wan(16.8), category: "公务用车" },
    rules: ["S-06", "X-04"],
    zh: "{name}申请处置公务用车并自己审批",
    en: "{name} applied to dispose of official cars and approved it",
  },
  {
    months: 12,
    matter: "ZC",
    steps: ["ZC04", "ZC05"],
    granted: ["ZC05"],
    by: "approver:ZC04",
    given: { amount: wan(780), category: "闲置房产" },
    rules: ["S-07"],
    zh: "{name}批准处置闲置房产,并亲自实施",
    en: "{name} approved the disposal of idle premises and carried it out",
  },
  {
    months: 7,
    matter: "ZX",
    steps: ["ZX07", "ZX08"],
    granted: ["ZX07"],
    by: "approver:ZX08",
    given: { amount: wan(3200), category: "产业扶持" },
    rules: ["F-04"],
    zh: "{name}编了分配方案,又主持审定:3,200 万元产业扶持资金",
    en: "{name} drafted the allocation and presided over its approval: CNY 32 million of industry support",
  },
  {
    months: 19,
    matter: "ZX",
    steps: ["ZX10", "ZX11"],
    granted: ["ZX10"],
    by: "ysCheck",
    given: { amount: wan(268), category: "技改专项" },
    rules: ["F-14"],
    zh: "{name}录入指标并自己审核",
    en: "{name} entered a quota and reviewed it",
  },
  {
    months: 15,
    matter: "ZX",
    steps: ["ZX13", "ZX14"],
    granted: ["ZX14"],
    by: "gkFirst",
    given: { amount: wan(640), category: "环保治理" },
    rules: ["F-06"],
    zh: "拨款初审、复审都是{name}",
    en: "{name} made both the first and the second check of a disbursement",
  },
  {
    months: 10,
    matter: "JY",
    steps: ["JY13", "JY14"],
    granted: ["JY14"],
    by: "approver:JY13",
    given: { amount: wan(2150), category: "土地出让" },
    rules: ["T-09"],
    zh: "{name}批准退还保证金,又经手退还",
    en: "{name} approved the return of a deposit and paid it back",
  },
  {
    months: 13,
    matter: "HT",
    steps: ["HT04", "HT09"],
    granted: ["HT09"],
    by: "approver:HT04",
    given: { amount: wan(58.9), category: "服务合同" },
    rules: ["C-04"],
    zh: "{name}签署合同,又检查其履行",
    en: "{name} signed a contract and checked its performance",
  },
  {
    months: 16,
    matter: "JS",
    steps: ["JS02", "JS03"],
    granted: ["JS02"],
    by: "gcCost",
    given: { amount: wan(1260), category: "管网工程" },
    rules: ["W-12"],
    zh: "{name}编制结算,又审核结算",
    en: "{name} made the final settlement and reviewed it",
    needs: "gcSettle",
  },
];

export function plantSeparateDuties(garden: Garden): void {
  const { draft, roster, book, ago, settled, approver, plant, name } = garden;
  for (const it of both) {
    if (it.needs && !garden.has(it.needs)) continue;
    const step = it.by.split(":")[1];
    const { day, staffNo: person } = step
      ? { day: ago(it.months), staffNo: approver(step, it.given.amount ?? null, ago(it.months)) }
      : settled(it.by, it.months);
    const later = Math.min(day + 200, draft.end);
    const keeps = (code: string): boolean =>
      roster.options(code, it.given.amount ?? null, later).some((option) => option.staffNo === person);
    for (const code of it.steps)
      if (it.granted.includes(code) || !keeps(code))
        grantPerson(draft, code, person, { from: day - 30, until: day + 330, kind: "special" });
    const forces: Record<string, Forces[string]> = {};
    for (const code of it.steps) forces[code] = { staff: [person] };
    // A second pair of hands where the step asks for two: the plant is about one person on both sides, not about one alone.
    for (const [code, type] of [
      ["CG14", "zcAccept"],
      ["GK01", "gcSite"],
      ["HT09", "zcAccept"],
    ] as const)
      if (it.steps.includes(code)) forces[code] = { staff: [person, roster.who(type, day)] };
    const made = book.open(it.matter, day, it.given, forces);
    plant(
      "separate-duties",
      it.rules,
      [made],
      [person],
      it.zh.replace("{name}", name(person)),
      it.en.replace("{name}", name(person)),
    );
  }
  plantThroughDelegation(garden);
  plantOnBehalf(garden);
}

/** The stand-in approves what the one whose authority he borrows has asked for. */
function plantThroughDelegation({ draft, roster, book, ago, approver, plant, name }: Garden): void {
  const day = ago(4);
  const amount = wan(3.2);
  const giver = approver("ZF03", amount, day);
  const taker = roster.who("bgHead", day);
  const authority = draft.authorities.find(
    (it) =>
      it.step === "ZF03" &&
      it.post === roster.ownPost(giver, day) &&
      (it.upTo ?? amount) >= amount &&
      !it.isCollective,
  );
  if (!authority) throw new Error("no authority to lend");
  grantPerson(draft, "ZF01", giver, { from: day - 30, until: day + 120 });
  draft.delegations.push({
    authority: authority.code,
    giver,
    taker,
    from: day,
    until: day + 35,
    docNo: "青财授〔2025〕90号",
  });
  const made = book.open(
    "ZF",
    day,
    { amount, category: "会议费", requester: giver },
    { ZF01: { staff: [giver] }, ZF03: { staff: [taker] } },
  );
  plant(
    "separate-duties",
    ["X-04", "R-05", "L-03"],
    [made],
    [giver],
    `${name(giver)}申请支出,由借用其权限的${name(taker)}审批:等于自己批自己`,
    `${name(giver)} asked for an expense that ${name(taker)} approved with ${name(giver)}'s own authority on loan`,
  );
}

function plantOnBehalf({ roster, book, ago, steady, plant, name }: Garden): void {
  const day = ago(20);
  const asker = steady("bgNeed", day);
  const signer = roster.who("gzAlloc", day);
  const made = book.open(
    "XJ",
    day,
    { amount: wan(27.3), category: "培训服务", method: "inquiry", requester: asker },
    { XJ02: { staff: [asker] }, XJ03: { staff: [signer], behalfOf: asker } },
  );
  plant(
    "separate-duties",
    ["P-01"],
    [made],
    [asker],
    `${name(asker)}编制采购需求,审核时由${name(signer)}“代”其签字`,
    `${name(asker)} made the requirement; ${name(signer)} signed its review on ${name(asker)}'s behalf`,
  );
}
