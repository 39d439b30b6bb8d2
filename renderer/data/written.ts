// What to say after a write: that it is done, with undo; or which draft took it, with the way there.
import type { Words } from "../../shared/words/zh.ts";

export interface Written {
  change: { seq: number } | null;
  draft: { id: string; number: string } | null;
}
/** A toast's words; `undo` takes back the change of that number; null: not from here. */
export function writtenToast(
  { change, draft }: Written,
  words: string,
  undo: ((seq: number) => Promise<void>) | null,
  { common }: Pick<Words, "common">,
) {
  if (draft && !change)
    return {
      words: common.taken(draft.number),
      link: { words: common.openTaken, href: `/matrix/changes/${draft.id}` },
    };
  return { words, ...(change && undo ? { undo: () => undo(change.seq) } : {}) };
}
