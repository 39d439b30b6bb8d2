// 中文:人员与岗位。

export const organisation = {
  title: "人员与岗位",
};
