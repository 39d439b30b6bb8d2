// Plants of acts beyond authority, one for each reason.
import { grantPerson } from "../authorities.ts";
import type { Garden } from "../planted.ts";
import type { SettingPeople } from "./setting.ts";
import { wan } from "./wan.ts";

export function plantWithinAuthority(
  { draft, roster, book, ago, steady, approver, plant, name }: Garden,
  people: SettingPeople,
): void {
  const { betweenPosts } = people;
  const noPost = book.open(
    "GK",
    betweenPosts.day - 3,
    { amount: wan(54.2), category: "道路工程" },
    { GK03: { staff: [betweenPosts.staffNo], post: null, onDay: betweenPosts.day + 18 } },
  );
  plant(
    "within-authority",
    ["L-02-no-post"],
    [noPost],
    [betweenPosts.staffNo],
    `${name(betweenPosts.staffNo)}调离旧岗、未到新岗期间提交付款申请`,
    `${name(betweenPosts.staffNo)} requested a payment between two posts, holding neither`,
  );

  const outsiderDay = ago(5);
  const outsider = steady("bgPub", outsiderDay);
  const noAuthority = book.open("YY", outsiderDay, {}, { YY02: { staff: [outsider] } });
  plant(
    "within-authority",
    ["L-02-no-authority", "L-03"],
    [noAuthority],
    [outsider],
    `信息公开岗${name(outsider)}审批用印,岗位并无此权`,
    `${name(outsider)} of public information approved a sealing without any such authority`,
  );

  const endedDay = ago(11);
  const ended = steady("gzAlloc", endedDay);
  grantPerson(draft, "HT03", ended, {
    from: endedDay - 60,
    until: endedDay - 14,
    docNo: "青财临授〔2025〕7号",
  });
  const outside = book.open(
    "HT",
    endedDay,
    { amount: wan(22.6), category: "服务合同" },
    { HT03: { staff: [ended] } },
  );
  plant(
    "within-authority",
    ["L-02-outside-days"],
    [outside],
    [ended],
    `${name(ended)}的临时授权已到期,仍批合同`,
    `${name(ended)} approved a contract after the temporary authority had ended`,
  );

  const overDay = ago(2);
  const head = roster.who("bgHead", overDay);
  const over = book.open(
    "ZF",
    overDay,
    { amount: wan(3.86), category: "会议费" },
    { ZF03: { staff: [head] } },
  );
  plant(
    "within-authority",
    ["L-02-over-amount"],
    [over],
    [head],
    `${name(head)}的审批额度 1 万元,批了 3.86 万元`,
    `${name(head)} may approve CNY 10,000 and approved CNY 38,600`,
  );

  const chainDay = ago(15);
  const giver = approver("CG13", wan(66), chainDay);
  const middle = roster.who("ldWorks", chainDay);
  const last = roster.who("bgHead", chainDay);
  const authority = draft.authorities.find(
    (it) => it.step === "CG13" && it.post === roster.ownPost(giver, chainDay),
  );
  if (!authority) throw new Error("no authority to lend");
  const period = { authority: authority.code, from: chainDay, until: chainDay + 200 };
  draft.delegations.push({ ...period, giver, taker: middle, docNo: "青财授〔2024〕71号" });
  draft.delegations.push({ ...period, giver: middle, taker: last, docNo: "青财授〔2024〕72号" });
  const chained = book.open(
    "CG",
    chainDay,
    { amount: wan(66), category: "培训服务", method: "negotiation" },
    { CG13: { staff: [last] } },
  );
  plant(
    "within-authority",
    ["L-12-sub-delegated"],
    [chained],
    [last],
    `合同签订权借给${name(middle)},又被转借给${name(last)}`,
    `The signing of contracts was lent to ${name(middle)}, who lent it on to ${name(last)}`,
  );

  const meetingDay = ago(16);
  const chief = approver("ZX08", wan(890), meetingDay);
  const alone = book.open(
    "ZX",
    meetingDay,
    { amount: wan(890), category: "科技创新" },
    { ZX08: { staff: [chief], docNo: null } },
  );
  plant(
    "within-authority",
    ["L-04-no-collective"],
    [alone],
    [chief],
    `${name(chief)}审定 890 万元分配方案,无集体决策纪要`,
    `${name(chief)} approved an allocation of CNY 8.9 million with no minutes of a collective decision`,
  );
}
