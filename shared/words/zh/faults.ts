// 中文:出错说明。

export const faults = {
  title: "出错说明",
};
