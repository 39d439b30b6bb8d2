// The top bar: workbook and its state, the day switch, the palette, language, theme, person and role.
import { Tooltip } from "antd";
import { Check, LoaderCircle, Lock, Moon, Search, Sun, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { DaySwitch } from "../parts/day-switch.tsx";
import { type BookState, useFrame } from "../parts/frame-state.ts";
import { usePreferences } from "../parts/preferences.tsx";
import { useWords } from "../parts/words.tsx";
import { useFrameSource } from "./frame-source.ts";

const stateIcons: Record<BookState, typeof Check> = {
  saved: Check,
  checking: LoaderCircle,
  attention: TriangleAlert,
  readOnly: Lock,
};

export function TopBar(props: { onPalette(): void }): ReactNode {
  const { common, frame } = useWords();
  const state = useFrame();
  const source = useFrameSource();
  const preferences = usePreferences();
  const { workbook } = state;
  const Icon = workbook ? stateIcons[workbook.state] : null;
  const isDark = preferences.shade === "dark";
  const themeWords = isDark ? frame.toLight : frame.toDark;
  return (
    <header className="q-top">
      <span className="q-book" title={workbook?.name ?? ""}>
        {workbook?.name ?? common.name}
      </span>
      {workbook && Icon ? (
        <span className="q-book-state" data-state={workbook.state} title={workbook.note ?? ""}>
          <Icon size={15} strokeWidth={1.5} aria-hidden="true" />
          {frame.bookStates[workbook.state]}
        </span>
      ) : (
        <span className="q-book-state">{frame.bookStates.none}</span>
      )}
      {workbook ? (
        <>
          <span className="q-sep" />
          <DaySwitch
            today={state.today}
            day={state.day}
            knownOn={state.knownOn}
            onDay={state.setDay}
            onKnownOn={state.setKnownOn}
          />
        </>
      ) : null}
      <button type="button" className="q-find" onClick={props.onPalette} aria-haspopup="dialog">
        <Search size={15} strokeWidth={1.5} aria-hidden="true" />
        <span className="q-grow q-ellipsis">{frame.search}</span>
        <kbd className="q-kbd">Ctrl K</kbd>
      </button>
      <span className="q-grow" />
      <button
        type="button"
        className="q-icon-button"
        title={frame.otherLanguage}
        lang={preferences.language === "zh" ? "en" : "zh-CN"}
        onClick={() => preferences.setLanguage(preferences.language === "zh" ? "en" : "zh")}
      >
        {preferences.language === "zh" ? "En" : "中"}
      </button>
      <button
        type="button"
        className="q-icon-button"
        title={themeWords}
        aria-label={themeWords}
        onClick={() => preferences.setShade(isDark ? "light" : "dark")}
      >
        {isDark ? <Sun size={16} strokeWidth={1.5} /> : <Moon size={16} strokeWidth={1.5} />}
      </button>
      <span className="q-sep" />
      {source.Seat ? (
        <source.Seat />
      ) : (
        <Tooltip title={frame.soleRoleWhy} placement="bottomRight">
          <button type="button" className="q-person">
            <span className="q-muted">{frame.soleRole}</span>
          </button>
        </Tooltip>
      )}
    </header>
  );
}
