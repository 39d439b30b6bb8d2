// Money as integer fen (分): exact parsing and printing of 元 and 万元, never through floats.

/** Integer fen; within ±Number.MAX_SAFE_INTEGER (about 90 万亿元). */
export type Fen = number;
export type MoneyUnit = "yuan" | "wan";

const fenPerUnit = { yuan: 100n, wan: 1_000_000n } as const;
const digitsPerUnit = { yuan: 2, wan: 6 } as const;
const widthForms: Record<string, string> = {
  "，": ",",
  "．": ".",
  "。": ".",
  "－": "-",
  "＋": "+",
  "¥": "",
  "￥": "",
};

/** Turns full-width digits and signs into ASCII and drops blanks, thousands separators and currency signs. */
const plain = (words: string): string =>
  words
    .normalize("NFKC")
    .replace(/[，．。－＋¥￥]/g, (sign) => widthForms[sign] ?? sign)
    .replace(/[\s,]/g, "");

/**
 * Reads an amount: "12.4万", "1,234.50", "３６.８ 万元", "-5元". A unit written in the cell wins over `unit`.
 * Answers null when it is not a number, has more decimals than a fen, or is too large.
 */
export function parseMoney(words: string, unit: MoneyUnit = "yuan"): Fen | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(万元|万|元|RMB|CNY)?$/i.exec(plain(words));
  if (!match) return null;
  const [, sign, whole = "0", decimals = "", suffix = ""] = match;
  const scale: MoneyUnit = suffix.startsWith("万") ? "wan" : suffix === "" ? unit : "yuan";
  const digits = digitsPerUnit[scale];
  const kept = decimals.slice(0, digits).padEnd(digits, "0");
  if (/[1-9]/.test(decimals.slice(digits))) return null;
  const fen = BigInt(whole) * fenPerUnit[scale] + BigInt(kept);
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const value = Number(fen);
  return sign === "-" && value !== 0 ? -value : value;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

function print(fen: Fen, digits: number, keep: number): string {
  const sign = fen < 0 ? "-" : "";
  const text = String(Math.abs(fen)).padStart(digits + 1, "0");
  const decimals = text.slice(-digits);
  const shown = decimals.slice(0, keep) + decimals.slice(keep).replace(/0+$/, "");
  return `${sign}${grouped(text.slice(0, -digits))}${shown ? `.${shown}` : ""}`;
}

/** "1,234.50"; always two decimals, exact. */
export const formatYuan = (fen: Fen): string => print(fen, 2, 2);
/** "12.40" 万元; at least two decimals, more only where the amount has them, so it is exact. */
export const formatWan = (fen: Fen): string => print(fen, 6, 2);
export const formatMoney = (fen: Fen, unit: MoneyUnit): string =>
  unit === "wan" ? formatWan(fen) : formatYuan(fen);
/** "CNY 2,604,000", as English sentences say it; exact, cents only where there are any. */
export const formatCny = (fen: Fen): string => `CNY ${formatYuan(fen).replace(/\.00$/, "")}`;
/** A plain decimal in yuan for files: "1234.50", no separators. */
export const plainYuan = (fen: Fen): string => formatYuan(fen).replaceAll(",", "");

/** Amount range `(over, upTo]` in fen; no bound is null. */
export interface AmountRange {
  over: Fen | null;
  upTo: Fen | null;
}
export const coversAmount = (range: AmountRange, amount: Fen): boolean =>
  (range.over === null || amount > range.over) && (range.upTo === null || amount <= range.upTo);

/** Is `part` more than `permille` thousandths of `whole`? Exact for all integers. */
export function exceedsShare(part: number, whole: number, permille: number): boolean {
  const [left, right] = [part * 1000, whole * permille];
  // A product that is no safe integer may have been rounded.
  return Number.isSafeInteger(left) && Number.isSafeInteger(right)
    ? left > right
    : BigInt(part) * 1000n > BigInt(whole) * BigInt(permille);
}
