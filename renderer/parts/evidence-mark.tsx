// How well a norm's text is known: verified, quoted, recalled, or mere practice.
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import type { EvidenceMark as EvidenceMarkName } from "../../shared/domain/rule.ts";
import { useWords } from "./words.tsx";

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
