// 中文:导入。

export const imports = {
  title: "导入",
};
