// separate-units: in one case, one department or organ does more than `maxHeld` of a set of duties.
import type { UnitScope } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import { caseNoOf, departmentText, dutiesText, dutyText } from "../sentence.ts";
import { organOf, unitOf } from "../units.ts";
import type { Act, View } from "../view.ts";
import { actorsOf } from "./dated-cases.ts";
import { caseGroups, dutiesInScope } from "./grouping.ts";
import { type KindModule, noBreach } from "./kind.ts";
import { matchedCount, matcher, noPost, tooFewDuties } from "./matching.ts";

/** What one unit has done of the set in this case. */
interface Share {
  acts: Act[];
  performed: Set<string>;
  isBreached: boolean;
}
interface State {
  caseId: string;
  shares: Map<string, Share>;
}

export const separateUnits: KindModule<"separate-units", Act, State> = (context) => {
  const { rule, view } = context;
  const { duties, maxHeld, unit } = rule.parameters;
  const match = matcher(view, duties);
  const countOf = (steps: readonly { duty: string }[]): number =>
    matchedCount(
      match,
      steps.map((step) => step.duty),
    );

  return {
    unmet:
      matchedCount(match, dutiesInScope(context)) < 2 ? tooFewDuties : view.posts.size === 0 ? noPost : null,
    groups: (touched) => caseGroups(context, touched, (shape) => countOf(shape.steps) > maxHeld),
    start: (caseId) => ({ caseId, shares: new Map() }),
    step(state, act) {
      const matched = match(act.step.duty);
      if (matched.length === 0) return noBreach;
      const department = unitOf(view, act);
      if (department === null) return noBreach;
      const unitId = unit === "organ" ? organOf(view, department) : department;
      let share = state.shares.get(unitId);
      if (!share) {
        share = { acts: [], performed: new Set(), isBreached: false };
        state.shares.set(unitId, share);
      }
      share.acts.push(act);
      for (const duty of matched) share.performed.add(duty);
      if (share.isBreached || share.performed.size <= maxHeld) return noBreach;
      share.isBreached = true;
      const { acts, performed } = share;
      return [
        {
          groupKey: state.caseId,
          subject: unitId,
          anchor: "",
          basis: "actual",
          personIds: actorsOf(acts),
          day: act.day,
          acts,
          departmentId: unitId,
          say: () => say(view, state.caseId, unitId, [...performed], { maxHeld, unit }),
        },
      ];
    },
  };
};

function say(
  view: View,
  caseId: string,
  unitId: string,
  performed: string[],
  asked: { maxHeld: number; unit: UnitScope },
): Text {
  const caseNo = caseNoOf(view, caseId);
  const name = departmentText(view, unitId);
  const [zhUnit, enUnit] = asked.unit === "organ" ? ["独立单位", "organ"] : ["部门", "department"];
  const [first, second] = performed.map((duty) => dutyText(view, duty));
  if (performed.length === 2 && first && second)
    return {
      zh: `业务件 ${caseNo} 的${first.zh}和${second.zh}均由${name.zh}办理，应由不同${zhUnit}办理。`,
      en: `In case ${caseNo}, both ${first.en} and ${second.en} were done by ${name.en}; different ${enUnit}s are asked.`,
    };
  const all = dutiesText(view, performed);
  return {
    zh: `业务件 ${caseNo} 的${all.zh}均由${name.zh}办理，同一${zhUnit}至多办理其中 ${asked.maxHeld} 项。`,
    en: `In case ${caseNo}, ${name.en} alone performed ${all.en}; one ${enUnit} may perform at most ${asked.maxHeld} of them.`,
  };
}
