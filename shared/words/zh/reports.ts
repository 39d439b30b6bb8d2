// 中文:报告。

export const reports = {
  title: "报告",
};
