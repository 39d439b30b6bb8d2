// Two lists of findings by what they are about: what appears, what vanishes, how many stay.
import type { DesignFinding } from "./design-finding.ts";

export interface FindingDifference {
  appearing: DesignFinding[];
  vanishing: DesignFinding[];
  remaining: number;
}

/** In the order given. Two findings of one key are two: two versions of a rule may be in force. */
export function compareFindings(
  before: readonly DesignFinding[],
  after: readonly DesignFinding[],
): FindingDifference {
  const appearing = lacking(after, before);
  return { appearing, vanishing: lacking(before, after), remaining: after.length - appearing.length };
}

function lacking(all: readonly DesignFinding[], other: readonly DesignFinding[]): DesignFinding[] {
  const counts = new Map<string, number>();
  for (const { key } of other) counts.set(key, (counts.get(key) ?? 0) + 1);
  return all.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}
