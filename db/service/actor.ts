// Who is asking: the operator chosen at this door, nobody, or in a workbook without operators the one local person.
import type { Actor } from "../../shared/contract/call.ts";
import { type Operator, operatorRoles } from "../../shared/contract/operators.ts";
import { operatorsOf } from "../queries/operators.ts";
import type { Desk } from "./desk.ts";
import { seatRoles } from "./hand.ts";

export const operatorsOn = (desk: Desk): Operator[] =>
  operatorsOf(desk.db()).map((one) => ({
    ...one,
    roles: operatorRoles.filter((role) => one.roles.includes(role)),
  }));

export function actorAt(desk: Desk): Actor {
  const { actor } = desk.deps;
  if (!desk.isOpen()) return actor;
  const all = operatorsOn(desk);
  if (all.length === 0) return { ...actor, operatorId: null };
  const chosen = all.find(({ id }) => id === desk.chosen());
  return chosen
    ? { name: chosen.name, roles: [...chosen.roles, ...seatRoles], operatorId: chosen.id }
    : { ...actor, operatorId: null, readsOnly: true };
}

/** Some operator other than this one is a reviewer: governed edits become drafts. */
export const hasSecondPerson = (desk: Desk, { operatorId }: Actor): boolean =>
  operatorsOn(desk).some(({ id, roles }) => id !== operatorId && roles.includes("reviewer"));
