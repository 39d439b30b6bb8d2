// What came of an import, and the next step: check.
import { CircleCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { useTell } from "../../data/tell.ts";
import { useWorkbook } from "../../data/workbook.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { WizardState } from "./wizard-state.ts";

export function DoneStep(props: {
  state: Extract<WizardState, { step: "done" }>;
  onAgain(): void;
}): ReactNode {
  const { committed } = props.state;
  const { common, imports, overview } = useWords();
  const formats = useFormats();
  const toast = useToast();
  const book = useWorkbook();
  const [, navigate] = useLocation();
  const check = useTell("conflicts.check");
  const undo = useTell("journal.undo");
  const [isUndone, setUndone] = useState(false);
  const { change } = committed;
  const needsCheck = book?.isCheckStale !== false;
  const run = async (): Promise<void> => {
    const done = await check.tell({}, { label: overview.checkLabel });
    if (done) navigate("/conflicts");
  };
  const takeBack = async (): Promise<void> => {
    if (!change) return;
    const done = await undo.tell({ seq: change.seq });
    if (!done) return;
    setUndone(true);
    toast.say({ words: imports.undone });
  };
  return (
    <>
      <PageHead
        finding={[
          imports.doneFinding(formats.count(committed.added), formats.count(committed.changed)),
          committed.rejected > 0 ? imports.doneRejected(formats.count(committed.rejected)) : "",
          imports.doneEnd,
        ]}
        primary={
          needsCheck
            ? { words: imports.checkNow, busy: check.isBusy, onClick: () => void run() }
            : { words: imports.seeConflicts, onClick: () => navigate("/conflicts") }
        }
        secondary={[
          ...(change && !isUndone
            ? [{ words: imports.undo, busy: undo.isBusy, onClick: () => void takeBack() }]
            : []),
          ...(committed.draft
            ? [{ words: common.openTaken, onClick: () => navigate(`/matrix/changes/${committed.draft?.id}`) }]
            : []),
          { words: imports.again, onClick: props.onAgain },
        ]}
      />
      <Trouble fault={check.fault ?? undo.fault} />
      <EmptyState
        icon={<CircleCheck size={32} strokeWidth={1.25} />}
        title={
          isUndone ? imports.undone : imports.imported(formats.count(committed.added + committed.changed))
        }
        why={needsCheck ? imports.doneNext : imports.doneChecked}
      />
    </>
  );
}
