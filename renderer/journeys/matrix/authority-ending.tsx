// Ends or removes one authority: a change set of one, with undo; or kept in the draft where somebody else approves.
import type { ReactNode } from "react";
import { useDraft } from "../../data/draft.ts";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { writtenToast } from "../../data/written.ts";
import { RowEnding } from "../../parts/row-ending.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";

const kind = "authorities";

export function AuthorityEnding(props: { id: string; words: string }): ReactNode {
  const { id, words } = props;
  const said = useWords();
  const { matrix } = said;
  const toast = useToast();
  const undo = useUndo();
  const draft = useDraft();
  const end = useTell("sheets.end");
  const remove = useTell("sheets.remove");
  return (
    <>
      <RowEnding
        hasPeriod
        isEnding={end.isBusy || draft.isBusy}
        isRemoving={remove.isBusy || draft.isBusy}
        onEnd={async (until) => {
          if (draft.isNeeded) return void (await draft.add([{ op: "end", kind, id, until }], words));
          const done = await end.tell({ kind, id, until });
          if (done) toast.say(writtenToast(done, matrix.ended(words), undo, said));
        }}
        onRemove={async () => {
          if (draft.isNeeded) return void (await draft.add([{ op: "remove", kind, id }], words));
          const done = await remove.tell({ kind, id });
          if (done) toast.say(writtenToast(done, matrix.removed(words), undo, said));
        }}
      />
      <Trouble fault={end.fault ?? remove.fault ?? draft.fault} />
    </>
  );
}
