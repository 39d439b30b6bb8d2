// Issues and acknowledges notices, and says how many.
import type { Fault } from "../../../shared/domain/fault.ts";
import { useTell } from "../../data/tell.ts";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function useMarking(): {
  issue(ids: string[]): Promise<void>;
  acknowledge(ids: string[]): Promise<void>;
  isBusy: boolean;
  fault: Fault | null;
} {
  const { handovers: words } = useWords();
  const formats = useFormats();
  const toast = useToast();
  const issue = useTell("handovers.issue");
  const acknowledge = useTell("handovers.acknowledge");
  return {
    issue: async (ids) => {
      if (await issue.tell({ ids })) toast.say({ words: words.issued(formats.count(ids.length)) });
    },
    acknowledge: async (ids) => {
      if (await acknowledge.tell({ ids }))
        toast.say({ words: words.acknowledged(formats.count(ids.length)) });
    },
    isBusy: issue.isBusy || acknowledge.isBusy,
    fault: issue.fault ?? acknowledge.fault,
  };
}
