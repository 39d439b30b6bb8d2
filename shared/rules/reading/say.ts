// The words that stand in a slot: names for codes, a list as a list, permille as %, fen as 万元.

import { lastDay } from "../../domain/day.ts";
import { builtInDuties } from "../../domain/duty.ts";
import { formatCny, formatMoney } from "../../domain/money.ts";
import { sameText, type Text } from "../../domain/text.ts";
import type { Draft } from "./draft.ts";
import { read, type Tongue } from "./read.ts";
import type { Option, Slot } from "./slot.ts";

/** Names of what a unit has of its own; a code that nobody names stands for itself. */
export interface Names {
  duty: (code: string) => Text | undefined;
  matter: (code: string) => Text | undefined;
}
const builtIn = new Map(builtInDuties.map((duty) => [duty.code, duty.name]));
export const builtInNames: Names = { duty: (code) => builtIn.get(code), matter: () => undefined };

const empty: Text = { zh: "（未填）", en: "(empty)" };
/** Permille as percent: 905 → "90.5%". */
export const percent = (permille: number): string => `${permille / 10}%`;

export function sayList(words: readonly string[], tongue: Tongue, last: "and" | "or" = "and"): string {
  if (tongue === "zh") return words.join("、");
  const end = words.at(-1) ?? "";
  return words.length < 2 ? end : `${words.slice(0, -1).join(", ")} ${last} ${end}`;
}

export function saySlot(slot: Slot, tongue: Tongue, names: Names = builtInNames): string {
  const { spec, value } = slot;
  // Null may have a meaning; what could not be read is undefined and has none.
  const nothing = value !== undefined && "none" in spec && spec.none ? spec.none[tongue] : empty[tongue];
  const list = Array.isArray(value) ? value.map(String) : [];
  const dutyName = (code: string): string => names.duty(code)?.[tongue] ?? code;
  const optionName = (options: readonly Option[], of: unknown): string =>
    (options.find((option) => option.value === of)?.words ?? sameText(String(of)))[tongue];
  switch (spec.type) {
    case "duty":
      return typeof value === "string" && value !== "" ? dutyName(value) : nothing;
    case "duties":
      return list.length > 0 ? sayList(list.map(dutyName), tongue) : nothing;
    case "matters":
      return list.length > 0
        ? sayList(
            list.map((code) => names.matter(code)?.[tongue] ?? code),
            tongue,
          )
        : nothing;
    case "money":
      if (typeof value !== "number") return nothing;
      return tongue === "zh" ? `${short(value)} 万元` : formatCny(value);
    case "share":
      return typeof value === "number" ? percent(value) : nothing;
    case "day":
      return typeof value !== "string"
        ? nothing
        : slot.key === "inForce.until"
          ? (lastDay({ from: value, until: value }) ?? value)
          : value;
    case "choice":
    case "form":
      return value === null || value === undefined ? nothing : optionName(spec.options, value);
    case "choices":
      return list.length > 0
        ? sayList(
            list.map((one) => optionName(spec.options, one)),
            tongue,
            "or",
          )
        : nothing;
    case "part":
      return (value === null || value === undefined ? spec.off : spec.on)[tongue];
    default:
      return value === null || value === undefined || value === "" ? nothing : String(value);
  }
}
const short = (fen: number): string => formatMoney(fen, "wan").replace(/\.?0+$/, "");

/** The whole reading as plain text, for pages, logs and readers of the screen. */
export function sayRule(
  draft: Draft,
  tongue: Tongue,
  names: Names = builtInNames,
): { rule: string; frame: string } {
  const { rule, frame } = read(draft, tongue);
  const join = (parts: typeof rule): string =>
    parts.map((part) => (part.type === "words" ? part.words : saySlot(part.slot, tongue, names))).join("");
  return { rule: join(rule), frame: join(frame) };
}
