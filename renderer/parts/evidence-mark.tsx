// How well a norm's text is known: verified, quoted, recalled, or mere practice.
import { Tooltip } from "antd";
import { type ReactNode, useCallback } from "react";
import { citedAs } from "../../shared/domain/citation.ts";
import type { Citation, EvidenceMark as EvidenceMarkName } from "../../shared/domain/rule.ts";
import { useLanguage, useWords } from "./words.tsx";

/** A source as its mark allows it to be shown, in the window's language. */
export function useCitationWords(): (citation: Citation) => string {
  const language = useLanguage();
  return useCallback((citation: Citation) => citedAs(citation)[language], [language]);
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
