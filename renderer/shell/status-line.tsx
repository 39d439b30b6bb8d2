// The bottom line: running work with its cancel, else what was last checked.
import type { ReactNode } from "react";
import { ProgressLine } from "../parts/progress-line.tsx";
import { useWords } from "../parts/words.tsx";
import { useWork } from "../parts/work.tsx";
import { useFrameSource } from "./frame-source.ts";

export function StatusLine(): ReactNode {
  const { frame } = useWords();
  const { works } = useWork();
  const { status } = useFrameSource();
  const first = works[0];
  return (
    <footer className="q-status">
      {first ? (
        <ProgressLine work={first} more={works.length - 1} />
      ) : (
        <span>{status.left || frame.idle}</span>
      )}
      <span className="q-grow" />
      <span className="q-ellipsis">{status.right || frame.noClassified}</span>
    </footer>
  );
}
