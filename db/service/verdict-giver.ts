// Who says what of a conflict: the operator at work under their own name, never one of the people whom it is about.
import type { Actor } from "../../shared/contract/call.ts";
import { fault } from "../../shared/domain/fault.ts";
import { operatorsOn } from "./actor.ts";
import type { Desk } from "./desk.ts";

/**
 * The name to keep. `by`: the name that was typed, which only a workbook without operators needs; `personIds`: the people
 * of the conflict.
 * @throws FaultError invalid: no name, or another than the operator's; refused: one of those people
 */
export function verdictGiver(
  desk: Desk,
  { operatorId }: Actor,
  by: string,
  personIds: readonly string[],
): string {
  const operator = operatorsOn(desk).find(({ id }) => id === operatorId);
  const name = operator?.name ?? by;
  if (name === "")
    throw fault("invalid", {
      zh: "请写明是谁核实的。认定须由具名人员作出。",
      en: "Say who checked it: only a named person can establish it.",
    });
  if (operator && by !== "" && by !== operator.name)
    throw fault("invalid", {
      zh: `核实人须是当前操作员 ${operator.name}，不能代 ${by} 填写。请由本人在右上角选定姓名后再核实。`,
      en: `Whoever checks is the operator at work, ${operator.name}: nobody says it for ${by}. Let them choose their own name at the top first.`,
    });
  const people = desk.world().people.filter(({ id }) => personIds.includes(id));
  const isConcerned = operator?.personId
    ? personIds.includes(operator.personId)
    : people.some((person) => person.name === name || person.staffNo === name);
  if (isConcerned)
    throw fault("refused", {
      zh: `${name} 是这处冲突涉及的人，不能自己核实。请由其他人核实。`,
      en: `${name} is one of the people whom this conflict is about: somebody else has to check it.`,
    });
  return name;
}
