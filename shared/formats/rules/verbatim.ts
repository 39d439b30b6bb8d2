// Text that must come back from a cell exactly as it went in, whatever it holds.

// Words that mean something of their own in these sheets: the empty list.
const reserved = new Set(["无", "none"]);
// What a cell keeps by itself: printable text without outer blanks that no program takes for something else.
const isPlain = (text: string): boolean =>
  text !== "" &&
  text === text.trim() &&
  !/[\p{Cc}\p{Cs}\uFEFF]/u.test(text.replaceAll("\n", "")) &&
  !/^["'=+\-@＝＋－＠#]/.test(text) &&
  !reserved.has(text.toLowerCase());

const escaped = (text: string): string =>
  JSON.stringify(text).replace(/[^\x20-\x7e\p{Script=Han}，。；：、（）“”]/gu, (sign) =>
    [...sign]
      .flatMap((one) => one.split(""))
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );

/** Most text as it is; text that a cell would change is quoted and escaped as in JSON. */
export const printVerbatim = (text: string): string => (isPlain(text) ? text : escaped(text));

/** Undoes `printVerbatim`; null: it begins like quoted text but is not. */
export function parseVerbatim(words: string): string | null {
  if (!/^".*"$/s.test(words)) return words;
  try {
    const text: unknown = JSON.parse(words);
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}
