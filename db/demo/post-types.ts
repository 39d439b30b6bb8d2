// The posts of the sample bureau by type: where they sit, how many, their standing duties, and who does their work in the small unit.
import type { Level, RiskGrade } from "../../shared/domain/organisation.ts";

export interface DepartmentType {
  code: string;
  name: string;
  isSupervisory?: boolean;
}
/** Offices of the bureau, its centres, and the outsiders who act in its cases. */
export const departmentTypes: readonly DepartmentType[] = [
  { code: "LD", name: "局领导" },
  { code: "BG", name: "办公室" },
  { code: "YS", name: "预算科" },
  { code: "GK", name: "国库科" },
  { code: "JJ", name: "经济建设科" },
  { code: "NY", name: "农业农村科" },
  { code: "CG", name: "政府采购管理科" },
  { code: "JD", name: "监督评价科", isSupervisory: true },
  { code: "FG", name: "法规科" },
  { code: "CW", name: "财务科" },
  { code: "XX", name: "信息中心" },
  { code: "GZ", name: "国有资产管理办公室" },
  { code: "ZC", name: "政府采购中心" },
  { code: "GC", name: "工程建设管理中心" },
  { code: "JY", name: "公共资源交易中心" },
  { code: "WB", name: "外聘专家与机构" },
  { code: "SJ", name: "设计单位" },
  { code: "SG", name: "施工单位" },
];
/** Outsiders who act in the bureau's cases: no absences, no requests, no rotation. */
export const outsideDepartments: ReadonlySet<string> = new Set(["WB", "SJ", "SG"]);

export interface PostType {
  type: string;
  name: string;
  department: string;
  level: Level;
  /** Number of posts and holders of each, in the city; in the small unit one post with `small` holders. */
  posts: number;
  each: number;
  small: number;
  /** The type that does its work where the small unit has none. */
  insteadSmall: string | null;
  riskGrade: RiskGrade | null;
  isKey: boolean;
  limitMonths: number | null;
  qualification: string | null;
  duties: readonly string[];
}

/** type name posts×each small [key grade limit | grade] [qualification] [standing duties] */
const lines = `
LD ldHead 局长 head 1x1 1
LD ldBuy 分管采购与资产副局长 deputy 1x1 1
LD ldFund 分管预算与国库副局长 deputy 1x1 ldBuy
LD ldWorks 分管建设与交易副局长 deputy 1x1 1
LD ldAcct 总会计师 deputy 1x1 ldWorks q=KJ
LD ldDisc 纪检监督专员 deputy 1x1 0 d=biz_supervise
BG bgHead 办公室主任 section 1x1 1
BG bgPub 信息公开岗 handler 1x2 1
BG bgSeal 印章管理岗 handler 1x2 1 key=high:36 d=seal_official
BG bgNeed 综合保障岗 handler 1x4 3
BG bgArch 档案管理岗 handler 1x2 1 q=DA
BG bgKeep 资产保管岗 handler 1x2 bgArch
BG bgHr 人事岗 handler 1x2 0
YS ysHead 预算科科长 section 1x1 1 key=medium:60
YS ysPlan 预算编制岗 handler 1x3 1 key=high:36
YS ysCheck 指标审核岗 handler 1x2 1 key=medium:60
GK gkHead 国库科科长 section 1x1 0 key=medium:60
GK gkFirst 拨付初审岗 handler 2x1 1 key=high:36
GK gkSecond 拨付复审岗 handler 2x1 1 key=high:36
GK gkSeal 付款印鉴岗 handler 2x1 1 key=high:36 d=seal_any_pay
GK gkBook 总预算会计岗 handler 1x2 1 key=medium:60 q=KJ
GK gkRecon 银行对账岗 handler 1x1 0 q=KJ d=bank_recon
JJ jjHead 经济建设科科长 section 1x1 0
JJ jjAccept 资金受理岗 handler 1x2 1
JJ jjFund 建设资金分配岗 handler 2x1 1 key=high:36
JJ jjEval 投资评审岗 handler 1x3 1 q=ZJ
JJ jjNeed 综合岗 handler 1x2 bgNeed
NY nyHead 农业农村科科长 section 1x1 0
NY nyFund 农业资金分配岗 handler 2x1 jjFund key=high:36
NY nyNeed 综合岗 handler 1x2 bgNeed
CG cgHead 采购管理科科长 section 1x1 0
CG cgPlan 采购计划岗 handler 1x2 ysPlan
CG cgReg 采购监督岗 handler 1x2 jdAudit
CG cgPool 专家库管理岗 handler 1x1 0 d=expert_pool
JD jdHead 监督评价科科长 section 1x1 0 key=medium:60
JD jdPerf 绩效评价岗 handler 1x3 jdAudit
JD jdVisit 现场核查岗 handler 1x4 2
JD jdAudit 内部审计岗 handler 2x1 1 key=medium:60 q=SJ d=audit,funds_audit
JD jdCtl 内控评价岗 handler 1x1 jdAudit d=ic_monitor
FG fgHead 法规科科长 section 1x1 0
FG fgLaw 合同审核岗 handler 1x3 1 q=FL
CW cwHead 财务科科长 section 1x1 0 key=medium:60 q=KJ d=acct_head
CW cwCash 出纳岗 handler 2x1 1 key=high:36 d=cashier
CW cwBook 会计核算岗 handler 1x3 1 q=KJ
CW cwReview 付款复核岗 handler 1x2 1 q=KJ
CW cwCheck 稽核岗 handler 1x1 0 q=KJ d=internal_check
CW cwArch 会计档案岗 handler 1x1 0 d=acct_archive
CW cwSeal 财务专用章岗 handler 1x1 1 key=medium:60 d=seal_finance
CW cwName 负责人名章岗 handler 1x1 1 d=seal_legal_person
CW cwBill 票据保管岗 handler 1x1 0 d=bill_custody
CW cwIssue 票据开具岗 handler 1x1 0 d=bill_issue
XX xxHead 信息中心主任 section 1x1 0
XX xxSys 系统管理岗 handler 1x1 1 key=medium:60 d=sys_admin
XX xxSec 安全管理岗 handler 1x1 0 d=sec_admin
XX xxAud 日志审计岗 handler 1x1 0 d=audit_admin
XX xxOps 运行维护岗 handler 1x1 0
GZ gzHead 国资办主任 section 1x1 ldBuy
GZ gzAlloc 资产配置审核岗 handler 1x2 1
GZ gzLedger 资产台账岗 handler 1x2 1
GZ gzDisp 资产处置岗 handler 2x1 1 key=high:36
GZ gzCount 资产盘点岗 handler 1x3 zcAccept
GZ gzAccept 资产验收岗 handler 1x4 zcAccept
GZ gzRent 招租岗 handler 1x1 gzDisp
ZC zcHead 采购中心主任 section 1x1 0 key=medium:60
ZC zcHand 采购经办岗 handler 5x1 1 key=high:36 q=CG
ZC zcDoc 采购文件复核岗 handler 1x3 1 q=CG
ZC zcDraw 专家抽取岗 handler 3x1 2 key=high:36
ZC zcSite 评审组织岗 handler 4x1 2 key=high:36 q=CG
ZC zcAccept 履约验收岗 handler 1x4 2
ZC zcCt 合同管理岗 handler 1x2 1
ZC zcLedg 合同台账岗 handler 1x1 bgArch
GC gcHead 工程中心主任 section 1x1 0 key=medium:60
GC gcProj 项目管理岗 handler 1x3 2
GC gcSite 现场代表岗 handler 3x2 2 key=high:36 q=GC
GC gcCost 造价审核岗 handler 3x1 1 key=high:36 q=ZJ
GC gcSettle 结算编制岗 handler 1x2 0 q=ZJ
GC gcApply 工程合同岗 handler 1x2 zcCt
GC gcPay 工程款支付岗 handler 2x1 1 key=high:36
GC gcFinal 竣工验收岗 handler 1x5 0 q=GC
GC gcTender 招标管理岗 handler 1x2 gcProj
GC gcStudy 项目前期岗 handler 1x2 0
JY jyHead 交易中心主任 section 1x1 ldWorks key=medium:60
JY jyReg 受理登记岗 handler 1x2 jjAccept
JY jyDep 保证金管理岗 handler 2x1 1 key=high:36
JY jyOpen 开标组织岗 handler 3x1 zcSite key=high:36
JY jyDraw 评委抽取岗 handler 3x1 zcDraw key=high:36
JY jyPub 公告发布岗 handler 1x2 bgPub
JY jyWit 场内见证岗 handler 1x2 0 d=site_supervise
WB wbExpert 评审专家 handler 1x12 7 q=PSZJ
WB wbSuper 总监理工程师 handler 1x3 1
WB wbValue 评估咨询机构代表 handler 1x3 1
SJ wbDesign 设计单位代表 handler 1x3 0
SG wbBuild 施工单位代表 handler 1x3 0
`;

function readLine(line: string): PostType {
  const [department = "", type = "", name = "", level = "", seats = "", small = "", ...rest] =
    line.split(" ");
  const [posts = 1, each = 1] = seats.split("x").map(Number);
  const option = (key: string): string | null =>
    rest.find((it) => it.startsWith(`${key}=`))?.slice(key.length + 1) ?? null;
  const [grade, months] = option("key")?.split(":") ?? [];
  return {
    type,
    name,
    department,
    level: level as Level,
    posts,
    each,
    small: /^\d+$/.test(small) ? Number(small) : 0,
    insteadSmall: /^\d+$/.test(small) ? null : small,
    isKey: grade !== undefined,
    riskGrade: (grade as RiskGrade | undefined) ?? (level === "handler" ? "low" : "medium"),
    limitMonths: months === undefined ? null : Number(months),
    qualification: option("q"),
    duties: option("d")?.split(",") ?? [],
  };
}
export const postTypes: readonly PostType[] = lines.trim().split("\n").map(readLine);
