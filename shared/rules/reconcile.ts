// What a check of today changes among the stored conflicts: opened, updated, closed by new facts, reopened.
import { type ConflictState, type Finding, identityOf } from "../domain/conflict.ts";
import type { Instant } from "../domain/day.ts";
import type { Kind } from "../domain/rule-kinds.ts";
import { compareText, push } from "./gather.ts";

export interface StoredConflict extends Finding {
  id: string;
  state: ConflictState;
  firstSeen: Instant;
}
/** A stored conflict with the finding that now stands for it. */
export interface Matched {
  stored: StoredConflict;
  finding: Finding;
}
export interface Reconciliation {
  opened: Finding[];
  /** Open, found again, with other content (evidence, day, anchor, rule version …). */
  updated: Matched[];
  reopened: Matched[];
  closed: StoredConflict[];
  /** Open, found again, the same. */
  unchanged: StoredConflict[];
}

/**
 * Matches findings with stored conflicts: first by identity, then, for the kinds whose anchor follows its term
 * (never-together, tenure, related holders) or its cases (behavioural split), by what they share. Every stored conflict keeps
 * its id and first-seen; nothing is deleted. Of several versions of a rule with one identity the highest counts.
 * `kindOf` names the kind of a rule id; a rule that it does not know matches by identity alone.
 */
export function reconcile(
  stored: readonly StoredConflict[],
  findings: readonly Finding[],
  kindOf: (ruleId: string) => Kind | undefined,
): Reconciliation {
  const result: Reconciliation = { opened: [], updated: [], reopened: [], closed: [], unchanged: [] };
  const left = new Map<string, Finding>();
  for (const finding of findings) {
    const identity = identityOf(finding);
    const rival = left.get(identity);
    if (!rival || rival.ruleVersion < finding.ruleVersion) left.set(identity, finding);
  }
  const missed: StoredConflict[] = [];
  for (const conflict of stored) {
    const identity = identityOf(conflict);
    const finding = left.get(identity);
    if (finding) {
      left.delete(identity);
      settle(result, conflict, finding);
    } else missed.push(conflict);
  }
  const candidates = new Map<string, Finding[]>();
  for (const finding of left.values()) push(candidates, trackOf(finding, kindOf(finding.ruleId)), finding);
  for (const conflict of missed.sort(byAge)) {
    const kind = kindOf(conflict.ruleId);
    const rows = candidates.get(trackOf(conflict, kind)) ?? [];
    const finding = rows.filter((row) => continues(conflict, row, kind)).sort(byAnchor)[0];
    if (finding) {
      rows.splice(rows.indexOf(finding), 1);
      left.delete(identityOf(finding));
      settle(result, conflict, finding);
    } else if (conflict.state === "open") result.closed.push(conflict);
  }
  result.opened.push(...left.values());
  return result;
}

function settle(result: Reconciliation, stored: StoredConflict, finding: Finding): void {
  if (stored.state !== "open") result.reopened.push({ stored, finding });
  else if (isSame(stored, finding)) result.unchanged.push(stored);
  else result.updated.push({ stored, finding });
}

// Open ones first, then the longest known: a conflict that is still alive has the better claim to a finding.
const byAge = (a: StoredConflict, b: StoredConflict): number =>
  Number(b.state === "open") - Number(a.state === "open") ||
  a.firstSeen - b.firstSeen ||
  compareText(a.id, b.id);
const byAnchor = (a: Finding, b: Finding): number => compareText(a.anchor, b.anchor);

/** Conflicts can only follow findings on the same track: rule and subject (the post of a term may be renamed). */
const trackOf = (finding: Finding, kind: Kind | undefined): string =>
  JSON.stringify(
    kind === "tenure"
      ? [finding.ruleId, finding.subject]
      : [finding.ruleId, finding.groupKey, finding.subject],
  );

function continues(stored: Finding, finding: Finding, kind: Kind | undefined): boolean {
  // Of the findings of a relation only those about holders have days.
  if (kind === "never-together" || kind === "tenure" || kind === "relation")
    return sharesDays(stored, finding);
  // Only behavioural clusters have both an anchor and several cases of one group.
  if (kind === "split-amount" && stored.anchor !== "")
    return finding.caseIds.some((id) => stored.caseIds.includes(id));
  return false;
}
function sharesDays(a: Finding, b: Finding): boolean {
  if (a.from === null || b.from === null) return false;
  return (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
}

const compared = [
  "ruleVersion",
  "groupKey",
  "anchor",
  "basis",
  "severity",
  "matterId",
  "departmentId",
  "amount",
  "day",
  "from",
  "until",
] as const satisfies readonly (keyof Finding)[];
const isSame = (a: Finding, b: Finding): boolean =>
  compared.every((field) => a[field] === b[field]) &&
  a.sentence.zh === b.sentence.zh &&
  a.sentence.en === b.sentence.en &&
  sameList(a.personIds, b.personIds) &&
  sameList(a.caseIds, b.caseIds) &&
  sameList(
    a.evidence.map(({ kind, id }) => `${kind} ${id}`),
    b.evidence.map(({ kind, id }) => `${kind} ${id}`),
  );
const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);
