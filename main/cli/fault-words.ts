// A fault as one line for the terminal: what happened and what to do, then the place.
import type { Fault, Place } from "../../shared/domain/fault.ts";
import type { Language } from "../../shared/words/language.ts";
import type { Words } from "../../shared/words/zh.ts";

export const placeWords = (where: Place, words: Words): string =>
  [
    where.file ?? "",
    where.sheet === undefined ? "" : words.faults.sheet(where.sheet),
    where.row === undefined ? "" : words.faults.row(String(where.row)),
    where.column === undefined ? "" : words.faults.column(where.column),
    where.value === undefined ? "" : words.faults.value(where.value),
  ]
    .filter(Boolean)
    .join(words.common.listing);

export function faultWords(
  { message, where }: Pick<Fault, "message" | "where">,
  language: Language,
  words: Words,
): string {
  const place = where ? placeWords(where, words) : "";
  return place === "" ? message[language] : `${message[language]}\n  ${place}`;
}
