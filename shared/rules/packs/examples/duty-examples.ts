// Worked examples about who does or holds which duties: separate-duties, never-together, two-person.
import { addDays } from "../../../domain/day.ts";
import type { Person } from "../../../domain/organisation.ts";
import type { RuleOf } from "../../../domain/rule.ts";
import { type Example, type Stage, setStage } from "./stage.ts";

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

/** One person, organ or expert too few on the duty before the next step is done. */
export function twoPerson(rule: RuleOf<"two-person">, isBroken: boolean): Example {
  const stage = setStage(rule);
  const { duty, minPersons, isOdd, countBy, experts } = rule.parameters;
  const step = stage.step(duty);
  const next = stage.step(duty === "acct_archive" ? "proc_archive" : "acct_archive");
  const of = stage.case();
  const enough = isOdd && minPersons % 2 === 0 ? minPersons + 1 : minPersons;
  const count = isBroken && !experts ? minPersons - 1 : enough;
  for (let index = 0; index < count; index += 1) {
    const person = stage.person(index);
    if (experts && !isBroken) qualify(stage, person, experts.qualification);
    stage.act(of, step, person, 0, countBy === "organ" ? { postId: ownOrgan(stage, person) } : {});
  }
  // The one who goes on with the case is an expert, so that there is one to ask for.
  if (experts) qualify(stage, stage.person(count), experts.qualification);
  stage.act(of, next, stage.person(count), 1);
  return stage.end();
}

function qualify(stage: Stage, person: Person, code: string): void {
  const from = addDays(stage.day, -365);
  stage.world.qualifications.push({ id: `q${person.id}`, personId: person.id, code, from, until: null });
  const who = stage.nameOf(person);
  stage.tell(`${who.zh}具备资格“${code}”。`, `${who.en} has the qualification “${code}”.`);
}

/** A post in a unit of the person's own. */
function ownOrgan(stage: Stage, person: Person): string {
  const id = `d-${person.id}`;
  const name = `单位${person.staffNo}`;
  stage.world.departments.push({ id, code: id.toUpperCase(), name, parentId: null, isSupervisory: false });
  const who = stage.nameOf(person);
  stage.tell(`${who.zh}在${name}任职。`, `${who.en} works in ${name}.`);
  return stage.post({ zh: `${name}代表`, en: `delegate of ${name}` }, { departmentId: id }).id;
}
