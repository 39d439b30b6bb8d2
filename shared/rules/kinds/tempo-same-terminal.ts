// tempo/same-terminal: in one case, different people do different duties at one terminal within minutes.
import { caseNoOf, peopleText } from "../sentence.ts";
import type { Act } from "../view.ts";
import { actorsOf } from "./dated-cases.ts";
import { caseGroups } from "./grouping.ts";
import { type Context, type Fold, noBreach } from "./kind.ts";
import type { Asked } from "./tempo-common.ts";

interface Desk {
  /** Acts so few minutes ago that another can still make a pair with them: a case may have very many. */
  recent: Act[];
  /** Acts that take part in a pair. */
  evidence: Set<Act>;
}
interface State {
  caseId: string;
  desks: Map<string, Desk>;
}

export const sameTerminal = (context: Context<"tempo">, asked: Asked<"same-terminal">): Fold<Act, State> => {
  const { view } = context;
  return {
    unmet: [...view.terminalMatters].some(context.admits)
      ? null
      : { zh: "办理记录没有终端", en: "no approval names its terminal" },
    groups: (touched) =>
      caseGroups(context, touched, (shape) => new Set(shape.steps.map((step) => step.duty)).size > 1),
    start: (caseId) => ({ caseId, desks: new Map() }),
    step(state, act) {
      const { terminal, happenedAt } = act.approval;
      if (!terminal || act.actorId === null || view.clockOf(act) === 0) return noBreach;
      const desk = state.desks.get(terminal) ?? { recent: [], evidence: new Set() };
      state.desks.set(terminal, desk);
      // In order of time: what is too long ago for this act is so for every later one.
      desk.recent = desk.recent.filter(
        (one) => happenedAt - one.approval.happenedAt < asked.minutes * 60_000,
      );
      const others = desk.recent.filter(
        (one) => one.actorId !== act.actorId && one.step.duty !== act.step.duty,
      );
      desk.recent.push(act);
      if (others.length === 0) return noBreach;
      const { evidence } = desk;
      const isKnown = evidence.size > 0;
      for (const one of [...others, act]) evidence.add(one);
      if (isKnown) return noBreach;
      return [
        {
          groupKey: state.caseId,
          subject: terminal,
          anchor: "",
          basis: "actual",
          personIds: actorsOf(evidence),
          day: act.day,
          get acts() {
            return [...evidence];
          },
          say: () => {
            const caseNo = caseNoOf(view, state.caseId);
            const who = peopleText(view, new Set(actorsOf(evidence)));
            return {
              zh: `业务件 ${caseNo} 中，${who.zh}在同一终端 ${terminal} 上 ${asked.minutes} 分钟以内办理不同职责，疑似一人代办。`,
              en: `In case ${caseNo}, ${who.en} performed different duties at one terminal, ${terminal}, within ${asked.minutes} minutes: possibly done by one person.`,
            };
          },
        },
      ];
    },
  };
};
