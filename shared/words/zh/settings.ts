// 中文:设置。

export const settings = {
  title: "设置",
};
