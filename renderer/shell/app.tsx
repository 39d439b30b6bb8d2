// Puts the providers around the frame, from the outside in: memory, preferences, words, theme, work, toasts, address.
import { type ComponentType, Fragment, type ReactNode, useEffect, useMemo, useState } from "react";
import { Router } from "wouter";
import { type Day, dayOf } from "../../shared/domain/day.ts";
import type { MoneyUnit } from "../../shared/domain/money.ts";
import { FrameContext, type FrameState } from "../parts/frame-state.ts";
import { type Memory, MemoryContext, useRemembered } from "../parts/memory.ts";
import { PreferencesProvider, usePreferences } from "../parts/preferences.tsx";
import { ReceiptProvider } from "../parts/receipt.tsx";
import { ToastProvider } from "../parts/undo-toast.tsx";
import { WordsProvider } from "../parts/words.tsx";
import { WorkProvider } from "../parts/work.tsx";
import { ThemeProvider } from "../theme/theme-provider.tsx";
import { useAddress, useAddressQuery } from "./address.ts";
import { Frame } from "./frame.tsx";
import { type FrameSource, FrameSourceContext } from "./frame-source.ts";
import type { Journey } from "./journeys.ts";

interface AppProps {
  memory: Memory;
  journeys: readonly Journey[];
  /** A hook: what the frame shows. It may use words, work and toasts. */
  useSource: () => FrameSource;
  /** Shows the frame once there is something to frame. */
  gate?: ComponentType<{ children: ReactNode }>;
}

const defaultZone = "Asia/Shanghai";
const readUnit = (json: unknown): MoneyUnit | null => (json === "wan" || json === "yuan" ? json : null);

function Framed(props: AppProps): ReactNode {
  const source = props.useSource();
  const preferences = usePreferences();
  const zone = source.workbook?.zone ?? defaultZone;
  const today = dayOf(source.now, zone);
  const [chosen, setChosen] = useState<Day | null>(null);
  const [knownOn, setKnownOn] = useState<Day | null>(null);
  const [unit, setUnit] = useRemembered<MoneyUnit>("unit", "wan", readUnit);
  // A day chosen in one workbook means nothing in the next.
  const bookName = source.workbook?.name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the workbook's change is the event
  useEffect(() => {
    setChosen(null);
    setKnownOn(null);
  }, [bookName]);
  const state = useMemo<FrameState>(
    () => ({
      workbook: source.workbook,
      today,
      day: chosen ?? today,
      knownOn,
      unit,
      setDay: (day) => setChosen(day === today ? null : day),
      setKnownOn,
      setUnit,
    }),
    [source.workbook, today, chosen, knownOn, unit, setUnit],
  );
  return (
    <WordsProvider language={preferences.language} zone={zone}>
      <FrameSourceContext value={source}>
        <FrameContext value={state}>
          <Frame journeys={props.journeys} />
        </FrameContext>
      </FrameSourceContext>
    </WordsProvider>
  );
}

function Dressed(props: AppProps): ReactNode {
  const { shade, language } = usePreferences();
  const Gate = props.gate ?? Fragment;
  return (
    <ThemeProvider shade={shade} language={language}>
      <WordsProvider language={language} zone={defaultZone}>
        <WorkProvider>
          <ToastProvider>
            <Router hook={useAddress} searchHook={useAddressQuery}>
              <ReceiptProvider>
                <Gate>
                  <Framed {...props} />
                </Gate>
              </ReceiptProvider>
            </Router>
          </ToastProvider>
        </WorkProvider>
      </WordsProvider>
    </ThemeProvider>
  );
}

export function App(props: AppProps): ReactNode {
  return (
    <MemoryContext value={props.memory}>
      <PreferencesProvider>
        <Dressed {...props} />
      </PreferencesProvider>
    </MemoryContext>
  );
}
