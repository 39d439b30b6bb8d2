// Proposals of repair one below the other: what each changes, whether it is proved least, what goes and what comes.
import { Button } from "antd";
import type { ReactNode } from "react";
import type { RepairAnswer } from "../../data/types.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { FindingList } from "./finding-list.tsx";
import "./repair-panel.css";

export function RepairProposals(props: {
  proposals: RepairAnswer["proposals"];
  isBusy: boolean;
  canKeep: boolean;
  onKeep(at: number): void;
}): ReactNode {
  const { repair } = useWords();
  const formats = useFormats();
  const say = useText();
  return props.proposals.map((proposal, at) => {
    const { edits, lines, people, weight, isLeast, vanishing, appearing } = proposal;
    const about = repair.about(
      formats.count(edits.length),
      formats.count(people.length),
      formats.count(weight),
    );
    return (
      <PanelSection
        key={JSON.stringify(edits)}
        title={repair.proposal(formats.count(at + 1))}
        note={
          <span className="q-tag" {...(isLeast ? { "data-tone": "green" } : {})}>
            {isLeast ? repair.least : repair.notProved}
          </span>
        }
        end={<span title={repair.weightHint}>{about}</span>}
      >
        <ol className="q-repair-lines">
          {lines.map((line, nth) => (
            <li key={JSON.stringify(edits[nth])}>{say(line)}</li>
          ))}
        </ol>
        <details className="q-repair-more">
          <summary>
            {repair.vanishing(formats.count(vanishing.length))}
            {appearing.length > 0 ? ` · ${repair.appearing(formats.count(appearing.length))}` : null}
          </summary>
          {appearing.length > 0 ? (
            <>
              <h4>{repair.appearing(formats.count(appearing.length))}</h4>
              <FindingList findings={appearing} />
              <h4>{repair.vanishing(formats.count(vanishing.length))}</h4>
            </>
          ) : null}
          <FindingList findings={vanishing} />
        </details>
        <Button
          size="small"
          disabled={!props.canKeep || props.isBusy}
          aria-label={`${repair.keep}: ${repair.proposal(formats.count(at + 1))}`}
          onClick={() => props.onKeep(at)}
        >
          {repair.keep}
        </Button>
      </PanelSection>
    );
  });
}
