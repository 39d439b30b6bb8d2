// Severity as a diamond: filled high, hollow medium, small low.
import type { ReactNode } from "react";
import type { Severity } from "../../shared/domain/conflict.ts";
import { Mark } from "./marks.tsx";
import { useWords } from "./words.tsx";

/** `named` writes the word beside the mark. */
export function SeverityMark(props: { severity: Severity; named?: boolean }): ReactNode {
  const { severity } = useWords().common;
  const name = severity[props.severity];
  if (!props.named) return <Mark shape={props.severity} label={name} />;
  return (
    <span className="q-tag" data-tone={props.severity === "low" ? undefined : "red"}>
      <Mark shape={props.severity} />
      {name}
    </span>
  );
}
