// tempo: leads from when things were done: too fast, in bursts, off hours, at the year's end, crowded, or as one.
import { type Evaluator, evaluated } from "./evaluation.ts";
import type { Context } from "./kind.ts";
import { briefDelegation } from "./tempo-brief-delegation.ts";
import { burst } from "./tempo-burst.ts";
import { crowding } from "./tempo-crowding.ts";
import { fast } from "./tempo-fast.ts";
import { offHours } from "./tempo-off-hours.ts";
import { sameTerminal } from "./tempo-same-terminal.ts";
import { yearEnd } from "./tempo-year-end.ts";

export function tempo(context: Context<"tempo">): Evaluator {
  const { parameters } = context.rule;
  switch (parameters.check) {
    case "fast":
      return evaluated(fast(context, parameters));
    case "burst":
      return evaluated(burst(context, parameters));
    case "off-hours":
      return evaluated(offHours(context, parameters));
    case "year-end":
      return evaluated(yearEnd(context, parameters));
    case "crowding":
      return evaluated(crowding(context, parameters));
    case "same-terminal":
      return evaluated(sameTerminal(context, parameters));
    case "brief-delegation":
      return evaluated(briefDelegation(context, parameters));
  }
}
