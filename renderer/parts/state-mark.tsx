// The state of a conflict or of a tenure: one shape and one word.
import type { ReactNode } from "react";
import type { TenureState } from "../../shared/domain/rotation.ts";
import { Mark, type MarkShape } from "./marks.tsx";
import { useWords } from "./words.tsx";

export type ShownState =
  | "open"
  | "rectifying"
  | "rectified"
  | "closed"
  | "dismissed"
  | "mitigated"
  | "exempted"
  | "closed-by-facts";

const shapes: Record<ShownState, MarkShape> = {
  open: "waiting",
  rectifying: "half",
  rectified: "done",
  closed: "done",
  dismissed: "gone",
  mitigated: "shield",
  exempted: "square",
  "closed-by-facts": "gone",
};

export function StateMark(props: { state: ShownState; tag?: boolean }): ReactNode {
  const name = useWords().common.states[props.state];
  return (
    <span
      className={props.tag ? "q-tag" : "q-row q-second"}
      data-tone={props.tag && props.state === "closed" ? "green" : undefined}
      style={props.tag ? undefined : { gap: 6, display: "inline-flex" }}
    >
      <Mark shape={shapes[props.state]} />
      {name}
    </span>
  );
}

const tenureShapes: Record<TenureState, MarkShape | null> = {
  normal: null,
  warning: "warningHollow",
  near: "warning",
  due: "warning",
  overdue: "late",
  exempt: "square",
  rotated: "done",
};
const tenureTones: Record<TenureState, string> = {
  normal: "q-second",
  warning: "q-amber",
  near: "q-amber q-strong",
  due: "q-amber q-strong",
  overdue: "q-red q-strong",
  exempt: "",
  rotated: "q-green",
};

/** `words` says how far from the limit: "超期 32 天", "余 78 天". */
export function TenureMark(props: { state: TenureState; words?: string }): ReactNode {
  const name = useWords().common.tenure[props.state];
  const shape = tenureShapes[props.state];
  return (
    <span className={`q-row q-nowrap ${tenureTones[props.state]}`} style={{ gap: 4, display: "inline-flex" }}>
      {shape ? <Mark shape={shape} {...(props.words ? { label: name } : {})} /> : null}
      {props.words ?? name}
    </span>
  );
}
