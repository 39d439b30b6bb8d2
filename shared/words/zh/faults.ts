// 中文:出错说明。

export const faults = {
  title: "出错说明",
  sheet: (name: string) => `工作表“${name}”`,
  row: (n: string) => `第 ${n} 行`,
  column: (name: string) => `“${name}”列`,
  value: (text: string) => `内容“${text}”`,
  lost: "数据服务已中断，正在重新连接；已确认的内容都已保存。",
  failed: "数据服务多次中断，已停止重试。",
  failedHelp: "已保存的内容不受影响。请点“重新连接”；仍不行时，请关闭窗口后重新打开，或从备份恢复。",
  reconnect: "重新连接",
  required: (name: string) => `请填写${name}。`,
};
