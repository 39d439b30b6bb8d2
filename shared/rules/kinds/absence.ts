// absence: acting while absent, before joining, or after leaving.
import { contains, type Day } from "../../domain/day.ts";
import type { Text } from "../../domain/text.ts";
import { compareText } from "../gather.ts";
import { personText } from "../sentence.ts";
import type { Act, View } from "../view.ts";
import { actsInScope } from "./grouping.ts";
import { type KindModule, noBreach } from "./kind.ts";

type Reason = "absent" | "before-joining" | "after-leaving";

export const absence: KindModule<"absence", Act, { personId: string }> = (context) => {
  const { rule, view } = context;
  const reasons = new Set<Reason>(rule.parameters.reasons);
  const asksAbsencesOnly = reasons.size === 1 && reasons.has("absent");

  return {
    unmet:
      view.assignmentsOf.size === 0
        ? { zh: "没有任何任职记录", en: "no assignment is on record" }
        : asksAbsencesOnly && view.absencesOf.size === 0
          ? { zh: "没有任何缺勤记录", en: "no absence is on record" }
          : null,
    *groups(touched) {
      for (const key of touched?.personIds ?? view.assignmentsOf.keys())
        if (view.assignmentsOf.has(key)) yield { key, items: actsInScope(context, view.actsBy(key)) };
    },
    start: (personId) => ({ personId }),
    step({ personId }, act) {
      const reason = reasonOf(view, personId, act.day);
      if (reason === null || !reasons.has(reason)) return noBreach;
      const absences = (view.absencesOf.get(personId) ?? [])
        .filter((row) => contains(row, act.day))
        .sort((a, b) => compareText(a.id, b.id));
      return [
        {
          groupKey: personId,
          subject: personId,
          anchor: act.approval.naturalKey,
          basis: "actual",
          personIds: [personId],
          day: act.day,
          acts: [act],
          after: absences.map(({ id }) => ({ kind: "absence", id })),
          say: () => say(view, act, personId, reason),
        },
      ];
    },
  };
};

/** The first reason that fits; null when the person was there. */
export function reasonOf(view: View, personId: string, day: Day): Reason | null {
  if (view.absencesOf.get(personId)?.some((row) => contains(row, day))) return "absent";
  const person = view.people.get(personId);
  const assignments = view.assignmentsOf.get(personId) ?? [];
  const joinedOn = person?.joinedOn ?? null;
  if (joinedOn !== null ? day < joinedOn : assignments.every((row) => day < row.from))
    return "before-joining";
  const leavesOn = person?.leavesOn ?? null;
  const hasLeft =
    leavesOn !== null ? leavesOn <= day : assignments.every((row) => row.until !== null && row.until <= day);
  return hasLeft ? "after-leaving" : null;
}

function say(view: View, act: Act, personId: string, reason: Reason): Text {
  const person = personText(view, personId);
  const state: Record<Reason, Text> = {
    absent: { zh: "当日登记为缺勤", en: "is on record as absent that day" },
    "before-joining": { zh: "当日尚未到任", en: "had not joined yet" },
    "after-leaving": { zh: "当日已离任", en: "had already left" },
  };
  return {
    zh: `${person.zh}于 ${act.day} 在业务件 ${act.case.caseNo} 办理“${act.step.name}”，${state[reason].zh}。`,
    en: `${person.en} acted on “${act.step.name}” of case ${act.case.caseNo} on ${act.day} but ${state[reason].en}.`,
  };
}
