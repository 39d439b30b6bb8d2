// A tiny workbook on which a rule's worked example is played: each row that matters is also told in a sentence.
import type { Approval, Case } from "../../../domain/approval.ts";
import type { Authority, Step } from "../../../domain/authority.ts";
import { addDays, type Day, instantOf } from "../../../domain/day.ts";
import { builtInDuties, type Duty } from "../../../domain/duty.ts";
import type { Assignment, Person, Post } from "../../../domain/organisation.ts";
import type { Rule } from "../../../domain/rule.ts";
import type { Text } from "../../../domain/text.ts";
import type { World } from "../../../domain/world.ts";
import { dutyText, personText } from "../../sentence.ts";

export interface Example {
  readonly world: World;
  readonly today: Day;
  /** The facts, one plain sentence each. */
  readonly story: readonly Text[];
}

export const zone = "Asia/Shanghai";
const cast = ["李建平", "王芳", "赵志强", "陈敏", "刘洋", "周丽", "吴涛", "孙静", "郑伟", "何琳"];
/** A day on which the rule's example happens: an ordinary Monday, or one within the rule's own time. */
function dayFor({ inForce }: Rule): Day {
  const usual = "2026-03-02";
  if (inForce.from !== null && usual < inForce.from) return inForce.from;
  return inForce.until !== null && inForce.until <= usual ? addDays(inForce.until, -1) : usual;
}

export interface Stage {
  readonly rule: Rule;
  readonly world: World;
  /** The day around which everything happens. */
  readonly day: Day;
  tell(zh: string, en: string): void;
  /** The n-th person of the cast, 0-based. */
  person(index: number, given?: Partial<Person>): Person;
  step(duty: string, given?: Partial<Step>): Step;
  post(name: Text, given?: Partial<Post>): Post;
  assign(person: Person, post: Post, given?: Partial<Assignment>): Assignment;
  grant(step: Step, post: Post, given?: Partial<Authority>): Authority;
  case(given?: Partial<Case>): Case;
  /** On `daysLater` after the stage's day at ten, or at the hour given. */
  act(of: Case, step: Step, person: Person, daysLater?: number, given?: Partial<Approval>): Approval;
  nameOf(person: Person): Text;
  dutyName(duty: string): Text;
  end(): Example;
}

/** An empty stage with one department and one matter that the rule's scope admits. */
export function setStage(rule: Rule): Stage {
  const area = rule.scope.areas?.[0] ?? rule.area;
  const day = dayFor(rule);
  const story: Text[] = [];
  const known = new Set(builtInDuties.map((duty) => duty.code));
  const world: World = {
    settings: { unitName: "示例单位", timeZone: zone },
    departments: [{ id: "d1", code: "D1", name: "综合科", parentId: null, isSupervisory: false }],
    posts: [],
    postDuties: [],
    people: [],
    qualifications: [],
    assignments: [],
    relations: [],
    absences: [],
    calendar: [],
    suppliers: [],
    duties: [...builtInDuties],
    matters: [{ id: "m1", code: rule.scope.matters?.[0] ?? "M1", name: "示例事项", area }],
    steps: [],
    authorities: [],
    delegations: [],
    cases: [],
    tenurePolicies: [],
    exemptions: [],
    approvals: [],
  };
  const always = { from: addDays(day, -8000), until: null };
  const dutyName = (duty: string): Text => dutyText({ duties: dutiesOf(world) }, duty);
  const nameOf = (person: Person): Text => personText({ people: new Map([[person.id, person]]) }, person.id);

  return {
    rule,
    world,
    day,
    tell: (zh, en) => story.push({ zh, en }),
    person(index, given = {}) {
      const id = `p${index + 1}`;
      const there = world.people.find((one) => one.id === id);
      if (there) return there;
      const person: Person = {
        id,
        staffNo: String(87 + index * 15).padStart(4, "0"),
        name: cast[index % cast.length] ?? id,
        joinedOn: null,
        leavesOn: null,
        grade: null,
        site: null,
        isSystem: false,
        origin: "roster",
        ...given,
      };
      world.people.push(person);
      return person;
    },
    step(duty, given = {}) {
      const position = world.steps.length + 1;
      if (!known.has(duty)) {
        // A unit's own duty: the example needs no more of it than its name.
        world.duties.push({ code: duty, name: { zh: duty, en: duty }, type: "execute", implies: [] });
        known.add(duty);
      }
      const step: Step = {
        id: `s${position}`,
        matterId: "m1",
        code: `S${position}`,
        name: dutyName(duty).zh,
        position,
        duty,
        isRequired: true,
        isTerminal: false,
        ...given,
      };
      world.steps.push(step);
      return step;
    },
    post(name, given = {}) {
      const id = `k${world.posts.length + 1}`;
      const post: Post = {
        id,
        code: id.toUpperCase(),
        name: name.zh,
        departmentId: "d1",
        level: "handler",
        isKey: false,
        riskGrade: null,
        tenureLimitMonths: null,
        headcount: 1,
        minStaff: 1,
        qualifications: [],
        successorId: null,
        ...always,
        ...given,
      };
      world.posts.push(post);
      return post;
    },
    assign(person, post, given = {}) {
      const assignment: Assignment = {
        id: `a${world.assignments.length + 1}`,
        personId: person.id,
        postId: post.id,
        kind: "substantive",
        docNo: null,
        from: addDays(day, -365),
        until: null,
        ...given,
      };
      world.assignments.push(assignment);
      return assignment;
    },
    grant(step, post, given = {}) {
      const id = `u${world.authorities.length + 1}`;
      const authority: Authority = {
        id,
        code: id.toUpperCase(),
        stepId: step.id,
        postId: post.id,
        personId: null,
        level: null,
        kind: "general",
        over: null,
        upTo: null,
        isCollective: false,
        isSubDelegable: false,
        docNo: null,
        ...always,
        ...given,
      };
      world.authorities.push(authority);
      return authority;
    },
    case(given = {}) {
      const number = world.cases.length + 1;
      const of: Case = {
        id: `c${number}`,
        caseNo: `YW-${day.slice(0, 4)}-${String(number).padStart(4, "0")}`,
        matterId: "m1",
        departmentId: "d1",
        requesterId: null,
        amount: null,
        category: null,
        budgetProject: null,
        supplierId: null,
        method: null,
        isChangeApproved: false,
        openedOn: day,
        closedOn: null,
        ...given,
      };
      world.cases.push(of);
      return of;
    },
    act(of, step, person, daysLater = 0, given = {}) {
      const id = `v${world.approvals.length + 1}`;
      const on = addDays(day, daysLater);
      const approval: Approval = {
        id,
        naturalKey: id,
        caseId: of.id,
        stepId: step.id,
        personId: person.id,
        onBehalfOfId: null,
        postId: null,
        action: "execute",
        amount: null,
        // A minute later with every act, so that acts of one day keep the order in which they are told.
        happenedAt: instantOf(on, "10:00", zone) + world.approvals.length * 60_000,
        recordedAt: null,
        docNo: null,
        terminal: null,
        source: "example",
        ...given,
      };
      world.approvals.push(approval);
      const [who, what] = [nameOf(person), dutyName(step.duty)];
      story.push({
        zh: `${on}，${who.zh}在业务件 ${of.caseNo} 中办理${what.zh}。`,
        en: `On ${on}, ${who.en} performed ${what.en} in case ${of.caseNo}.`,
      });
      return approval;
    },
    nameOf,
    dutyName,
    end: () => ({ world, today: addDays(day, 120), story }),
  };
}

const dutiesOf = (world: World): Map<string, Duty> => new Map(world.duties.map((duty) => [duty.code, duty]));

/** Lets the matter's approvals go up to an amount (fen), and tells so: the tier of its cases. */
export function tiered(stage: Stage): number {
  const upTo = 50_000_000;
  stage.grant(stage.step("approve"), stage.post({ zh: "科长岗", en: "section head" }), { upTo });
  stage.tell("科长岗可审批不超过 50.00 万元的业务。", "The section head may approve up to CNY 500,000.");
  return upTo;
}
