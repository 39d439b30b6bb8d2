// 中文:规则。

export const rules = {
  title: "规则",
};
