// split-amount: cases kept below a threshold that together exceed it, by the statutory or a behavioural test.
import { type Evaluator, evaluated } from "./evaluation.ts";
import type { Context } from "./kind.ts";
import { behavioural } from "./split-behavioural.ts";
import { statutory } from "./split-statutory.ts";

export function splitAmount(context: Context<"split-amount">): Evaluator {
  const { parameters } = context.rule;
  return parameters.test === "statutory"
    ? evaluated(statutory(context, parameters))
    : evaluated(behavioural(context, parameters));
}
