// Lists of names in sentences: all of a short list, the first ones and the number of a long one.
import type { Text } from "../../domain/text.ts";

const namedAtMost = 12;

export function listed(things: readonly { name: string }[]): Text {
  if (things.length === 0) return { zh: "无", en: "nobody" };
  const first = things.slice(0, namedAtMost).map((it) => it.name);
  if (things.length <= namedAtMost) return { zh: first.join("、"), en: first.join(", ") };
  const more = things.length - namedAtMost;
  return { zh: `${first.join("、")} 等 ${things.length} 项`, en: `${first.join(", ")} and ${more} more` };
}

/** `YYYY-MM` of a number of calendar months since year 0. */
export const monthName = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
