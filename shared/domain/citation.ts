// How a source may be shown: only a text that was read stands as a citation by itself; the rest says what it is.
import type { Citation } from "./rule.ts";
import type { Text } from "./text.ts";

const practice = "常见做法";

/**
 * The source with what has to be said beside it: text 引用 as it is, secondary 转引 with the norm to be checked,
 * recalled not as a citation until the original is read, practice as common practice, unit as the unit's own rule.
 */
export function citedAs({ source, mark }: Citation): Text {
  switch (mark) {
    case "text":
    case "unit":
      return { zh: source, en: source };
    case "secondary":
      return {
        zh: `转引，原规范待核：${source}`,
        en: `Quoted elsewhere, the norm is to be checked: ${source}`,
      };
    case "recalled":
      return {
        zh: `原文未核，暂不作引用：${source}`,
        en: `Not cited until the original is checked: ${source}`,
      };
    case "practice": {
      const rest = source.replace(/^(practice|常见做法)/, "");
      return {
        zh: `${practice}${rest}`,
        en: rest === "" ? "Common practice" : `Common practice ${rest.trim()}`,
      };
    }
  }
}
