// What the validator finds about the moves under the hand, each with the way to its place.
import type { ReactNode } from "react";
import { PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Breach } from "./breaches.ts";

export function CheckPanel(props: {
  breaches: readonly Breach[];
  isAsking: boolean;
  onShow(breach: Breach): void;
  onClose(): void;
}): ReactNode {
  const { rotation } = useWords();
  const formats = useFormats();
  const say = useText();
  const groups = new Map<string, Breach[]>();
  for (const breach of props.breaches)
    groups.set(breach.constraint, [...(groups.get(breach.constraint) ?? []), breach]);
  return (
    <SidePanel
      id="rotation.check"
      label={rotation.breaches}
      title={
        props.breaches.length === 0
          ? rotation.handHolds
          : rotation.handBreaks(formats.count(props.breaches.length))
      }
      startWidth={360}
      onClose={props.onClose}
    >
      <p className="q-prose q-second">{props.isAsking ? rotation.checking : rotation.checkWhy}</p>
      {[...groups].map(([constraint, own]) => (
        <PanelSection
          key={constraint}
          title={rotation.constraints[constraint as keyof typeof rotation.constraints] ?? constraint}
          note={formats.count(own.length)}
        >
          <ul className="q-plan-lines">
            {own.map((breach) => (
              <li key={`${breach.postId}.${breach.personId}.${breach.from}.${breach.sentence.en}`}>
                <button type="button" className="q-breach-line" onClick={() => props.onShow(breach)}>
                  <span>{say(breach.sentence)}</span>
                  <span className="q-muted q-small">{breach.from}</span>
                </button>
              </li>
            ))}
          </ul>
        </PanelSection>
      ))}
    </SidePanel>
  );
}
