// Worked examples about the order of steps, one for each check of a sequence.
import { addDays, daysBetween } from "../../../domain/day.ts";
import { formatCny, formatWan } from "../../../domain/money.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { workdayAfter, workdayReader } from "../../../domain/workdays.ts";
import { type Example, setStage } from "./stage.ts";

const msPerDay = 86_400_000;

export function sequence(rule: RuleOf<"sequence">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { parameters } = rule;
  const [earlier, later] = dutiesOf(parameters);
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
    case "after-reject": {
      stage.act(of, first, one, 0, { action: "reject" });
      stage.tell("该次为退回。", "That was a reject.");
      stage.act(of, first, isBroken ? other : one, parameters.days, { action: "approve" });
      stage.tell("该次为同意。", "That was an approval.");
      break;
    }
    case "deadline": {
      const { days, isWorkdays } = parameters;
      const due = isWorkdays ? workdayAfter(workdayReader([]), stage.day, days) : addDays(stage.day, days);
      const taken = daysBetween(stage.day, due) + (isBroken ? 1 : 0);
      stage.act(of, first, one, 0);
      stage.act(of, second, other, taken);
      const example = stage.end();
      const last = addDays(stage.day, taken);
      return { ...example, today: last > example.today ? last : example.today };
    }
    case "sum-over": {
      const whole = 100_000_000;
      const added = Math.floor((whole * parameters.permille) / 1000) + (isBroken ? 100 : 0);
      for (const [step, person, amount] of [[first, one, whole] as const, [second, other, added] as const]) {
        stage.act(of, step, person, 0, { amount });
        stage.tell(`该次金额为 ${formatWan(amount)} 万元。`, `That was about ${formatCny(amount)}.`);
      }
      break;
    }
  }
  return stage.end();
}

function dutiesOf(parameters: RuleOf<"sequence">["parameters"]): [string, string] {
  switch (parameters.check) {
    case "before":
    case "deadline":
      return [parameters.earlier, parameters.later];
    case "sum-over":
      return [parameters.base, parameters.added];
    default:
      return ["review", "approve"];
  }
}
