// Amounts of an authorising step that no level covers, or that two levels cover.
import type { Authority, Step } from "../../domain/authority.ts";
import { contains, type Day } from "../../domain/day.ts";
import { formatCny, formatWan } from "../../domain/money.ts";
import type { Text } from "../../domain/text.ts";
import { gather, sortedIds } from "../gather.ts";
import type { View } from "../view.ts";
import { type DesignFinding, designFinding } from "./design-finding.ts";
import type { Ground } from "./ground.ts";
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

/** Of the steps of one matter. */
export const ladders = (ground: Ground, matterId: string): DesignFinding[] =>
  (ground.stepsOf.get(matterId) ?? []).flatMap((step) => {
    const rows = ground.liveOn(step.id);
    const isAuthorising = ground.duties.get(step.duty)?.type === "authorise";
    const ladder = isAuthorising ? ladderOf(ground, rows) : null;
    if (!ladder) return [];
    return [...holeIn(ground, step, rows, ladder), ...overlapIn(ground, step, rows, ladder)];
  });

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

function holeIn(ground: Ground, step: Step, rows: readonly Authority[], of: Ladder): DesignFinding[] {
  const spans = spansOf(of, "gap");
  if (spans.length === 0) return [];
  const where = listed(spans);
  return [
    ladder(ground, step, rows, spans, "medium", {
      zh: `金额${where.zh}没有任何层级可以审批`,
      en: `no level covers ${where.en}`,
    }),
  ];
}

/** Two levels whose amounts meet: who decides is then a matter of choice. Special grants stand beside the ladder. */
function overlapIn(ground: Ground, step: Step, rows: readonly Authority[], of: Ladder): DesignFinding[] {
  const spans = spansOf(of, "overlap");
  if (spans.length === 0) return [];
  const ids = new Set(spans.flatMap((span) => span.authorityIds));
  const where = listed(spans);
  return [
    ladder(
      ground,
      step,
      rows.filter((row) => row.postId !== null && ids.has(row.id)),
      spans,
      "low",
      { zh: `金额${where.zh}有不止一个层级可以审批`, en: `more than one level covers ${where.en}` },
    ),
  ];
}

function ladder(
  ground: Ground,
  step: Step,
  rows: readonly Authority[],
  spans: readonly LadderPiece[],
  severity: DesignFinding["severity"],
  what: Text,
): DesignFinding {
  const name = `${ground.matters.get(step.matterId)?.name ?? step.matterId} / ${step.name}`;
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
  const low = formatWan(over);
  if (upTo === null) return { zh: `超过 ${low} 万元的部分`, en: `amounts above ${formatCny(over)}` };
  const high = formatWan(upTo);
  return over === 0
    ? { zh: ` ${high} 万元以下（含）`, en: `amounts up to ${formatCny(upTo)}` }
    : { zh: ` ${low} 至 ${high} 万元（含）`, en: `amounts from ${formatCny(over)} to ${formatCny(upTo)}` };
}
