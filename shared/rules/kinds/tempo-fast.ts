// tempo/fast: one person does a duty again and again within seconds of the one before it.
import { dutyText, monthText, personText } from "../sentence.ts";
import type { Act } from "../view.ts";
import { type Context, type Fold, noBreach } from "./kind.ts";
import { mattersWithBoth, noMatterWithBoth } from "./matching.ts";
import { type Asked, actorGroups, breachOfMonth, monthOf, unmetClock } from "./tempo-common.ts";

interface Month {
  count: number;
  /** The fast acts, each with the one before it. */
  evidence: Set<Act>;
}
interface State {
  personId: string;
  months: Map<string, Month>;
}

export const fast = (context: Context<"tempo">, asked: Asked<"fast">): Fold<Act, State> => {
  const { view } = context;
  const hasTime = (act: Act): boolean => view.clockOf(act) !== 0;
  /** The latest act of the earlier duty before this one in its case. */
  const previous = (act: Act): Act | null => {
    const acts = view.caseActs.get(act.case.id)?.acts ?? [];
    for (let index = acts.indexOf(act) - 1; index >= 0; index -= 1) {
      const before = acts[index];
      if (before?.duties.has(asked.earlier)) return before;
    }
    return null;
  };

  return {
    unmet:
      mattersWithBoth(context, asked.earlier, asked.later).size === 0
        ? noMatterWithBoth
        : unmetClock(context),
    groups: (touched) => actorGroups(context, touched, (act) => act.duties.has(asked.later) && hasTime(act)),
    start: (personId) => ({ personId, months: new Map() }),
    step(state, act) {
      if (!act.duties.has(asked.later) || !hasTime(act)) return noBreach;
      const before = previous(act);
      if (!before || !hasTime(before)) return noBreach;
      if (act.approval.happenedAt - before.approval.happenedAt > asked.seconds * 1000) return noBreach;
      const name = monthOf(act);
      const month = state.months.get(name) ?? { count: 0, evidence: new Set() };
      state.months.set(name, month);
      month.count += 1;
      month.evidence.add(before).add(act);
      if (month.count !== asked.minActs) return noBreach;
      return [
        breachOfMonth(state.personId, name, month.evidence, {
          day: act.day,
          say: () => {
            const [who, when] = [personText(view, state.personId), monthText(name)];
            const [first, second] = [dutyText(view, asked.earlier), dutyText(view, asked.later)];
            return {
              zh: `${who.zh}于 ${when.zh}有 ${month.count} 次${second.zh}在${first.zh}之后 ${asked.seconds} 秒内办理，疑似未作实质审查。`,
              en: `In ${when.en}, ${who.en} performed ${second.en} within ${asked.seconds} seconds of ${first.en}, ${month.count === 1 ? "once" : `${month.count} times`}: possibly without a real look.`,
            };
          },
        }),
      ];
    },
  };
};
