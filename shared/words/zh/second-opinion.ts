// 中文:用 SQL 另算一遍。

export const secondOpinion = {
  run: "用 SQL 另算一遍",
  label: { zh: "正在用 SQL 另算一遍", en: "Checking a second time, in SQL" },
  why: "同一批规则用另一种写法重算，两边不一致就说明程序有缺陷",
  agrees: (rules: string, twice: string) => `${rules} 条规则中 ${twice} 条经 SQL 另算一遍，结果一致`,
  once: (n: string) => `其余 ${n} 条为什么不另算`,
  defect: (rules: string, n: string) => `程序缺陷：SQL 另算与核对不一致，涉及 ${rules} 条规则、${n} 处`,
  todo: "哪一边对还不知道。请把这份清单导出交给维护人员；在查清之前，这些规则的结果不要作为依据。",
  line: (rule: string, about: string) => `${rule}：${about}`,
  sides: (engine: string, sql: string) => `（核对 ${engine}；SQL ${sql}）`,
  found: (day: string) => `有，${day}`,
  notFound: "没有",
  more: (n: string) => `另有 ${n} 处，见导出的清单`,
  export: "导出清单",
  exportTitle: "核对与 SQL 不一致清单",
  columns: {
    rule: "规则",
    version: "版本",
    title: "名称",
    about: "所涉",
    group: "分组",
    subject: "对象",
    anchor: "锚点",
    engine: "核对所判日期",
    sql: "SQL 所判日期",
  },
};
