// Over 300 lines because it is one table: every sheet that offices bring in, column by column, in the order of import.
import { areaNames, areas, dutyTypes } from "./duty.ts";
import type { Choice, Sheet, SheetColumn, SheetKind } from "./sheet-column.ts";
import type { Text } from "./text.ts";

type Extra = Partial<Omit<SheetColumn, "key" | "name" | "type" | "also">> & { also?: readonly string[] };
const text = (zh: string, en: string): Text => ({ zh, en });
const column = (
  type: SheetColumn["type"],
  key: string,
  zh: string,
  en: string,
  { also = [], isRequired = false, ...rest }: Extra = {},
): SheetColumn => ({ key, name: text(zh, en), type, also, isRequired, ...rest });
const choice = (value: string, zh: string, en: string, ...also: string[]): Choice => ({
  value,
  name: text(zh, en),
  also,
});
const must = { isRequired: true } as const;

export const levelChoices = [
  choice("handler", "经办", "Handler", "L1", "经办岗", "科员"),
  choice("section", "科长", "Section head", "L2", "科（处）室负责人", "科室负责人"),
  choice("deputy", "分管", "Deputy", "L3", "分管领导", "副职"),
  choice("head", "主要负责人", "Head", "L4", "局长", "一把手"),
  choice("collective", "集体决策", "Collective", "L5", "办公会", "党组会"),
  choice("superior", "上级", "Superior", "L6", "本级政府", "上级部门"),
] as const;
export const riskChoices = [
  choice("high", "高", "High"),
  choice("medium", "中", "Medium"),
  choice("low", "低", "Low"),
] as const;
export const assignmentChoices = [
  choice("substantive", "正式", "Substantive", "任职", "主任"),
  choice("concurrent", "兼任", "Concurrent", "兼职"),
  choice("acting", "代理", "Acting", "主持工作"),
  choice("ab-post", "AB岗", "AB post", "B岗"),
  choice("seconded", "借调", "Seconded", "挂职"),
] as const;
export const relationChoices = [
  choice("spouse", "夫妻", "Spouse", "配偶"),
  choice("lineal_blood", "直系血亲", "Lineal blood"),
  choice("collateral_3", "三代以内旁系血亲", "Collateral within three generations"),
  choice("near_affinity", "近姻亲", "Close affinity"),
  choice("economic_interest", "经济利益", "Economic interest"),
  choice("direct_interest", "直接利害关系", "Direct interest"),
  choice("employed_3y", "三年内受雇", "Employed within 3 years", "劳动关系"),
  choice("director_supervisor_3y", "三年内任董事监事", "Director or supervisor within 3 years"),
  choice("controller_3y", "三年内控股", "Controller within 3 years", "控股股东或实际控制人"),
  choice("other_interest", "其他利害关系", "Other interest", "其他"),
] as const;
export const grantChoices = [
  choice("general", "一般", "General", "一般授权"),
  choice("special", "特殊", "Special", "特殊授权", "特别授权"),
  choice("temporary", "临时", "Temporary", "临时授权"),
] as const;
export const methodChoices = [
  choice("open_tender", "公开招标", "Open tender"),
  choice("invited_tender", "邀请招标", "Invited tender"),
  choice("negotiation", "竞争性谈判", "Competitive negotiation"),
  choice("consultation", "竞争性磋商", "Competitive consultation"),
  choice("inquiry", "询价", "Request for quotations"),
  choice("single_source", "单一来源", "Single source", "单一来源采购"),
  choice("framework", "框架协议", "Framework agreement"),
  choice("other", "其他", "Other", "自行采购", "直接采购"),
] as const;
export const actionChoices = [
  choice("submit", "提交", "Submit", "申请", "发起", "送审"),
  choice("approve", "同意", "Approve", "批准", "审批", "通过", "审核", "复核"),
  choice("reject", "退回", "Reject", "驳回", "不同意"),
  choice("execute", "办理", "Execute", "执行", "完成", "办结"),
  choice("comment", "意见", "Comment", "备注"),
  choice("read", "阅", "Read", "已阅"),
  choice("withdraw", "撤回", "Withdraw"),
] as const;
const typeWords: Record<string, Text> = {
  initiate: text("发起", "Initiate"),
  authorise: text("审批", "Authorise"),
  execute: text("执行", "Execute"),
  custody: text("保管", "Custody"),
  record: text("记录", "Record"),
  verify: text("复核", "Verify"),
  supervise: text("监督", "Supervise"),
  advise: text("咨询", "Advise"),
  external: text("外部", "External"),
};
export const dutyTypeChoices = dutyTypes.map(
  (value): Choice => ({ value, name: typeWords[value] ?? text(value, value) }),
);
export const areaChoices = areas.map((value): Choice => ({ value, name: areaNames[value] }));

const from = column("day", "from", "起始日期", "From", {
  ...must,
  also: ["开始日期", "生效日期", "任职日期", "起", "start", "valid from"],
});
const until = column("last-day", "until", "终止日期", "Last day", {
  also: ["结束日期", "截止日期", "失效日期", "止", "to", "end", "valid to"],
  hint: text("含当日；长期有效留空", "Inclusive; empty if open"),
  fallback: null,
});
const docNo = column("code", "docNo", "文号", "Document no.", {
  also: ["依据文号", "文件号", "document"],
  fallback: null,
});
const person = (key: string, zh: string, en: string, extra: Extra = {}): SheetColumn =>
  column("reference", key, zh, en, { to: "people", hint: text("填工号", "Staff number"), ...extra });
const duty = column("reference", "duty", "职责", "Duty", {
  ...must,
  to: "duties",
  also: ["职责代码", "duty code"],
  hint: text("职责代码或名称", "Duty code or name"),
});

/** What a list of powers and responsibilities says of one post in one matter: key, Chinese and English name. */
export const responsibilityTexts = [
  ["powerType", "职权类型", "Type of power"],
  ["basis", "设定依据", "Basis"],
  ["body", "行使主体", "Exercised by"],
  ["handlingPost", "承办岗位", "Handling post"],
  ["duties", "责任事项", "Responsible for"],
  ["accountability", "追责情形", "Accountable when"],
  ["flowChart", "办理流程图", "Flow chart"],
  ["riskPoint", "廉政风险点", "Integrity risk"],
  ["riskGrade", "风险等级", "Risk grade"],
  ["measures", "防控措施", "Measures"],
  ["responsible", "责任人", "Person responsible"],
  ["supervision", "监督方式", "Supervised by"],
] as const;

export const sheets: readonly Sheet[] = [
  {
    kind: "departments",
    name: text("内设机构", "Departments"),
    also: ["部门", "机构", "处室", "科室"],
    about: text("单位的处、科、室、中心", "Offices inside the unit"),
    identifiedBy: ["code"],
    columns: [
      column("code", "code", "机构编码", "Department code", {
        ...must,
        also: ["部门编码", "部门编号", "编码", "code"],
      }),
      column("text", "name", "机构名称", "Department", {
        ...must,
        also: ["部门", "部门名称", "内设机构", "name"],
      }),
      column("reference", "parentId", "上级机构编码", "Parent code", {
        to: "departments",
        also: ["上级部门", "parent"],
        fallback: null,
      }),
      column("flag", "isSupervisory", "是否监督机构", "Supervisory", { also: ["监督机构"], fallback: false }),
    ],
  },
  {
    kind: "posts",
    name: text("岗位", "Posts"),
    also: ["岗位表", "岗位清单"],
    about: text(
      "岗位、编制、任职资格、轮岗周期",
      "Posts with headcount, required qualifications and tenure limit",
    ),
    identifiedBy: ["code"],
    columns: [
      column("code", "code", "岗位编码", "Post code", { ...must, also: ["岗位编号", "编码", "code"] }),
      column("text", "name", "岗位名称", "Post", { ...must, also: ["岗位", "name"] }),
      column("reference", "departmentId", "机构编码", "Department code", {
        ...must,
        to: "departments",
        also: ["部门编码", "所属部门", "内设机构", "department"],
      }),
      column("choice", "level", "层级", "Level", {
        ...must,
        also: ["审批层级", "级别"],
        choices: levelChoices,
      }),
      column("flag", "isKey", "是否关键岗位", "Key post", { also: ["关键岗位", "key"], fallback: false }),
      column("choice", "riskGrade", "风险等级", "Risk grade", {
        also: ["风险", "risk"],
        choices: riskChoices,
        fallback: null,
      }),
      column("integer", "tenureLimitMonths", "轮岗周期（月）", "Tenure limit (months)", {
        also: ["轮岗周期", "任期上限", "tenure limit"],
        fallback: null,
      }),
      column("integer", "headcount", "编制数", "Headcount", { also: ["定员", "人数"], fallback: 1 }),
      column("integer", "minStaff", "最少在岗", "Minimum staff", {
        also: ["最低在岗人数", "min staff"],
        fallback: 0,
      }),
      column("codes", "qualifications", "任职资格", "Qualifications", { also: ["资格", "资格要求"] }),
      column("reference", "successorId", "更名后岗位编码", "Successor post code", {
        to: "posts",
        also: ["承继岗位"],
        fallback: null,
      }),
      { ...from, isRequired: false, fallback: "1900-01-01" },
      until,
    ],
  },
  {
    kind: "duties",
    name: text("职责", "Duties"),
    also: ["职责表"],
    about: text(
      "本单位自定的职责；通用职责已内置",
      "The unit's own duties; the general catalogue is built in",
    ),
    identifiedBy: ["code"],
    columns: [
      column("code", "code", "职责代码", "Duty code", { ...must, also: ["code"] }),
      column("text", "name", "职责名称", "Duty", { ...must, also: ["职责", "name"] }),
      column("choice", "type", "职责类型", "Duty type", {
        ...must,
        also: ["类型", "type"],
        choices: dutyTypeChoices,
      }),
      column("codes", "implies", "包含职责", "Implies", { also: ["implied duties"] }),
    ],
  },
  {
    kind: "post-duties",
    name: text("岗位职责", "Post duties"),
    also: ["岗位常设职责"],
    about: text("岗位日常承担的职责（出纳、印章保管等）", "Standing duties of posts (cashier, seal custody)"),
    identifiedBy: ["postId", "duty", "from"],
    columns: [
      column("reference", "postId", "岗位编码", "Post code", {
        ...must,
        to: "posts",
        also: ["岗位编号", "岗位", "post"],
      }),
      duty,
      { ...from, isRequired: false, fallback: "1900-01-01" },
      until,
    ],
  },
  {
    kind: "people",
    name: text("人员", "People"),
    also: ["人员名册", "花名册", "人员表"],
    about: text(
      "工号、姓名、到职与离职日期；不收身份证号",
      "Staff number, name, joining and leaving; no ID numbers",
    ),
    identifiedBy: ["staffNo"],
    columns: [
      column("code", "staffNo", "工号", "Staff no.", {
        ...must,
        also: ["人员编号", "员工号", "人员编码", "职工号"],
      }),
      column("text", "name", "姓名", "Name", { ...must, also: ["人员姓名", "人员"] }),
      column("day", "joinedOn", "到职日期", "Joined on", {
        also: ["入职日期", "参加工作日期"],
        fallback: null,
      }),
      column("last-day", "leavesOn", "离职日期", "Leaves on", {
        also: ["退休日期", "最后在职日"],
        fallback: null,
        hint: text("含当日", "Inclusive"),
      }),
      column("text", "grade", "职级", "Grade", { also: ["职务职级", "级别"], fallback: null }),
      column("text", "site", "办公地点", "Site", { also: ["地点"], fallback: null }),
      column("flag", "isSystem", "系统账号", "System account", { also: ["是否系统账号"], fallback: false }),
    ],
  },
  {
    kind: "qualifications",
    name: text("人员资格", "Qualifications"),
    also: ["任职资格", "资格"],
    about: text("谁自何日起具备何种资格", "Who has which qualification from which day"),
    identifiedBy: ["personId", "code", "from"],
    columns: [
      person("personId", "工号", "Staff no.", { ...must, also: ["人员编号", "人员"] }),
      column("code", "code", "资格代码", "Qualification", { ...must, also: ["资格", "任职资格"] }),
      { ...from, isRequired: false, fallback: "1900-01-01" },
      until,
    ],
  },
  {
    kind: "assignments",
    name: text("任职", "Assignments"),
    also: ["任职表", "任职记录", "岗位任职"],
    about: text("谁在何岗、自何日至何日", "Who holds which post from day to day"),
    identifiedBy: ["personId", "postId", "from", "kind"],
    columns: [
      person("personId", "工号", "Staff no.", { ...must, also: ["人员编号", "人员"] }),
      column("reference", "postId", "岗位编码", "Post code", {
        ...must,
        to: "posts",
        also: ["岗位编号", "岗位"],
      }),
      column("choice", "kind", "任职方式", "Assignment kind", {
        also: ["任职类型", "kind"],
        choices: assignmentChoices,
        fallback: "substantive",
      }),
      { ...from, also: [...from.also, "任现岗起始日期", "到岗日期"] },
      { ...until, also: [...until.also, "离岗日期"] },
      docNo,
    ],
  },
  {
    kind: "suppliers",
    name: text("供应商", "Suppliers"),
    also: ["供应商表", "供应商名录"],
    about: text("往来供应商", "Counterparties"),
    identifiedBy: ["code"],
    columns: [
      column("code", "code", "供应商编码", "Supplier code", {
        ...must,
        also: ["统一社会信用代码", "编码", "code"],
      }),
      column("text", "name", "供应商名称", "Supplier", { ...must, also: ["供应商", "name"] }),
    ],
  },
  {
    kind: "relations",
    name: text("回避关系", "Relations"),
    also: ["回避登记", "利害关系"],
    about: text(
      "人员之间、人员与供应商之间的亲属或利害关系",
      "Kinship or interest between persons, or person and supplier",
    ),
    identifiedBy: ["personId", "otherPersonId", "supplierId", "type", "from"],
    columns: [
      person("personId", "工号", "Staff no.", { ...must, also: ["人员编号", "人员"] }),
      person("otherPersonId", "对方工号", "Other staff no.", { also: ["关系人工号"], fallback: null }),
      column("reference", "supplierId", "供应商编码", "Supplier code", {
        to: "suppliers",
        also: ["关系单位"],
        fallback: null,
      }),
      column("choice", "type", "关系类型", "Relation", { ...must, also: ["关系"], choices: relationChoices }),
      { ...from, isRequired: false, fallback: "1900-01-01" },
      until,
    ],
  },
  {
    kind: "absences",
    name: text("缺勤", "Absences"),
    also: ["休假", "请假"],
    about: text("只记日期，不记原因", "Days only, never a reason"),
    identifiedBy: ["personId", "from"],
    columns: [
      person("personId", "工号", "Staff no.", { ...must, also: ["人员编号", "人员"] }),
      from,
      { ...until, isRequired: true },
    ],
  },
  {
    kind: "calendar",
    name: text("工作日历", "Calendar"),
    also: ["日历", "节假日"],
    about: text(
      "周一至周五之外的例外：放假与调休",
      "Exceptions to Monday–Friday: holidays and working weekends",
    ),
    identifiedBy: ["day"],
    columns: [
      column("day", "day", "日期", "Day", { ...must, also: ["date"] }),
      column("flag", "isWorkday", "是否工作日", "Workday", { ...must, also: ["工作日"] }),
      column("text", "name", "说明", "Note", { also: ["节日", "name"], fallback: null }),
    ],
  },
  {
    kind: "matters",
    name: text("事项", "Matters"),
    also: ["权责事项", "事项表"],
    about: text("权责事项及其领域", "Matters and their areas"),
    identifiedBy: ["code"],
    columns: [
      column("code", "code", "事项编码", "Matter code", { ...must, also: ["编码", "code"] }),
      column("text", "name", "事项名称", "Matter", { ...must, also: ["事项", "权责事项", "name"] }),
      column("choice", "area", "领域", "Area", { ...must, also: ["业务领域"], choices: areaChoices }),
    ],
  },
  {
    kind: "steps",
    name: text("环节", "Steps"),
    also: ["流程环节", "环节表"],
    about: text("每个事项的环节、次序和职责", "Steps of each matter: order and duty"),
    identifiedBy: ["matterId", "code"],
    columns: [
      column("reference", "matterId", "事项编码", "Matter code", {
        ...must,
        to: "matters",
        also: ["事项", "matter"],
      }),
      column("code", "code", "环节编码", "Step code", { ...must, also: ["code"] }),
      column("text", "name", "环节名称", "Step", { ...must, also: ["环节", "name"] }),
      column("integer", "position", "次序", "Position", { ...must, also: ["序号", "order"] }),
      duty,
      column("flag", "isRequired", "必经", "Required", { also: ["是否必经"], fallback: true }),
      column("flag", "isTerminal", "终结环节", "Terminal", { also: ["是否终结"], fallback: false }),
    ],
  },
  {
    kind: "authorities",
    name: text("授权", "Authorities"),
    also: ["分级授权表", "授权表"],
    about: text(
      "何岗（或何人）可办何环节、何额度、自何日至何日",
      "Which post (or person) may do which step, up to which amount, when",
    ),
    identifiedBy: ["code"],
    columns: [
      column("code", "code", "授权编号", "Authority no.", {
        also: ["编号"],
        hint: text("留空则自动编号", "Derived when empty"),
      }),
      column("reference", "matterId", "事项编码", "Matter code", {
        ...must,
        to: "matters",
        also: ["事项", "matter"],
      }),
      column("reference", "stepId", "环节编码", "Step code", {
        ...must,
        to: "steps",
        also: ["环节", "step"],
      }),
      column("reference", "postId", "岗位编码", "Post code", {
        to: "posts",
        also: ["审批岗位", "岗位", "post"],
        fallback: null,
      }),
      person("personId", "被授权人工号", "Holder staff no.", { also: ["被授权人"], fallback: null }),
      column("choice", "level", "层级", "Level", {
        also: ["审批层级"],
        choices: levelChoices,
        fallback: null,
      }),
      column("money", "over", "额度下限（不含）", "Over", { also: ["下限", "额度下限"], fallback: null }),
      column("money", "upTo", "额度上限（含）", "Up to", {
        also: ["上限", "额度上限", "额度"],
        fallback: null,
      }),
      { ...from, also: [...from.also, "授权日期"] },
      until,
      column("choice", "kind", "授权方式", "Grant", {
        also: ["授权类型"],
        choices: grantChoices,
        fallback: "general",
      }),
      column("flag", "isCollective", "是否集体决策", "Collective", { also: ["集体决策"], fallback: false }),
      column("flag", "isSubDelegable", "可否转授权", "Sub-delegable", {
        also: ["可转授权"],
        fallback: false,
      }),
      docNo,
    ],
  },
  {
    kind: "delegations",
    name: text("转授权", "Delegations"),
    also: ["临时授权", "转授权表"],
    about: text(
      "一人将一项授权在一段时间借与另一人",
      "One authority lent from person to person for some days",
    ),
    identifiedBy: ["authorityId", "fromPersonId", "toPersonId", "from"],
    columns: [
      column("reference", "authorityId", "授权编号", "Authority no.", {
        ...must,
        to: "authorities",
        also: ["编号"],
      }),
      person("fromPersonId", "授权人工号", "From staff no.", { ...must, also: ["授权人", "from person"] }),
      person("toPersonId", "被授权人工号", "To staff no.", { ...must, also: ["被授权人", "to person"] }),
      from,
      { ...until, isRequired: true },
      { ...docNo, hint: text("须有书面文件", "It must be in writing") },
      column("text", "reason", "事由", "Reason", {
        also: ["转授权事由", "授权事由", "原因"],
        hint: text("如出差、休假", "Such as travel or leave"),
        fallback: null,
      }),
      column("text", "endReason", "收回原因", "Ended early because", {
        also: ["提前收回原因", "终止原因"],
        hint: text("提前收回时填", "Only where it was ended early"),
        fallback: null,
      }),
    ],
  },
  {
    kind: "authority-notes",
    name: text("授权备注", "Authority notes"),
    also: ["分级授权表备注"],
    about: text(
      "分级授权表上授权之外的各栏：会签部门、授权人、备注",
      "What a schedule of authorities says beside the grant: countersigning offices, grantor, remark",
    ),
    identifiedBy: ["authorityId"],
    columns: [
      column("reference", "authorityId", "授权编号", "Authority no.", {
        ...must,
        to: "authorities",
        also: ["编号"],
      }),
      column("text", "countersign", "会签部门", "Countersigned by", { fallback: null, isVerbatim: true }),
      column("text", "grantor", "授权人", "Grantor", { fallback: null, isVerbatim: true }),
      column("text", "remark", "备注", "Remark", { fallback: null, isVerbatim: true }),
    ],
  },
  {
    kind: "responsibilities",
    name: text("权责事项说明", "Responsibilities"),
    also: ["权责说明"],
    about: text(
      "权责清单上矩阵之外的各栏：设定依据、责任事项、廉政风险点、防控措施……",
      "What a list of powers and responsibilities says beside the matrix: basis, duties, risk points, measures",
    ),
    identifiedBy: ["matterId", "postId"],
    columns: [
      column("reference", "matterId", "事项编码", "Matter code", {
        ...must,
        to: "matters",
        also: ["事项", "matter"],
      }),
      column("reference", "postId", "岗位编码", "Post code", {
        ...must,
        to: "posts",
        also: ["岗位编号", "post"],
      }),
      ...responsibilityTexts.map(([key, zh, en]) =>
        column("text", key, zh, en, { fallback: null, isVerbatim: true }),
      ),
    ],
  },
  {
    kind: "tenure-policies",
    name: text("轮岗政策", "Rotation policies"),
    also: ["轮岗周期"],
    about: text(
      "各风险等级或单个岗位的任期上限（本单位规定）",
      "Tenure limits per risk grade or post (the unit's own rule)",
    ),
    identifiedBy: ["riskGrade", "postId"],
    columns: [
      column("choice", "riskGrade", "风险等级", "Risk grade", { ...must, choices: riskChoices }),
      column("integer", "limitMonths", "轮岗周期（月）", "Limit (months)", { ...must, also: ["轮岗周期"] }),
      column("integer", "minStayMonths", "最短任期（月）", "Minimum stay (months)", { fallback: 12 }),
      column("integer", "coolingOffMonths", "回任冷却（月）", "Cooling-off (months)", { fallback: 24 }),
      column("integer", "noticeDays", "提前通知（日）", "Notice (days)", { fallback: 30 }),
      column("integer", "overlapDays", "交接重叠（工作日）", "Handover overlap (working days)", {
        also: ["交接重叠", "overlap"],
        hint: text("留空为 5 个工作日", "Empty: 5 working days"),
        fallback: null,
      }),
      column("reference", "postId", "岗位编码", "Post code", {
        to: "posts",
        also: ["岗位", "post"],
        hint: text("只管一个岗位时填；留空管整个风险等级", "For one post alone; empty: the whole risk grade"),
        fallback: null,
      }),
    ],
  },
  {
    kind: "exemptions",
    name: text("轮岗豁免", "Exemptions"),
    also: ["豁免"],
    about: text(
      "暂不轮岗：事由、期限、补偿性控制",
      "Cannot rotate for now: reason, end, compensating control",
    ),
    identifiedBy: ["personId", "postId", "from"],
    columns: [
      person("personId", "工号", "Staff no.", { ...must, also: ["人员"] }),
      column("reference", "postId", "岗位编码", "Post code", { ...must, to: "posts", also: ["岗位"] }),
      from,
      { ...until, isRequired: true },
      column("text", "reason", "事由", "Reason", { ...must, also: ["豁免原因"] }),
      column("text", "compensatingControl", "替代控制措施", "Compensating control", {
        ...must,
        also: ["补偿性控制"],
      }),
      docNo,
      column("text", "approver", "批准机构", "Approved by", {
        also: ["批准人", "审批机构", "approver"],
        hint: text(
          "党组（党委）等集体，不能只是本人的直接上级",
          "The party group or the like, not the line manager alone",
        ),
        fallback: null,
      }),
      column("day", "reviewOn", "复核日期", "Review on", {
        also: ["复审日期", "review"],
        hint: text("不晚于终止日期", "Not after the last day"),
        fallback: null,
      }),
      column("text", "endReason", "提前终止原因", "Ended early because", {
        also: ["终止原因"],
        hint: text("提前终止时填", "Only where it was ended early"),
        fallback: null,
      }),
    ],
  },
  {
    kind: "cases",
    name: text("业务件", "Cases"),
    also: ["业务", "项目"],
    about: text("每一件业务：金额、类别、供应商、采购方式", "Each case: amount, category, supplier, method"),
    identifiedBy: ["caseNo"],
    columns: [
      column("code", "caseNo", "业务编号", "Case no.", {
        ...must,
        also: ["件号", "项目编号", "单号", "case"],
      }),
      column("reference", "matterId", "事项编码", "Matter code", {
        ...must,
        to: "matters",
        also: ["事项", "matter"],
      }),
      column("reference", "departmentId", "机构编码", "Department code", {
        to: "departments",
        also: ["承办部门", "部门编码", "部门"],
        fallback: null,
      }),
      person("requesterId", "申请人工号", "Requester staff no.", { also: ["申请人"], fallback: null }),
      column("money", "amount", "金额", "Amount", { also: ["预算金额", "合同金额"], fallback: null }),
      column("code", "category", "品目", "Category", { also: ["类别", "采购品目"], fallback: null }),
      column("code", "budgetProject", "预算项目", "Budget project", { also: ["采购计划号"], fallback: null }),
      column("reference", "supplierId", "供应商编码", "Supplier code", {
        to: "suppliers",
        also: ["供应商", "中标供应商"],
        fallback: null,
      }),
      column("choice", "method", "采购方式", "Method", {
        also: ["方式"],
        choices: methodChoices,
        fallback: null,
      }),
      column("flag", "isChangeApproved", "变更已批准", "Change approved", {
        also: ["方式变更已批准"],
        fallback: false,
      }),
      column("day", "openedOn", "立项日期", "Opened on", { also: ["开始日期", "登记日期"], fallback: null }),
      column("day", "closedOn", "办结日期", "Closed on", { also: ["完成日期"], fallback: null }),
    ],
  },
  {
    kind: "approvals",
    name: text("办理记录", "Approvals"),
    also: ["审批记录", "办理", "审批日志"],
    about: text("谁在何时办了哪一件的哪个环节", "Who did which step of which case, when"),
    identifiedBy: ["naturalKey"],
    columns: [
      column("reference", "caseId", "业务编号", "Case no.", {
        ...must,
        to: "cases",
        also: ["件号", "项目编号", "单号", "case"],
      }),
      column("reference", "stepId", "环节编码", "Step code", {
        ...must,
        to: "steps",
        also: ["环节", "环节名称", "办理环节", "step"],
      }),
      person("personId", "办理人工号", "Actor staff no.", {
        also: ["办理人", "经办人", "工号", "人员编号", "actor"],
        fallback: null,
      }),
      person("onBehalfOfId", "代何人工号", "On behalf of", { also: ["被代理人", "代理"], fallback: null }),
      column("reference", "postId", "岗位编码", "Post code", {
        to: "posts",
        also: ["岗位", "所在岗位"],
        fallback: null,
      }),
      column("choice", "action", "动作", "Action", {
        also: ["办理结果", "操作", "结果"],
        choices: actionChoices,
        fallback: "execute",
      }),
      column("money", "amount", "金额", "Amount", { also: ["办理金额"], fallback: null }),
      column("instant", "happenedAt", "办理时间", "Happened at", {
        ...must,
        also: ["办理日", "日期", "时间", "time"],
      }),
      column("instant", "recordedAt", "登记时间", "Recorded at", { also: ["录入时间"], fallback: null }),
      docNo,
      column("code", "terminal", "终端", "Terminal", { also: ["IP", "设备"], fallback: null }),
    ],
  },
];

const byKind = new Map(sheets.map((sheet) => [sheet.kind, sheet]));
export function sheetOf(kind: SheetKind): Sheet {
  const sheet = byKind.get(kind);
  if (!sheet) throw new Error(`no sheet ${kind}`);
  return sheet;
}
export const sheetKinds: readonly SheetKind[] = sheets.map((sheet) => sheet.kind);
