// Ends or removes one authority: a change set of one, with undo.
import type { ReactNode } from "react";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { RowEnding } from "../../parts/row-ending.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";

const kind = "authorities";

export function AuthorityEnding(props: { id: string; words: string }): ReactNode {
  const { id, words } = props;
  const { matrix } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const end = useTell("sheets.end");
  const remove = useTell("sheets.remove");
  return (
    <>
      <RowEnding
        hasPeriod
        isEnding={end.isBusy}
        isRemoving={remove.isBusy}
        onEnd={async (until) => {
          const done = await end.tell({ kind, id, until });
          if (done) toast.say({ words: matrix.ended(words), undo: () => undo(done.change.seq) });
        }}
        onRemove={async () => {
          const done = await remove.tell({ kind, id });
          if (done) toast.say({ words: matrix.removed(words), undo: () => undo(done.change.seq) });
        }}
      />
      <Trouble fault={end.fault ?? remove.fault} />
    </>
  );
}
