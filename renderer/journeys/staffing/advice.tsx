// What would mend a tier: each piece of advice can go into a draft change set.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { useTell } from "../../data/tell.ts";
import type { TierDetail } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";

export function Advice(props: { detail: TierDetail }): ReactNode {
  const { staffing } = useWords();
  const { detail } = props;
  const isNeeded = detail.status === "impossible" || detail.irreplaceable.length > 0;
  return (
    <PanelSection title={staffing.advice} note={isNeeded ? staffing.adviceNote : null}>
      {detail.advice.length === 0 ? (
        <p className="q-note-line">{isNeeded ? staffing.adviceNone : staffing.adviceUnneeded}</p>
      ) : (
        <ul className="q-staffing-advice">
          {detail.advice.map((advice) => (
            <AdviceLine key={advice.sentence.en} advice={advice} matter={detail.matter} />
          ))}
        </ul>
      )}
    </PanelSection>
  );
}

function AdviceLine(props: { advice: TierDetail["advice"][number]; matter: string }): ReactNode {
  const { staffing } = useWords();
  const say = useText();
  const { day } = useFrame();
  const readOnly = useReadOnly();
  const [draft, setDraft] = useState<{ id: string; number: string } | null>(null);
  const { tell, isBusy, fault } = useTell("changes.start");
  const { advice, matter } = props;
  const put = async (): Promise<void> => {
    const made = await tell({
      name: staffing.draftName(matter),
      day,
      reason: say(advice.sentence),
      edits: advice.edits,
    });
    if (made) setDraft(made);
  };
  return (
    <li>
      <p>{say(advice.sentence)}</p>
      {draft === null ? (
        <Button
          size="small"
          loading={isBusy}
          disabled={readOnly !== null}
          {...(readOnly ? { title: say(readOnly) } : {})}
          onClick={() => void put()}
        >
          {staffing.toDraft}
        </Button>
      ) : (
        <Link href={`/matrix/changes/${encodeURIComponent(draft.id)}`}>{staffing.inDraft(draft.number)}</Link>
      )}
      <Trouble fault={fault} />
    </li>
  );
}
