// 中文:工作簿。

export const welcome = {
  title: "工作簿",
};
