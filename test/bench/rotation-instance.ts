// Seeded rotation facts of any size: departments of about fifteen posts, mixed skills, limits and time served.
import { addDays, addMonths, type Day } from "../../shared/domain/day.ts";
import type { Level, Post } from "../../shared/domain/organisation.ts";
import type { Facts } from "../../shared/domain/world.ts";
import type { RotationProblem } from "../../shared/rotation/plan.ts";
import { rotationProblem } from "../../shared/rotation/problem.ts";
import type { OpenWork } from "../../shared/rotation/review-blocks.ts";
import { seededRandom } from "../../shared/rotation/search/random.ts";
import {
  absence,
  assignment,
  department,
  exemption,
  person,
  post,
  relation,
  tenurePolicy,
  world,
} from "../builders/rows.ts";
import { families, type Traits } from "./rotation-families.ts";
import { matterDuties, matterRules, mattersOf, openWorkOf } from "./rotation-matters.ts";
import { type Office, today } from "./rotation-office.ts";
import { plant } from "./rotation-planted.ts";

export interface InstanceSize extends Partial<Traits> {
  posts: number;
  months: number;
  seed: number;
}
const skills = ["q1", "q2", "q3", "q4", "q5", "q6"];
/** How often a post asks for each skill. */
const demand = [0.3, 0.55, 0.75, 0.88, 0.96, 1];

export function rotationInstance(size: InstanceSize): { facts: Facts; problem: RotationProblem } {
  const traits: Traits = { ...families.plain, ...size };
  const departments = Math.max(1, Math.round(size.posts / 15));
  const office = officeOf(size, traits, departments);
  if (traits.isConsistent) withLimitsThatFit(office.posts);
  // Own streams of chance: the office of a seed stays the same whatever is laid over it.
  const random = seededRandom(size.seed * 104_729 + size.posts * 17 + size.months);
  withPlaces(seededRandom(size.seed * 31 + size.posts), office);
  if (traits.eventPermille > 0) withEvents(random, office, traits, size.months);
  if (traits.planted) plant(traits.planted, office);
  const matters = mattersOf(random, traits.matters, office.posts);
  const work: OpenWork[] = openWorkOf(
    random,
    matters.matters,
    office.people.map((it) => it.id),
    addMonths(today, 9),
  );
  const base = world({
    departments: Array.from({ length: departments }, (_, at) => department(`d${at}`)),
    ...office,
    ...matters,
    tenurePolicies: [tenurePolicy("high", { minStayMonths: 6 })],
  });
  const facts: Facts = { ...base, duties: [...base.duties, ...matterDuties] };
  const problem = rotationProblem(facts, {
    today,
    months: size.months,
    seed: size.seed,
    rules: traits.matters > 0 ? matterRules : [],
    casesOpen: traits.matters > 0 ? work : undefined,
  });
  return { facts, problem };
}

function officeOf(size: InstanceSize, traits: Traits, departments: number): Office {
  const random = seededRandom(size.seed * 7919 + size.posts * 131 + size.months);
  const pick = (count: number): number => Math.floor(random() * count);
  const reserve = Math.max(1, Math.round((size.posts * traits.reservePermille) / 1000));
  const office: Office = {
    posts: [],
    people: [],
    assignments: [],
    qualifications: [],
    relations: [],
    absences: [],
    exemptions: [],
  };
  const seated = new Map<string, number>();
  const learn = (id: string, own: number): void => {
    skills.forEach((code, at) => {
      if (at !== own && random() * 1000 >= (at >= 4 ? traits.scarceSkill : traits.commonSkill)) return;
      office.qualifications.push({
        id: `${id}-${code}`,
        personId: id,
        code,
        from: "2015-01-01",
        until: null,
      });
    });
  };
  for (let at = 0; at < size.posts; at++) {
    const id = String(at).padStart(5, "0");
    const chance = random();
    const skill = demand.findIndex((edge) => chance < edge);
    const isKey = random() * 1000 < traits.keyPermille;
    const limit = traits.limits[pick(traits.limits.length)] ?? 36;
    const departmentId = `d${pick(departments)}`;
    office.posts.push(
      post(`post-${id}`, {
        departmentId,
        isKey,
        riskGrade: isKey ? "high" : null,
        tenureLimitMonths: isKey ? limit : null,
        qualifications: [skills[skill] ?? "q1"],
      }),
    );
    office.people.push(person(`person-${id}`));
    learn(`person-${id}`, skill);
    // Without a backlog the key posts of a department fall due one after the other, by the golden ratio.
    const before = seated.get(departmentId) ?? 0;
    if (isKey) seated.set(departmentId, before + 1);
    const drawn = pick(limit);
    const served = traits.hasBacklog ? drawn : Math.floor((((before + 1) * 0.618034) % 1) * limit);
    const from: Day = addDays(addMonths(today, -served), -pick(28));
    office.assignments.push(assignment(`a-${id}`, `person-${id}`, `post-${id}`, { from }));
  }
  for (let at = 0; at < reserve; at++) {
    const id = `reserve-${String(at).padStart(5, "0")}`;
    office.people.push(person(id));
    learn(id, pick(skills.length));
  }
  const { people, relations } = office;
  for (let at = 0; at < (people.length * traits.relativePermille) / 1000; at++) {
    const a = people[pick(people.length)]?.id ?? "";
    const b = people[pick(people.length)]?.id ?? "";
    if (a !== b) relations.push(relation(`r-${at}`, a, { otherPersonId: b }));
  }
  return office;
}

/** The shortest limits of a department grow until its share takes in, in half a year, a quarter more than they need. */
function withLimitsThatFit(posts: readonly Post[]): void {
  for (const id of new Set(posts.map((it) => it.departmentId))) {
    const keys = posts.filter((it) => it.isKey && it.departmentId === id);
    const share = Math.max(1, Math.floor(keys.length / 3));
    const limitOf = (it: Post): number => it.tenureLimitMonths ?? 60;
    while (keys.reduce((sum, it) => sum + 6 / limitOf(it), 0) > 0.8 * share) {
      const [shortest] = [...keys].sort((a, b) => limitOf(a) - limitOf(b));
      if (!shortest) break;
      shortest.tenureLimitMonths = limitOf(shortest) + 12;
    }
  }
}

/** Levels and sites: what fairness looks at. */
function withPlaces(random: () => number, { posts, people, assignments }: Office): void {
  for (const it of posts) {
    const chance = random();
    const level: Level = chance < 0.7 ? "handler" : chance < 0.9 ? "section" : "deputy";
    it.level = level;
  }
  const departmentOf = new Map(posts.map((it) => [it.id, it.departmentId]));
  const siteOf = new Map(
    assignments.map((it) => [it.personId, Number(departmentOf.get(it.postId)?.slice(1) ?? 0) % 3]),
  );
  for (const it of people) it.site = `site-${siteOf.get(it.id) ?? Math.floor(random() * 3)}`;
}

/** Some leave the unit, some are away for months, some key holders are exempt for a while. */
function withEvents(random: () => number, office: Office, traits: Traits, months: number): void {
  const pick = (count: number): number => Math.floor(random() * count);
  const isKey = new Map(office.posts.map((it) => [it.id, it.isKey]));
  const placeOf = new Map(office.assignments.map((it) => [it.personId, it.postId]));
  for (const it of office.people) {
    if (random() * 1000 >= traits.eventPermille) continue;
    const from = addDays(addMonths(today, 2 + pick(Math.max(1, months - 2))), pick(28));
    const place = placeOf.get(it.id);
    const kind = pick(3);
    if (kind === 0) it.leavesOn = from;
    else if (kind === 1) office.absences.push(absence(`ab-${it.id}`, it.id, from, addMonths(from, 3)));
    else if (place && isKey.get(place))
      office.exemptions.push(exemption(`e-${it.id}`, it.id, place, today, addMonths(today, 6)));
  }
}
