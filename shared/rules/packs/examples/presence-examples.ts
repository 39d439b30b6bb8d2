// Worked examples about being there: absence, joining and leaving, tenure and cooling-off.
import { addDays, addMonths } from "../../../domain/day.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { type Example, setStage } from "./stage.ts";

export function absence(rule: RuleOf<"absence">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { day } = stage;
  const reason = rule.parameters.reasons[0] ?? "absent";
  const joinedOn = reason === "before-joining" ? addDays(day, isBroken ? 1 : 0) : null;
  const leavesOn = reason === "after-leaving" ? addDays(day, isBroken ? 0 : 1) : null;
  const person = stage.person(0, { joinedOn, leavesOn });
  stage.assign(person, stage.post({ zh: "经办岗", en: "handler" }));
  const who = stage.nameOf(person);
  if (joinedOn !== null) stage.tell(`${who.zh}于 ${joinedOn} 到任。`, `${who.en} joined on ${joinedOn}.`);
  if (leavesOn !== null) {
    const last = addDays(leavesOn, -1);
    stage.tell(`${who.zh}的最后工作日为 ${last}。`, `The last day of ${who.en} was ${last}.`);
  }
  if (reason === "absent") {
    const from = addDays(day, isBroken ? -2 : -3);
    const until = addDays(from, 3);
    stage.world.absences.push({ id: "b1", personId: person.id, from, until });
    const last = addDays(until, -1);
    stage.tell(`${who.zh} ${from} 至 ${last} 登记为缺勤。`, `${who.en} was absent from ${from} to ${last}.`);
  }
  stage.act(stage.case(), stage.step("handle"), person);
  return stage.end();
}

const limitMonths = 36;

export function tenure(rule: RuleOf<"tenure">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { day } = stage;
  const { check, gapMonths } = rule.parameters;
  const coolingOffMonths = gapMonths + 12;
  const person = stage.person(0);
  const who = stage.nameOf(person);
  const post = stage.post(
    { zh: "出纳岗", en: "cashier" },
    { isKey: true, riskGrade: "high", tenureLimitMonths: limitMonths },
  );
  stage.world.tenurePolicies.push({
    id: "l1",
    riskGrade: "high",
    limitMonths,
    minStayMonths: 12,
    coolingOffMonths,
    noticeDays: 30,
    overlapDays: null,
    postId: null,
  });
  if (check === "limit") {
    const from = addMonths(day, -limitMonths - (isBroken ? 2 : -2));
    stage.assign(person, post, { from });
    stage.tell(
      `${who.zh}自 ${from} 起任出纳岗，该岗任期上限 ${limitMonths} 个月。`,
      `${who.en} has been cashier since ${from}; the limit of that post is ${limitMonths} months.`,
    );
  } else {
    const left = addMonths(day, isBroken ? -gapMonths - 2 : -coolingOffMonths - 2);
    const back = addDays(day, -7);
    stage.assign(person, post, { from: addMonths(left, -24), until: left });
    stage.assign(person, post, { from: back });
    const last = addDays(left, -1);
    stage.tell(
      `${who.zh}任出纳岗至 ${last}，${back} 回任；回任冷却期 ${coolingOffMonths} 个月。`,
      `${who.en} was cashier until ${last} and returned on ${back}; the cooling-off is ${coolingOffMonths} months.`,
    );
  }
  stage.act(stage.case(), stage.step("cashier"), person, 0, { postId: post.id });
  return stage.end();
}
