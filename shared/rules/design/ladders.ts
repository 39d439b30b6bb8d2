// Amounts of an authorising step that no level covers, or that two levels cover; and authorities that end soon.
import type { Authority, Step } from "../../domain/authority.ts";
import { addDays, contains, type Day, daysBetween, lastDay } from "../../domain/day.ts";
import { formatWan } from "../../domain/money.ts";
import type { Text } from "../../domain/text.ts";
import { gather, sortedIds } from "../gather.ts";
import { personText, postText } from "../sentence.ts";
import type { View } from "../view.ts";
import { type DesignFinding, designFinding } from "./design-finding.ts";
import { type Ladder, type LadderPiece, ladderOf } from "./ladder.ts";

/** Authorising steps with tiers on the day, in the order of the world, each with its rows and its ladder. */
export function ladderSteps(view: View, day: Day): { step: Step; rows: Authority[]; ladder: Ladder }[] {
  const live = gather(
    view.world.authorities.filter((row) => contains(row, day)),
    (row) => row.stepId,
  );
  return view.world.steps.flatMap((step) => {
    const rows = live.get(step.id) ?? [];
    const ladder = view.duties.get(step.duty)?.type === "authorise" ? ladderOf(view, rows) : null;
    return ladder ? [{ step, rows, ladder }] : [];
  });
}

export const ladders = (view: View, day: Day): DesignFinding[] =>
  ladderSteps(view, day).flatMap(({ step, rows, ladder }) => [
    ...holeIn(view, step, rows, ladder),
    ...overlapIn(view, step, rows, ladder),
  ]);

/** Neighbours of the same sort are one span to the reader. */
function spansOf({ pieces }: Ladder, is: LadderPiece["is"]): LadderPiece[] {
  const spans: LadderPiece[] = [];
  for (const piece of pieces) {
    if (piece.is !== is) continue;
    const last = spans.at(-1);
    if (last && last.upTo === piece.over) {
      last.upTo = piece.upTo;
      last.authorityIds = [...last.authorityIds, ...piece.authorityIds];
    } else spans.push({ ...piece });
  }
  return spans;
}
const listed = (spans: readonly LadderPiece[]): Text => {
  const words = spans.map(spanText);
  return { zh: words.map(({ zh }) => zh).join("、"), en: words.map(({ en }) => en).join(", ") };
};

function holeIn(view: View, step: Step, rows: readonly Authority[], of: Ladder): DesignFinding[] {
  const spans = spansOf(of, "gap");
  if (spans.length === 0) return [];
  const where = listed(spans);
  return [
    ladder(view, step, rows, spans, "medium", {
      zh: `金额${where.zh}没有任何层级可以审批`,
      en: `no level covers ${where.en}`,
    }),
  ];
}

/** Two levels whose amounts meet: who decides is then a matter of choice. Special grants stand beside the ladder. */
function overlapIn(view: View, step: Step, rows: readonly Authority[], of: Ladder): DesignFinding[] {
  const spans = spansOf(of, "overlap");
  if (spans.length === 0) return [];
  const ids = new Set(spans.flatMap((span) => span.authorityIds));
  const where = listed(spans);
  return [
    ladder(
      view,
      step,
      rows.filter((row) => row.postId !== null && ids.has(row.id)),
      spans,
      "low",
      { zh: `金额${where.zh}有不止一个层级可以审批`, en: `more than one level covers ${where.en}` },
    ),
  ];
}

function ladder(
  view: View,
  step: Step,
  rows: readonly Authority[],
  spans: readonly LadderPiece[],
  severity: DesignFinding["severity"],
  what: Text,
): DesignFinding {
  const name = `${view.matters.get(step.matterId)?.name ?? step.matterId} / ${step.name}`;
  return designFinding({
    type: "ladder",
    severity,
    matterId: step.matterId,
    stepIds: [step.id],
    postIds: sortedIds(rows.flatMap((row) => row.postId ?? [])),
    authorityIds: sortedIds(rows.map((row) => row.id)),
    amounts: spans.map(({ over, upTo }) => ({ over, upTo })),
    sentence: { zh: `“${name}”：${what.zh}。`, en: `“${name}”: ${what.en}.` },
  });
}

function spanText({ over, upTo }: LadderPiece): Text {
  const [low, high] = [formatWan(over), upTo === null ? null : formatWan(upTo)];
  if (high === null) return { zh: `超过 ${low} 万元的部分`, en: `amounts above ${low} × 10,000 yuan` };
  return over === 0
    ? { zh: ` ${high} 万元以下（含）`, en: `amounts up to ${high} × 10,000 yuan` }
    : { zh: ` ${low} 至 ${high} 万元（含）`, en: `amounts from ${low} to ${high} × 10,000 yuan` };
}

/** Authorities and delegations whose last day is within `days`, unless the holder has the next one already. */
export function expiries(view: View, day: Day, days: number): DesignFinding[] {
  const edge = addDays(day, days);
  const endsSoon = (row: { from: Day; until: Day | null }): boolean =>
    contains(row, day) && row.until !== null && row.until <= edge;
  const isRenewed = (row: Authority): boolean =>
    view.world.authorities.some(
      (next) =>
        next.id !== row.id &&
        next.stepId === row.stepId &&
        next.postId === row.postId &&
        next.personId === row.personId &&
        row.until !== null &&
        contains(next, row.until),
    );
  const left = (row: { from: Day; until: Day | null }): number => daysBetween(day, lastDay(row) ?? day);
  const granted = view.world.authorities
    .filter((row) => endsSoon(row) && !isRenewed(row))
    .map((row) => {
      const step = view.steps.get(row.stepId);
      const holder = row.postId === null ? personText(view, row.personId ?? "") : postText(view, row.postId);
      return designFinding({
        type: "expiry",
        severity: "low",
        matterId: step?.matterId ?? null,
        stepIds: [row.stepId],
        postIds: row.postId === null ? [] : [row.postId],
        personIds: row.personId === null ? [] : [row.personId],
        authorityIds: [row.id],
        until: row.until,
        evidence: [{ kind: "authority", id: row.id }],
        sentence: {
          zh: `${holder.zh}对“${step?.name ?? row.stepId}”的授权将于 ${lastDay(row)} 到期，还有 ${left(row)} 天。`,
          en: `The authority of ${holder.en} for “${step?.name ?? row.stepId}” ends on ${lastDay(row)}, in ${left(row)} days.`,
        },
      });
    });
  const lent = view.world.delegations.filter(endsSoon).map((row) => {
    const stepId = view.authorities.get(row.authorityId)?.stepId ?? "";
    const [giver, taker] = [personText(view, row.fromPersonId), personText(view, row.toPersonId)];
    return designFinding({
      type: "expiry",
      severity: "low",
      matterId: view.steps.get(stepId)?.matterId ?? null,
      stepIds: stepId === "" ? [] : [stepId],
      personIds: sortedIds([row.fromPersonId, row.toPersonId]),
      authorityIds: [row.authorityId],
      until: row.until,
      evidence: [{ kind: "delegation", id: row.id }],
      sentence: {
        zh: `${giver.zh}给${taker.zh}的转授权将于 ${lastDay(row)} 到期，还有 ${left(row)} 天。`,
        en: `The delegation from ${giver.en} to ${taker.en} ends on ${lastDay(row)}, in ${left(row)} days.`,
      },
    });
  });
  return [...granted, ...lent];
}
