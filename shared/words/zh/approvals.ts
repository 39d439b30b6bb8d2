// 中文:办理记录。

export const approvals = {
  title: "办理记录",
};
