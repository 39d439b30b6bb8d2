// Lets a long Chinese name break between its words only.
import { Fragment, type ReactNode } from "react";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** "会计核算岗" → "会计", "核算岗"; a single closing character (岗, 长) stays with its word. */
export function wordsOfName(name: string): string[] {
  const words = [...segmenter.segment(name)].map((part) => part.segment);
  const last = words.at(-1);
  return last && last.length === 1 && words.length > 1
    ? [...words.slice(0, -2), `${words.at(-2)}${last}`]
    : words;
}

export function BrokenName(props: { name: string }): ReactNode {
  const pieces: { start: number; word: string }[] = [];
  let start = 0;
  for (const word of wordsOfName(props.name)) {
    pieces.push({ start, word });
    start += word.length;
  }
  return pieces.map((piece) => (
    <Fragment key={piece.start}>
      {piece.start > 0 ? <wbr /> : null}
      {piece.word}
    </Fragment>
  ));
}
