// Exemptions from rotation and forced leave: what stands instead of a move, until when, and whether it was carried out.
import type { ReactNode } from "react";
import { useQueryState } from "../../../parts/address-query.ts";
import { RotationTabs } from "../../../parts/rotation-tabs.tsx";
import { useWords } from "../../../parts/words.tsx";
import { Leaves } from "../leaves/leaves.tsx";
import { Exemptions } from "./exemptions.tsx";
import "../tenure.css";

const views = ["exemptions", "leaves"] as const;

export default function ExemptionsPage(): ReactNode {
  const { exemption: words } = useWords().tenure;
  const query = useQueryState();
  const view = query.get("view") === "leaves" ? "leaves" : "exemptions";
  const tools = (
    <fieldset className="q-segments" aria-label={words.view} style={{ margin: 0, padding: 0 }}>
      {views.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={view === one}
          onClick={() =>
            query.set({
              view: one === "exemptions" ? null : one,
              open: null,
              leave: null,
              new: null,
              show: null,
              person: null,
              post: null,
            })
          }
        >
          {words.views[one]}
        </button>
      ))}
    </fieldset>
  );
  return (
    <div className="q-page">
      <RotationTabs />
      {view === "leaves" ? <Leaves tools={tools} /> : <Exemptions tools={tools} />}
    </div>
  );
}
