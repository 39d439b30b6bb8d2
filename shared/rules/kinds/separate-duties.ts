// separate-duties: in one case, one credited person does more than `maxHeld` of a set of duties.
import type { Text } from "../../domain/text.ts";
import { creditedPersons } from "../cover.ts";
import { dutiesText, dutyText, personText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { caseGroups, dutiesInScope } from "./grouping.ts";
import { type Breach, type KindModule, noBreach } from "./kind.ts";
import { matchedCount, matcher, tooFewDuties } from "./matching.ts";

/** What one person has done of the set in this case. */
interface Share {
  acts: Act[];
  performed: Set<string>;
  isBreached: boolean;
}
interface State {
  caseId: string;
  shares: Map<string, Share>;
}

export const separateDuties: KindModule<"separate-duties", Act, State> = (context) => {
  const { rule, view } = context;
  const { duties, maxHeld } = rule.parameters;
  const match = matcher(view, duties);
  const occurring = matchedCount(match, dutiesInScope(context));
  const breachOf = (caseId: string, personId: string, share: Share, day: string): Breach => ({
    groupKey: caseId,
    subject: personId,
    anchor: "",
    basis: "actual",
    personIds: [personId],
    day,
    acts: share.acts,
    say: () => say(view, caseId, personId, [...share.performed], maxHeld),
  });

  return {
    unmet: occurring < 2 ? tooFewDuties : null,
    groups: (touched) =>
      caseGroups(context, touched, (shape) => {
        const count = matchedCount(
          match,
          shape.steps.map((step) => step.duty),
        );
        return count > maxHeld;
      }),
    start: (caseId) => ({ caseId, shares: new Map() }),
    step(state, act) {
      const matched = match(act.step.duty);
      if (matched.length === 0) return noBreach;
      const breaches: Breach[] = [];
      for (const personId of creditedPersons(view, act)) {
        let share = state.shares.get(personId);
        if (!share) {
          share = { acts: [], performed: new Set(), isBreached: false };
          state.shares.set(personId, share);
        }
        share.acts.push(act);
        for (const duty of matched) share.performed.add(duty);
        if (share.isBreached || share.performed.size <= maxHeld) continue;
        share.isBreached = true;
        breaches.push(breachOf(state.caseId, personId, share, act.day));
      }
      return breaches;
    },
  };
};

function say(view: View, caseId: string, personId: string, performed: string[], maxHeld: number): Text {
  const person = personText(view, personId);
  const caseNo = view.cases.get(caseId)?.caseNo ?? caseId;
  const [first, second] = performed.map((duty) => dutyText(view, duty));
  if (performed.length === 2 && first && second)
    return {
      zh: `${person.zh}在业务件 ${caseNo} 中既办理${first.zh}，又办理${second.zh}。`,
      en: `In case ${caseNo}, ${person.en} performed both ${first.en} and ${second.en}.`,
    };
  const all = dutiesText(view, performed);
  return {
    zh: `${person.zh}在业务件 ${caseNo} 中一人办理了${all.zh}，同一人至多办理其中 ${maxHeld} 项。`,
    en: `In case ${caseNo}, ${person.en} alone performed ${all.en}; one person may perform at most ${maxHeld} of them.`,
  };
}
