// The steps of a wizard: past ones can be returned to, the present one is filled.
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import "./notes.css";

export interface WizardStep {
  key: string;
  words: string;
  note?: string;
}

export function StepBar(props: {
  label: string;
  steps: readonly WizardStep[];
  now: string;
  onBack?: (key: string) => void;
}): ReactNode {
  const at = props.steps.findIndex((step) => step.key === props.now);
  return (
    <ol className="q-steps" aria-label={props.label}>
      {props.steps.map((step, index) => {
        const state = index < at ? "past" : index === at ? "now" : "later";
        const body = (
          <>
            <span className="q-step-no">
              {state === "past" ? <Check size={12} strokeWidth={2} aria-hidden="true" /> : index + 1}
            </span>
            <span>{step.words}</span>
            {step.note ? <small>{step.note}</small> : null}
          </>
        );
        return (
          <li
            key={step.key}
            data-state={state}
            {...(state === "now" ? { "aria-current": "step" as const } : {})}
          >
            {state === "past" && props.onBack ? (
              <button type="button" onClick={() => props.onBack?.(step.key)}>
                {body}
              </button>
            ) : (
              body
            )}
          </li>
        );
      })}
    </ol>
  );
}
