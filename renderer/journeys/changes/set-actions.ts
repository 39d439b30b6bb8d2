// What can be done with a set besides deciding it: submit, copy, branch, undo; each says what it did and where to go.
import { useLocation } from "wouter";
import { useDraft } from "../../data/draft.ts";
import { useTell } from "../../data/tell.ts";
import type { ChangeSet } from "../../data/types.ts";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function useSetActions(set: ChangeSet, branches: readonly ChangeSet[]) {
  const { changes: words } = useWords();
  const formats = useFormats();
  const toast = useToast();
  const [, navigate] = useLocation();
  const draft = useDraft();
  const submit = useTell("changes.submit");
  const start = useTell("changes.start");
  const undo = useTell("journal.undo");
  const begin = async (from: { copyOf: string } | { branchOf: string }): Promise<void> => {
    const isCopy = "copyOf" in from;
    const made = await start.tell({
      name: isCopy
        ? words.copyName(set.name)
        : words.branchName(set.name, formats.count(branches.length + 2)),
      day: set.day,
      reason: set.reason,
      docNo: set.docNo,
      // A branch begins with what its sibling holds.
      copyOf: set.id,
      ...(isCopy ? {} : { branchOf: set.id }),
    });
    if (!made) return;
    draft.choose(made.id);
    toast.say({ words: isCopy ? words.copied(made.number) : words.branched(made.number) });
    navigate(`/matrix/changes/${made.id}`);
  };
  return {
    submit: async (): Promise<void> => {
      const done = await submit.tell({ id: set.id }, { label: words.submitLabel });
      if (done) toast.say({ words: words.submitted(set.number) });
    },
    /** An undo of what is approved is a set of its own, for somebody else to approve. */
    invert: async (): Promise<void> => {
      if (set.approvedIn === null) return;
      const made = (await undo.tell({ seq: set.approvedIn }))?.draft;
      if (!made) return;
      draft.choose(made.id);
      toast.say({ words: words.inverseDone(made.number) });
      navigate(`/matrix/changes/${made.id}`);
    },
    copy: () => begin({ copyOf: set.id }),
    branch: () => begin({ branchOf: set.id }),
    use: () => {
      draft.choose(set.id);
      toast.say({ words: words.used(set.number) });
    },
    isInUse: draft.current?.id === set.id,
    isSubmitting: submit.isBusy,
    isStarting: start.isBusy || undo.isBusy,
    fault: submit.fault ?? start.fault ?? undo.fault,
  };
}
