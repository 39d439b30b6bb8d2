// On what a list of conflicts rests: N rules, M approvals, K that lacked data, J judged elsewhere, U not yet judged.
import type { ReactNode } from "react";
import { useFormats, useWords } from "./words.tsx";
import "./why-not.css";

interface CheckBasisProps {
  summary: {
    rules: number;
    approvals: number;
    notApplicable: readonly unknown[];
    judgedElsewhere: readonly unknown[];
    notYetJudged: number;
  };
  /** Shows what is not listed; null: that is told of today alone. */
  onWhy: (() => void) | null;
}
export function CheckBasis({ summary, onWhy }: CheckBasisProps): ReactNode {
  const { explain } = useWords();
  const formats = useFormats();
  return (
    <p className="q-basis" style={{ margin: 0 }}>
      <span>{explain.basis(formats.count(summary.rules), formats.count(summary.approvals))}</span>
      <span>{explain.notApplied(formats.count(summary.notApplicable.length))}</span>
      <span>{explain.elsewhere(formats.count(summary.judgedElsewhere.length))}</span>
      <span>{explain.notYet(formats.count(summary.notYetJudged))}</span>
      {onWhy ? (
        <button type="button" className="q-link" onClick={onWhy}>
          {explain.basisLink}
        </button>
      ) : null}
    </p>
  );
}
