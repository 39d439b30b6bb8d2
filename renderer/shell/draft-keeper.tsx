// Keeps the draft that edits go to: chosen once, remembered per workbook, every edit said with a way back.
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { DraftContext, type DraftTable, useDraftWriter } from "../data/draft.ts";
import { useSeats } from "../data/operators.ts";
import { openDraft } from "../data/turn.ts";
import { useWorkbook } from "../data/workbook.ts";
import { useMemory } from "../parts/memory.ts";
import { useToast } from "../parts/undo-toast.tsx";
import { useWords } from "../parts/words.tsx";

export function DraftKeeper(props: { children: ReactNode }): ReactNode {
  const { changes: words } = useWords();
  const memory = useMemory();
  const toast = useToast();
  const book = useWorkbook();
  const { current: operator } = useSeats();
  const { drafts, write, isNeeded } = useDraftWriter();
  const key = `draft.${book?.name ?? ""}.${operator?.id ?? ""}`;
  const [, setChosen] = useState("");
  const current = openDraft(drafts, memory.read(key));
  const today = book?.today ?? "";
  const choose = useCallback(
    (id: string) => {
      memory.write(key, id);
      setChosen(id);
    },
    [memory, key],
  );
  const keep = useCallback<DraftTable["keep"]>(
    async (edits, what) => {
      const name = operator ? words.defaultName(operator.name, today) : words.defaultNameSole(today);
      const done = await write(edits, current, { name, day: today });
      if (!done.ok) return done;
      const { id, number, takeBack } = done.value;
      choose(id);
      toast.say({
        words: words.draftAdded(number, what),
        undo: takeBack,
        link: { words: words.draftLink, href: `/matrix/changes/${id}` },
      });
      return { ok: true, value: { id, number } };
    },
    [write, current, operator, today, words, choose, toast],
  );
  const draft = useMemo<DraftTable>(
    () => ({ isNeeded, current, choose, keep }),
    [isNeeded, current, choose, keep],
  );
  return <DraftContext value={draft}>{props.children}</DraftContext>;
}
