// Keeps the draft that edits go to: chosen once, remembered per workbook, every edit said with a way back.
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { DraftContext, type Drafting, openDraft, useDraftWriter } from "../data/draft.ts";
import { useSeats } from "../data/operators.ts";
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
  const { drafts, keep, isNeeded, isBusy, fault, clear } = useDraftWriter();
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
  const add = useCallback<Drafting["add"]>(
    async (edits, what) => {
      const name = operator ? words.defaultName(operator.name, today) : words.defaultNameSole(today);
      const kept = await keep(edits, current, { name, day: today });
      if (!kept) return null;
      choose(kept.id);
      toast.say({
        words: words.draftAdded(kept.number, what),
        undo: kept.takeBack,
        link: { words: words.draftLink, href: `/matrix/changes/${kept.id}` },
      });
      return { id: kept.id, number: kept.number };
    },
    [keep, current, operator, today, words, choose, toast],
  );
  const draft = useMemo<Drafting>(
    () => ({ isNeeded, current, choose, add, isBusy, fault, clear }),
    [isNeeded, current, choose, add, isBusy, fault, clear],
  );
  return <DraftContext value={draft}>{props.children}</DraftContext>;
}
