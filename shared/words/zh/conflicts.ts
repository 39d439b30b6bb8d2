// 中文:冲突。

export const conflicts = {
  title: "冲突",
};
