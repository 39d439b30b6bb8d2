// The way from the matrix to its change sets: a button with how many are open.
import { FileStack } from "lucide-react";
import { useLocation } from "wouter";
import { useTurns } from "../../data/change-turns.ts";
import type { PageAction } from "../../parts/page-head.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function useSetsAction(): PageAction {
  const { changes } = useWords();
  const formats = useFormats();
  const [, navigate] = useLocation();
  const open = (useTurns() ?? []).filter(({ turn }) => turn !== "closed").length;
  return {
    words: open > 0 ? changes.open(formats.count(open)) : changes.title,
    icon: <FileStack size={15} strokeWidth={1.5} />,
    onClick: () => navigate("/matrix/changes"),
  };
}
