// Files of swaps: one that is written, with its receipt.
import { useCallback } from "react";
import { useData } from "../../../data/provider.tsx";
import type { Receipt } from "../../../data/types.ts";
import { useReceipt } from "../../../parts/receipt.tsx";
import { useWords } from "../../../parts/words.tsx";

/** Asks where to, writes by `write`, shows the receipt; false where the person changed their mind or it was not written. */
export function useSavedFile(): (
  name: string,
  write: (grant: string) => Promise<Receipt | null>,
) => Promise<boolean> {
  const { swaps: words } = useWords();
  const { shell } = useData();
  const receipts = useReceipt();
  return useCallback(
    async (name, write) => {
      const file = await shell.chooseSave(name, "json");
      if (!file) return false;
      const receipt = await write(file.grant);
      if (!receipt) return false;
      receipts.show(receipt, { words: words.reveal, onClick: () => void shell.reveal(file.grant) });
      return true;
    },
    [shell, receipts, words],
  );
}
