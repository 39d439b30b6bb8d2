// Understands "谁能在 2026-03-05 批 50 万元的采购?": a day, an amount, a type of duty, a matter or area out of one line of words.
import { addDays, type Day, isDay } from "../../../shared/domain/day.ts";
import { type Area, areaNames, areas, type DutyType } from "../../../shared/domain/duty.ts";
import { type Fen, type MoneyUnit, parseMoney } from "../../../shared/domain/money.ts";

export interface WhoQuestion {
  /** Null: the day shown. */
  day: Day | null;
  amount: Fen | null;
  dutyType: DutyType;
  /** At most one of the two. */
  matterId: string | null;
  area: Area | null;
}

const dayPattern =
  /(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]|(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
const amountPattern = /(¥|cny|rmb)?\s*(\d[\d,.]*)\s*(亿元|亿|万元|万|元|yuan|cny|rmb)?/gi;
/** Nobody writes so many 万元 without a word: a bare number of this size is yuan. */
const leastYuan = 10_000;
const types: readonly [DutyType, RegExp][] = [
  ["authorise", /批|决定|同意|approve|authori[sz]e|decide/i],
  ["verify", /复核|审核|验收|review|verify|check/i],
  ["initiate", /申请|发起|提出|request|initiate/i],
  ["record", /记账|登记|record|book/i],
  ["custody", /保管|custody|keep/i],
  ["supervise", /监督|评价|supervise|inspect/i],
  ["execute", /办|执行|付|execute|pay|handle/i],
];
/** Words that name an area beside its own name. */
const areaWords: Partial<Record<Area, RegExp>> = {
  gov_proc: /采购|procure|purchas/i,
  pub_works: /工程|works/i,
  state_asset: /资产|asset/i,
  budget_alloc: /专项资金|资金分配|fund/i,
  gov_invest: /政府投资|投资|invest/i,
  pub_trade: /交易|trading|trade/i,
  contract: /合同|contract/i,
  bill_seal: /用印|印章|票据|seal|bill/i,
};

/** Two neighbouring characters that the words and a name share; enough to tell matters of one office apart. */
function shared(words: string, name: string): number {
  const plain = name.toLowerCase();
  let longest = 0;
  for (let from = 0; from < plain.length; from += 1)
    for (let to = from + 2; to <= plain.length; to += 1)
      if (to - from > longest && words.includes(plain.slice(from, to))) longest = to - from;
  return longest;
}

/** What is written with a unit or a currency comes before a number that stands alone. */
function amountIn(words: string, unit: MoneyUnit): Fen | null {
  const all = [...words.matchAll(amountPattern)].map(([, sign, digits = "", suffix]) => ({
    digits: digits.replace(/[,.]+$/, ""),
    suffix: suffix ?? (sign ? "元" : null),
  }));
  const found = all.find(({ suffix }) => suffix !== null) ?? all[0];
  if (!found) return null;
  const { digits, suffix } = found;
  if (suffix?.startsWith("亿")) {
    const fen = parseMoney(digits, "wan");
    return fen === null || !Number.isSafeInteger(fen * 10_000) ? null : fen * 10_000;
  }
  if (suffix !== null) return parseMoney(digits, suffix.startsWith("万") ? "wan" : "yuan");
  return parseMoney(digits, Number(digits.replaceAll(",", "")) >= leastYuan ? "yuan" : unit);
}

export function readQuestion(
  typed: string,
  context: {
    today: Day;
    unit: MoneyUnit;
    matters: readonly { id: string; name: string; area: Area }[];
  },
): WhoQuestion {
  let words = typed.normalize("NFKC").toLowerCase();
  let day: Day | null = null;
  const found = dayPattern.exec(words);
  if (found) {
    const [all] = found;
    const year = found[1] ?? found[4] ?? context.today.slice(0, 4);
    const [month, date] = [found[2] ?? found[5] ?? "", found[3] ?? found[6] ?? ""];
    const read = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
    if (isDay(read)) day = read;
    words = words.replace(all, " ");
  } else if (/明天|明日|tomorrow/.test(words)) day = addDays(context.today, 1);
  else if (/昨天|昨日|yesterday/.test(words)) day = addDays(context.today, -1);
  else if (/今天|今日|today|现在|now/.test(words)) day = context.today;
  const amount = amountIn(words, context.unit);
  const dutyType = types.find(([, pattern]) => pattern.test(words.replace(/分管|办公|办法/g, "")))?.[0];
  const whole = context.matters.find(({ name }) => words.includes(name.toLowerCase()));
  const area =
    areas.find(
      (one) => words.includes(areaNames[one].zh) || words.includes(areaNames[one].en.toLowerCase()),
    ) ??
    areas.find((one) => areaWords[one]?.test(words) && context.matters.some((matter) => matter.area === one));
  const close = context.matters
    .map((matter) => ({ matter, weight: shared(words, matter.name) }))
    .toSorted((a, b) => b.weight - a.weight);
  const [best, next] = close;
  const near = best && best.weight >= 3 && best.weight > (next?.weight ?? 0) ? best.matter : undefined;
  const matter = whole ?? near;
  return {
    day,
    amount,
    dutyType: dutyType ?? "authorise",
    matterId: matter?.id ?? null,
    area: matter ? null : (area ?? null),
  };
}
