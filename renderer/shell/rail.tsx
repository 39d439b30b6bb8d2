// The left rail: one entry per journey that exists, collapsible to icons.
import { PanelLeftClose, PanelLeftOpen, Scale } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { usePreferences } from "../parts/preferences.tsx";
import { useFormats, useWords } from "../parts/words.tsx";
import { useFrameSource } from "./frame-source.ts";
import type { Journey } from "./journeys.ts";

export function Rail(props: { journeys: readonly Journey[] }): ReactNode {
  const { common, frame } = useWords();
  const formats = useFormats();
  const { counts } = useFrameSource();
  const { isFolded, setFolded } = usePreferences();
  const [path] = useLocation();
  const Fold = isFolded ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside className="q-rail">
      <div className="q-brand">
        <Scale size={16} strokeWidth={1.75} aria-hidden="true" />
        <span>{common.name}</span>
      </div>
      <nav aria-label={frame.rail}>
        {props.journeys
          .filter((journey) => !journey.hidden)
          .map(({ key, path: to, icon: Icon }) => {
            const isHere = path === to || path.startsWith(`${to}/`);
            const count = counts[key];
            return (
              <Link
                key={key}
                href={to}
                title={frame.journeys[key]}
                {...(isHere ? { "aria-current": "page" as const } : {})}
                {...(count?.alarming ? { "data-alarming": "" } : {})}
                {...(isFolded ? { "aria-label": frame.journeys[key] } : {})}
              >
                <Icon size={16} strokeWidth={1.5} aria-hidden="true" />
                <span>{frame.journeys[key]}</span>
                {count && count.n > 0 ? <span className="q-rail-count">{formats.count(count.n)}</span> : null}
              </Link>
            );
          })}
      </nav>
      <button
        type="button"
        className="q-fold"
        title={isFolded ? frame.unfold : frame.fold}
        aria-label={isFolded ? frame.unfold : frame.fold}
        aria-expanded={!isFolded}
        onClick={() => setFolded(!isFolded)}
      >
        <Fold size={16} strokeWidth={1.5} aria-hidden="true" />
        <span>{frame.fold}</span>
      </button>
    </aside>
  );
}
