// Whether a tier can be staffed: by shape first, by colour second.
import type { ReactNode } from "react";
import type { TierStaffing } from "../../data/types.ts";
import { Mark } from "../../parts/marks.tsx";
import { useWords } from "../../parts/words.tsx";

const shapes = { staffed: "done", impossible: "high", undecided: "half" } as const;

export function StatusMark(props: { status: TierStaffing["status"] }): ReactNode {
  const { staffing } = useWords();
  const { status } = props;
  return (
    <span className={status === "impossible" ? "q-row q-red" : "q-row"} title={staffing.statusWhy[status]}>
      <Mark shape={shapes[status]} /> {staffing.status[status]}
    </span>
  );
}
