// What a set of options leaves to be repaired, or makes worse: what the search must still do something about.

import type { Evidence } from "../../../domain/conflict.ts";
import type { AmountRange } from "../../../domain/money.ts";
import type { DesignFinding } from "../design-finding.ts";
import type { Ground } from "../ground.ts";
import { ladderOf } from "../ladder.ts";
import { type PreparedDesign, preparedFindings, type Recheck, recheck } from "../recheck.ts";
import type { RepairOption } from "./options.ts";

export interface Leftover {
  /** Rows of which one more must be changed, or (a gap) moved to fill it. */
  readonly rows: readonly Pick<Evidence, "kind" | "id">[];
  readonly needs: "any" | "move";
}
/** null: nothing more can help. */
export interface Judged {
  readonly leftovers: readonly Leftover[] | null;
  readonly after: Recheck;
}

/** Who, by which rule, in which matter: what a conflict stays the same by while duties join or leave it. */
export const whoOf = ({ ruleId, matterId, personIds }: DesignFinding): string =>
  JSON.stringify([ruleId, matterId, personIds]);

export type Judge = (options: readonly RepairOption[]) => Judged;

/** `targets`: conflicts that must go. `isLenient`: whatever else becomes worse. */
export function judgeOf(
  prepared: PreparedDesign,
  targets: readonly DesignFinding[],
  isLenient = false,
): Judge {
  const target = new Set(targets.map(whoOf));
  const targeted = targets.flatMap(({ personIds }) => personIds.slice(0, 1));
  const known = new Map<string, Set<string>>();
  for (const finding of preparedFindings(prepared)) {
    if (finding.type !== "conflict") continue;
    const duties = known.get(whoOf(finding)) ?? new Set();
    known.set(whoOf(finding), duties);
    for (const duty of finding.duties) duties.add(duty);
  }
  const { ground: before } = prepared;
  return (options) => {
    const after = recheck(
      prepared,
      options.map(({ edit }) => edit),
    );
    if (isLenient)
      return {
        leftovers: targeted
          .flatMap((personId) => after.conflictsOf(personId))
          .filter((finding) => target.has(whoOf(finding)))
          .map(({ evidence }): Leftover => ({ rows: evidence, needs: "any" })),
        after,
      };
    const steps = new Set(options.flatMap((option) => stepOf(before, option) ?? []));
    for (const stepId of steps)
      if (isHoleNew(before, after.ground, stepId)) return { leftovers: null, after };
    const people = new Set([...targeted, ...after.people]);
    const conflicts = [...people]
      .flatMap((personId) => after.conflictsOf(personId))
      .filter(
        (finding) =>
          target.has(whoOf(finding)) || finding.duties.some((duty) => !known.get(whoOf(finding))?.has(duty)),
      );
    const gaps = [...steps].filter(
      (stepId) =>
        isAsked(before, stepId) && before.ways(stepId).length > 0 && after.ground.ways(stepId).length === 0,
    );
    const leftovers = [
      ...conflicts.map(({ evidence }): Leftover => ({ rows: evidence, needs: "any" })),
      ...gaps.map(
        (stepId): Leftover => ({
          rows: before.liveOn(stepId).map(({ id }) => ({ kind: "authority", id })),
          needs: "move",
        }),
      ),
    ];
    return { leftovers, after };
  };
}

function stepOf(ground: Ground, { kind, id }: RepairOption): string | undefined {
  if (kind === "post-duty") return undefined;
  const authorityId = kind === "authority" ? id : (ground.delegations.get(id)?.authorityId ?? "");
  return ground.authorities.get(authorityId)?.stepId;
}
function isAsked(ground: Ground, stepId: string): boolean {
  const step = ground.steps.get(stepId);
  return step !== undefined && ground.askedSteps(step.matterId).some(({ id }) => id === stepId);
}

/** Some amount lies in a hole of the step's ladder that lay in none before. */
function isHoleNew(before: Ground, after: Ground, stepId: string): boolean {
  const duty = before.steps.get(stepId)?.duty ?? "";
  if (before.duties.get(duty)?.type !== "authorise") return false;
  const old = holesOf(before, stepId);
  return holesOf(after, stepId).some((hole) => !old.some((one) => isWithin(hole, one)));
}
/** Maximal spans. */
function holesOf(ground: Ground, stepId: string): AmountRange[] {
  const spans: { over: number; upTo: number | null }[] = [];
  for (const { is, over, upTo } of ladderOf(ground, ground.liveOn(stepId))?.pieces ?? []) {
    if (is !== "gap") continue;
    const last = spans.at(-1);
    if (last && last.upTo === over) last.upTo = upTo;
    else spans.push({ over, upTo });
  }
  return spans;
}
const isWithin = (part: AmountRange, whole: AmountRange): boolean =>
  (part.over ?? 0) >= (whole.over ?? 0) &&
  (whole.upTo === null || (part.upTo !== null && part.upTo <= whole.upTo));
