// 中文:改动最少的修复方案。

export const repair = {
  open: "修复方案",
  title: "改动最少的修复方案",
  why: "只用两种改动：终止一项授权、转授权或岗位职责，或把一项授权移到同层级的另一岗位。每个方案都重新核对过：不带来新的潜在冲突，也不让任何环节无人可办。",
  searching: "正在寻找…",
  back: "返回设计核对",
  again: "重新寻找",
  none: "这里没有需要修复的潜在冲突。",
  notFound: "没有找到可行的方案。",
  proposal: (n: string) => `方案 ${n}`,
  about: (changes: string, people: string, weight: string) =>
    `改动 ${changes} 处 · 涉及 ${people} 人 · 权重 ${weight}`,
  weightHint:
    "权重：终止转授权 2，特殊或临时授权 3，一般授权和岗位职责 6；移到本部门 5、其他部门 7；每涉及一人加 1；使环节只剩一人可办加 3。",
  least: "已证明最少",
  notProved: "未证明最少",
  vanishing: (n: string) => `消除 ${n} 处`,
  appearing: (n: string) => `另出现 ${n} 处`,
  beyond: (n: string) => `有 ${n} 处不能只靠终止或移动解决：已证明任何一种都会带来新的冲突、缺口或额度断档。`,
  undecided: (n: string) => `有 ${n} 处在本次搜索量内没有找到办法。可缩小范围再试。`,
  keep: "存为调整单草稿",
  keepAll: (n: string) => `全部存为 ${n} 个并列方案`,
  kept: (number: string) => `已存为 ${number}`,
  draftName: (scope: string, n: string) => `修复潜在冲突：${scope}（方案 ${n}）`,
  reason: (n: string) => `消除设计核对发现的 ${n} 处潜在冲突。`,
};
