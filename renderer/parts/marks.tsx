// The small 12-pixel shapes that carry meaning by form first and colour second.
import type { ReactNode } from "react";

export type MarkShape =
  | "high"
  | "medium"
  | "low"
  | "warning"
  | "warningHollow"
  | "waiting"
  | "half"
  | "square"
  | "shield"
  | "done"
  | "fixed"
  | "late"
  | "gone";

const red = "var(--c-red)";
const amber = "var(--c-amber-mark)";
const ink = "var(--c-ink-3)";

const shapes: Record<MarkShape, ReactNode> = {
  high: <path d="M6 .5 11.5 6 6 11.5 .5 6z" fill={red} />,
  medium: <path d="M6 1.4 10.6 6 6 10.6 1.4 6z" fill="none" stroke={red} strokeWidth="1.6" />,
  low: <path d="M6 3.5 8.5 6 6 8.5 3.5 6z" fill={red} />,
  warning: <path d="M6 1 11.5 11H.5z" fill={amber} />,
  warningHollow: <path d="M6 2 10.7 10.3H1.3z" fill="none" stroke={amber} strokeWidth="1.5" />,
  waiting: <circle cx="6" cy="6" r="4.3" fill="none" stroke={ink} strokeWidth="1.5" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.3" fill="none" stroke={ink} strokeWidth="1.5" />
      <path d="M6 1.7a4.3 4.3 0 0 1 0 8.6z" fill={ink} />
    </>
  ),
  square: <rect x="1.8" y="1.8" width="8.4" height="8.4" fill="none" stroke={ink} strokeWidth="1.5" />,
  shield: (
    <path d="M2 1.8h8v4.7c0 2.2-2 3.5-4 4.3-2-.8-4-2.1-4-4.3z" fill="none" stroke={ink} strokeWidth="1.5" />
  ),
  done: (
    <>
      <circle cx="6" cy="6" r="5.3" fill="none" stroke={ink} strokeWidth="1.3" />
      <path d="m3.5 6.1 1.8 1.9 3.2-3.9" fill="none" stroke={ink} strokeWidth="1.5" />
    </>
  ),
  fixed: (
    <>
      <path
        d="M1.5 8.5h6.7M5.8 5.5 9.2 8.5 5.8 11.5"
        fill="none"
        stroke="var(--c-accent)"
        strokeWidth="1.5"
      />
      <path d="M2 3h8" stroke="var(--c-accent)" strokeWidth="1.5" />
    </>
  ),
  late: (
    <>
      <path d="M3.7.8h4.6l2.9 2.9v4.6l-2.9 2.9H3.7L.8 8.3V3.7z" fill={red} />
      <path d="m4 4 4 4M8 4 4 8" stroke="var(--c-surface)" strokeWidth="1.4" />
    </>
  ),
  gone: <path d="M2 6h8" fill="none" stroke={ink} strokeWidth="1.5" />,
};

/** `label` names the mark for those who cannot see it; leave it out where the word stands beside. */
export function Mark(props: { shape: MarkShape; label?: string }): ReactNode {
  return props.label ? (
    <svg className="q-mark" viewBox="0 0 12 12" role="img" aria-label={props.label}>
      <title>{props.label}</title>
      {shapes[props.shape]}
    </svg>
  ) : (
    <svg className="q-mark" viewBox="0 0 12 12" aria-hidden="true">
      {shapes[props.shape]}
    </svg>
  );
}
