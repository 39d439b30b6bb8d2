// A seeded matrix of any size for the design check: departments with a ladder, trades that are mostly kept apart, rules about their duties.
import type { Authority, Delegation, Matter, Step } from "../../shared/domain/authority.ts";
import { type Area, areas, builtInDuties, type DutyType } from "../../shared/domain/duty.ts";
import type {
  Assignment,
  Level,
  Person,
  Post,
  PostDuty,
  Relation,
} from "../../shared/domain/organisation.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { chance, pick, type Source, seeded } from "../builders/source.ts";

export const benchDay = "2026-11-23";
export interface DesignSize {
  people: number;
  posts: number;
  rules: number;
  seed: number;
}
export interface DesignWorld {
  world: World;
  rules: Rule[];
}

const trades = ["initiate", "verify", "execute", "custody", "record", "supervise"] as const;
const path: readonly DutyType[] = [
  "initiate",
  "verify",
  "authorise",
  "execute",
  "execute",
  "verify",
  "record",
  "supervise",
];
const numbered = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const dutiesOf = (type: DutyType): string[] =>
  builtInDuties.filter((duty) => duty.type === type).map(({ code }) => code);
const dutiesByType = new Map(
  [...new Set([...trades, ...path])].map((type) => [type, dutiesOf(type)] as const),
);
const dutyOf = (source: Source, type: DutyType): string => pick(source, dutiesByType.get(type) ?? []);

/** Of fifteen posts of a department: a head, a deputy, three section heads, ten handlers. */
const levelAt = (at: number): Level =>
  at % 15 === 0 ? "head" : at % 15 === 1 ? "deputy" : at % 15 < 5 ? "section" : "handler";

export function designWorld(size: DesignSize): DesignWorld {
  const source = seeded(size.seed);
  const posts = numbered(size.posts, (at) =>
    row.post(`k${at}`, { departmentId: `d${Math.floor(at / 15)}`, level: levelAt(at) }),
  );
  const people = numbered(size.people, (at) => row.person(`p${at}`));
  const matters = numbered(Math.ceil(size.posts * 0.4), (at) =>
    row.matter(`m${at}`, { area: areas[at % areas.length] as Area }),
  );
  const steps = matters.flatMap((matter) =>
    path.map((type, at) => row.step(`${matter.id}s${at}`, matter.id, at + 1, dutyOf(source, type))),
  );
  const authorities = authoritiesOf(source, posts, matters, steps, people);
  const world = row.world({
    departments: numbered(Math.ceil(size.posts / 15), (at) => row.department(`d${at}`)),
    posts,
    people,
    matters,
    steps,
    authorities,
    postDuties: postDutiesOf(source, posts),
    assignments: assignmentsOf(source, people, posts),
    delegations: delegationsOf(source, people, authorities),
    relations: numbered(Math.ceil(size.people / 20), (at): Relation => {
      const [one, other] = [pick(source, people).id, pick(source, people).id];
      return row.relation(`r${at}`, one, { otherPersonId: other });
    }),
  });
  return { world, rules: rulesOf(source, size.rules, matters, steps) };
}

const typeAt = (at: number): DutyType => trades[at % trades.length] ?? "execute";

function authoritiesOf(
  source: Source,
  posts: readonly Post[],
  matters: readonly Matter[],
  steps: readonly Step[],
  people: readonly Person[],
): Authority[] {
  const made: Authority[] = [];
  const grant = (stepId: string, given: Partial<Authority>): void => {
    made.push(row.authority(`u${made.length}`, stepId, given));
  };
  const types = new Map(builtInDuties.map(({ code, type }) => [code, type]));
  const departments = Math.ceil(posts.length / 15);
  for (const matter of matters) {
    const department = source.int(0, departments - 1) * 15;
    const ofDepartment = posts.slice(department, department + 15);
    for (const step of steps.filter(({ matterId }) => matterId === matter.id)) {
      const type = types.get(step.duty) ?? "execute";
      if (type === "authorise") {
        grant(step.id, { postId: pick(source, ofDepartment.slice(2, 5)).id, upTo: 5_000_000 });
        grant(step.id, { postId: ofDepartment[1]?.id ?? "", over: 5_000_000, upTo: 20_000_000 });
        grant(step.id, { postId: ofDepartment[0]?.id ?? "", over: 20_000_000 });
        continue;
      }
      for (let nth = 0; nth < 3; nth += 1) {
        // Three in a hundred go to a post of another trade.
        const isStray = chance(source, 3);
        const fitting = posts.filter(
          ({ level }, at) => level === "handler" && (isStray || typeAt(at) === type),
        );
        grant(step.id, { postId: pick(source, fitting).id });
      }
    }
  }
  for (let nth = 0; nth < posts.length; nth += 1)
    grant(pick(source, steps).id, {
      personId: pick(source, people).id,
      upTo: 1_000_000,
      until: "2026-12-31",
    });
  return made;
}

const postDutiesOf = (source: Source, posts: readonly Post[]): PostDuty[] =>
  posts.flatMap(({ id, level }, at) =>
    level === "handler"
      ? numbered(2, (nth) => row.postDuty(`t${at}-${nth}`, id, dutyOf(source, typeAt(at))))
      : [],
  );

/** Everybody on one post, eight in a hundred on another one too. */
const assignmentsOf = (source: Source, people: readonly Person[], posts: readonly Post[]): Assignment[] =>
  people.flatMap(({ id }, at) => {
    const own = row.assignment(`a${at}`, id, posts[at % posts.length]?.id ?? "");
    return chance(source, 8)
      ? [own, row.assignment(`b${at}`, id, pick(source, posts).id, { kind: "concurrent" })]
      : [own];
  });

const delegationsOf = (
  source: Source,
  people: readonly Person[],
  authorities: readonly Authority[],
): Delegation[] =>
  numbered(Math.ceil(people.length / 20), (at) =>
    row.delegation(`g${at}`, pick(source, authorities).id, pick(source, people).id, pick(source, people).id, {
      from: "2026-11-01",
      until: "2026-12-01",
    }),
  );

/** Six of ten about one case, three about what is held, the rest about relatives, splitting and several people. */
function rulesOf(source: Source, count: number, matters: readonly Matter[], steps: readonly Step[]): Rule[] {
  return numbered(count, (at) => {
    const id = `R-${String(at).padStart(3, "0")}`;
    const scope = { areas: chance(source, 50) ? [areas[at % areas.length] as Area] : null, matters: null };
    if (at % 10 < 6) {
      const own = steps.filter(({ matterId }) => matterId === matters[at % matters.length]?.id);
      const [one, other] = [source.int(0, 3), source.int(4, own.length - 1)];
      const duties = [own[one]?.duty ?? "", own[other]?.duty ?? "", pick(source, own).duty];
      return { ...row.rule(id, "separate-duties", { duties, maxHeld: chance(source, 80) ? 1 : 2 }), scope };
    }
    if (at % 10 < 9) {
      const first = source.int(0, trades.length - 1);
      const duties = [typeAt(first), typeAt(first + source.int(1, 5))].map((type) => dutyOf(source, type));
      return row.rule(id, "never-together", { duties, maxHeld: 1 });
    }
    const duties = [dutyOf(source, "custody")];
    if (at % 3 === 0)
      return row.rule(id, "relation", {
        duties,
        otherDuties: [dutyOf(source, "record")],
        counterpart: "holder",
        types: ["spouse"],
        lookbackYears: 0,
      });
    return at % 3 === 1
      ? { ...row.rule(id, "split-amount", { test: "statutory", threshold: 200_000_000, minCases: 2 }), scope }
      : row.rule(id, "two-person", { duty: duties[0] ?? "", minPersons: 2 });
  });
}
