// Rail, top bar, the page of the present address, and the status line.
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { Redirect, useLocation } from "wouter";
import { EmptyState } from "../parts/empty-state.tsx";
import { useFrame } from "../parts/frame-state.ts";
import { PageSkeleton } from "../parts/page-skeleton.tsx";
import { usePreferences } from "../parts/preferences.tsx";
import { useWords } from "../parts/words.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import type { Journey } from "./journeys.ts";
import { Palette } from "./palette.tsx";
import { Rail } from "./rail.tsx";
import { StatusLine } from "./status-line.tsx";
import { TopBar } from "./top-bar.tsx";
import "./frame.css";

const pages = new Map<string, ComponentType>();
function pageOf(journey: Journey): ComponentType {
  let page = pages.get(journey.key);
  if (!page) {
    page = lazy(journey.load);
    pages.set(journey.key, page);
  }
  return page;
}

function Lost(): ReactNode {
  const { frame } = useWords();
  return (
    <div className="q-page">
      <EmptyState title={frame.lost} why={frame.lostHelp} isPage />
    </div>
  );
}

export function Frame(props: { journeys: readonly Journey[] }): ReactNode {
  const { frame } = useWords();
  const { isFolded } = usePreferences();
  const { workbook } = useFrame();
  const [path] = useLocation();
  const [finding, setFinding] = useState(false);
  const usable = useMemo(
    () => props.journeys.filter((journey) => workbook !== null || journey.needsNoWorkbook),
    [props.journeys, workbook],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setFinding((shown) => !shown);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const journey = journeyAt(usable, path);
  const first = usable.find((one) => !one.hidden);
  const Page = journey ? pageOf(journey) : null;
  return (
    <div className="q-frame" {...(isFolded ? { "data-folded": "" } : {})}>
      <button type="button" className="q-skip" onClick={() => document.getElementById("q-main")?.focus()}>
        {frame.skip}
      </button>
      <Rail journeys={usable} />
      <TopBar onPalette={() => setFinding(true)} />
      <main className="q-main" id="q-main" tabIndex={-1} style={{ outline: "none" }}>
        <ErrorBoundary at={path}>
          <Suspense fallback={<PageSkeleton />}>
            {Page ? (
              <Page />
            ) : first && (path === "/" || isKnown(props.journeys, path)) ? (
              <Redirect to={first.path} replace />
            ) : (
              <Lost />
            )}
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusLine />
      <Palette open={finding} journeys={usable} onClose={() => setFinding(false)} />
    </div>
  );
}

/** The journey with the longest path that leads to the address: a hidden one may stand within another. */
const journeyAt = (journeys: readonly Journey[], path: string): Journey | undefined =>
  journeys
    .filter((one) => path === one.path || path.startsWith(`${one.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];

/** A page that exists but has nothing to show without a workbook leads to the first page that has. */
const isKnown = (journeys: readonly Journey[], path: string): boolean =>
  journeys.some((journey) => path === journey.path || path.startsWith(`${journey.path}/`));
