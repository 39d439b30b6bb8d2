// Which of the four questions (by matter, by post, by level, rotation) each kind of rule answers; the order of the columns.
import type { Kind } from "../../../shared/domain/rule-kinds.ts";

export type Question = "matter" | "post" | "level" | "rotation";
export const questionOfKind: readonly (readonly [Kind, Question])[] = [
  ["separate-duties", "matter"],
  ["two-person", "matter"],
  ["sequence", "matter"],
  ["relation", "matter"],
  ["never-together", "post"],
  ["absence", "post"],
  ["within-authority", "level"],
  ["split-amount", "level"],
  ["tenure", "rotation"],
];
