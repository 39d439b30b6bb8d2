// tempo/off-hours: one person acts often, or mostly, outside working hours or on days off.
import { exceedsShare } from "../../domain/money.ts";
import { monthText, personText } from "../sentence.ts";
import type { Act } from "../view.ts";
import { type Breach, type Context, type Fold, found, noBreach } from "./kind.ts";
import { type Asked, actorGroups, breachOfMonth, monthOf, unmetClock } from "./tempo-common.ts";

interface Month {
  all: number;
  off: Act[];
}
interface State {
  personId: string;
  months: Map<string, Month>;
}

/** "07:30" in milliseconds since midnight. */
const msOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
};

/** The key of one person's month among `Touched.keys`. */
export const offHoursKey = (personId: string, month: string): string => `${personId} ${month}`;

export const offHours = (context: Context<"tempo">, asked: Asked<"off-hours">): Fold<Act, State> => {
  const { view } = context;
  const [from, until] = [msOf(asked.from), msOf(asked.until)];

  const breachOf = (personId: string, name: string, { all, off }: Month): Breach | null => {
    const last = off.at(-1);
    const isOften = off.length >= asked.minActs;
    const isMostly = all >= asked.minMonthActs && exceedsShare(off.length, all, asked.sharePermille);
    if (!last || (!isOften && !isMostly)) return null;
    return breachOfMonth(personId, name, off, {
      day: last.day,
      say: () => {
        const [who, when] = [personText(view, personId), monthText(name)];
        return {
          zh: `${who.zh}于 ${when.zh}的 ${all} 次办理中，有 ${off.length} 次在工作日 ${asked.from} 至 ${asked.until} 之外，疑似非工作时间异常办理。`,
          en: `In ${when.en}, ${off.length} of ${all} acts of ${who.en} were outside ${asked.from} to ${asked.until} on workdays: possibly irregular hours.`,
        };
      },
    });
  };

  return {
    unmet: unmetClock(context),
    groups: (touched) => {
      // A month counts whole or not at all: whoever leaves acts out names the months that are whole.
      const keys = touched?.keys ?? null;
      return actorGroups(
        context,
        touched,
        (act) =>
          view.clockOf(act) !== 0 &&
          (keys === null || keys.has(offHoursKey(act.actorId ?? "", monthOf(act)))),
      );
    },
    start: (personId) => ({ personId, months: new Map() }),
    step({ months }, act) {
      const clock = view.clockOf(act);
      if (clock === 0) return noBreach;
      const name = monthOf(act);
      const month = months.get(name) ?? { all: 0, off: [] };
      months.set(name, month);
      month.all += 1;
      if (clock < from || clock >= until || !view.isWorkday(act.day)) month.off.push(act);
      return noBreach;
    },
    finish: ({ personId, months }) =>
      found(
        [...months].map(([name, month]) => breachOf(personId, name, month)).filter((one) => one !== null),
      ),
  };
};
