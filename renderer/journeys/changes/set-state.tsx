// The state of a change set: one shape and one word.
import type { ReactNode } from "react";
import type { ChangeSet } from "../../data/types.ts";
import { Mark, type MarkShape } from "../../parts/marks.tsx";
import { useWords } from "../../parts/words.tsx";

const shapes: Record<ChangeSet["state"], MarkShape> = {
  draft: "waiting",
  submitted: "half",
  approved: "done",
  rejected: "gone",
  withdrawn: "gone",
  superseded: "gone",
};

export function SetState(props: { state: ChangeSet["state"]; tag?: boolean }): ReactNode {
  const { states } = useWords().changes;
  return (
    <span className={props.tag ? "q-tag" : "q-set-state q-second"}>
      <Mark shape={shapes[props.state]} />
      {states[props.state]}
    </span>
  );
}
