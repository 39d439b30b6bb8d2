// Gives every part the words, the language and the way numbers, money and days are written.
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { en } from "../../shared/words/en.ts";
import type { Language } from "../../shared/words/language.ts";
import { type Words, zh } from "../../shared/words/zh.ts";
import { type Formats, makeFormats } from "./formats.ts";

interface Speech {
  language: Language;
  words: Words;
  formats: Formats;
}

const dictionaries: Record<Language, Words> = { zh, en };
const SpeechContext = createContext<Speech>({
  language: "zh",
  words: zh,
  formats: makeFormats(zh, "Asia/Shanghai"),
});

/** `zone` is the workbook's time zone: instants are written in it, never in the machine's. */
export function WordsProvider(props: { language: Language; zone: string; children: ReactNode }): ReactNode {
  const speech = useMemo<Speech>(() => {
    const words = dictionaries[props.language];
    return { language: props.language, words, formats: makeFormats(words, props.zone) };
  }, [props.language, props.zone]);
  return <SpeechContext value={speech}>{props.children}</SpeechContext>;
}

export const useWords = (): Words => useContext(SpeechContext).words;
export const useLanguage = (): Language => useContext(SpeechContext).language;
export const useFormats = (): Formats => useContext(SpeechContext).formats;
