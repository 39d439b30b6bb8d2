// What a person holds and by which rows, as docs/rules/kinds.md defines it for never-together; relation asks it too.
import type { Evidence } from "../../shared/domain/conflict.ts";
import { intersection, type Period } from "../../shared/domain/day.ts";
import { evidenceOf } from "./found.ts";
import { authorityOf, byText, type Ground, match } from "./ground.ts";

export interface Holding {
  duty: string;
  period: Period;
  rows: Evidence[];
}

/** A duty held through match with several members of the set counts for each; `null`: every duty counts, as itself. */
export function holdingsOf(ground: Ground, personId: string, duties: readonly string[] | null): Holding[] {
  const { world } = ground;
  const holdings: Holding[] = [];
  const hold = (duty: string, period: Period | null, rows: Evidence[]): void => {
    if (period === null || (period.until !== null && period.until <= period.from)) return;
    for (const member of duties === null ? [duty] : match(ground, duty, duties))
      holdings.push({ duty: member, period, rows });
  };
  const dutyOfStep = (stepId: string): string => world.steps.find((step) => step.id === stepId)!.duty;

  for (const assignment of world.assignments.filter((row) => row.personId === personId)) {
    const seat = evidenceOf("assignment", [assignment.id]);
    for (const standing of world.postDuties.filter((row) => row.postId === assignment.postId))
      hold(standing.duty, intersection(assignment, standing), [
        ...seat,
        ...evidenceOf("post-duty", [standing.id]),
      ]);
    for (const authority of world.authorities.filter((row) => row.postId === assignment.postId))
      hold(dutyOfStep(authority.stepId), intersection(assignment, authority), [
        ...seat,
        ...evidenceOf("authority", [authority.id]),
      ]);
  }
  for (const authority of world.authorities.filter((row) => row.personId === personId))
    hold(dutyOfStep(authority.stepId), authority, evidenceOf("authority", [authority.id]));
  for (const delegation of world.delegations.filter((row) => row.toPersonId === personId)) {
    const authority = authorityOf(ground, delegation);
    hold(dutyOfStep(authority.stepId), intersection(delegation, authority), [
      ...evidenceOf("authority", [authority.id]),
      ...evidenceOf("delegation", [delegation.id]),
    ]);
  }
  return holdings;
}

const kindOrder = ["assignment", "post-duty", "authority", "delegation"];
/** The rows of these holdings, each once, in the order in which evidence shows them. */
export function rowsOf(holdings: readonly Holding[]): Evidence[] {
  const rows = holdings
    .flatMap((holding) => holding.rows)
    .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || byText(a.id, b.id));
  return rows.filter((row, index) => row.kind !== rows[index - 1]?.kind || row.id !== rows[index - 1]?.id);
}
