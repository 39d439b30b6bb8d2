// What every command is given: words, where output goes, where paths start, and the sign to stop.
import { isDay, isZone } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import { en as windowEn } from "../../shared/words/en.ts";
import type { Language } from "../../shared/words/language.ts";
import { type Words, zh as windowZh } from "../../shared/words/zh.ts";
import type { Taken } from "./pairs.ts";
import type { Screen } from "./screen.ts";
import { en } from "./words/en.ts";
import { type CliWords, zh } from "./words/zh.ts";

export interface Cli {
  language: Language;
  say: CliWords;
  /** The window's words, where a word is the same. */
  words: Words;
  screen: Screen;
  /** The folder that relative paths start from. */
  folder: string;
  /** The operator named by --as; null: nobody. */
  as: () => string | null;
  /** Epoch milliseconds. */
  now: () => number;
  signal: AbortSignal;
  pairs: Pick<Taken, "pairs" | "where">;
}
export const wordsOf = (language: Language): Pick<Cli, "say" | "words"> =>
  language === "zh" ? { say: zh, words: windowZh } : { say: en, words: windowEn };

/** 0 nothing found, 1 something found. */
export type Outcome = 0 | 1;
/** Given the work of the one command that was typed. */
export type Run = (work: () => Promise<Outcome>) => Promise<void>;
export const found = (isSo: boolean): Outcome => (isSo ? 1 : 0);

/** A whole number typed after an option. */
export const wholeOption =
  (option: string, least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (/^-?\d+$/.test(value) && number >= least && number <= most) return number;
    throw fault("invalid", {
      zh: zh.misuse.whole(option, value, least, most),
      en: en.misuse.whole(option, value, least, most),
    });
  };
/** A day typed after an option. */
export const dayOption =
  (option: string) =>
  (value: string): string => {
    if (isDay(value)) return value;
    throw fault("invalid", { zh: zh.misuse.day(option, value), en: en.misuse.day(option, value) });
  };
/** A time of day typed after an option. */
export const timeOption =
  (option: string) =>
  (value: string): string => {
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value;
    throw fault("invalid", { zh: zh.misuse.time(option, value), en: en.misuse.time(option, value) });
  };
/** A time zone typed after an option. */
export const zoneOption =
  (option: string) =>
  (value: string): string => {
    if (isZone(value)) return value;
    throw fault("invalid", { zh: zh.misuse.zone(option, value), en: en.misuse.zone(option, value) });
  };
/** One of several words typed after an option. */
export const choiceOption =
  <const T extends string>(option: string, allowed: readonly T[]) =>
  (value: string): T => {
    const known = allowed.find((word) => word === value);
    if (known !== undefined) return known;
    const list = allowed.join(", ");
    throw fault("invalid", {
      zh: zh.misuse.value(option, value, list),
      en: en.misuse.value(option, value, list),
    });
  };
