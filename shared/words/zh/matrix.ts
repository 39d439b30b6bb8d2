// 中文:分权矩阵。

export const matrix = {
  title: "分权矩阵",
};
