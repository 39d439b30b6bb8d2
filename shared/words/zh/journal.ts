// 中文:留痕。

export const journal = {
  title: "留痕",
};
