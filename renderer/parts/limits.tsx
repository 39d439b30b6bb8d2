// What an answer cannot tell, beneath it: the first line in sight, the rest on asking.
import type { ReactNode } from "react";
import { useWords } from "./words.tsx";
import "./notes.css";

export function Limits(props: { title: string; lines: readonly string[] }): ReactNode {
  const { common } = useWords();
  const [first, ...rest] = props.lines;
  if (first === undefined) return null;
  return (
    <details className="q-limits">
      <summary>
        <b>{props.title}</b>
        {common.colon}
        {first}
      </summary>
      <ul>
        {rest.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
