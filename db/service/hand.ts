// How the one who asks is named in what is written: in journal entries, and beside change sets.
import type { Actor, Role } from "../../shared/contract/call.ts";
import type { Db } from "../open.ts";
import { namesOf, sameOperators } from "../queries/operators.ts";

/** What the seat itself may do beside its operator's roles (back up, verify the journal), until officers with accounts exist. */
export const seatRoles: readonly Role[] = ["system-admin", "audit-admin"];

/** The roles that a journal entry names: those of the operator, without what the seat adds. */
export const namedRoles = ({ roles, operatorId }: Actor): string =>
  roles.filter((role) => !operatorId || !seatRoles.includes(role)).join("+");

const local = "~";
/** The mark of who did it that is kept with change sets: an operator's id, or "~" and the local person's name. */
export const handOf = ({ operatorId, name }: Actor): string => operatorId ?? `${local}${name}`;

/**
 * Whether one of the hands is that of the one who asks. The local person of a workbook without operators is one,
 * whatever each door calls it; an operator taken off and added again under the same name, or for the same person, is
 * the same.
 */
export function isAmong(db: Db, hands: ReadonlySet<string>, { operatorId }: Actor): boolean {
  if (!operatorId) return [...hands].some((hand) => hand.startsWith(local));
  return sameOperators(db, operatorId).some(
    (id) => hands.has(id) || namesOf(db, id).some((name) => hands.has(`${local}${name}`)),
  );
}
