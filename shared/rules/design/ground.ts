// What the design check stands on: the facts of one day by whom they are asked of, and who holds what by which row.
import type { Authority, Delegation, Matter, Step } from "../../domain/authority.ts";
import { contains, type Day, type Period } from "../../domain/day.ts";
import { type Duty, impliedDuties } from "../../domain/duty.ts";
import {
  type Assignment,
  type Level,
  levelRank,
  type Person,
  type Post,
  type PostDuty,
  type Relation,
} from "../../domain/organisation.ts";
import type { Facts } from "../../domain/world.ts";
import { byId, compareText, gather, push } from "../gather.ts";
import type { Lookup } from "../lookup.ts";
import { isThere } from "./standing.ts";

/** The rows, in no order. Rows of a person who is not there, or of other days, are among them. */
export interface GroundRows {
  readonly day: Day;
  readonly people: ReadonlyMap<string, Person>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly matters: Lookup<string, Matter>;
  readonly steps: Lookup<string, Step>;
  readonly duties: ReadonlyMap<string, Duty>;
  readonly implied: (duty: string) => ReadonlySet<string>;
  readonly stepsOf: Lookup<string, readonly Step[]>;
  readonly assignmentsOf: ReadonlyMap<string, readonly Assignment[]>;
  readonly assignmentsOfPost: ReadonlyMap<string, readonly Assignment[]>;
  readonly relationsOf: ReadonlyMap<string, readonly Relation[]>;
  readonly postDuties: Lookup<string, PostDuty>;
  readonly postDutiesOf: Lookup<string, readonly PostDuty[]>;
  readonly authorities: Lookup<string, Authority>;
  readonly authoritiesOfPost: Lookup<string, readonly Authority[]>;
  readonly authoritiesOfPerson: Lookup<string, readonly Authority[]>;
  readonly authoritiesOfStep: Lookup<string, readonly Authority[]>;
  readonly delegations: Lookup<string, Delegation>;
  readonly delegationsTo: Lookup<string, readonly Delegation[]>;
  readonly delegationsOf: Lookup<string, readonly Delegation[]>;
}

/** A duty held that day, and the row it comes from. */
export interface Source {
  readonly duty: string;
  /** The post that gives it; null: granted in person or lent. */
  readonly postId: string | null;
  readonly postDutyId: string | null;
  readonly authority: Authority | null;
  readonly delegationId: string | null;
}
/** One person who may do a step by one authority. */
export interface Way {
  readonly personId: string;
  readonly authority: Authority;
  readonly delegationId: string | null;
}
/** Who sits where: edits of assignments make another ground. */
interface Seated {
  /** Live assignments to the post, of people who are there. */
  readonly sitting: (postId: string) => readonly Assignment[];
  /** Live assignments of the person; none if they are not there. */
  readonly seats: (personId: string) => readonly Assignment[];
  readonly isThere: (personId: string) => boolean;
}
export interface Ground extends GroundRows, Seated {
  readonly sourcesOfPost: (postId: string) => readonly Source[];
  /** Granted in person or lent. */
  readonly ownSources: (personId: string) => readonly Source[];
  readonly ways: (stepId: string) => readonly Way[];
  /** Live authorities of the step. */
  readonly liveOn: (stepId: string) => readonly Authority[];
  /** Steps that the unit itself must be able to do, in (position, id) order. */
  readonly askedSteps: (matterId: string) => readonly Step[];
}

export function groundRows(facts: Facts, day: Day): GroundRows {
  const duties = new Map(facts.duties.map((duty) => [duty.code, duty]));
  return {
    day,
    people: byId(facts.people),
    posts: byId(facts.posts),
    matters: byId(facts.matters),
    steps: byId(facts.steps),
    duties,
    implied: kept((code: string) => impliedDuties(duties, code)),
    stepsOf: gather(facts.steps, (row) => row.matterId),
    assignmentsOf: gather(facts.assignments, (row) => row.personId),
    assignmentsOfPost: gather(facts.assignments, (row) => row.postId),
    relationsOf: relationsByPerson(facts.relations),
    postDuties: byId(facts.postDuties),
    postDutiesOf: gather(facts.postDuties, (row) => row.postId),
    authorities: byId(facts.authorities),
    authoritiesOfPost: gather(facts.authorities, (row) => row.postId),
    authoritiesOfPerson: gather(facts.authorities, (row) => row.personId),
    authoritiesOfStep: gather(facts.authorities, (row) => row.stepId),
    delegations: byId(facts.delegations),
    delegationsTo: gather(facts.delegations, (row) => row.toPersonId),
    delegationsOf: gather(facts.delegations, (row) => row.authorityId),
  };
}

/** Between two different people, found from either end. */
function relationsByPerson(rows: readonly Relation[]): Map<string, Relation[]> {
  const relations = new Map<string, Relation[]>();
  for (const row of rows) {
    if (row.otherPersonId === null || row.otherPersonId === row.personId) continue;
    push(relations, row.personId, row);
    push(relations, row.otherPersonId, row);
  }
  return relations;
}

function kept<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}

const liveRows = <Row extends Period>(list: readonly Row[] | undefined, day: Day): Row[] =>
  (list ?? []).filter((row) => contains(row, day));

function seatsOn(rows: GroundRows): Seated {
  const { day } = rows;
  const there = kept((personId: string) => {
    const person = rows.people.get(personId);
    return person !== undefined && isThere(person, day);
  });
  const sitting = kept((postId: string) =>
    liveRows(rows.assignmentsOfPost.get(postId), day).filter((row) => there(row.personId)),
  );
  return {
    isThere: there,
    sitting,
    seats: kept((personId: string) =>
      there(personId) ? liveRows(rows.assignmentsOf.get(personId), day) : [],
    ),
  };
}

/** Everything is worked out when first asked for, and once. `seated`: another ground with the same people, posts and seats. */
export function groundOn(rows: GroundRows, seated: Seated = seatsOn(rows)): Ground {
  const { day } = rows;
  const live = <Row extends Period>(list: readonly Row[] | undefined): Row[] => liveRows(list, day);
  const { sitting, isThere: there } = seated;
  const dutyOf = ({ stepId }: Authority): string | undefined => rows.steps.get(stepId)?.duty;
  const granted = (authority: Authority, postId: string | null, delegationId: string | null): Source[] => {
    const duty = dutyOf(authority);
    return duty === undefined ? [] : [{ duty, postId, postDutyId: null, authority, delegationId }];
  };
  const liveOn = kept((stepId: string) => live(rows.authoritiesOfStep.get(stepId)));

  return {
    ...rows,
    sitting,
    isThere: there,
    seats: seated.seats,
    liveOn,
    sourcesOfPost: kept((postId: string) => [
      ...live(rows.postDutiesOf.get(postId)).map(
        ({ id, duty }): Source => ({ duty, postId, postDutyId: id, authority: null, delegationId: null }),
      ),
      ...live(rows.authoritiesOfPost.get(postId)).flatMap((row) => granted(row, postId, null)),
    ]),
    ownSources(personId) {
      if (!there(personId)) return [];
      const own = live(rows.authoritiesOfPerson.get(personId)).flatMap((row) => granted(row, null, null));
      for (const loan of live(rows.delegationsTo.get(personId))) {
        const authority = rows.authorities.get(loan.authorityId);
        if (authority && contains(authority, day)) own.push(...granted(authority, null, loan.id));
      }
      return own;
    },
    ways: kept((stepId: string) => {
      const ways: Way[] = [];
      if (rows.steps.get(stepId) === undefined) return ways;
      for (const authority of liveOn(stepId)) {
        if (authority.postId !== null)
          for (const { personId } of sitting(authority.postId))
            ways.push({ personId, authority, delegationId: null });
        if (authority.personId !== null && there(authority.personId))
          ways.push({ personId: authority.personId, authority, delegationId: null });
        for (const loan of live(rows.delegationsOf.get(authority.id)))
          if (there(loan.toPersonId))
            ways.push({ personId: loan.toPersonId, authority, delegationId: loan.id });
      }
      return ways;
    }),
    askedSteps: kept((matterId: string) => {
      const steps = rows.stepsOf.get(matterId) ?? [];
      if (!steps.some((step) => (rows.authoritiesOfStep.get(step.id)?.length ?? 0) > 0)) return [];
      return steps
        .filter((step) => rows.duties.get(step.duty)?.type !== "external")
        .sort((a, b) => a.position - b.position || compareText(a.id, b.id));
    }),
  };
}

/** Its own level, else that of its post; a grant in person may have none. */
export const levelOf = (ground: Pick<GroundRows, "posts">, row: Authority): Level | null =>
  row.level ?? (row.postId === null ? null : (ground.posts.get(row.postId)?.level ?? null));

/** 1 lowest; of a grant in person without a level that of the person's posts; 0 where none is known. */
export function rankOf(ground: Ground, personId: string, row: Authority): number {
  const level = levelOf(ground, row);
  if (level !== null) return levelRank(level);
  const seats = row.personId === null ? [] : ground.seats(personId);
  return Math.max(0, ...seats.map(({ postId }) => rankOfPost(ground, postId)));
}
const rankOfPost = (ground: Ground, postId: string): number => {
  const post = ground.posts.get(postId);
  return post ? levelRank(post.level) : 0;
};
