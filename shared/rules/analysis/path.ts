// The way of one case through the unit: the steps that a case of one matter and amount needs on a day, and who may take each.
import type { Matter, Step } from "../../domain/authority.ts";
import { contains, type Day } from "../../domain/day.ts";
import { coversAmount, type Fen } from "../../domain/money.ts";
import { levelRank, type Post } from "../../domain/organisation.ts";
import { coverageOf, creditedPersons } from "../cover.ts";
import { isThere } from "../design/standing.ts";
import { compareText, sortedIds } from "../gather.ts";
import { organOf, rankOf, unitOf } from "../units.ts";
import type { Act, View } from "../view.ts";

/** One person on one step, as the rules would see the act. */
export interface Taker {
  readonly personId: string;
  /** The post acted in: the lowest that may; null for a personal grant or a delegation. */
  readonly postId: string | null;
  readonly departmentId: string | null;
  readonly organId: string | null;
  readonly rank: number | null;
  /** The actor, and by delegation the givers. */
  readonly credited: readonly string[];
}
export interface Path {
  readonly matter: Matter;
  readonly day: Day;
  /** Fen; null where the unit has no tiers. */
  readonly amount: Fen | null;
  /** Required, done inside the unit; in (position, id) order. */
  readonly steps: readonly Step[];
  /** For each step, by person id. */
  readonly takers: readonly (readonly Taker[])[];
}

/** A collective decision is taken to be on record: the question is who may sign, not what was filed. */
const assumedDocNo = "-";

export const innerSteps = (view: View, matterId: string): Step[] =>
  (view.stepsOf.get(matterId) ?? []).filter(
    (step) => step.isRequired && view.duties.get(step.duty)?.type !== "external",
  );

/** `view` may be of any log; only its organisation is asked. Absent people take nothing that day. */
export function pathOf(view: View, matter: Matter, amount: Fen | null, day: Day): Path {
  const steps = innerSteps(view, matter.id);
  const people = view.world.people.filter(
    (person) =>
      isThere(person, day) && !view.absencesOf.get(person.id)?.some((absence) => contains(absence, day)),
  );
  const posts = new Map(people.map(({ id }) => [id, postsOn(view, id, day)]));
  const takers = steps.map((step) =>
    people
      .flatMap(({ id }) => takerOf(view, { matter, step, amount, day }, id, posts.get(id) ?? []) ?? [])
      .sort((a, b) => compareText(a.personId, b.personId)),
  );
  return { matter, day, amount, steps, takers };
}

const postsOn = (view: View, personId: string, day: Day): Post[] => {
  const ids = (view.assignmentsOf.get(personId) ?? [])
    .filter((row) => contains(row, day))
    .map((row) => row.postId);
  return sortedIds(ids).flatMap((id) => view.posts.get(id) ?? []);
};

interface Asked {
  matter: Matter;
  step: Step;
  amount: Fen | null;
  day: Day;
}
function takerOf(view: View, asked: Asked, personId: string, posts: readonly Post[]): Taker | null {
  const holders = view.holdersOf.get(asked.step.id);
  if (!holders) return null;
  const mayBe =
    holders.people.has(personId) ||
    posts.some((post) => holders.posts.has(post.id)) ||
    view.delegationsTo
      .get(personId)
      ?.some((row) => view.authorities.get(row.authorityId)?.stepId === asked.step.id);
  if (!mayBe) return null;
  const act = imagined(view, asked, personId);
  if (coverageOf(view, act, personId).reason !== null) return null;
  const granting = posts
    .filter((post) =>
      holders.posts
        .get(post.id)
        ?.some(
          (row) => contains(row, asked.day) && (asked.amount === null || coversAmount(row, asked.amount)),
        ),
    )
    .sort((a, b) => levelRank(a.level) - levelRank(b.level) || compareText(a.id, b.id));
  const postId = granting[0]?.id ?? null;
  const asActed = { ...act, approval: { ...act.approval, postId } };
  const departmentId = unitOf(view, asActed);
  return {
    personId,
    postId,
    departmentId,
    organId: departmentId === null ? null : organOf(view, departmentId),
    rank: rankOf(view, asActed),
    credited: creditedPersons(view, act),
  };
}

/** An act that nobody has done, for the questions that the rules ask of acts. */
const imagined = (view: View, { matter, step, amount, day }: Asked, personId: string): Act => ({
  approval: {
    id: "",
    naturalKey: "",
    caseId: "",
    stepId: step.id,
    personId,
    onBehalfOfId: null,
    postId: null,
    action: "approve",
    amount: null,
    happenedAt: 0,
    recordedAt: null,
    docNo: assumedDocNo,
    terminal: null,
    source: "",
  },
  case: imaginedCase(matter, amount, day),
  step,
  day,
  duties: view.implied(step.duty),
  actorId: personId,
  isBySystem: false,
  credited: null,
  coverage: null,
});
export const imaginedCase = (matter: Matter, amount: Fen | null, day: Day): Act["case"] => ({
  id: "imagined",
  caseNo: "",
  matterId: matter.id,
  departmentId: null,
  requesterId: null,
  amount,
  category: null,
  budgetProject: null,
  supplierId: null,
  method: null,
  isChangeApproved: false,
  openedOn: day,
  closedOn: day,
});
