// Repair with the least change, in place of the check panel: proposals with their proof, each kept as a draft, or all as branches.
import { Button } from "antd";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useTell } from "../../data/tell.ts";
import type { DesignFinding, RepairAnswer } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { RepairProposals } from "./repair-proposals.tsx";

export function RepairPanel(props: {
  /** The potential conflicts to repair. */
  conflicts: readonly DesignFinding[];
  /** What they are of: names the drafts. */
  scope: string;
  onClose(): void;
}): ReactNode {
  const { repair } = useWords();
  const formats = useFormats();
  const say = useText();
  const { day } = useFrame();
  const readOnly = useReadOnly();
  const [, navigate] = useLocation();
  const search = useTell("matrix.repair");
  const start = useTell("changes.start");
  const [answer, setAnswer] = useState<RepairAnswer | null>(null);
  const asked = JSON.stringify(props.conflicts.map(({ key }) => key));
  const { tell } = search;
  const look = useCallback(async () => {
    const keys: string[] = JSON.parse(asked);
    setAnswer(keys.length === 0 ? null : await tell({ day, keys }));
  }, [tell, day, asked]);
  useEffect(() => {
    void look();
  }, [look]);

  /** Drafts of these proposals, the later ones as branches of the first. */
  const keep = async (places: readonly number[]): Promise<void> => {
    const ids: string[] = [];
    for (const at of places) {
      const proposal = answer?.proposals[at];
      if (!proposal) continue;
      const gone = proposal.vanishing.filter(({ type }) => type === "conflict").length;
      const made = await start.tell({
        name: repair.draftName(props.scope, formats.count(at + 1)),
        day,
        reason: repair.reason(formats.count(gone)),
        edits: proposal.edits,
        branchOf: ids[0] ?? null,
      });
      if (!made) return;
      ids.push(made.id);
    }
    const [only] = ids;
    if (only)
      navigate(ids.length === 1 ? `/matrix/changes/${only}` : `/matrix/changes/compare?ids=${ids.join(",")}`);
  };
  const proposals = answer?.proposals ?? [];
  return (
    <SidePanel
      id="matrix.repair"
      label={repair.title}
      title={repair.title}
      startWidth={440}
      onClose={props.onClose}
      foot={
        <>
          {proposals.length > 1 ? (
            <Button
              type="primary"
              loading={start.isBusy}
              disabled={readOnly !== null}
              {...(readOnly ? { title: say(readOnly) } : {})}
              onClick={() => void keep(proposals.map((_, at) => at))}
            >
              {repair.keepAll(formats.count(proposals.length))}
            </Button>
          ) : null}
          <Button onClick={props.onClose}>{repair.back}</Button>
        </>
      }
    >
      <p className="q-prose">{repair.why}</p>
      <Trouble
        fault={start.fault ?? search.fault}
        action={{ words: repair.again, onClick: () => void look() }}
      />
      <div aria-live="polite" aria-busy={search.isBusy}>
        {props.conflicts.length === 0 ? <p className="q-prose">{repair.none}</p> : null}
        {search.isBusy ? <p className="q-prose">{repair.searching}</p> : null}
        {answer && !search.isBusy ? (
          <>
            {answer.beyond.length > 0 ? (
              <p className="q-prose">{repair.beyond(formats.count(answer.beyond.length))}</p>
            ) : null}
            {answer.undecided.length > 0 ? (
              <p className="q-prose">{repair.undecided(formats.count(answer.undecided.length))}</p>
            ) : null}
            {proposals.length === 0 ? <p className="q-prose">{repair.notFound}</p> : null}
            <RepairProposals
              proposals={proposals}
              isBusy={start.isBusy}
              canKeep={readOnly === null}
              onKeep={(at) => void keep([at])}
            />
          </>
        ) : null}
      </div>
    </SidePanel>
  );
}
