// Decimals as programs write them: with an exponent, or finer than money is.
import type { Fen } from "../domain/money.ts";
import { parseMoney } from "../domain/money.ts";

/** "1.2E7" as people and tables write it; anything else as it stands. */
export function plainDecimal(text: string): string {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?e([+-]?\d{1,3})$/i.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", part = "", power = "0"] = match;
  const digits = whole + part;
  const point = whole.length + Number(power);
  const placed =
    point <= 0
      ? `0.${"0".repeat(-point)}${digits}`
      : `${digits.padEnd(point, "0").slice(0, point)}.${digits.slice(point)}`;
  return sign + placed.replace(/^0+(?=\d)/, "").replace(/\.0*$|(\.\d*?)0+$/, "$1");
}

/** "41.61338363" as 4161 fen, half away from zero; null when it is no decimal, or not finer than a fen. */
export function roundedToFen(text: string): Fen | null {
  const match = /^([+-]?)(\d+\.\d{2})(\d+)$/.exec(text);
  if (!match) return null;
  const [, sign = "", kept = "", rest = ""] = match;
  const cut = parseMoney(kept);
  if (cut === null) return null;
  const fen = cut + (rest >= "5" ? 1 : 0);
  return sign === "-" && fen !== 0 ? -fen : fen;
}
