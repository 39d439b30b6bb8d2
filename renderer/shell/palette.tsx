// Search and go (Ctrl+K): journeys, actions, people, posts, matters; by words, pinyin or its first letters.
import { Command } from "cmdk";
import { pinyin } from "pinyin-pro";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { usePreferences } from "../parts/preferences.tsx";
import { useLanguage, useWords } from "../parts/words.tsx";
import { type PaletteEntry, useFrameSource } from "./frame-source.ts";
import type { Journey } from "./journeys.ts";

const spellings = new Map<string, string[]>();
/** The whole pinyin and its initials of a Chinese name: "出纳岗" → ["chunagang", "cng"]. */
function spellingsOf(words: string): string[] {
  let found = spellings.get(words);
  if (!found) {
    const syllables = pinyin(words, { toneType: "none", type: "array", nonZh: "consecutive" });
    found = [syllables.join(""), syllables.map((syllable) => syllable[0] ?? "").join("")];
    spellings.set(words, found);
  }
  return found;
}

/** 1 words begin so, 0.8 contain, 0.6 initials begin, 0.5 pinyin begins, 0 otherwise. */
export function matchWords(words: string, query: string): number {
  const sought = query.trim().toLowerCase();
  if (sought === "") return 1;
  const plain = words.toLowerCase();
  if (plain.startsWith(sought)) return 1;
  if (plain.includes(sought)) return 0.8;
  const [whole = "", initials = ""] = spellingsOf(plain);
  if (initials.startsWith(sought)) return 0.6;
  if (whole.startsWith(sought)) return 0.5;
  return initials.includes(sought) ? 0.3 : 0;
}

export function Palette(props: { open: boolean; journeys: readonly Journey[]; onClose(): void }): ReactNode {
  const words = useWords();
  const language = useLanguage();
  const preferences = usePreferences();
  const source = useFrameSource();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState("");
  useEffect(() => {
    if (props.open) setQuery("");
  }, [props.open]);

  const own = useMemo<PaletteEntry[]>(
    () => [
      ...props.journeys.map((journey) => ({
        id: journey.key,
        words: words.frame.journeys[journey.key],
        group: words.frame.goTo,
        go: journey.path,
      })),
      {
        id: "theme",
        words: preferences.shade === "dark" ? words.frame.toLight : words.frame.toDark,
        group: words.frame.does,
        go: () => preferences.setShade(preferences.shade === "dark" ? "light" : "dark"),
      },
      {
        id: "language",
        words: words.frame.otherLanguage,
        group: words.frame.does,
        go: () => preferences.setLanguage(language === "zh" ? "en" : "zh"),
      },
    ],
    [props.journeys, words, preferences, language],
  );

  if (!props.open) return null;
  const shown = [...own.filter((entry) => matchWords(entry.words, query) > 0), ...source.find(query)];
  const groups = new Map<string, PaletteEntry[]>();
  for (const entry of shown) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  const take = (entry: PaletteEntry): void => {
    props.onClose();
    if (typeof entry.go === "string") navigate(entry.go);
    else entry.go();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a pointer shortcut beside Esc */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc in the palette does the same */}
      <div className="q-palette-mask" onClick={props.onClose} />
      <div className="q-palette" role="dialog" aria-modal="true" aria-label={words.frame.palette}>
        <Command
          label={words.frame.palette}
          shouldFilter={false}
          loop
          onKeyDown={(event) => {
            // Enter that ends an IME composition chooses characters, not an entry.
            if (event.nativeEvent.isComposing) event.stopPropagation();
            else if (event.key === "Escape") props.onClose();
          }}
        >
          <Command.Input autoFocus value={query} onValueChange={setQuery} placeholder={words.frame.search} />
          <Command.List>
            <Command.Empty>{words.frame.paletteEmpty}</Command.Empty>
            {[...groups].map(([group, entries]) => (
              <Command.Group key={group} heading={group}>
                {entries.map((entry) => (
                  <Command.Item key={entry.id} value={`${group}/${entry.id}`} onSelect={() => take(entry)}>
                    <span>{entry.words}</span>
                    {entry.note ? <span className="q-muted q-small">{entry.note}</span> : null}
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
      </div>
    </>
  );
}
