// What the questions of the analysis share for one lens and period: the view, and answers kept while the world stays the same.
import { addDays, addMonths, type Day, type Period } from "../../../shared/domain/day.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { type Concentration, concentrationOf } from "../../../shared/rules/analysis/concentration.ts";
import { bindingRules } from "../../../shared/rules/analysis/demands.ts";
import type { View } from "../../../shared/rules/view.ts";
import type { Desk, Lens } from "../desk.ts";
import { viewOf } from "../kept-view.ts";
import { type Labels, labelsOf } from "../labels.ts";

export interface Asked {
  asOf: Day | null;
  knownOn: Day | null;
  year: number | null;
}
/** Half-open, and never beyond the day. */
export interface Scene {
  lens: Lens;
  rules: readonly Rule[];
  /** Those that bind the people of one case. */
  binding: readonly Rule[];
  view: View;
  labels: Labels;
  period: Period & { until: Day };
  concentration: () => Concentration;
}

interface Kept {
  rules: Lens["rules"];
  binding: readonly Rule[];
  concentrations: Map<string, Concentration>;
}
const kept = new WeakMap<View, Kept>();

export function sceneOf(desk: Desk, { asOf, knownOn, year }: Asked): Scene {
  const lens = desk.lens(asOf, knownOn);
  const { world, day } = lens;
  const rules = lens.rules.map(({ rule }) => rule);
  const view = viewOf(world, day);
  let known = kept.get(view);
  if (known?.rules !== lens.rules) {
    known = { rules: lens.rules, binding: bindingRules(view, rules), concentrations: new Map() };
    kept.set(view, known);
  }
  const { binding, concentrations } = known;
  const period = periodOf(day, year);
  return {
    lens,
    rules,
    binding,
    view,
    labels: labelsOf(world),
    period,
    concentration: () => {
      const key = `${period.from} ${period.until}`;
      const made = concentrations.get(key) ?? concentrationOf(view, period);
      concentrations.set(key, made);
      return made;
    },
  };
}

function periodOf(day: Day, year: number | null): Scene["period"] {
  const end = addDays(day, 1);
  if (year === null) return { from: addMonths(end, -12), until: end };
  const next = `${year + 1}-01-01`;
  return { from: `${year}-01-01`, until: next < end ? next : end };
}

/** Years in which any case of the world ended its acts, latest first. */
export function yearsOf(view: View): number[] {
  const years = new Set<number>();
  for (const { acts } of view.caseActs.values()) {
    const last = acts.at(-1);
    if (last) years.add(Number(last.day.slice(0, 4)));
  }
  return [...years].sort((a, b) => b - a);
}
