// Values that each hold but not together: a rule that would never find anything, or say nothing definite.
import type { Rule } from "../../domain/rule.ts";
import type { Text } from "../../domain/text.ts";
import { formOf } from "./form-of.ts";

type Troubles = Record<string, Text>;

/** By slot key; none for a rule that can be kept. */
export function contradictions(rule: Rule): Troubles {
  const troubles: Troubles = {};
  const say = (key: string, zh: string, en: string): void => {
    troubles[`parameters.${key}`] = { zh, en };
  };
  for (const [key, spec] of Object.entries(formOf(rule.kind, rule.parameters).slots)) {
    if (spec.type !== "number") continue;
    const value = valueIn(rule.parameters, key);
    if (typeof value === "number" && value > spec.most)
      say(key, `不能大于 ${spec.most}。`, `Not more than ${spec.most}.`);
  }
  for (const key of ["areas", "matters"] as const)
    if (rule.scope[key]?.length === 0)
      troubles[`scope.${key}`] = { zh: "至少选 1 项，或不限。", en: "Choose at least 1, or none at all." };
  const { from, until } = rule.inForce;
  if (from !== null && until !== null && until <= from)
    troubles["inForce.until"] = {
      zh: `须晚于生效日 ${from}。`,
      en: `It has to be after ${from}, when the rule begins.`,
    };
  switch (rule.kind) {
    case "separate-duties":
    case "never-together":
    case "separate-units": {
      const n = new Set(rule.parameters.duties).size;
      if (rule.parameters.maxHeld >= n)
        say(
          "maxHeld",
          `共列 ${n} 项职责，至多只能填 ${n - 1}，否则永远不会有冲突。`,
          `With ${n} duties it is at most ${n - 1}; otherwise nothing could ever conflict.`,
        );
      break;
    }
    case "same-person":
      if (new Set(rule.parameters.duties).size < 2) say("duties", "至少选 2 项。", "Choose at least 2.");
      break;
    case "two-person": {
      const { experts } = rule.parameters;
      if (experts && experts.atLeast > experts.of)
        say(
          "experts.atLeast",
          `不能多于每 ${experts.of} 人。`,
          `Not more than the ${experts.of} of whom they are counted.`,
        );
      break;
    }
    case "sequence":
      if (rule.parameters.check === "before" && rule.parameters.earlier === rule.parameters.later)
        say("later", "须与在先的职责不同。", "It has to differ from the earlier duty.");
      break;
    case "tempo":
      if (rule.parameters.check === "off-hours" && rule.parameters.until <= rule.parameters.from)
        say("until", `须晚于 ${rule.parameters.from}。`, `It has to be after ${rule.parameters.from}.`);
      if (
        rule.parameters.check === "crowding" &&
        rule.parameters.belowPermille >= rule.parameters.nearPermille
      )
        say("belowPermille", "须低于贴近的线。", "It has to lie below the line that counts as near.");
      break;
    case "concentration":
      if (rule.parameters.check === "type-span" && rule.parameters.min > rule.parameters.types.length)
        say(
          "min",
          `只列了 ${rule.parameters.types.length} 类。`,
          `Only ${rule.parameters.types.length} types are listed.`,
        );
      break;
    default:
  }
  return troubles;
}

function valueIn(parameters: object, key: string): unknown {
  let value: unknown = parameters;
  for (const step of key.split(".")) value = new Map(Object.entries(value ?? {})).get(step);
  return value;
}
