// Which plan is shown and how: as a timeline, as a table of moves, or beside another plan.
import { Select } from "antd";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import type { Answered } from "../../data/names.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export const views = ["timeline", "moves", "compare"] as const;
export type View = (typeof views)[number];
type PlanLine = Answered<"rotation.plans">["plans"][number];

/** "方案 2026-11-27 起 36 个月(第 2 份) · 到任 41": enough to tell plans apart. */
export function usePlanOptions(plans: readonly PlanLine[]): { value: string; label: string }[] {
  const { rotation } = useWords();
  const say = useText();
  const formats = useFormats();
  return plans.map((one) => ({
    value: one.id,
    label:
      one.cost === null
        ? say(one.name)
        : `${say(one.name)} · ${rotation.arrivalsOf(formats.count(one.cost))}`,
  }));
}

export function PlanPicker(props: {
  plans: readonly PlanLine[];
  planId: string | null;
  view: View;
  query: AddressQuery;
}): ReactNode {
  const { plans, planId, view, query } = props;
  const { rotation } = useWords();
  const [, navigate] = useLocation();
  const options = usePlanOptions(plans);
  if (plans.length === 0) return null;
  const kept = planId === null ? "" : `?plan=${encodeURIComponent(planId)}`;
  return (
    <>
      <Select
        aria-label={rotation.plans}
        value={planId ?? ""}
        popupMatchSelectWidth={false}
        style={{ width: 320 }}
        onChange={(next: string) =>
          navigate(next === "" ? "/rotation" : `/rotation/${view}?plan=${encodeURIComponent(next)}`)
        }
        options={[{ value: "", label: rotation.noPlan }, ...options]}
      />
      {planId === null ? null : (
        <>
          <fieldset className="q-segments" aria-label={rotation.view}>
            {views.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={view === one}
                onClick={() => navigate(`/rotation/${one}${kept}`)}
              >
                {rotation.views[one]}
              </button>
            ))}
          </fieldset>
          <button
            type="button"
            className="q-chip"
            aria-pressed={query.get("panel") === "plan"}
            onClick={() =>
              query.set({ panel: query.get("panel") === "plan" ? null : "plan", move: null }, { quiet: true })
            }
          >
            {rotation.planPanel}
          </button>
        </>
      )}
    </>
  );
}
