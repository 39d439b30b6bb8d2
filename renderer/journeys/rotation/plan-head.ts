// What a plan comes to, as sentence and figures: what it moves, by when, and whether it holds.
import type { Plan, TenureRow } from "../../data/types.ts";
import type { Finding, KeyFigure } from "../../parts/page-head.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function usePlanHead(
  plan: Plan | null,
  rows: readonly TenureRow[],
  /** Something under the hand differs from what was judged. */
  isEdited: boolean,
): { finding: Finding; figures: KeyFigure[] } | null {
  const { rotation } = useWords();
  const formats = useFormats();
  if (!plan) return null;
  const moves = `/rotation/moves?plan=${encodeURIComponent(plan.id)}`;
  const overdue = rows.filter(({ state }) => state === "overdue");
  // The last day on which somebody overdue today leaves.
  const late = new Set(overdue.map((row) => `${row.person.id}.${row.post.id}`));
  const cleared = plan.moves
    .filter((move) => move.from && late.delete(`${move.person.id}.${move.from.id}`))
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const arrivals = plan.cost ?? plan.moves.filter(({ to }) => to !== null).length;
  const finding: Finding = [
    rotation.findingPlanMonths(formats.count(plan.months)),
    {
      words: rotation.findingPlanMoves(formats.count(arrivals), formats.count(plan.peopleMoved)),
      href: moves,
    },
    ...(overdue.length === 0
      ? []
      : late.size > 0
        ? [rotation.findingKept(formats.count(overdue.length), formats.count(late.size))]
        : cleared
          ? [rotation.findingCleared(formats.count(overdue.length), cleared)]
          : []),
    plan.breaches.length > 0 && (plan.isByHand || plan.status === "planned")
      ? rotation.findingBreaks(formats.count(plan.breaches.length))
      : plan.status === "planned"
        ? rotation.findingHolds
        : rotation.findingStatus[plan.status],
  ];
  const chains = new Set(plan.moves.map(({ chain }) => chain)).size;
  const gap = plan.cost === null ? null : plan.cost - plan.lowerBound;
  const figures: KeyFigure[] = [
    {
      name: rotation.figures.cost,
      figure: plan.cost === null ? "—" : formats.count(plan.cost),
      note:
        gap === 0 ? rotation.figures.costProved : rotation.figures.costNote(formats.count(plan.lowerBound)),
    },
    {
      name: rotation.figures.moves,
      figure: formats.count(plan.moves.length),
      note: rotation.figures.movesNote(formats.count(plan.peopleMoved), formats.count(chains)),
      href: moves,
    },
    plan.unavoidable.length > 0
      ? {
          name: rotation.figures.unavoidable,
          figure: formats.count(plan.unavoidable.length),
          note: rotation.figures.worst(formats.count(Math.max(...plan.unavoidable.map(({ days }) => days)))),
          tone: "amber",
        }
      : {
          name: rotation.figures.horizon,
          figure: formats.count(plan.months),
          note: rotation.figures.horizonNote(plan.until),
        },
    {
      name: rotation.figures.check,
      figure:
        plan.breaches.length === 0
          ? rotation.figures.passed
          : rotation.figures.breaches(formats.count(plan.breaches.length)),
      ...(plan.breaches.length > 0 ? { tone: "red" as const } : {}),
      ...(isEdited ? { note: rotation.figures.checkNote } : {}),
    },
  ];
  return { finding, figures };
}
