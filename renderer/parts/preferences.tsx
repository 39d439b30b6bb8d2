// The user's own choices for this window: language, theme, rail; kept by the browser, never in the workbook.
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Language, languages } from "../../shared/words/language.ts";
import type { Shade } from "../theme/antd-theme.ts";
import { useRemembered } from "./memory.ts";

interface Preferences {
  language: Language;
  shade: Shade;
  isFolded: boolean;
  setLanguage(language: Language): void;
  setShade(shade: Shade): void;
  setFolded(folded: boolean): void;
}
const PreferencesContext = createContext<Preferences | null>(null);

const readLanguage = (json: unknown): Language | null =>
  languages.find((language) => language === json) ?? null;
const readShade = (json: unknown): Shade | null => (json === "light" || json === "dark" ? json : null);
const readFlag = (json: unknown): boolean | null => (typeof json === "boolean" ? json : null);

export function PreferencesProvider(props: { children: ReactNode }): ReactNode {
  const [language, setLanguage] = useRemembered<Language>("language", "zh", readLanguage);
  const [shade, setShade] = useRemembered<Shade>(
    "theme",
    matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    readShade,
  );
  const [isFolded, setFolded] = useRemembered("rail.folded", false, readFlag);
  const value = useMemo(
    () => ({ language, shade, isFolded, setLanguage, setShade, setFolded }),
    [language, shade, isFolded, setLanguage, setShade, setFolded],
  );
  return <PreferencesContext value={value}>{props.children}</PreferencesContext>;
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error("usePreferences needs a PreferencesProvider above it");
  return preferences;
}
