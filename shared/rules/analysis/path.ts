// The way of one case through the unit: the steps that a case of one matter and amount needs on a day, and who may take each.
import type { Matter, Step } from "../../domain/authority.ts";
import { contains, type Day } from "../../domain/day.ts";
import { coversAmount, type Fen } from "../../domain/money.ts";
import { type Absence, levelRank, type Post } from "../../domain/organisation.ts";
import { coverageOf, creditedPersons, waysOf } from "../cover.ts";
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
  /** For whom the act says it is done; null: it names nobody. */
  readonly onBehalfOfId: string | null;
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

export interface PathOptions {
  /** Who is absent takes nothing: on the day itself, or only where no end of the absence is known. */
  readonly absent: "that-day" | "open-ended";
  /**
   * one: each person once a step, credited as an act that names nobody would be;
   * each: also on behalf of each giver, one way of taking it apiece.
   */
  readonly ways: "one" | "each";
}

/** `view` may be of any log; only its organisation is asked. `there`: those of `peopleOn`, where many paths of a day are asked. */
export function pathOf(
  view: View,
  matter: Matter,
  amount: Fen | null,
  day: Day,
  { absent, ways }: PathOptions = { absent: "that-day", ways: "one" },
  there: readonly Present[] = peopleOn(view, day, absent),
): Path {
  const steps = innerSteps(view, matter.id);
  const takers = steps.map((step) =>
    there.flatMap(([id, posts]) => takersOf(view, { matter, step, amount, day }, id, posts, ways)),
  );
  return { matter, day, amount, steps, takers };
}

/** Who may take one step that day, by person id; `isOut`: people who are taken out besides. */
export const takersOn = (
  view: View,
  asked: Asked,
  { absent, ways }: PathOptions,
  isOut: (personId: string) => boolean,
): Taker[] =>
  peopleOn(view, asked.day, absent, isOut).flatMap(([id, posts]) => takersOf(view, asked, id, posts, ways));

/** A person who is there on a day, with the posts that they hold. */
type Present = readonly [id: string, posts: readonly Post[]];

/** The people who are there that day, by id. */
export function peopleOn(
  view: View,
  day: Day,
  absent: PathOptions["absent"],
  isOut: (personId: string) => boolean = () => false,
): Present[] {
  const isAway = (absence: Absence): boolean =>
    contains(absence, day) && (absent === "that-day" || absence.until === null);
  return view.world.people
    .filter(
      (person) => !isOut(person.id) && isThere(person, day) && !view.absencesOf.get(person.id)?.some(isAway),
    )
    .map(({ id }): Present => [id, postsOn(view, id, day)])
    .sort(([a], [b]) => compareText(a, b));
}

const postsOn = (view: View, personId: string, day: Day): Post[] => {
  const ids = (view.assignmentsOf.get(personId) ?? [])
    .filter((row) => contains(row, day))
    .map((row) => row.postId);
  return sortedIds(ids).flatMap((id) => view.posts.get(id) ?? []);
};

export interface Asked {
  matter: Matter;
  step: Step;
  amount: Fen | null;
  day: Day;
}
function takersOf(
  view: View,
  asked: Asked,
  personId: string,
  posts: readonly Post[],
  ways: PathOptions["ways"],
): Taker[] {
  const holders = view.holdersOf.get(asked.step.id);
  if (!holders) return [];
  const mayBe =
    holders.people.has(personId) ||
    posts.some((post) => holders.posts.has(post.id)) ||
    view.delegationsTo
      .get(personId)
      ?.some((row) => view.authorities.get(row.authorityId)?.stepId === asked.step.id);
  if (!mayBe) return [];
  const act = imagined(view, asked, personId);
  if (coverageOf(view, act, personId).reason !== null) return [];
  const granting = posts
    .filter((post) =>
      holders.posts
        .get(post.id)
        ?.some(
          (row) => contains(row, asked.day) && (asked.amount === null || coversAmount(row, asked.amount)),
        ),
    )
    .sort((a, b) => levelRank(a.level) - levelRank(b.level) || compareText(a.id, b.id));
  const onBehalf = ways === "one" ? [null] : waysOf(view, act, personId);
  return onBehalf.map((onBehalfOfId) =>
    wayOf(view, act, onBehalfOfId === null ? (granting[0]?.id ?? null) : null, onBehalfOfId),
  );
}

function wayOf(view: View, act: Act, postId: string | null, onBehalfOfId: string | null): Taker {
  // Made anew: what an act is credited with is kept on it.
  const asActed: Act = { ...act, credited: null, approval: { ...act.approval, postId, onBehalfOfId } };
  return takerOfAct(view, asActed);
}

/** An act as a way of taking its step. A system account is nobody: it takes the seat and counts nowhere. */
export function takerOfAct(view: View, act: Act): Taker {
  const departmentId = unitOf(view, act);
  return {
    personId: act.actorId ?? "",
    postId: act.approval.postId,
    onBehalfOfId: act.approval.onBehalfOfId,
    departmentId,
    organId: departmentId === null ? null : organOf(view, departmentId),
    // Nobody can be said to rank below an unknown person (docs/rules/kinds.md, seniority).
    rank: act.actorId === null ? null : rankOf(view, act),
    credited: creditedPersons(view, act),
  };
}

/** How a person would take the step if it were granted to them in person. */
export function wayIfGranted(view: View, path: Path, step: Step, personId: string): Taker {
  const act = imagined(view, { ...path, step }, personId);
  // Theirs then, whatever loans they have: nobody else is credited.
  return { ...wayOf(view, act, null, null), credited: [personId] };
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
