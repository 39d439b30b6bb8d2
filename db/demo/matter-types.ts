// The matters of the sample as data: steps with duties, who does them, how many together, and the ladder of amounts.
import type { Area } from "../../shared/domain/duty.ts";

export interface Rung {
  type: string;
  /** 万元, inclusive; null: no upper bound. */
  upToWan: number | null;
  isCollective: boolean;
}
export interface StepType {
  code: string;
  name: string;
  duty: string;
  types: readonly string[];
  /** Distinct people who act together on it, one after the other. */
  persons: number;
  /** Each of them from another department or body. */
  isAcrossBodies: boolean;
  ladder: readonly Rung[];
  /** The requester of the case does it while he can. */
  isByRequester: boolean;
  /** Whoever did the first step does it. */
  isByFirst: boolean;
  /** Only some cases have it. */
  isOptional: boolean;
  /** Working days after the step before, at most; null: as the matter's pace. */
  within: number | null;
  isTerminal: boolean;
}
export interface MatterType {
  code: string;
  name: string;
  area: Area;
  /** Cases in three years in the city, in the small unit. */
  cases: readonly [city: number, small: number];
  /** Quantiles of the amount in 元: least, quarter, half, three quarters, 95 %, most; empty: no amounts. */
  amounts: readonly number[];
  categories: readonly string[];
  hasSupplier: boolean;
  /** `T` tender or negotiation, `Q` inquiry and the like, `O` always open tender; empty: none. */
  methods: string;
  /** Working days between two steps, at most. */
  pace: number;
  steps: readonly StepType[];
}

/** `name duty types [xN] [apart] [R] [first] [opt] [dN] [end]`; types `a+b`, or a ladder `a<5/b<20/c*` in 万元, `*` a collective decision. */
const source = `
#ZX 专项资金分配|budget_alloc|170,2|80000,300000,900000,2600000,9000000,46000000|农业补助,产业扶持,技改专项,环保治理,乡村振兴,科技创新|||8
申报通知发布 publish bgPub
申报受理登记 fund_accept jjAccept
资格初审 review jjEval
评审专家抽取 expert_draw zcDraw x2
专家评审 fund_review wbExpert x3
现场核查 onsite_check jdVisit x2
编制分配方案 fund_alloc_plan jjFund+nyFund
集体研究审定 fund_alloc_approve ldHead*
分配结果公示 publish bgPub
指标录入 quota_enter ysPlan
指标审核 quota_review ysCheck
指标下达 quota_confirm ysHead
拨付初审 disburse_first gkFirst
拨付复审 disburse_second gkSecond
付款用印 seal_any_pay gkSeal
总预算会计记账 treasury_book gkBook
绩效评价 fund_inspect jdPerf end
#ZP 资产配置|state_asset|150,2|3000,12000,38000,120000,600000,3600000|台式计算机,办公家具,复印机,空调,服务器,专用车辆|S||5
配置申请 asset_request bgNeed+jjNeed+nyNeed R
配置审核 review gzAlloc
配置审批 asset_approve gzHead<5/ldBuy<50/ldHead*
配置采购 asset_buy zcHand
资产验收 asset_accept gzAccept x2
台账登记 asset_ledger gzLedger
会计入账 asset_book cwBook
领用保管 asset_custody bgKeep end
#ZC 资产处置|state_asset|110,2|2000,15000,60000,240000,1500000,12800000|报废设备,公务用车,闲置房产,办公家具,信息设备|S||6
处置申请 asset_dispose_apply bgNeed+jjNeed+nyNeed R
技术鉴定 review gzAlloc
资产评估 asset_valuate wbValue
处置审批 asset_dispose_approve gzHead<2/ldBuy<20/ldHead*
处置实施 asset_dispose_exec gzDisp
收入收缴 collect cwCash
台账核销 asset_ledger gzLedger
会计处理 asset_book cwBook end
#CZ 资产出租|state_asset|45,0|20000,60000,150000,380000,1200000,4200000|临街门面,办公用房,场地|S||7
出租申请 asset_request bgNeed R
出租决策 asset_lease_decide ldBuy<20/ldHead*
公开招租 asset_lease_exec gzRent
合同审核 contract_review fgLaw
合同签订 contract_sign ldBuy
租金收取 asset_rent_collect cwCash
收入记账 record cwBook end
#PD 资产盘点|state_asset|24,0||||||4
盘点清查 asset_count gzCount x2
台账核对 asset_ledger gzLedger
盘点结果监督 ic_monitor jdCtl end
#TZ 政府投资项目|gov_invest|36,0|2600000,6000000,14000000,36000000,120000000,380000000|道路工程,学校建设,医院改造,管网改造,水利工程|S||22
项目储备入库 proj_unit gcProj R
可行性研究编制 proj_study gcStudy
评估论证 proj_consult wbValue
立项审批 proj_decide ldHead*
概算编制 est_compile gcSettle
概算审核 est_review jjEval
概算核定 proj_decide ldWorks<500/ldHead*
年度投资计划 plan_compile jjFund
资金下达 finance_authority ysPlan
开工条件核验 review jjEval
项目实施 proj_implement gcProj
工程款支付 proj_pay gcPay
项目验收 proj_accept gcFinal x2
竣工决算编制 proj_final gcSettle
竣工决算审计 proj_audit jdAudit end
#CG 政府采购项目|gov_proc|250,3|501000,820000,1600000,3900000,11000000,36000000|计算机设备,物业服务,软件开发,专用设备,监控设备,医疗设备,市政设施|S|T|5
采购计划备案 plan_manage cgPlan
采购需求编制 need_make bgNeed+jjNeed+nyNeed R
采购需求审核 need_review gzAlloc+cgHead
采购意向公开 publish bgPub
采购方式确定 proc_decide ldBuy<200/ldHead*
采购文件编制 doc_make zcHand
采购文件复核 doc_review zcDoc
评审专家抽取 expert_draw zcDraw x2
评审现场组织 site_organise zcSite x2
专家评审 eval_expert wbExpert x3
采购结果确认 pick_supplier ldBuy<200/ldHead* d2
合同审核 contract_review fgLaw
合同签订 contract_sign ldBuy<500/ldHead
履约验收 accept zcAccept x2
付款申请 pay_apply bgNeed+jjNeed+nyNeed R
付款审批 pay_approve ldBuy<100/ldHead*
付款复核 pay_review cwReview
资金支付 pay_execute cwCash
会计记账 record cwBook
采购档案归档 proc_archive bgArch end
#XJ 零星采购|gov_proc|200,3|12000,46000,120000,240000,420000,498000|办公家具,印刷服务,车辆维修,培训服务,办公用品,绿植养护|S|Q|4
采购计划备案 plan_manage cgPlan
采购需求编制 need_make bgNeed+jjNeed+nyNeed R
采购需求审核 need_review gzAlloc+cgHead
采购方式确定 proc_decide ldBuy
询价比选 inquire zcHand
采购结果确认 pick_supplier ldBuy
合同审核 contract_review fgLaw
合同签订 contract_sign ldBuy
履约验收 accept zcAccept x2
付款申请 pay_apply bgNeed+jjNeed+nyNeed R
付款审批 pay_approve ldAcct<20/ldBuy
付款复核 pay_review cwReview
资金支付 pay_execute cwCash
会计记账 record cwBook
采购档案归档 proc_archive bgArch end
#JY 公共资源交易|pub_trade|140,2|600000,1800000,4200000,9800000,42000000,180000000|工程施工,土地出让,产权转让,特许经营|S|O|5
进场登记 trade_register jyReg
招标方案编制 tender_scheme gcTender
招标方案核准 approve ldWorks
最高限价确定 reserve_price ldWorks<1000/ldHead*
交易公告发布 publish jyPub
保证金收取 deposit_manage jyDep
评标专家抽取 expert_draw jyDraw x2
开标 bid_open jyOpen x2
评标 eval_member wbExpert x5
中标候选人公示 publish jyPub
定标 proc_decide ldHead*
合同签订 contract_sign ldWorks
保证金退还审批 deposit_approve jyHead
保证金退还 deposit_manage jyDep
交易监督归档 trade_supervise cgReg end
#GK 工程进度款|pub_works|330,3|90000,320000,780000,1900000,6400000,28000000|道路工程,房建工程,管网工程,绿化工程|S||4
计量签证 qty_sign gcSite x2
工程量复核 qty_check gcCost
付款申请 pay_apply gcApply
总监签认 supervision_eng wbSuper
付款审批 pay_approve gcHead<20/ldWorks<200/ldHead*
工程款拨付 pay_works gcPay
会计记账 record cwBook end
#BG 工程变更|pub_works|110,2|12000,60000,160000,420000,1700000,7600000|设计变更,现场签证,材料调差|S||6
变更提出 change_apply gcProj R
变更造价审核 cost_check gcCost
变更审批 change_approve gcHead<10/ldWorks<100/ldHead*
变更登记 ct_ledger zcLedg end
#JS 竣工结算|pub_works|42,0|1600000,4200000,9600000,24000000,88000000,260000000|道路工程,房建工程,管网工程,绿化工程|S||9
竣工验收 final_accept gcFinal+wbSuper+wbDesign+wbBuild x4 apart
结算编制 settle_make gcSettle
结算审核 settle_review gcCost
结算审定 approve ldWorks<500/ldHead*
竣工决算编制 proj_final gcApply
竣工决算审计 proj_audit jdAudit
资产移交验收 asset_accept gzAccept x2 end
#ZF 经费支付|accounting|980,8|300,1400,4200,13000,62000,420000|差旅费,会议费,培训费,印刷费,维修费,邮电费,租赁费|S||3
支出申请 expense_apply bgNeed+jjNeed+nyNeed R
支出证明 verifier bgHr+jjAccept+bgPub
支出审批 expense_approve bgHead<1/ldAcct<5/ldHead<20/ldHead*
付款复核 pay_review cwReview
资金支付 pay_execute cwCash
会计记账 record cwBook end
#HT 合同管理|contract|290,3|16000,70000,240000,760000,3600000,26000000|采购合同,服务合同,租赁合同,技术合同|S||5
合同拟订 ct_draft zcCt R
合同审核 ct_review fgLaw
合同审批 ct_approve ldAcct<50/ldBuy<300/ldHead*
合同签署 ct_sign ldBuy<200/ldHead
合同用印 seal_stamp bgSeal
合同台账登记 ct_ledger zcLedg
合同变更申请 ct_change_apply zcCt first opt
合同变更审批 ct_change_approve ldAcct<50/ldBuy<300/ldHead* opt
履约检查 ct_perform_check zcAccept x2 end
#YY 用印管理|bill_seal|330,5||||||1
用印申请 seal_apply bgNeed+jjNeed+nyNeed R
用印审批 seal_approve bgHead
用印 seal_stamp bgSeal end
#TJ 预算调剂|budget|130,0|10000,60000,200000,620000,2800000,14000000|项目支出,基本支出||| 4
调剂申请 budget_adjust_apply jjNeed+nyNeed+bgNeed R
调剂审核 review ysCheck
调剂审批 budget_adjust_approve ysHead<50/ldFund<300/ldHead*
指标录入 quota_enter ysPlan end
`;

const readRung = (words: string): Rung => {
  const [, type = "", limit, star] = /^(\w+?)(?:<(\d+))?(\*)?$/.exec(words) ?? [];
  return { type, upToWan: limit === undefined ? null : Number(limit), isCollective: star !== undefined };
};

function readStep(matter: string, line: string, index: number): StepType {
  const [name = "", duty = "", holders = "", ...marks] = line.split(" ");
  const isLadder = /[<*/]/.test(holders);
  const ladder = isLadder ? holders.split("/").map(readRung) : [];
  const within = marks.find((it) => /^d\d+$/.test(it))?.slice(1);
  return {
    code: `${matter}${String(index + 1).padStart(2, "0")}`,
    name,
    duty,
    types: isLadder ? [...new Set(ladder.map((rung) => rung.type))] : holders.split("+"),
    persons: Number(marks.find((it) => it.startsWith("x"))?.slice(1) ?? 1),
    ladder,
    isAcrossBodies: marks.includes("apart"),
    isByRequester: marks.includes("R"),
    isByFirst: marks.includes("first"),
    isOptional: marks.includes("opt"),
    within: within === undefined ? null : Number(within),
    isTerminal: marks.includes("end"),
  };
}

function readMatter(block: string): MatterType {
  const [head = "", ...steps] = block.trim().split("\n");
  const [
    title = "",
    area = "",
    cases = "",
    amounts = "",
    categories = "",
    supplier = "",
    method = "",
    pace = "3",
  ] = head.split("|");
  const [code = "", name = ""] = title.split(" ");
  const [city = 0, small = 0] = cases.split(",").map(Number);
  return {
    code,
    name,
    area: area as Area,
    cases: [city, small],
    amounts: amounts === "" ? [] : amounts.split(",").map(Number),
    categories: categories === "" ? [] : categories.split(","),
    hasSupplier: supplier === "S",
    methods: method,
    pace: Number(pace),
    steps: steps.map((line, index) => readStep(code, line, index)),
  };
}
export const matterTypes: readonly MatterType[] = source.trim().slice(1).split("\n#").map(readMatter);
