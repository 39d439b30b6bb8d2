// What the list leaves out, by reason: counted, with the rules concerned, and never called safe.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAsk } from "../../data/ask.ts";
import { PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function PassedPanel(props: { onClose(): void }): ReactNode {
  const { explain } = useWords();
  const formats = useFormats();
  const say = useText();
  const { value, fault } = useAsk("explain.passedOver", {});
  return (
    <SidePanel
      id="conflicts"
      startWidth={568}
      label={explain.passedTitle}
      title={explain.passedTitle}
      onClose={props.onClose}
    >
      <p className="q-prose">{explain.passedWhy}</p>
      <Trouble fault={fault} />
      {(value?.passed ?? []).map(({ reason, count, lines }) => (
        <PanelSection
          key={reason}
          title={explain.passed[reason]}
          note={count === 0 ? explain.passedNone : formats.count(count)}
        >
          <ul className="q-facts-list">
            {lines.map((line) => (
              <li key={line.ruleId}>
                <Link
                  className="q-link q-nowrap"
                  href={`/settings/rules?open=${encodeURIComponent(line.ruleId)}`}
                >
                  {line.ruleId}
                </Link>
                <span className="q-grow">{say(line.says)}</span>
                {line.count > 1 ? <span className="q-muted">{formats.count(line.count)}</span> : null}
              </li>
            ))}
          </ul>
        </PanelSection>
      ))}
    </SidePanel>
  );
}
