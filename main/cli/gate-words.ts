// The gate's words on the command line, in both languages.
import type { GateAnswer } from "../../shared/contract/gate.ts";
import { type Fen, formatCny, formatWan } from "../../shared/domain/money.ts";
import type { Language } from "../../shared/words/language.ts";

interface GateWords {
  options: Record<
    | "person"
    | "onBehalfOf"
    | "case"
    | "matter"
    | "step"
    | "amount"
    | "day"
    | "time"
    | "docNo"
    | "action"
    | "json"
    | "serve"
    | "port"
    | "tokenFile",
    string
  >;
  verdicts: Record<GateAnswer["verdict"], string>;
  effects: Record<"refuse" | "warn" | "note", string>;
  needs: string;
  amount: (words: string) => string;
  money: (amount: Fen) => string;
  noAmount: string;
  rules: (asked: number, not: number) => string;
  instead: string;
  nobody: string;
  passedOver: string;
  columns: Record<"person" | "posts" | "upTo" | "acts" | "rest" | "left", string>;
  noLimit: string;
  rest: Record<"completable" | "stuck" | "undecided", string>;
  later: string;
  serving: (address: string, file: string) => string;
  stopped: string;
}

const zh: GateWords = {
  options: {
    person: "办理人：工号",
    onBehalfOf: "代谁办理：工号",
    case: "业务编号；未知的编号加 --matter 即按新业务件试问",
    matter: "事项编码",
    step: "环节编码",
    amount: "金额：元，或写明“36.8万”；默认取业务件的金额",
    day: "办理日（YYYY-MM-DD）；默认今日",
    time: "时刻（HH:MM）",
    docNo: "集体决策等文号",
    action: "动作",
    json: "输出一行 JSON",
    serve: "为本机其他程序开口（仅回环地址），按 Ctrl+C 关闭",
    port: "端口；0 为自动选择",
    tokenFile: "令牌文件；默认在工作簿旁",
  },
  verdicts: { allowed: "可以签", warned: "可以签，有警示", refused: "暂不能签" },
  effects: { refuse: "拦截", warn: "警示", note: "只记录" },
  needs: "请写 --person、--step，并写 --case 或 --matter；或用 --serve。",
  amount: (words) => `--amount 的“${words}”不是金额。请写元数，例如 368000，或 36.8万。`,
  money: (amount) => `${formatWan(amount)} 万元`,
  noAmount: "没有金额，未核对额度。",
  rules: (asked, not) => `${asked} 条规则已问，${not} 条不适用；只是试问，没有记录。`,
  instead: "可改请：",
  nobody: "没有其他人可签。",
  passedOver: "未列入：",
  columns: {
    person: "人员",
    posts: "岗位",
    upTo: "额度（万元）",
    acts: "近 30 日在办",
    rest: "其余环节",
    left: "各剩几人",
  },
  noLimit: "不限",
  rest: { completable: "可办结", stuck: "办不完", undecided: "未定" },
  later: "其余环节：",
  serving: (address, file) => `已开口 ${address}，令牌在 ${file}。按 Ctrl+C 关闭。`,
  stopped: "已关闭。",
};
const en: GateWords = {
  options: {
    person: "who acts: staff number",
    onBehalfOf: "on behalf of whom: staff number",
    case: "case number; one that is not known is a new case of --matter",
    matter: "matter code",
    step: "step code",
    amount: 'amount in yuan, or "36.8万"; by default the case\'s own',
    day: "the day of the act (YYYY-MM-DD); today by default",
    time: "time of day (HH:MM)",
    docNo: "document number, of a collective decision for example",
    action: "action",
    json: "one line of JSON",
    serve: "open a door for other programs on this computer (loopback alone); Ctrl+C closes it",
    port: "port; 0 chooses a free one",
    tokenFile: "file of the token; beside the workbook by default",
  },
  verdicts: {
    allowed: "May be signed",
    warned: "May be signed, with a warning",
    refused: "Not to be signed now",
  },
  effects: { refuse: "refuses", warn: "warns", note: "notes" },
  needs: "Give --person, --step, and --case or --matter; or use --serve.",
  amount: (words) => `"${words}" after --amount is no amount. Write yuan, 368000 for example, or 36.8万.`,
  money: formatCny,
  noAmount: "There is no amount: limits were not asked.",
  rules: (asked, not) => `${asked} rules were asked, ${not} do not apply; nothing was recorded.`,
  instead: "Who may sign instead:",
  nobody: "Nobody else may sign.",
  passedOver: "Passed over:",
  columns: {
    person: "Person",
    posts: "Post",
    upTo: "Up to (10,000 yuan)",
    acts: "Acts, 30 days",
    rest: "The rest",
    left: "People left a step",
  },
  noLimit: "no limit",
  rest: { completable: "can be completed", stuck: "cannot be completed", undecided: "not decided" },
  later: "The rest of the case:",
  serving: (address, file) => `Open at ${address}; the token is in ${file}. Ctrl+C closes it.`,
  stopped: "Closed.",
};
export const gateWords: Record<Language, GateWords> = { zh, en };
