// tempo/burst: one person approves many things within minutes.
import { monthText, personText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";
import { type Asked, actorGroups, breachOfMonth, monthOf, unmetClock } from "./tempo-common.ts";

interface State {
  personId: string;
  /** The latest acts, as many as make a burst. */
  recent: Act[];
  /** Acts in a burst, by month. */
  months: Map<string, Set<Act>>;
}

export const burst = (context: Context<"tempo">, asked: Asked<"burst">): Fold<Act, State> => {
  const { view } = context;
  const isCounted = (act: Act): boolean => act.approval.action === "approve" && view.clockOf(act) !== 0;

  return {
    unmet: unmetClock(context),
    groups: (touched) => actorGroups(context, touched, isCounted),
    start: (personId) => ({ personId, recent: [], months: new Map() }),
    step(state, act) {
      if (!isCounted(act)) return noBreach;
      const { recent, months } = state;
      recent.push(act);
      if (recent.length > asked.count) recent.shift();
      const first = recent[0];
      if (recent.length < asked.count || !first) return noBreach;
      if (act.approval.happenedAt - first.approval.happenedAt > asked.minutes * 60_000) return noBreach;
      const breaches: Breach[] = [];
      for (const one of recent) {
        const name = monthOf(one);
        const known = months.get(name);
        if (known) known.add(one);
        else {
          const acts = new Set([one]);
          months.set(name, acts);
          breaches.push(
            breachOfMonth(state.personId, name, acts, {
              day: one.day,
              say: () => say(view, state.personId, name, acts.size, asked),
            }),
          );
        }
      }
      return breaches;
    },
  };
};

function say(view: View, personId: string, month: string, count: number, asked: Asked<"burst">) {
  const [who, when] = [personText(view, personId), monthText(month)];
  return {
    zh: `${who.zh}于 ${when.zh}有 ${count} 次同意是在 ${asked.minutes} 分钟内连续 ${asked.count} 次以上作出的，疑似批量审批。`,
    en: `In ${when.en}, ${count} approvals of ${who.en} came ${asked.count} or more within ${asked.minutes} minutes: possibly approved in bulk.`,
  };
}
