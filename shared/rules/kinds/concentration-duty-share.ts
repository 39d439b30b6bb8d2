// concentration/duty-share: one person did most of the duties of a closed case.
import { exceedsShare } from "../../domain/money.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import { creditedPersons } from "../cover.ts";
import { caseNoOf, percentText, personText } from "../sentence.ts";
import type { Act } from "../view.ts";
import { closingDay, noteAct, startTrace, type Trace } from "./closing.ts";
import { caseGroups } from "./grouping.ts";
import { type Breach, type Context, type Fold, found, noBreach, nothing, undecided } from "./kind.ts";

type Asked = Extract<Parameters<"concentration">, { check: "duty-share" }>;

interface State {
  trace: Trace;
  duties: Set<string>;
  shares: Map<string, { acts: Act[]; duties: Set<string> }>;
}

export const dutyShare = (context: Context<"concentration">, asked: Asked): Fold<Act, State> => {
  const { view } = context;

  return {
    unmet: [...view.stepDuties].some(
      ([matterId, duties]) => duties.size >= asked.minDuties && context.admits(matterId),
    )
      ? null
      : {
          zh: `没有含 ${asked.minDuties} 项以上不同职责的事项`,
          en: `no matter has ${asked.minDuties} or more different duties`,
        },
    // Every case: one that is still open is not yet judged, whatever was done in it.
    groups: (touched) => caseGroups(context, touched, () => true),
    start: (caseId) => ({ trace: startTrace(caseId), duties: new Set(), shares: new Map() }),
    step(state, act) {
      noteAct(state.trace, act);
      for (const personId of creditedPersons(view, act)) {
        const share = state.shares.get(personId) ?? { acts: [], duties: new Set() };
        state.shares.set(personId, share);
        share.acts.push(act);
        share.duties.add(act.step.duty);
        state.duties.add(act.step.duty);
      }
      return noBreach;
    },
    finish({ trace, duties, shares }) {
      if (shares.size === 0) return nothing;
      const day = closingDay(view, trace, asked.quietDays);
      if (day === null) return undecided;
      if (duties.size < asked.minDuties) return nothing;
      const { caseId } = trace;
      return found(
        [...shares]
          .filter(([, own]) => exceedsShare(own.duties.size, duties.size, asked.permille))
          .map(
            ([personId, own]): Breach => ({
              groupKey: caseId,
              subject: personId,
              anchor: "",
              basis: "actual",
              personIds: [personId],
              day,
              acts: own.acts,
              say: () => {
                const [who, caseNo] = [personText(view, personId), caseNoOf(view, caseId)];
                const share = percentText(asked.permille);
                return {
                  zh: `${who.zh}在业务件 ${caseNo} 的 ${duties.size} 项职责中办理了 ${own.duties.size} 项，超过 ${share}，疑似职责过于集中。`,
                  en: `In case ${caseNo}, ${who.en} performed ${own.duties.size} of ${duties.size} duties, more than ${share}: possibly too much in one hand.`,
                };
              },
            }),
          ),
      );
    },
  };
};
