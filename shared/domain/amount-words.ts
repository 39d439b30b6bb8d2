// Reads and writes an amount range as people type it in a cell: "5万", "≤30", "20万以上", "5-20万", "不限".
import { type AmountRange, type Fen, formatMoney, type MoneyUnit, parseMoney } from "./money.ts";

const wholeWords = /^(不限额?|全额|无限额?|all|any|unlimited|√|✓|y|是)$/i;
const above = /^(?:>|＞|大于|超过|over|above)(.+)$/i;
const aboveAfter = /^(.+?)(?:以上|起)$/;
const upToBefore = /^(?:<=|≤|＜=|≦|不超过|不大于|up ?to)(.+)$/i;
const upToAfter = /^(.+?)(?:以下|以内|及以下)$/;
const between = /^(.+?)(?:-|–|—|~|～|至|到|to)(.+)$/i;
const withUnit = /(万元|万|元|RMB|CNY)$/i;

/**
 * `unit` holds where none is written. A bare amount is a ceiling that leaves the lower bound of `now` as it is;
 * null: not an amount range, or an empty one.
 */
export function parseRange(typed: string, unit: MoneyUnit, now: AmountRange | null): AmountRange | null {
  const words = typed
    .normalize("NFKC")
    .replaceAll(/[\s,]/g, "")
    .replace(/[（(]含[)）]/, "");
  if (wholeWords.test(words)) return { over: null, upTo: null };
  const money = (text: string | undefined, inUnit = unit): Fen | null => {
    const fen = text === undefined ? null : parseMoney(text, inUnit);
    return fen !== null && fen >= 0 ? fen : null;
  };
  const over = above.exec(words)?.[1] ?? aboveAfter.exec(words)?.[1];
  if (over !== undefined) {
    const fen = money(over);
    return fen === null ? null : { over: fen, upTo: null };
  }
  const upTo = upToBefore.exec(words)?.[1] ?? upToAfter.exec(words)?.[1];
  if (upTo !== undefined) return ceiling(null, money(upTo));
  const pair = between.exec(words);
  if (pair) {
    // "5-20万": the unit of the second is that of both.
    const last = withUnit.exec(pair[2] ?? "")?.[1];
    const inUnit: MoneyUnit = last === undefined ? unit : last.startsWith("万") ? "wan" : "yuan";
    const low = money(pair[1], inUnit);
    return low === null ? null : ceiling(low, money(pair[2], inUnit));
  }
  const fen = money(words);
  if (fen === null) return null;
  return ceiling(now?.over != null && now.over < fen ? now.over : null, fen);
}

const ceiling = (over: Fen | null, upTo: Fen | null): AmountRange | null =>
  upTo === null || upTo === 0 || (over !== null && over >= upTo)
    ? null
    : { over: over === 0 ? null : over, upTo };

/** Several tiers in one cell, parted by semicolons; null where one of them cannot be read. */
export function parseTiers(
  typed: string,
  unit: MoneyUnit,
  now: readonly AmountRange[],
): AmountRange[] | null {
  const tiers: AmountRange[] = [];
  for (const [nth, part] of typed
    .split(/[;；\n]/)
    .filter((one) => one.trim() !== "")
    .entries()) {
    const range = parseRange(part, unit, now[nth] ?? null);
    if (range === null) return null;
    tiers.push(range);
  }
  return tiers;
}

/** How a table says it: the whole amount in a word, and the unit behind a number. */
export interface RangeSpeech {
  unit: MoneyUnit;
  whole: string;
  suffix: string;
}
const short = (fen: Fen, unit: MoneyUnit): string =>
  formatMoney(fen, unit)
    .replaceAll(",", "")
    .replace(/\.?0+$/, "");
/** What `parseRange` reads back, with its unit, so that a table pasted anywhere says what it means. */
export function rangeWords({ over, upTo }: AmountRange, { unit, whole, suffix }: RangeSpeech): string {
  if (over === null && upTo === null) return whole;
  if (over === null) return `≤${short(upTo ?? 0, unit)}${suffix}`;
  if (upTo === null) return `>${short(over, unit)}${suffix}`;
  return `${short(over, unit)}-${short(upTo, unit)}${suffix}`;
}
export const tiersWords = (tiers: readonly AmountRange[], speech: RangeSpeech): string =>
  tiers.map((one) => rangeWords(one, speech)).join("；");
