// Worked examples about the order of steps: order, missing, before, back-dated.
import { addDays } from "../../../domain/day.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { type Example, setStage } from "./stage.ts";

const msPerDay = 86_400_000;

export function sequence(rule: RuleOf<"sequence">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { parameters } = rule;
  const [earlier, later] =
    parameters.check === "before" ? [parameters.earlier, parameters.later] : ["review", "approve"];
  const first = stage.step(earlier);
  const second = stage.step(later);
  const of = stage.case();
  const [one, other] = [stage.person(0), stage.person(1)];
  const order = {
    zh: `规定先${first.name}，后${second.name}。`,
    en: `${stage.dutyName(earlier).en} comes before ${stage.dutyName(later).en}.`,
  };
  stage.tell(order.zh, order.en);

  switch (parameters.check) {
    case "order":
    case "before":
      if (isBroken) {
        stage.act(of, second, other, 0);
        stage.act(of, first, one, 3);
      } else {
        stage.act(of, first, one, 0);
        stage.act(of, second, other, 3);
      }
      break;
    case "missing":
      if (!isBroken) stage.act(of, first, one, 0);
      stage.act(of, second, other, 1);
      break;
    case "back-dated": {
      const lag = isBroken ? parameters.lagDays + 3 : 0;
      const late = stage.act(of, first, one, 0);
      late.recordedAt = late.happenedAt + lag * msPerDay;
      const on = addDays(stage.day, lag);
      stage.tell(`该记录于 ${on} 登记。`, `That record was written on ${on}.`);
      stage.act(of, second, other, 1);
      break;
    }
  }
  return stage.end();
}
