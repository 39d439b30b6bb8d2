// Results to stdout, everything else to stderr: notes, and one line of progress that a terminal sees change.
import type { Progress } from "../../shared/contract/call.ts";
import type { Language } from "../../shared/words/language.ts";

export interface Stream {
  write: (text: string) => unknown;
  isTTY?: boolean;
  columns?: number;
}
export interface Screen {
  /** Columns of the terminal; where there is none, as many as a wide page holds. */
  width: number;
  /** A result, with a line feed after it. */
  result: (text: string) => void;
  /** A result as it is. */
  raw: (text: string) => void;
  note: (text: string) => void;
  progress: (progress: Progress) => void;
  /** Wipes the line of progress. */
  settle: () => void;
}

const pageWidth = 140;
const wipe = "\r\u001b[K";

export function createScreen(out: Stream, err: Stream, language: Language): Screen {
  let shown = "";
  const settle = (): void => {
    if (shown !== "" && err.isTTY) err.write(wipe);
    shown = "";
  };
  const raw = (text: string): void => {
    settle();
    out.write(text);
  };
  return {
    width: out.columns ?? pageWidth,
    raw,
    result: (text) => raw(`${text}\n`),
    note: (text) => {
      settle();
      err.write(`${text}\n`);
    },
    progress: ({ label, done, total }) => {
      const name = label[language];
      if (err.isTTY) {
        shown = `${name} ${done}${total === null ? "" : `/${total}`}`;
        err.write(`${wipe}${shown}`);
      } else if (shown !== name) {
        // A file or a pipe cannot wipe: each kind of work is named once.
        shown = name;
        err.write(`${name} …\n`);
      }
    },
    settle,
  };
}
