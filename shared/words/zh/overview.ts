// 中文:总览。

export const overview = {
  title: "总览",
};
