// Plants of duties in one department, of a case that changed hands, and of an approver who stands no higher.
import { grantPerson } from "../authorities.ts";
import type { Garden } from "../planted.ts";
import { wan } from "./wan.ts";

export function plantSeparateUnits({ draft, roster, book, settled, plant, has, name }: Garden): void {
  const { day, staffNo: drafter } = settled("jjFund", 16);
  const inspector = roster.who("jjAccept", day);
  grantPerson(draft, "ZX17", inspector, { from: day, until: day + 400, kind: "special" });
  const judged = book.open(
    "ZX",
    day,
    { amount: wan(486), category: "产业扶持" },
    { ZX07: { staff: [drafter] }, ZX17: { staff: [inspector] } },
  );
  plant(
    "separate-units",
    ["F-08"],
    [judged],
    [inspector],
    `经济建设科编制的分配方案由本科的${name(inspector)}作绩效评价:486 万元产业扶持资金`,
    `An allocation drafted in the economic-construction section was evaluated by ${name(inspector)} of the same section: CNY 4.86 million`,
  );

  if (!has("gcStudy")) return;
  const { day: planDay, staffNo: releaser } = settled("jjEval", 22);
  grantPerson(draft, "TZ09", releaser, { from: planDay, until: planDay + 500, kind: "special" });
  const paid = book.open(
    "TZ",
    planDay,
    { amount: wan(3680), category: "学校建设" },
    { TZ09: { staff: [releaser] } },
  );
  plant(
    "separate-units",
    ["I-06"],
    [paid],
    [releaser],
    `年度投资计划与资金下达都在经济建设科:${name(releaser)}下达 3,680 万元`,
    `The annual plan and the release of its money both came from one section: ${name(releaser)} released CNY 36.8 million`,
  );
}

export function plantSamePerson({ draft, roster, book, ago, plant, name }: Garden): void {
  const day = ago(20);
  const drafter = roster.who("zcCt", day);
  const other = roster.who("bgNeed", day, 1);
  grantPerson(draft, "HT07", other, { from: day, until: day + 300, kind: "special" });
  const changed = book.open(
    "HT",
    day,
    { amount: wan(62.4), category: "服务合同", requester: drafter },
    {
      HT01: { staff: [drafter] },
      HT07: { staff: [other], amount: wan(3.1) },
      HT08: { amount: wan(3.1) },
    },
  );
  plant(
    "same-person",
    ["C-06-same"],
    [changed],
    [drafter, other],
    `合同由${name(drafter)}拟订,变更却由${name(other)}提出`,
    `${name(drafter)} drafted the contract; ${name(other)} asked for its change`,
  );
}

export function plantSeniority({ draft, roster, book, ago, plant, name }: Garden): void {
  const day = ago(12);
  const [asker, head] = [roster.who("ysHead", day), roster.who("bgHead", day)];
  grantPerson(draft, "ZF01", asker, { from: day, until: day + 120, kind: "special" });
  const equal = book.open(
    "ZF",
    day,
    { amount: wan(0.74), category: "培训费", requester: asker },
    { ZF01: { staff: [asker] }, ZF03: { staff: [head] } },
  );
  plant(
    "seniority",
    ["L-03"],
    [equal],
    [head],
    `科长${name(asker)}申请的培训费由同级的${name(head)}审批`,
    `Training asked for by section head ${name(asker)} was approved by ${name(head)}, a peer`,
  );
}
