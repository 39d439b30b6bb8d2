// Findings of the design check as a list: what it is, the rule or norm behind it, and how well that norm is known.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { DesignFinding } from "../../data/types.ts";
import { EvidenceMark, useCitationWords } from "../../parts/evidence-mark.tsx";
import { Mark } from "../../parts/marks.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { useText } from "../../parts/text.ts";

export function FindingMark(props: { finding: DesignFinding }): ReactNode {
  const { type, severity } = props.finding;
  if (type === "conflict") return <SeverityMark severity={severity} />;
  return <Mark shape={type === "gap" ? "warning" : type === "ladder" ? "warningHollow" : "waiting"} />;
}

export function FindingList(props: { findings: readonly DesignFinding[]; most?: number }): ReactNode {
  const say = useText();
  const cited = useCitationWords();
  return (
    <ul className="q-check-list">
      {props.findings.slice(0, props.most ?? 200).map((finding) => (
        <li key={finding.key}>
          <div>
            <FindingMark finding={finding} />
            <span>
              {say(finding.sentence)}
              {finding.ruleId || finding.citation ? (
                <small>
                  {finding.ruleId ? (
                    <Link
                      className="q-link"
                      href={`/settings/rules?open=${encodeURIComponent(finding.ruleId)}`}
                    >
                      {finding.ruleId}
                    </Link>
                  ) : null}{" "}
                  {finding.citation ? (
                    <>
                      {cited(finding.citation)} <EvidenceMark mark={finding.citation.mark} />
                    </>
                  ) : null}
                </small>
              ) : null}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
