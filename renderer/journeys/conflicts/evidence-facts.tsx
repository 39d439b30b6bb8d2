// Evidence beside the acts: assignments, authorities, delegations, relations, absences, a line each.
import type { ReactNode } from "react";
import type { ConflictDetail } from "../../data/types.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function EvidenceFacts(props: { facts: ConflictDetail["facts"] }): ReactNode {
  const { conflicts } = useWords();
  const formats = useFormats();
  const say = useText();
  const kindName = (kind: string): string =>
    kind in conflicts.factKinds ? conflicts.factKinds[kind as keyof typeof conflicts.factKinds] : kind;
  return (
    <PanelSection title={conflicts.facts}>
      <ul className="q-facts-list">
        {props.facts.map((fact) => (
          <li key={`${fact.kind}.${fact.id}`}>
            <span className="q-tag">{kindName(fact.kind)}</span>
            <span className="q-grow">{say(fact.line)}</span>
            {fact.from ? (
              <span className="q-muted q-nowrap">
                {formats.period({ from: fact.from, until: fact.until })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
