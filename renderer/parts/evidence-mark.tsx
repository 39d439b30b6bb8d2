// How well a norm's text is known: verified, quoted, recalled, or mere practice.
import { Tooltip } from "antd";
import { type ReactNode, useCallback } from "react";
import type { EvidenceMark as EvidenceMarkName } from "../../shared/domain/rule.ts";
import { useWords } from "./words.tsx";

/** A source as quoted; mere practice is said in the window's language. */
export function useSourceWords(): (source: string) => string {
  const { evidenceMarks } = useWords().common;
  return useCallback(
    (source: string) => source.replace(/^practice/, evidenceMarks.practice),
    [evidenceMarks],
  );
}

export function EvidenceMark(props: { mark: EvidenceMarkName }): ReactNode {
  const { evidenceMarks, evidenceMarksWhy } = useWords().common;
  return (
    <Tooltip title={evidenceMarksWhy[props.mark]}>
      <span
        className="q-tag"
        data-tone={props.mark === "recalled" ? "amber" : undefined}
        style={
          props.mark === "practice" || props.mark === "unit"
            ? { background: "none", boxShadow: "inset 0 0 0 1px var(--c-line-strong)" }
            : undefined
        }
      >
        {evidenceMarks[props.mark]}
      </span>
    </Tooltip>
  );
}
