// Worked examples about who does or holds which duties: separate-duties, never-together, two-person.
import type { RuleOf } from "../../../domain/rule.ts";
import { type Example, setStage } from "./stage.ts";

/** One person does one duty too many; in the counter-example somebody else does it. */
export function separateDuties(rule: RuleOf<"separate-duties">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { duties, maxHeld } = rule.parameters;
  const steps = duties.map((duty) => stage.step(duty));
  const of = stage.case();
  for (const [index, step] of steps.entries()) {
    const isFirst = index < maxHeld || (isBroken && index === maxHeld);
    stage.act(of, step, stage.person(isFirst ? 0 : index), index);
  }
  return stage.end();
}

/** One person holds posts with one standing duty too many. */
export function neverTogether(rule: RuleOf<"never-together">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { duties, maxHeld } = rule.parameters;
  for (const [index, duty] of duties.entries()) {
    stage.step(duty);
    const name = stage.dutyName(duty);
    const post = stage.post({ zh: `${name.zh}岗`, en: name.en });
    stage.world.postDuties.push({ id: `t${index + 1}`, postId: post.id, duty, from: post.from, until: null });
    const isFirst = index < maxHeld || (isBroken && index === maxHeld);
    const person = stage.person(isFirst ? 0 : index);
    const { from } = stage.assign(person, post);
    const who = stage.nameOf(person);
    stage.tell(
      `${who.zh}自 ${from} 起任${post.name}，承担${name.zh}。`,
      `${who.en} has held a post with ${name.en} since ${from}.`,
    );
  }
  return stage.end();
}

/** One person too few on the duty before the next step is done. */
export function twoPerson(rule: RuleOf<"two-person">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { duty, minPersons, isOdd } = rule.parameters;
  const step = stage.step(duty);
  const next = stage.step(duty === "acct_archive" ? "proc_archive" : "acct_archive");
  const of = stage.case();
  const enough = isOdd && minPersons % 2 === 0 ? minPersons + 1 : minPersons;
  const count = isBroken ? minPersons - 1 : enough;
  for (let index = 0; index < count; index += 1) stage.act(of, step, stage.person(index));
  stage.act(of, next, stage.person(count), 1);
  return stage.end();
}
