// seniority: the later duty of a case was done from a post that ranks no higher than that of the earlier one.
import type { Text } from "../../domain/text.ts";
import { caseNoOf, dutyText, peopleText, personText } from "../sentence.ts";
import { rankOf } from "../units.ts";
import type { Act, View } from "../view.ts";
import { actorsOf } from "./dated-cases.ts";
import { caseGroups } from "./grouping.ts";
import { type KindModule, noBreach } from "./kind.ts";
import { mattersWithBoth, noMatterWithBoth, noPost } from "./matching.ts";

interface State {
  caseId: string;
  /** Acts of the earlier duty so far, of known actor and rank. */
  earlier: { act: Act; rank: number }[];
  /** Evidence by actor of the later duty. */
  clashes: Map<string, Set<Act>>;
}

export const seniority: KindModule<"seniority", Act, State> = (context) => {
  const { rule, view } = context;
  const { earlier, later } = rule.parameters;
  const includes = (steps: readonly { duty: string }[], duty: string): boolean =>
    steps.some((step) => view.implied(step.duty).has(duty));

  return {
    unmet:
      mattersWithBoth(context, earlier, later).size === 0
        ? noMatterWithBoth
        : view.posts.size === 0
          ? noPost
          : null,
    groups: (touched) =>
      caseGroups(context, touched, (shape) => includes(shape.steps, earlier) && includes(shape.steps, later)),
    start: (caseId) => ({ caseId, earlier: [], clashes: new Map() }),
    step(state, act) {
      const { actorId } = act;
      const isLater = act.duties.has(later);
      const isEarlier = act.duties.has(earlier);
      if (actorId === null || (!isLater && !isEarlier)) return noBreach;
      const rank = rankOf(view, act);
      if (rank === null) return noBreach;
      const above = isLater
        ? state.earlier.filter((one) => one.act.actorId !== actorId && rank <= one.rank)
        : [];
      if (isEarlier) state.earlier.push({ act, rank });
      if (above.length === 0) return noBreach;
      const known = state.clashes.get(actorId);
      const evidence = known ?? new Set<Act>();
      for (const one of above) evidence.add(one.act);
      evidence.add(act);
      if (known) return noBreach;
      state.clashes.set(actorId, evidence);
      return [
        {
          groupKey: state.caseId,
          subject: actorId,
          anchor: "",
          basis: "actual",
          personIds: actorsOf(evidence),
          day: act.day,
          get acts() {
            return [...evidence];
          },
          say: () => say(view, state.caseId, actorId, evidence, rule.parameters),
        },
      ];
    },
  };
};

function say(
  view: View,
  caseId: string,
  actorId: string,
  evidence: ReadonlySet<Act>,
  asked: { earlier: string; later: string },
): Text {
  const caseNo = caseNoOf(view, caseId);
  const others = new Set([...actorsOf(evidence)].filter((id) => id !== actorId));
  const [who, whom] = [personText(view, actorId), peopleText(view, others)];
  const [before, after] = [dutyText(view, asked.earlier), dutyText(view, asked.later)];
  return {
    zh: `${who.zh}在业务件 ${caseNo} 中办理${after.zh}，所在层级不高于此前办理${before.zh}的${whom.zh}。`,
    en: `In case ${caseNo}, ${who.en} performed ${after.en} from a level no higher than that of ${whom.en}, who performed ${before.en} before.`,
  };
}
