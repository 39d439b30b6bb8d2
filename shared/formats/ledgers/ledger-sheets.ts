// The columns of 分级授权表 and 权责清单 as offices have them: header words in their order, matched by name when read.
import type { Sheet, SheetColumn } from "../../domain/sheet-column.ts";
import { grantChoices, levelChoices, sheetOf } from "../../domain/sheets.ts";

const column = (
  key: string,
  zh: string,
  en: string,
  type: SheetColumn["type"] = "text",
  rest: Partial<SheetColumn> = {},
): SheetColumn => ({ key, name: { zh, en }, also: [], type, isRequired: false, ...rest });
const must = { isRequired: true } as const;

/** 分级授权表; the two bounds stand under one head, 额度. */
export const scheduleSheet: Sheet = {
  kind: "authorities",
  name: { zh: "分级授权表", en: "Schedule of authorities" },
  also: ["授权审批表", "分级授权审批表"],
  about: sheetOf("authorities").about,
  identifiedBy: ["matter"],
  columns: [
    column("no", "序号", "No.", "integer"),
    column("matter", "事项编码", "Matter code", "code", must),
    column("matterName", "事项名称", "Matter"),
    column("over", "下限", "Over", "money", { also: ["额度下限"] }),
    column("upTo", "上限", "Up to", "money", { also: ["额度上限", "额度"] }),
    column("level", "审批层级", "Level", "choice", { choices: levelChoices }),
    column("post", "审批岗位", "Post", "code", must),
    column("countersign", "会签部门", "Countersigned by"),
    column("isCollective", "是否集体决策", "Collective", "flag", { also: ["集体决策"] }),
    column("grantor", "授权人", "Grantor"),
    column("person", "被授权人", "Holder"),
    column("kind", "授权方式", "Grant", "choice", {
      choices: grantChoices,
      also: ["授权方式（一般/特殊/临时）"],
    }),
    column("from", "生效日期", "From", "day", must),
    column("until", "终止日期", "Last day", "last-day"),
    column("docNo", "文号", "Document no.", "code"),
    column("remark", "备注", "Remark"),
  ],
};

/** 权责（职权）清单 */
export const listSheet: Sheet = {
  kind: "responsibilities",
  name: { zh: "权责清单", en: "List of powers and responsibilities" },
  also: ["权责（职权）清单", "职权清单", "权责事项清单"],
  about: sheetOf("responsibilities").about,
  identifiedBy: ["post", "matter"],
  columns: [
    column("no", "序号", "No.", "integer"),
    column("unit", "单位", "Unit"),
    column("department", "内设机构", "Department"),
    column("post", "岗位", "Post", "code", must),
    column("matter", "权责事项（职权名称）", "Matter", "code", { ...must, also: ["权责事项", "职权名称"] }),
    column("powerType", "职权类型", "Type of power"),
    column("basis", "设定依据", "Basis"),
    column("body", "行使主体", "Exercised by"),
    column("handlingPost", "承办岗位", "Handling post"),
    column("duties", "责任事项", "Responsible for"),
    column("accountability", "追责情形", "Accountable when"),
    column("flowChart", "办理流程图", "Flow chart"),
    column("riskPoint", "廉政风险点", "Integrity risk"),
    column("riskGrade", "风险等级", "Risk grade", "text", { also: ["风险等级（高/中/低）"] }),
    column("measures", "防控措施", "Measures"),
    column("responsible", "责任人", "Person responsible"),
    column("supervision", "监督方式", "Supervised by"),
  ],
};
