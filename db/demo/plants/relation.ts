// Plants of people who should have stood back: kin who ask and approve, and ties to suppliers, one of them ended but within the look-back.
import type { Garden } from "../planted.ts";
import type { SettingPeople } from "./setting.ts";
import { wan } from "./wan.ts";

export function plantRelation({ book, ago, plant, name, roster }: Garden, { ties }: SettingPeople): void {
  const [worked, directs, spouse, invests, affine, blood] = ties;
  if (!worked || !directs || !spouse || !invests || !affine || !blood) throw new Error("ties are missing");
  const other = (type: string, day: number, not: string): string => {
    const first = roster.who(type, day);
    return first === not ? roster.who(type, day, 1) : first;
  };

  const inquired = book.open(
    "XJ",
    ago(5),
    { amount: wan(28.4), category: "印刷服务", method: "inquiry", supplier: worked.supplier },
    { XJ05: { staff: [worked.staffNo] } },
  );
  plant(
    "relation",
    ["P-10"],
    [inquired],
    [worked.staffNo],
    `${name(worked.staffNo)}曾受雇于中标供应商,离开未满三年,仍经办询价`,
    `${name(worked.staffNo)} handled an inquiry won by an employer left less than three years before`,
  );

  const acceptedDay = ago(8);
  const accepted = book.open(
    "CG",
    acceptedDay,
    { amount: wan(126.8), category: "物业服务", method: "consultation", supplier: directs.supplier },
    { CG14: { staff: [directs.staffNo, other("zcAccept", acceptedDay, directs.staffNo)] } },
  );
  plant(
    "relation",
    ["P-10"],
    [accepted],
    [directs.staffNo],
    `${name(directs.staffNo)}任监事的公司供货,由其本人验收`,
    `${name(directs.staffNo)} accepted the delivery of a company on whose board they sit`,
  );

  const askedBy = spouse.staffNo;
  const head = spouse.other ?? "";
  const asked = book.open(
    "YY",
    ago(6),
    { requester: askedBy },
    { YY01: { staff: [askedBy] }, YY02: { staff: [head] } },
  );
  const paid = book.open(
    "ZF",
    ago(3),
    { amount: wan(0.86), category: "差旅费", requester: askedBy },
    { ZF01: { staff: [askedBy] }, ZF03: { staff: [head] } },
  );
  plant(
    "relation",
    ["X-09-kin"],
    [asked],
    [askedBy, head],
    `${name(askedBy)}申请用印,由配偶${name(head)}审批`,
    `${name(askedBy)} asked for a seal, approved by the spouse ${name(head)}`,
  );
  plant(
    "relation",
    ["X-09-kin"],
    [paid],
    [askedBy, head],
    `${name(askedBy)}申请差旅费,由配偶${name(head)}审批`,
    `${name(askedBy)}'s travel expense was approved by the spouse ${name(head)}`,
  );

  const panelDay = ago(4);
  const panel = [0, 1, 3, 4]
    .map((nth) => roster.who("wbExpert", panelDay, nth))
    .filter((it) => it !== invests.staffNo);
  const judged = book.open(
    "JY",
    panelDay,
    { amount: wan(4860), category: "工程施工", supplier: invests.supplier },
    { JY09: { staff: [invests.staffNo, ...panel.slice(0, 4)], persons: 5 } },
  );
  plant(
    "relation",
    ["T-03", "P-11"],
    [judged],
    [invests.staffNo],
    `评委${name(invests.staffNo)}与 4,860 万元标段的中标人有经济利益关系`,
    `Evaluator ${name(invests.staffNo)} has an economic interest in the winner of a CNY 48.6 million lot`,
  );

  const disposed = book.open(
    "ZC",
    ago(9),
    { amount: wan(42.6), category: "公务用车", supplier: affine.supplier },
    { ZC05: { staff: [affine.staffNo] } },
  );
  plant(
    "relation",
    ["S-16"],
    [disposed],
    [affine.staffNo],
    `${name(affine.staffNo)}把公务用车卖给近姻亲的公司`,
    `${name(affine.staffNo)} sold official cars to the company of a relative by marriage`,
  );

  const reviewed = book.open(
    "HT",
    ago(11),
    { amount: wan(33.3), category: "租赁合同", supplier: blood.supplier },
    { HT02: { staff: [blood.staffNo] } },
  );
  plant(
    "relation",
    ["X-09"],
    [reviewed],
    [blood.staffNo],
    `${name(blood.staffNo)}审核直系血亲所办公司的合同`,
    `${name(blood.staffNo)} reviewed the contract of a close relative's company`,
  );

  const posted = ties[6];
  if (posted?.other)
    plant(
      "relation",
      ["A-14"],
      [],
      [posted.staffNo, posted.other],
      `会计机构负责人${name(posted.staffNo)}与出纳${name(posted.other)}是近姻亲`,
      `${name(posted.staffNo)}, head of accounting, and cashier ${name(posted.other)} are related by marriage`,
    );
}
