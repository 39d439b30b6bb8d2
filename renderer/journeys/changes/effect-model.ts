// An effect as the page reads it: conflicts, gaps and the rest apart, each with what comes and what goes.
import type { DesignFinding, Effect } from "../../data/types.ts";

export const effectGroups = ["conflicts", "gaps", "others"] as const;
export type EffectGroup = (typeof effectGroups)[number];

const groupOf: Record<DesignFinding["type"], EffectGroup> = {
  conflict: "conflicts",
  gap: "gaps",
  ladder: "gaps",
  "sole-holder": "others",
  expiry: "others",
  "split-reach": "others",
};
const rank = { high: 0, medium: 1, low: 2 } as const;

export interface EffectPart {
  group: EffectGroup;
  appearing: readonly DesignFinding[];
  vanishing: readonly DesignFinding[];
}

const inGroup = (findings: readonly DesignFinding[], group: EffectGroup): DesignFinding[] =>
  findings
    .filter((finding) => groupOf[finding.type] === group)
    .toSorted((a, b) => rank[a.severity] - rank[b.severity]);

export const effectParts = (effect: Effect): EffectPart[] =>
  effectGroups.map((group) => ({
    group,
    appearing: inGroup(effect.appearing, group),
    vanishing: inGroup(effect.vanishing, group),
  }));

/** Conflicts, gaps and broken ladders: what a reviewer must weigh; sole holders and endings are told beside them. */
export const weighty = (findings: readonly DesignFinding[]): DesignFinding[] =>
  findings.filter((finding) => groupOf[finding.type] !== "others");

/** Matters whose staffing differs, however many tiers of theirs do. */
export const staffedMatters = (effect: Effect): number =>
  new Set(effect.staffing.map(({ matterId }) => matterId)).size;
