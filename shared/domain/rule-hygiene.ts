// The kinds of trouble that rules have among themselves or with the facts; what a finding of it says.
import type { Text } from "./text.ts";

export const hygieneTypes = [
  /** No way of doing the work keeps all of them. */
  "contradiction",
  /** They ask exactly the same. */
  "duplicate",
  /** Whatever the first finds, the second finds too. */
  "subsumed",
  /** It cannot find anything in this workbook. */
  "never-fires",
  /** A matter, or steps of it, that no rule looks at. */
  "uncovered",
  /** A duty that is carried out but that no rule names. */
  "unnamed-duty",
] as const;
export type HygieneType = (typeof hygieneTypes)[number];

export interface HygieneFinding {
  type: HygieneType;
  /** The rules concerned: of a subsumed one itself first, then the one that makes it redundant. */
  ruleIds: readonly string[];
  matterIds: readonly string[];
  sentence: Text;
  advice: Text;
  /** Contradictions: proved, by trying every smaller set, that none is enough. */
  isSmallest: boolean;
}
