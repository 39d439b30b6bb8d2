// Seeded rotation facts of any size: departments of about fifteen posts, mixed skills, limits and time served.
import { addDays, addMonths, type Day } from "../../shared/domain/day.ts";
import type { Assignment, Person, Post, Qualification, Relation } from "../../shared/domain/organisation.ts";
import type { Facts } from "../../shared/domain/world.ts";
import type { RotationProblem } from "../../shared/rotation/plan.ts";
import { type RotationOptions, rotationProblem } from "../../shared/rotation/problem.ts";
import { seededRandom } from "../../shared/rotation/search/random.ts";
import { assignment, department, person, post, relation, tenurePolicy, world } from "../builders/rows.ts";

export interface InstanceSize {
  posts: number;
  months: number;
  seed: number;
  /** Share of key posts and of people in reserve, in permille. */
  keyPermille?: number;
  reservePermille?: number;
  /** True: time served is drawn freely, so departments start with more due than their share lets in. */
  hasBacklog?: boolean;
}
const today = "2026-11-23";
const skills = ["q1", "q2", "q3", "q4", "q5", "q6"];
/** How often a post asks for each skill, and how often anybody has it beside their own. */
const demand = [0.3, 0.55, 0.75, 0.88, 0.96, 1];

export function rotationInstance(size: InstanceSize): { facts: Facts; problem: RotationProblem } {
  const random = seededRandom(size.seed * 7919 + size.posts * 131 + size.months);
  const pick = (count: number): number => Math.floor(random() * count);
  const departments = Math.max(1, Math.round(size.posts / 15));
  const reserve = Math.max(1, Math.round((size.posts * (size.reservePermille ?? 60)) / 1000));
  const posts: Post[] = [];
  const people: Person[] = [];
  const assignments: Assignment[] = [];
  const qualifications: Qualification[] = [];
  const relations: Relation[] = [];
  const seated = new Map<string, number>();
  const learn = (id: string, own: number): void => {
    skills.forEach((code, at) => {
      if (at !== own && random() >= (at >= 4 ? 0.15 : 0.3)) return;
      qualifications.push({ id: `${id}-${code}`, personId: id, code, from: "2015-01-01", until: null });
    });
  };
  for (let at = 0; at < size.posts; at++) {
    const id = String(at).padStart(5, "0");
    const chance = random();
    const skill = demand.findIndex((edge) => chance < edge);
    const isKey = random() * 1000 < (size.keyPermille ?? 600);
    const limit = [24, 36, 36, 60][pick(4)] ?? 36;
    const departmentId = `d${pick(departments)}`;
    posts.push(
      post(`post-${id}`, {
        departmentId,
        isKey,
        riskGrade: isKey ? "high" : null,
        tenureLimitMonths: isKey ? limit : null,
        qualifications: [skills[skill] ?? "q1"],
      }),
    );
    people.push(person(`person-${id}`));
    learn(`person-${id}`, skill);
    // Without a backlog the key posts of a department fall due one after the other, by the golden ratio.
    const before = seated.get(departmentId) ?? 0;
    if (isKey) seated.set(departmentId, before + 1);
    const drawn = pick(limit);
    const served = size.hasBacklog ? drawn : Math.floor((((before + 1) * 0.618034) % 1) * limit);
    const from: Day = addDays(addMonths(today, -served), -pick(28));
    assignments.push(assignment(`a-${id}`, `person-${id}`, `post-${id}`, { from }));
  }
  for (let at = 0; at < reserve; at++) {
    const id = `reserve-${String(at).padStart(5, "0")}`;
    people.push(person(id));
    learn(id, pick(skills.length));
  }
  for (let at = 0; at < people.length / 20; at++) {
    const a = people[pick(people.length)]?.id ?? "";
    const b = people[pick(people.length)]?.id ?? "";
    if (a !== b) relations.push(relation(`r-${at}`, a, { otherPersonId: b }));
  }
  const facts = world({
    departments: Array.from({ length: departments }, (_, at) => department(`d${at}`)),
    posts,
    people,
    assignments,
    qualifications,
    relations,
    tenurePolicies: [tenurePolicy("high", { minStayMonths: 6 })],
  });
  const options: RotationOptions = { today, months: size.months, seed: size.seed, rules: [] };
  return { facts, problem: rotationProblem(facts, options) };
}
