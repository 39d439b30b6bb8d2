// Takes a calendar file away: of one person, or of everybody.
import { useCallback } from "react";
import type { Fault } from "../../../shared/domain/fault.ts";
import { useData } from "../../data/provider.tsx";
import { useTell } from "../../data/tell.ts";
import { useReceipt } from "../../parts/receipt.tsx";
import { useLanguage, useWords } from "../../parts/words.tsx";

export function useCalendar(): {
  take(personId: string | null, who: string): Promise<void>;
  isBusy: boolean;
  fault: Fault | null;
} {
  const { handovers: words } = useWords();
  const language = useLanguage();
  const { shell } = useData();
  const receipts = useReceipt();
  const { tell, isBusy, fault } = useTell("handovers.calendar");
  const take = useCallback(
    async (personId: string | null, who: string): Promise<void> => {
      const file = await shell.chooseSave(words.calendarFile(who), "ics");
      if (!file) return;
      const receipt = await tell({ grant: file.grant, personId, language });
      if (receipt)
        receipts.show(receipt, {
          words: words.reveal,
          onClick: () => void shell.reveal(file.grant),
        });
    },
    [shell, tell, receipts, words, language],
  );
  return { take, isBusy, fault };
}
