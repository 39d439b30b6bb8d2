// Why a conflict is one: the rule's version and sources, each needed piece of evidence with why it counts, and how small that is.
import type { ReactNode } from "react";
import type { Proof } from "../../data/types.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import "../../parts/why-not.css";

export function ProofSection(props: { proof: Proof | null }): ReactNode {
  const { explain } = useWords();
  const formats = useFormats();
  const say = useText();
  const { proof } = props;
  if (!proof)
    return (
      <PanelSection title={explain.proof}>
        <p className="q-prose">{explain.noProof}</p>
      </PanelSection>
    );
  const needed = proof.steps.filter((step) => step.isNeeded).length;
  return (
    <PanelSection
      title={explain.proof}
      note={needed > 0 ? explain.proofNote(formats.count(needed)) : undefined}
    >
      <div className="q-proof-words q-second">
        {proof.rule.map((line) => (
          <p key={line.en}>{say(line)}</p>
        ))}
      </div>
      <ol className="q-proof">
        {proof.steps.map((step) => (
          <li key={`${step.kind} ${step.id}`} {...(step.isNeeded ? { "data-needed": "" } : {})}>
            {say(step.says)}
            {step.isNeeded ? null : <span className="q-tag">{explain.beside}</span>}
            {step.because.length > 0 ? (
              <ul className="q-second" aria-label={explain.counts}>
                {step.because.map((line) => (
                  <li key={line.en}>{say(line)}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
      <div className="q-proof-words">
        {proof.end.map((line) => (
          <p key={line.en}>{say(line)}</p>
        ))}
      </div>
    </PanelSection>
  );
}
