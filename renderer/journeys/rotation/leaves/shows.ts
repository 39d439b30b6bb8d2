// Which forced leaves a chip or a key figure shows.
import type { LeaveRow } from "../../../data/types.ts";

export const shows = ["asked", "placed", "running", "concerns"] as const;
export type LeaveShow = (typeof shows)[number];

export const leaveShows = (show: LeaveShow, row: LeaveRow): boolean =>
  show === "concerns"
    ? row.concerns.length > 0
    : show === "running"
      ? row.phase === "running"
      : row.state === show;
