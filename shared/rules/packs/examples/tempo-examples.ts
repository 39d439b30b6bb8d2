// Worked examples of tempo: each check with numbers that just break it, and the same with one fact that keeps it.
import { addDays, type Day, instantOf, stampOf } from "../../../domain/day.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { workdayAfter, workdayReader } from "../../../domain/workdays.ts";
import { casesIn } from "./case-examples.ts";
import { type Example, type Stage, setStage, tiered, zone } from "./stage.ts";

type Parameters = RuleOf<"tempo">["parameters"];
type Asked<Check extends string> = Extract<Parameters, { check: Check }>;

export function tempo(rule: RuleOf<"tempo">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { parameters } = rule;
  switch (parameters.check) {
    case "fast":
      return fast(stage, parameters, isBroken);
    case "burst":
      return burst(stage, parameters, isBroken);
    case "off-hours":
      return offHours(stage, parameters, isBroken);
    case "year-end":
      return yearEnd(stage, parameters, isBroken);
    case "crowding":
      return crowding(stage, parameters, isBroken);
    case "same-terminal":
      return sameTerminal(stage, parameters, isBroken);
    case "brief-delegation":
      return briefDelegation(stage, parameters, isBroken);
  }
}

const clock = (at: number): string => stampOf(at, zone).slice(11);
function tellTime(stage: Stage, at: number): void {
  stage.tell(`办理时刻为 ${clock(at)}。`, `It was done at ${clock(at)}.`);
}

function fast(stage: Stage, asked: Asked<"fast">, isBroken: boolean): Example {
  const [first, second] = [stage.step(asked.earlier), stage.step(asked.later)];
  const start = instantOf(stage.day, "10:00", zone);
  for (let index = 0; index < asked.minActs; index += 1) {
    const of = stage.case();
    const isLast = index === asked.minActs - 1;
    const pause = asked.seconds + (isLast && !isBroken ? 1 : 0);
    stage.act(of, first, stage.person(0), 0, { happenedAt: start });
    tellTime(stage, start);
    stage.act(of, second, stage.person(1), 0, { happenedAt: start + pause * 1000 });
    tellTime(stage, start + pause * 1000);
  }
  return stage.end();
}

function burst(stage: Stage, asked: Asked<"burst">, isBroken: boolean): Example {
  const step = stage.step("approve");
  const start = instantOf(stage.day, "10:00", zone);
  const whole = asked.minutes * 60_000 + (isBroken ? 0 : 1000);
  for (let index = 0; index < asked.count; index += 1) {
    const happenedAt = start + Math.floor((whole * index) / (asked.count - 1));
    stage.act(stage.case(), step, stage.person(0), 0, { action: "approve", happenedAt });
    tellTime(stage, happenedAt);
  }
  return stage.end();
}

function offHours(stage: Stage, asked: Asked<"off-hours">, isBroken: boolean): Example {
  const step = stage.step("handle");
  const isWorkday = workdayReader([]);
  let day: Day = workdayAfter(isWorkday, addDays(stage.day, -1), 1);
  const hasEvening = asked.until !== "24:00";
  // Where every hour counts as working time, only a day off is left.
  if (isBroken && !hasEvening) while (isWorkday(day)) day = addDays(day, 1);
  const start = instantOf(day, isBroken && hasEvening ? asked.until : asked.from, zone);
  for (let index = 0; index < asked.minActs; index += 1) {
    // A second past the hour: midnight itself would mean that only the day is known.
    const happenedAt = start + (index + 1) * 1000;
    stage.act(stage.case(), step, stage.person(0), 0, { happenedAt });
    stage.tell(`办理时间为 ${stampOf(happenedAt, zone)}。`, `It was done at ${stampOf(happenedAt, zone)}.`);
  }
  return stage.end();
}

function yearEnd(stage: Stage, asked: Asked<"year-end">, isBroken: boolean): Example {
  const next = `${Number(stage.day.slice(0, 4)) + 1}-01-01`;
  casesIn(stage, asked.minCases, (index) => ({
    openedOn: addDays(next, isBroken || index > 0 ? -1 : -asked.days - 1),
  }));
  return { ...stage.end(), today: addDays(next, 30) };
}

function crowding(stage: Stage, asked: Asked<"crowding">, isBroken: boolean): Example {
  const ceiling = asked.ceiling ?? tiered(stage);
  casesIn(stage, asked.minCases, (index) => ({
    amount: isBroken || index > 0 ? ceiling : ceiling + 100,
  }));
  return stage.end();
}

function sameTerminal(stage: Stage, asked: Asked<"same-terminal">, isBroken: boolean): Example {
  const steps = [stage.step("review"), stage.step("approve")];
  const start = instantOf(stage.day, "10:00", zone);
  const of = stage.case();
  const gap = asked.minutes * 60_000 - (isBroken ? 1000 : 0);
  for (const [index, step] of steps.entries()) {
    const happenedAt = start + index * gap;
    stage.act(of, step, stage.person(index), 0, { happenedAt, terminal: "T-01" });
    stage.tell(
      `该次在终端 T-01 上办理，时刻为 ${clock(happenedAt)}。`,
      `That was done at terminal T-01, at ${clock(happenedAt)}.`,
    );
  }
  return stage.end();
}

function briefDelegation(stage: Stage, asked: Asked<"brief-delegation">, isBroken: boolean): Example {
  const step = stage.step("approve");
  const post = stage.post({ zh: "科长岗", en: "section head" }, { level: "section" });
  const authority = stage.grant(step, post);
  const [head, deputy] = [stage.person(0), stage.person(1)];
  stage.assign(head, post);
  const days = asked.maxDays + (isBroken ? 0 : 1);
  stage.world.delegations.push({
    id: "g1",
    authorityId: authority.id,
    fromPersonId: head.id,
    toPersonId: deputy.id,
    docNo: null,
    reason: null,
    endReason: null,
    from: stage.day,
    until: addDays(stage.day, days),
  });
  const [one, other] = [stage.nameOf(head), stage.nameOf(deputy)];
  stage.tell(
    `${one.zh}将审批权转授${other.zh}，自 ${stage.day} 起 ${days} 日。`,
    `${one.en} lent the authority to approve to ${other.en} for ${days} days from ${stage.day} on.`,
  );
  stage.act(stage.case(), step, deputy);
  return stage.end();
}
