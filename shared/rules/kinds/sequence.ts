// sequence: steps out of order, missing, too late, one before another that it needs, or written down long afterwards.
import { type Evaluator, evaluated } from "./evaluation.ts";
import type { Context } from "./kind.ts";
import { afterReject } from "./sequence-after-reject.ts";
import { backDated } from "./sequence-back-dated.ts";
import { before } from "./sequence-before.ts";
import { deadline } from "./sequence-deadline.ts";
import { missing } from "./sequence-missing.ts";
import { order } from "./sequence-order.ts";
import { sumOver } from "./sequence-sum-over.ts";

export function sequence(context: Context<"sequence">): Evaluator {
  const { parameters } = context.rule;
  switch (parameters.check) {
    case "order":
      return evaluated(order(context));
    case "missing":
      return evaluated(missing(context, parameters));
    case "before":
      return evaluated(before(context, parameters));
    case "back-dated":
      return evaluated(backDated(context, parameters));
    case "after-reject":
      return evaluated(afterReject(context, parameters));
    case "deadline":
      return evaluated(deadline(context, parameters));
    case "sum-over":
      return evaluated(sumOver(context, parameters));
  }
}
