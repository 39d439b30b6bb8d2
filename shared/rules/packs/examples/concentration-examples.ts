// Worked examples of concentration: too much in one hand, and the same with a little in another.
import { addDays } from "../../../domain/day.ts";
import { builtInDuties } from "../../../domain/duty.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { casesIn } from "./case-examples.ts";
import { type Example, type Stage, setStage } from "./stage.ts";

type Parameters = RuleOf<"concentration">["parameters"];
type Asked<Check extends string> = Extract<Parameters, { check: Check }>;

export function concentration(rule: RuleOf<"concentration">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { parameters } = rule;
  switch (parameters.check) {
    case "duty-share":
      return dutyShare(stage, parameters, isBroken);
    case "type-span":
      return typeSpan(stage, parameters, isBroken);
    case "supplier-share":
      return supplierShare(stage, parameters, isBroken);
    case "single-source":
      return singleSource(stage, parameters, isBroken);
  }
}

/** So many duties of a closed case, the first of them by one person. */
function dutyShare(stage: Stage, asked: Asked<"duty-share">, isBroken: boolean): Example {
  const steps = builtInDuties.slice(0, asked.minDuties).map(({ code }) => stage.step(code));
  const closedOn = addDays(stage.day, steps.length);
  const of = stage.case({ closedOn });
  const allowed = Math.floor((asked.minDuties * asked.permille) / 1000);
  for (const [index, step] of steps.entries())
    stage.act(of, step, stage.person(index < allowed + (isBroken ? 1 : 0) ? 0 : index + 1), index);
  stage.tell(`业务件 ${of.caseNo} 于 ${closedOn} 办结。`, `Case ${of.caseNo} was closed on ${closedOn}.`);
  return stage.end();
}

function typeSpan(stage: Stage, asked: Asked<"type-span">, isBroken: boolean): Example {
  const of = stage.case();
  const types = asked.types.slice(0, asked.min);
  for (const [index, type] of types.entries()) {
    const duty = builtInDuties.find((one) => one.type === type)?.code ?? "handle";
    const isLast = index === types.length - 1;
    stage.act(of, stage.step(duty), stage.person(isLast && !isBroken ? 1 : 0), index);
  }
  return stage.end();
}

function supplierShare(stage: Stage, asked: Asked<"supplier-share">, isBroken: boolean): Example {
  const count = Math.max(asked.minCases, 4);
  const enough = Math.max(1, Math.ceil((count * asked.permille) / 1000));
  const own = isBroken ? enough : enough - 1;
  casesIn(stage, count, (index) => ({ supplierId: index < own ? "f1" : `f${index + 2}` }));
  return stage.end();
}

function singleSource(stage: Stage, asked: Asked<"single-source">, isBroken: boolean): Example {
  casesIn(stage, asked.minCases, (index) => ({
    method: isBroken || index > 0 ? "single_source" : "inquiry",
  }));
  return stage.end();
}
