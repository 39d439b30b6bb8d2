// How the one who asks is named in what is written: in journal entries, and beside change sets.
import type { Actor, Role } from "../../shared/contract/call.ts";

/** What the seat itself may do beside its operator's roles (back up, verify the journal), until officers with accounts exist. */
export const seatRoles: readonly Role[] = ["system-admin", "audit-admin"];

/** The roles that a journal entry names: those of the operator, without what the seat adds. */
export const namedRoles = ({ roles, operatorId }: Actor): string =>
  roles.filter((role) => !operatorId || !seatRoles.includes(role)).join("+");

/** The mark of who did it that is kept with change sets: an operator's id, or "~" and the local person's name. */
export const handOf = ({ operatorId, name }: Actor): string => operatorId ?? `~${name}`;
