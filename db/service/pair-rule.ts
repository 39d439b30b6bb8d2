// "These two must not be the same person" in one case, as a rule of the unit's own.
import type { Rule } from "../../shared/domain/rule.ts";

export interface NamedDuty {
  code: string;
  name: string;
}

export const pairRule = (id: string, first: NamedDuty, second: NamedDuty): Rule => ({
  id,
  version: 1,
  kind: "separate-duties",
  parameters: { duties: [first.code, second.code], maxHeld: 1 },
  area: "cross",
  title: { zh: `${first.name} ↔ ${second.name}`, en: `${first.name} ↔ ${second.name}` },
  plain: {
    zh: `同一件业务中，“${first.name}”与“${second.name}”不得由同一人办理。`,
    en: `In one case "${first.name}" and "${second.name}" must not be done by the same person.`,
  },
  severity: "high",
  citation: { source: "本单位规定", mark: "unit", authority: "unit_rule" },
  scope: { areas: null, matters: null },
  effect: null,
  sameCheckAs: null,
  inForce: { from: null, until: null },
});
