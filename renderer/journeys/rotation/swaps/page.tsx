// Swaps across units: this unit's offers on one view, matching the files of several units on the other.
import type { ReactNode } from "react";
import { useQueryState } from "../../../parts/address-query.ts";
import { RotationTabs } from "../../../parts/rotation-tabs.tsx";
import { useWords } from "../../../parts/words.tsx";
import { Matching } from "./matching.tsx";
import { Offers } from "./offers.tsx";
import "../../../parts/row-form.css";
import "./swaps.css";

const views = ["offers", "match"] as const;

export default function SwapsPage(): ReactNode {
  const { swaps: words } = useWords();
  const query = useQueryState();
  const view = query.get("view") === "match" ? "match" : "offers";
  const tools = (
    <fieldset className="q-segments" aria-label={words.view} style={{ margin: 0, padding: 0 }}>
      {views.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={view === one}
          onClick={() => query.set({ view: one === "offers" ? null : one, open: null, new: null })}
        >
          {words.views[one]}
        </button>
      ))}
    </fieldset>
  );
  return (
    <div className="q-page">
      <RotationTabs />
      {view === "match" ? <Matching tools={tools} /> : <Offers tools={tools} query={query} />}
    </div>
  );
}
