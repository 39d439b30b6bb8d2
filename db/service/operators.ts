// Handlers of the operators namespace: who they are, who is at work at this door, and keeping the list of them.
import { type Handlers, roleNames } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { Operator } from "../../shared/contract/operators.ts";
import { fault } from "../../shared/domain/fault.ts";
import { actorAt, hasSecondPerson, operatorsOn } from "./actor.ts";
import { type Desk, gone } from "./desk.ts";
import { labelsOf } from "./labels.ts";
import type { Reversal } from "./undo.ts";

type OperatorRole = Operator["roles"][number];
/** Who examines the work of others does not do it. */
const exclusive: ReadonlyArray<readonly [OperatorRole, OperatorRole]> = [
  ["auditor", "configurator"],
  ["auditor", "scheduler"],
];

/** Whoever is watched by a reviewer cannot take that reviewer away. */
function assertMayLose(desk: Desk, before: Operator, rolesAfter: readonly string[]): void {
  if (!before.roles.includes("reviewer") || rolesAfter.includes("reviewer")) return;
  const actor = actorAt(desk);
  const isReviewer = !actor.readsOnly && actor.roles.includes("reviewer");
  if (!isReviewer && hasSecondPerson(desk, actor))
    throw fault("refused", {
      zh: `“${before.name}”是审核员，须由审核员本人或另一名审核员撤下。`,
      en: `${before.name} is a reviewer: only that person or another reviewer can take this away.`,
    });
}

/** The same where undoing an entry would take them away. @throws FaultError refused */
export function assertOperatorsMayGo(desk: Desk, reversal: readonly Reversal[]): void {
  for (const { kind, close, back } of reversal) {
    if (kind !== "operators") continue;
    const idOf = desk
      .db()
      .prepare("SELECT id FROM operators JOIN entities ON key = entity WHERE row_id = ?")
      .pluck();
    for (const rowId of close) {
      const before = operatorsOn(desk).find(({ id }) => id === idOf.get(rowId));
      const after = back.find(({ id }) => id === before?.id);
      if (before) assertMayLose(desk, before, Array.isArray(after?.roles) ? after.roles : []);
    }
  }
}

export function operatorHandlers(desk: Desk): Handlers<QuanhengContract>["operators"] {
  const present = (id: string): Operator => {
    const one = operatorsOn(desk).find((operator) => operator.id === id);
    if (!one) throw gone({ zh: "这名操作员", en: "This operator" });
    return one;
  };
  const written = ["*"];
  return {
    list: () => {
      const actor = actorAt(desk);
      const operators = desk.isOpen() ? operatorsOn(desk).toSorted((a, b) => (a.name < b.name ? -1 : 1)) : [];
      return {
        operators,
        current: operators.find(({ id }) => id === actor.operatorId) ?? null,
        isSecondPerson: desk.isOpen() && hasSecondPerson(desk, actor),
      };
    },
    choose: ({ id }) => {
      if (id !== null) present(id);
      desk.choose(id);
      return {};
    },
    save: ({ id, name: given, personId, roles }, context) => {
      const name = given.normalize("NFC").trim();
      const before = id === null ? null : present(id);
      if (name === "") throw fault("invalid", { zh: "请填操作员的姓名。", en: "An operator needs a name." });
      if (operatorsOn(desk).some((one) => one.id !== id && one.name === name))
        throw fault("invalid", {
          zh: `已有一名操作员叫“${name}”。请加以区别，例如加上工号。`,
          en: `There is an operator "${name}" already: tell the two apart, by the staff number for instance.`,
        });
      if (personId !== null && !labelsOf(desk.world()).of("people", personId))
        throw gone({ zh: "所选人员", en: "The person chosen" });
      const clash = exclusive.find((pair) => pair.every((role) => roles.includes(role)));
      if (clash)
        throw fault("refused", {
          zh: `${roleNames[clash[0]].zh}与${roleNames[clash[1]].zh}不得由一人兼任。`,
          en: `One person cannot be both ${roleNames[clash[0]].en} and ${roleNames[clash[1]].en}.`,
        });
      if (before) assertMayLose(desk, before, roles);
      const after = { name, personId, roles: [...new Set(roles)] };
      const named = (language: "zh" | "en") => after.roles.map((role) => roleNames[role][language]);
      const { seq, result } = desk.write(
        context,
        {
          action: "operators",
          summary: {
            zh: `${before ? "更正" : "登记"}操作员：${name}（${named("zh").join("、") || "只看"}）`,
            en: `Operator ${before ? "changed" : "added"}: ${name} (${named("en").join(", ") || "looks only"})`,
          },
          detail: { before, after },
          touches: written,
        },
        (recorder) => {
          if (id !== null) recorder.supersede("operators", id);
          return recorder.insert("operators", id, after);
        },
      );
      return { id: result, change: { seq } };
    },
    end: ({ id }, context) => {
      const before = present(id);
      assertMayLose(desk, before, []);
      const { seq } = desk.write(
        context,
        {
          action: "operators",
          summary: { zh: `撤下操作员：${before.name}`, en: `Operator taken off: ${before.name}` },
          detail: { before, after: null },
          touches: written,
        },
        (recorder) => void recorder.supersede("operators", id),
      );
      return { change: { seq } };
    },
  };
}
