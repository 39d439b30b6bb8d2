// English: repair with the least change.
import type { repair as zh } from "../zh/repair.ts";

export const repair: typeof zh = {
  open: "Repair",
  title: "Repair with the least change",
  why: "Two kinds of change only: end an authority, a delegation or a standing duty, or move an authority to another post of the same level. Every proposal was checked again as a whole: no new potential conflict, no step left without anybody.",
  searching: "Looking…",
  back: "Back to the design check",
  again: "Look again",
  none: "There is no potential conflict to repair here.",
  notFound: "No way was found.",
  proposal: (n: string) => `Proposal ${n}`,
  about: (changes: string, people: string, weight: string) =>
    `${changes} changes · ${people} people · weight ${weight}`,
  weightHint:
    "Weight: end a delegation 2, a special or temporary grant 3, a general grant or standing duty 6; move within the department 5, to another 7; 1 for each person concerned; 3 where one person is left alone on a step.",
  least: "Proved least",
  notProved: "Not proved least",
  vanishing: (n: string) => `${n} vanish`,
  appearing: (n: string) => `${n} appear`,
  beyond: (n: string) =>
    `${n} cannot be repaired by ending or moving alone: it was proved that each way brings a new conflict, a gap or a hole in a ladder.`,
  undecided: (n: string) => `For ${n} nothing was found within this search. Try a smaller scope.`,
  keep: "Keep as a draft",
  keepAll: (n: string) => `Keep all as ${n} branches`,
  kept: (number: string) => `Kept as ${number}`,
  draftName: (scope: string, n: string) => `Repair potential conflicts: ${scope} (proposal ${n})`,
  reason: (n: string) => `Takes away ${n} potential conflicts found by the design check.`,
};
