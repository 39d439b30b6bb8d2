// Why some rules could not be applied, and how much cannot be judged yet.
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { CheckSummary } from "../../data/types.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function NotApplied(props: { check: CheckSummary; onClose(): void }): ReactNode {
  const { overview: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const { check } = props;
  return (
    <SidePanel
      id="overview"
      label={words.notAppliedTitle}
      title={words.notAppliedTitle}
      onClose={props.onClose}
    >
      <p className="q-prose">{words.notAppliedWhy}</p>
      <ul className="q-reasons">
        {check.notApplicable.map((one) => (
          <li key={one.ruleId}>
            <Link className="q-link" href={`/settings/rules?open=${encodeURIComponent(one.ruleId)}`}>
              {one.ruleId} {say(one.title)}
            </Link>
            <p>{say(one.reason)}</p>
          </li>
        ))}
      </ul>
      {check.notYetJudged > 0 ? (
        <p className="q-prose">{words.notYetJudged(formats.count(check.notYetJudged))}</p>
      ) : null}
    </SidePanel>
  );
}
