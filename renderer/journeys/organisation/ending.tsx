// Ends or removes a row of a sheet; both can be taken back.
import type { ReactNode } from "react";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { writtenToast } from "../../data/written.ts";
import { RowEnding } from "../../parts/row-ending.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useWords } from "../../parts/words.tsx";
import { hasPeriod } from "./kinds.ts";

export function Ending(props: {
  kind: SheetKind;
  id: string;
  /** What the toast calls it. */
  words: string;
  onGone(): void;
}): ReactNode {
  const { kind, id, words, onGone } = props;
  const said = useWords();
  const { organisation } = said;
  const toast = useToast();
  const undo = useUndo();
  const end = useTell("sheets.end");
  const remove = useTell("sheets.remove");
  return (
    <>
      <RowEnding
        hasPeriod={hasPeriod(kind)}
        isEnding={end.isBusy}
        isRemoving={remove.isBusy}
        onEnd={async (until) => {
          const done = await end.tell({ kind, id, until });
          if (done) toast.say(writtenToast(done, organisation.ended(words), undo, said));
        }}
        onRemove={async () => {
          const done = await remove.tell({ kind, id });
          if (!done) return;
          toast.say(writtenToast(done, organisation.removed(words), undo, said));
          onGone();
        }}
      />
      <Trouble fault={end.fault ?? remove.fault} />
    </>
  );
}
