// same-person: duties of one case that one and the same person must do were done by different people.
import type { Text } from "../../domain/text.ts";
import { creditedPersons } from "../cover.ts";
import { sortedIds } from "../gather.ts";
import { caseNoOf, dutiesText, peopleText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { caseGroups, dutiesInScope } from "./grouping.ts";
import { type KindModule, noBreach } from "./kind.ts";
import { matchedCount, matcher, tooFewDuties } from "./matching.ts";

interface State {
  caseId: string;
  acts: Act[];
  performed: Set<string>;
  people: Set<string>;
  /** Credited by every act so far; null before the first. */
  shared: readonly string[] | null;
  isBreached: boolean;
}

export const samePerson: KindModule<"same-person", Act, State> = (context) => {
  const { rule, view } = context;
  const match = matcher(view, rule.parameters.duties);
  const occurring = matchedCount(match, dutiesInScope(context));

  return {
    unmet: occurring < 2 ? tooFewDuties : null,
    groups: (touched) =>
      caseGroups(context, touched, (shape) => shape.steps.some((step) => match(step.duty).length > 0)),
    start: (caseId) => ({
      caseId,
      acts: [],
      performed: new Set(),
      people: new Set(),
      shared: null,
      isBreached: false,
    }),
    step(state, act) {
      const matched = match(act.step.duty);
      if (matched.length === 0) return noBreach;
      const credited = creditedPersons(view, act);
      if (credited.length === 0) return noBreach;
      state.acts.push(act);
      for (const duty of matched) state.performed.add(duty);
      for (const personId of credited) state.people.add(personId);
      state.shared = state.shared?.filter((personId) => credited.includes(personId)) ?? credited;
      if (state.isBreached || state.shared.length > 0) return noBreach;
      state.isBreached = true;
      return [
        {
          groupKey: state.caseId,
          subject: state.caseId,
          anchor: "",
          basis: "actual",
          personIds: state.people,
          day: act.day,
          acts: state.acts,
          say: () => say(view, state),
        },
      ];
    },
  };
};

function say(view: View, { caseId, performed, people }: State): Text {
  const caseNo = caseNoOf(view, caseId);
  const [duties, who] = [dutiesText(view, performed), peopleText(view, sortedIds(people))];
  return {
    zh: `业务件 ${caseNo} 的${duties.zh}应由同一人办理，实际由${who.zh}分别办理。`,
    en: `In case ${caseNo}, ${duties.en} must be done by one and the same person; ${who.en} did them.`,
  };
}
