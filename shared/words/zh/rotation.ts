// 中文:轮岗。

export const rotation = {
  title: "轮岗",
};
