// Picks the window's language from wording that comes in both.
import { useCallback } from "react";
import type { Text } from "../../shared/domain/text.ts";
import { useLanguage } from "./words.tsx";

export function useText(): (text: Text) => string {
  const language = useLanguage();
  return useCallback((text: Text) => text[language], [language]);
}
