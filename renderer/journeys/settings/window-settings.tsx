// How this window looks: language, light or dark, the unit of money.
import type { ReactNode } from "react";
import { languages } from "../../../shared/words/language.ts";
import { useData } from "../../data/provider.tsx";
import { UnitSwitch } from "../../parts/amount.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { usePreferences } from "../../parts/preferences.tsx";
import { Facts } from "../../parts/side-panel.tsx";
import { useWords } from "../../parts/words.tsx";

export function WindowSettings(): ReactNode {
  const { settings } = useWords();
  const { unit, setUnit } = useFrame();
  const preferences = usePreferences();
  const { platform } = useData().shell;
  const choice = <T extends string>(
    label: string,
    options: readonly (readonly [T, string])[],
    value: T,
    set: (next: T) => void,
  ): ReactNode => (
    <fieldset
      className="q-segments"
      aria-label={label}
      style={{ margin: 0, padding: 0, width: "max-content" }}
    >
      {options.map(([key, words]) => (
        <button key={key} type="button" aria-pressed={value === key} onClick={() => set(key)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
  return (
    <div className="q-settings">
      <Facts
        facts={[
          {
            name: settings.language,
            value: choice(
              settings.language,
              languages.map((one) => [one, settings.languages[one]] as const),
              preferences.language,
              preferences.setLanguage,
            ),
          },
          {
            name: settings.theme,
            value: choice(
              settings.theme,
              [
                ["light", settings.light],
                ["dark", settings.dark],
              ] as const,
              preferences.shade,
              preferences.setShade,
            ),
          },
          { name: settings.unit, value: <UnitSwitch unit={unit} onChange={setUnit} /> },
          {
            name: settings.version,
            value: `Electron ${platform.electron} · Chromium ${platform.chrome} · ${platform.os}`,
          },
        ]}
      />
    </div>
  );
}
