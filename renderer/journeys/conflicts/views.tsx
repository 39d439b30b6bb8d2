// The three views of the journey, one beside the other; the filters of the address go along.
import type { ReactNode } from "react";
import { useLocation, useSearch } from "wouter";
import { useWords } from "../../parts/words.tsx";

const views = ["conflicts", "concentration", "tiers"] as const;
type View = (typeof views)[number];
const pathOf = (view: View): string => (view === "conflicts" ? "/conflicts" : `/conflicts/${view}`);

export const viewOf = (path: string): View =>
  views.find((view) => view !== "conflicts" && path.split("/")[2] === view) ?? "conflicts";

/** What belongs to one view alone. */
const ownKeys = ["open", "show", "by", "tier", "at"];

/** `end`: what the view is asked about, at the right. */
export function Views(props: { end?: ReactNode }): ReactNode {
  const { analysis } = useWords();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const here = viewOf(path);
  const go = (view: View): void => {
    const kept = new URLSearchParams(search);
    for (const key of ownKeys) kept.delete(key);
    navigate(pathOf(view) + (kept.size > 0 ? `?${kept}` : ""));
  };
  return (
    <nav className="q-views" aria-label={analysis.viewsLabel}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          className="q-chip"
          aria-pressed={here === view}
          {...(here === view ? { "aria-current": "page" as const } : {})}
          onClick={() => go(view)}
        >
          {analysis.views[view]}
        </button>
      ))}
      <span className="q-grow" />
      {props.end ? <span className="q-row">{props.end}</span> : null}
    </nav>
  );
}
