// concentration: leads about too much in few hands, of people in a case or of suppliers over time.
import { dutyShare } from "./concentration-duty-share.ts";
import { singleSource } from "./concentration-single-source.ts";
import { supplierShare } from "./concentration-supplier-share.ts";
import { typeSpan } from "./concentration-type-span.ts";
import { type Evaluator, evaluated } from "./evaluation.ts";
import type { Context } from "./kind.ts";

export function concentration(context: Context<"concentration">): Evaluator {
  const { parameters } = context.rule;
  switch (parameters.check) {
    case "duty-share":
      return evaluated(dutyShare(context, parameters));
    case "type-span":
      return evaluated(typeSpan(context, parameters));
    case "supplier-share":
      return evaluated(supplierShare(context, parameters));
    case "single-source":
      return evaluated(singleSource(context, parameters));
  }
}
