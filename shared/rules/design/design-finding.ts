// What the design check answers: what could go wrong by the matrix alone, or cannot be done at all.
import type { Evidence, Severity } from "../../domain/conflict.ts";
import type { Day } from "../../domain/day.ts";
import type { AmountRange } from "../../domain/money.ts";
import type { Citation } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import { articleOf } from "./article.ts";
import type { DesignType } from "./design-type.ts";

export interface DesignFinding {
  type: DesignType;
  /** What it is about, never the rows that prove it: the same before and after a row is replaced. */
  key: string;
  ruleId: string | null;
  citation: Citation | null;
  severity: Severity;
  matterId: string | null;
  stepIds: string[];
  postIds: string[];
  personIds: string[];
  authorityIds: string[];
  /** The members of the rule's set that clash. */
  duties: string[];
  /** Of a ladder: the spans uncovered or twice covered; of a split reach: the tier. */
  amounts: AmountRange[];
  /** Of an expiry: the first day without it. */
  until: Day | null;
  /** The rows that prove it. */
  evidence: Evidence[];
  sentence: Text;
}

type Given = Pick<DesignFinding, "type" | "severity" | "sentence"> & Partial<Omit<DesignFinding, "key">>;

/** A finding about nothing yet: name what it is about. */
export function designFinding(given: Given): DesignFinding {
  const finding = {
    ruleId: null,
    citation: articleOf(given.type),
    matterId: null,
    stepIds: [],
    postIds: [],
    personIds: [],
    authorityIds: [],
    duties: [],
    amounts: [],
    until: null,
    evidence: [],
    ...given,
  };
  return { ...finding, key: keyOf(finding) };
}

function keyOf(of: Omit<DesignFinding, "key">): string {
  // An empty post is the same gap whatever its authorities are; an ending one is told for each holder.
  const isEmptyPost = of.type === "gap" && of.matterId === null;
  return JSON.stringify([
    of.type,
    of.ruleId,
    of.matterId,
    isEmptyPost ? [] : of.stepIds,
    isEmptyPost || of.type === "expiry" ? of.postIds : [],
    of.personIds,
    of.duties,
    of.amounts.map(({ over, upTo }) => [over, upTo]),
    of.until,
  ]);
}
