// People or matters: the two tables of the concentration page.
import type { ReactNode } from "react";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useWords } from "../../parts/words.tsx";

export function ByChips(props: { query: AddressQuery }): ReactNode {
  const { analysis } = useWords();
  const by = props.query.get("by") === "matter" ? "matter" : "people";
  return (
    <fieldset className="q-segments q-bare" aria-label={analysis.views.concentration}>
      {(["people", "matter"] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={by === one}
          onClick={() => props.query.set({ by: one === "matter" ? one : null, show: null, open: null })}
        >
          {analysis.by[one]}
        </button>
      ))}
    </fieldset>
  );
}
