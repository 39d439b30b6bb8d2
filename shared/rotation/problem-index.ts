// A rotation problem by id: made once, asked by every replay of a plan.
import type { Day } from "../domain/day.ts";
import type { ProblemBlock, ProblemPerson, ProblemPost, RotationProblem } from "./plan.ts";
import { type WorkdayLine, workdayLineOf } from "./workday-line.ts";

export interface ProblemIndex {
  problem: RotationProblem;
  postOf: ReadonlyMap<string, ProblemPost>;
  personOf: ReadonlyMap<string, ProblemPerson>;
  line: WorkdayLine;
  changeDays: ReadonlySet<Day>;
  /** Calendar months ("2027-01") that have a change day. */
  changeMonths: ReadonlySet<string>;
  blocksOf: ReadonlyMap<string, readonly ProblemBlock[]>;
  /** People who keep a post whatever the plan does, by post. */
  keepersOf: ReadonlyMap<string, readonly string[]>;
}

export function indexProblem(problem: RotationProblem): ProblemIndex {
  const keepersOf = new Map<string, string[]>();
  for (const person of problem.people)
    for (const postId of person.keptIds) push(keepersOf, postId, person.id);
  const blocksOf = new Map<string, ProblemBlock[]>();
  for (const block of problem.blocks) push(blocksOf, block.personId, block);
  return {
    problem,
    postOf: new Map(problem.posts.map((post) => [post.id, post])),
    personOf: new Map(problem.people.map((person) => [person.id, person])),
    line: workdayLineOf(problem),
    changeDays: new Set(problem.changeDays),
    changeMonths: new Set(problem.changeDays.map((day) => day.slice(0, 7))),
    blocksOf,
    keepersOf,
  };
}

export function push<T>(lists: Map<string, T[]>, key: string, it: T): void {
  const list = lists.get(key);
  if (list) list.push(it);
  else lists.set(key, [it]);
}
