// The columns of the overview: kinds of rule that ask alike, under the question (by matter, post, level, rotation) they answer.
import type { Kind } from "../../../shared/domain/rule-kinds.ts";

export type Question = "matter" | "post" | "level" | "rotation" | "leads";
export interface KindGroup {
  key:
    | "apart"
    | "together"
    | "sequence"
    | "relation"
    | "held"
    | "presence"
    | "authority"
    | "split"
    | "tenure"
    | "leads";
  question: Question;
  kinds: readonly Kind[];
}
/** Every kind is in exactly one: a test says so. */
export const kindGroups: readonly KindGroup[] = [
  { key: "apart", question: "matter", kinds: ["separate-duties", "separate-units"] },
  { key: "together", question: "matter", kinds: ["two-person", "same-person"] },
  { key: "sequence", question: "matter", kinds: ["sequence"] },
  { key: "relation", question: "matter", kinds: ["relation"] },
  { key: "held", question: "post", kinds: ["never-together"] },
  { key: "presence", question: "post", kinds: ["absence"] },
  { key: "authority", question: "level", kinds: ["within-authority", "seniority"] },
  { key: "split", question: "level", kinds: ["split-amount"] },
  { key: "tenure", question: "rotation", kinds: ["tenure"] },
  { key: "leads", question: "leads", kinds: ["tempo", "concentration"] },
];
