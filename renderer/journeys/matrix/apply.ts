// Writes edits of the matrix as one change or into the open draft, says so and offers to take it back; and why nothing may be changed now.
import { useCallback } from "react";
import type { Day } from "../../../shared/domain/day.ts";
import { type Edit, editKey } from "../../../shared/domain/edit.ts";
import type { Fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { en } from "../../../shared/words/en.ts";
import { type Words, zh } from "../../../shared/words/zh.ts";
import { useDraft } from "../../data/draft.ts";
import { useTell } from "../../data/tell.ts";
import { useUndo } from "../../data/undo.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { writtenToast } from "../../data/written.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { useText } from "../../parts/text.ts";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

/** What the journal will call a change, in both languages. */
export const namedBy = (pick: (named: Words["matrixWork"]["named"]) => string): Text => ({
  zh: pick(zh.matrixWork.named),
  en: pick(en.matrixWork.named),
});

export interface Apply {
  /** `from`: the day on which they begin, else the day shown. False when it could not be done (`fault`), or when there was nothing to do. */
  apply(edits: readonly Edit[], name: Text, from?: Day): Promise<boolean>;
  isBusy: boolean;
  fault: Fault | null;
  clear(): void;
}

const none: ReadonlySet<string> = new Set();

/** `fresh`: rows that are in the open draft alone; what takes one away takes its edit out of the draft. */
export function useApply(fresh: ReadonlySet<string> = none): Apply {
  const { day } = useFrame();
  const said = useWords();
  const { matrixWork } = said;
  const formats = useFormats();
  const say = useText();
  const toast = useToast();
  const undo = useUndo();
  const { isNeeded, current, add, ...draft } = useDraft();
  const drop = useTell("changes.dropEdit");
  const dropEdits = drop.tell;
  const { tell, isBusy, fault, clear } = useTell("matrix.apply");
  const apply = useCallback(
    async (edits: readonly Edit[], name: Text, from: Day = day): Promise<boolean> => {
      if (edits.length === 0) {
        toast.say({ words: matrixWork.nothing });
        return false;
      }
      if (isNeeded) {
        const isOfDraft = (edit: Edit): boolean => edit.op === "remove" && fresh.has(edit.id);
        const dropped = edits.filter(isOfDraft);
        const rest = edits.filter((edit) => !isOfDraft(edit));
        if (current && dropped.length > 0) {
          const done = await dropEdits({ id: current.id, keys: dropped.map(editKey) });
          if (!done) return false;
          if (rest.length === 0) toast.say({ words: say(name) });
        }
        return rest.length === 0 || (await add(rest, say(name))) !== null;
      }
      const done = await tell({ edits: [...edits], day: from, name });
      if (!done) return false;
      const words =
        edits.length === 1 ? say(name) : matrixWork.applied(say(name), formats.count(edits.length));
      toast.say(writtenToast(done, words, undo, said));
      return true;
    },
    [tell, isNeeded, current, add, dropEdits, fresh, day, toast, undo, say, formats, said, matrixWork],
  );
  return { apply, isBusy: isBusy || draft.isBusy, fault: fault ?? draft.fault ?? drop.fault, clear };
}

/** Null when the matrix can be changed on the day shown. */
export function useWhyNoEdit(): string | null {
  const { day, today, knownOn } = useFrame();
  const { matrixWork } = useWords();
  const readOnly = useReadOnly();
  const say = useText();
  if (readOnly) return say(readOnly);
  if (knownOn !== null && knownOn < today) return matrixWork.knownThen;
  return day < today ? matrixWork.pastDay : null;
}
