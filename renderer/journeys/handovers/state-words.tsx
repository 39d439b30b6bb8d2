// The state of a handover: one shape and one word.
import type { ReactNode } from "react";
import { type HandoverState, handoverStateNames } from "../../../shared/domain/handover.ts";
import { Mark, type MarkShape } from "../../parts/marks.tsx";
import { useText } from "../../parts/text.ts";

const shapes: Record<HandoverState, MarkShape> = {
  planned: "waiting",
  running: "half",
  ready: "square",
  signed: "fixed",
  closed: "done",
  retracted: "gone",
};

export function StateWords(props: { state: HandoverState }): ReactNode {
  const say = useText();
  return (
    <span className="q-row" style={{ gap: 6 }}>
      <Mark shape={shapes[props.state]} />
      {say(handoverStateNames[props.state])}
    </span>
  );
}
