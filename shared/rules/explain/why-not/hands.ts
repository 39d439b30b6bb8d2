// Why not, for the checks of too much in one hand within a case: share of duties, span of types.
import type { DutyType } from "../../../domain/duty.ts";
import { exceedsShare } from "../../../domain/money.ts";
import type { Parameters } from "../../../domain/rule-kinds.ts";
import { dutyTypeChoices } from "../../../domain/sheets.ts";
import { creditedPersons } from "../../cover.ts";
import { closingDay, noteAct, startTrace } from "../../kinds/closing.ts";
import { listText, percentText, personText } from "../../sentence.ts";
import { waiting } from "./case-kinds.ts";
import { type Asked, nobody, note, type Reason, reason, sharesText } from "./reason.ts";

type Concentration<C> = Extract<Parameters<"concentration">, { check: C }>;

export function dutyShare(asked: Asked<"concentration">, set: Concentration<"duty-share">): Reason | null {
  const { view, acts } = asked;
  const shares = new Map<string, Set<string>>();
  for (const act of acts) for (const id of creditedPersons(view, act)) note(shares, id, [act.step.duty]);
  if (shares.size === 0) return nobody();
  const trace = startTrace(asked.case?.id ?? "");
  for (const act of acts) noteAct(trace, act);
  if (closingDay(view, trace, set.quietDays) === null) return waiting(set.quietDays);
  const all = new Set([...shares.values()].flatMap((duties) => [...duties])).size;
  if (all < set.minDuties)
    return reason(
      "count-not-exceeded",
      `本件只涉及 ${all} 项职责，不满 ${set.minDuties} 项。`,
      `Only ${all} duties were done in the case, fewer than ${set.minDuties}.`,
    );
  const top = Math.max(...[...shares.values()].map((duties) => duties.size));
  if (exceedsShare(top, all, set.permille)) return null;
  return reason(
    "share-not-exceeded",
    `一人最多办理 ${all} 项职责中的 ${top} 项，没有超过 ${percentText(set.permille)}。`,
    `One person did at most ${top} of ${all} duties, no more than ${percentText(set.permille)}.`,
  );
}

const typeWord = (type: string) =>
  dutyTypeChoices.find((choice) => choice.value === type)?.name ?? { zh: type, en: type };
export function typeSpan(asked: Asked<"concentration">, set: Concentration<"type-span">): Reason | null {
  const { view, acts } = asked;
  const asks = new Set<DutyType>(set.types);
  const shares = new Map<string, Set<string>>();
  let hasType = false;
  for (const act of acts) {
    const type = view.duties.get(act.step.duty)?.type;
    if (!type || !asks.has(type)) continue;
    hasType = true;
    for (const id of creditedPersons(view, act)) note(shares, id, [type]);
  }
  if (!hasType)
    return reason(
      "duties-do-not-match",
      "本件办理的职责都不属于规则所列的类型。",
      "No duty done in the case is of a listed type.",
    );
  if (shares.size === 0) return nobody();
  if ([...shares.values()].some((types) => types.size >= set.min)) return null;
  const counted = sharesText(
    shares,
    (id) => personText(view, id),
    (types) => listText([...types].map(typeWord)),
  );
  return reason(
    "count-not-exceeded",
    `没有一人办理满 ${set.min} 类职责：${counted.zh}。`,
    `Nobody did duties of ${set.min} types: ${counted.en}.`,
  );
}
