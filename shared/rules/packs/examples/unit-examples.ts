// Worked examples about hands, units and levels within a case: same-person, separate-units, seniority.
import { levels } from "../../../domain/organisation.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { type Example, type Stage, setStage } from "./stage.ts";

/** One person does every duty; in the example somebody else does the last. */
export function samePerson(rule: RuleOf<"same-person">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { duties } = rule.parameters;
  const of = stage.case();
  for (const [index, step] of duties.map((duty) => stage.step(duty)).entries())
    stage.act(of, step, stage.person(isBroken && index === duties.length - 1 ? 1 : 0), index);
  return stage.end();
}

/** Every duty from a post of its own; one unit has one duty too many. */
export function separateUnits(rule: RuleOf<"separate-units">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { duties, maxHeld, unit } = rule.parameters;
  const steps = duties.map((duty) => stage.step(duty));
  const of = stage.case();
  for (const [index, step] of steps.entries()) {
    const isFirst = index < maxHeld || (isBroken && index === maxHeld);
    // One organ may have several departments; here the duty too many lies in another one of them.
    const isBelow = unit === "organ" && index > 0;
    const departmentId = isFirst
      ? isBelow
        ? department(stage, index, "d1")
        : "d1"
      : department(stage, index, null);
    const name = stage.world.departments.find(({ id }) => id === departmentId)?.name ?? "";
    const seat = stage.post({ zh: `岗位${index + 1}`, en: `post ${index + 1}` }, { departmentId });
    const person = stage.person(index);
    const who = stage.nameOf(person);
    stage.tell(`${who.zh}在${name}任职。`, `${who.en} works in ${name}.`);
    stage.act(of, step, person, index, { postId: seat.id });
  }
  return stage.end();
}

function department(stage: Stage, index: number, parentId: string | null): string {
  const id = `d${index + 2}`;
  const name = `业务${index + 1}科`;
  stage.world.departments.push({ id, code: id.toUpperCase(), name, parentId, isSupervisory: false });
  if (parentId !== null) stage.tell(`${name}隶属综合科。`, `${name} is part of 综合科.`);
  return id;
}

/** The later duty from a level above that of the earlier one; in the example from the same level. */
export function seniority(rule: RuleOf<"seniority">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const steps = [stage.step(rule.parameters.earlier), stage.step(rule.parameters.later)];
  const of = stage.case();
  const names = [
    ["经办", "handler"],
    ["科长", "section head"],
  ] as const;
  for (const [index, step] of steps.entries()) {
    const level = isBroken ? 0 : index;
    const [zh, en] = names[level] ?? names[0];
    const seat = stage.post({ zh: `${zh}岗`, en }, { level: levels[level] ?? "handler" });
    const person = stage.person(index);
    const who = stage.nameOf(person);
    stage.tell(`${who.zh}的岗位层级为${zh}。`, `${who.en} holds a post of the level ${en}.`);
    stage.act(of, step, person, index, { postId: seat.id });
  }
  return stage.end();
}
