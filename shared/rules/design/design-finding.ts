// What the design check answers: what could go wrong by the matrix alone, or cannot be done at all.
import type { Evidence, Severity } from "../../domain/conflict.ts";
import type { Text } from "../../domain/text.ts";
import type { Holding } from "../view.ts";

/**
 * conflict: a person could breach a rule; gap: nobody can act, or a post with authority stands empty;
 * ladder: amounts that no level or several levels cover; sole-holder: one person alone can act; expiry: ends soon.
 */
export type DesignType = "conflict" | "gap" | "ladder" | "sole-holder" | "expiry";
export interface DesignFinding {
  type: DesignType;
  ruleId: string | null;
  severity: Severity;
  matterId: string | null;
  stepIds: string[];
  postIds: string[];
  personIds: string[];
  authorityIds: string[];
  evidence: Evidence[];
  sentence: Text;
}

/** A finding about nothing yet: name what it is about. */
export const designFinding = (
  given: Pick<DesignFinding, "type" | "severity" | "sentence"> & Partial<DesignFinding>,
): DesignFinding => ({
  ruleId: null,
  matterId: null,
  stepIds: [],
  postIds: [],
  personIds: [],
  authorityIds: [],
  evidence: [],
  ...given,
});

/** The rows behind some holdings, each once. */
export function rowsOf(holdings: readonly Holding[]): Evidence[] {
  const rows = new Map<string, Evidence>();
  const add = (kind: Evidence["kind"], id: string | null): void => {
    if (id !== null) rows.set(`${kind} ${id}`, { kind, id });
  };
  for (const row of holdings) {
    add("assignment", row.assignmentId);
    add("post-duty", row.postDutyId);
    add("authority", row.authorityId);
    add("delegation", row.delegationId);
  }
  return [...rows.values()];
}
