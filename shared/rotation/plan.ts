// What a rotation problem and a plan are, as plain rows that cross threads and files.
import type { Day, Period } from "../domain/day.ts";
import type { Level, RiskGrade } from "../domain/organisation.ts";
import type { Move } from "../domain/rotation.ts";
import type { Text } from "../domain/text.ts";
import type { ProblemMatter } from "./problem-matter.ts";

/** A post as the planner sees it. Key posts are rotated; other posts matter for minimum staff and as places to go. */
export interface ProblemPost {
  id: string;
  name: string;
  departmentId: string;
  departmentName: string;
  level: Level;
  isKey: boolean;
  riskGrade: RiskGrade | null;
  headcount: number;
  qualifications: string[];
  /** First day on which the post no longer exists. */
  until: Day | null;
  /** Calendar months; null: the limit is not judged. */
  limitMonths: number | null;
  minStayMonths: number;
  /** Calendar months after the last service before a return; the gap of the tenure rule is included. */
  coolingOffMonths: number;
  /** First post id of its tenure family; null for a post outside every family. */
  family: string | null;
  /** Index into `changeDays` of the first permitted change; null: locked, or no change day is left. */
  earliest: number | null;
  /** Working days that a successor serves beside the leaver; 0 for ordinary posts. */
  overlapDays: number;
  /** Where the work is done, if known: the commonest site of its holders. */
  site: string | null;
  /**
   * Substantive and acting holders that the post must keep from day to day, while it had them at the start:
   * its headcount if it is a key post, else its minimum staff.
   */
  required: number;
  /** Holders who are counted and may be moved, sorted by person id. */
  seats: ProblemSeat[];
}

/** A substantive or acting holder at the start. */
export interface ProblemSeat {
  personId: string;
  /** Start of the term on the post or its family. */
  startedOn: Day;
  /** First day on which the assignment has ended by what is on record. */
  endsOn: Day | null;
  /** First day from today on that is over the limit and not covered by an exemption; null: no limit. */
  overdueFrom: Day | null;
  dueOn: Day | null;
  /** May not be moved before this day: the person is exempt from rotation, or has a forced leave placed, until then. */
  staysUntil: Day | null;
  /** First day on which the seat must be over (docs/rotation.md); null: not judged. */
  handBy: Day | null;
  /** Why `handBy` is later than limit or record ask for; null: it is not. A locked place that the record empties: notice. */
  excused: "notice" | "share" | null;
}

export interface ProblemPerson {
  id: string;
  name: string;
  /** Level of the present post; null: no post. */
  level: Level | null;
  site: string | null;
  /** Null: unknown, treated as before today. */
  joinedOn: Day | null;
  leavesOn: Day | null;
  qualifications: (Period & { code: string })[];
  absences: Period[];
  /** Post that a move leaves: the key post, else the latest ordinary post; null: reserve. */
  placeId: string | null;
  /** Further key posts held at the start. */
  alsoIds: string[];
  /** Posts that stay with the person whatever the plan does. */
  keptIds: string[];
  /** Service on record in families, beside the places above: its end, or null where it goes on whatever the plan does. */
  served: { family: string; until: Day | null }[];
  /** Near relatives among the people of the problem, sorted. */
  relativeIds: string[];
  /** Who has any relation on record with the person within the horizon, near relatives included, sorted. */
  relatedIds: string[];
  /** Not to be moved at all, by a lock. */
  isLocked: boolean;
}

/** One never-together rule, reduced to which of its duties each post and each person's own grants bring. */
export interface ProblemSeparation {
  ruleId: string;
  title: Text;
  maxHeld: number;
  /** Bit sets over the rule's duties. */
  byPost: Record<string, number>;
  byPerson: Record<string, number>;
}

/** "Nobody reviews their own past work": the person may not arrive at the post before `until`. */
export interface ProblemBlock {
  personId: string;
  postId: string;
  until: Day;
}

export interface ProblemDepartment {
  id: string;
  name: string;
  /** Arrivals at its key posts allowed in any `windowMonths` consecutive calendar months. */
  cap: number;
  /** Arrivals up to today in the months that share a window with a planned one, ascending. */
  pastArrivals: Day[];
}

/** What the user asks of the plan beside the rules. */
export interface PlanWishes {
  /** Moves that must be in the plan exactly so (agreed or locked). */
  fixed: Omit<Move, "chain">[];
  /** The person may not arrive there, or (post null) not move at all; within [from, until), null: always. */
  forbidden: { personId: string; postId: string | null; from: Day | null; until: Day | null }[];
  /** Moves announced before, to be disturbed as little as can be; null: no replan. */
  announced: Omit<Move, "chain">[] | null;
}

/** A forced leave to be placed: a period of so many working days within [from, until), with a stand-in. */
export interface LeaveDemand {
  id: string;
  personId: string;
  postId: string;
  workingDays: number;
  from: Day;
  until: Day;
}
export interface PlannedLeave extends Period {
  demandId: string;
  personId: string;
  postId: string;
  until: Day;
  standInId: string;
}

export const constraintNames = [
  "posts-held",
  "headcount",
  "wishes",
  "forced-leave",
  "presence",
  "qualification",
  "limit",
  "min-stay",
  "cooling-off",
  "relations",
  "separation",
  "own-work",
  "arrivals-share",
  "one-key-post",
  "change-day",
  "staffability",
  "handover-overlap",
] as const;
export type ConstraintName = (typeof constraintNames)[number];

/** A constraint that was not applied, wholly or for the posts named, and why. */
export interface NotApplied {
  constraint: ConstraintName;
  reason: Text;
  postIds: string[];
}

/** Structured-cloneable, order-free: every list is sorted by id. */
export interface RotationProblem {
  today: Day;
  /** First day after the horizon. */
  until: Day;
  months: number;
  seed: number;
  /** Work units (people looked at) after which the search ends. */
  units: number;
  changeDays: Day[];
  windowMonths: number;
  posts: ProblemPost[];
  people: ProblemPerson[];
  departments: ProblemDepartment[];
  separations: ProblemSeparation[];
  blocks: ProblemBlock[];
  matters: ProblemMatter[];
  /** Exceptions to "Monday to Friday are working days". */
  calendar: { day: Day; isWorkday: boolean }[];
  wishes: PlanWishes;
  leaves: LeaveDemand[];
  /** Forced leaves that are placed already and not over: they stand, whatever the plan does. Absent: none. */
  placed?: PlannedLeave[] | undefined;
  notApplied: NotApplied[];
}

/** Compared in this order; the smaller is the better plan. */
export interface PlanCost {
  /** Key posts that stay overdue because nobody was found: "cannot rotate". */
  unfilled: number;
  /** In a replan: announced moves not kept, and moves of people for whom none was announced. */
  changed: number;
  /** Arrivals on key posts. */
  arrivals: number;
  /** Leavings of key posts without overlap (closed cycles). */
  withoutOverlap: number;
  /** Distinct people whose post changes. */
  people: number;
  /** Sum over holders due at the first change day: risk weight (3, 2, 1) × days waited from then. */
  riskDays: number;
  /** Fairness: moves to a lower level, moves to another site. */
  levelFalls: number;
  siteChanges: number;
  /** Sum of squared numbers of moves per person. */
  unevenness: number;
  /** The longest wait over the limit within the horizon, in days. */
  longestWait: number;
}

/** A key post over its limit on `[from, until)`. */
export interface OverdueDays {
  postId: string;
  personId: string;
  from: Day;
  until: Day;
  days: number;
  /** notice: before the earliest change day; share: its department had no arrival left; nobody: no successor found. */
  why: "notice" | "share" | "nobody";
}

/** A required place that is empty on `[from, until)` because its holder is gone. */
export interface VacantDays {
  postId: string;
  from: Day;
  until: Day;
  why: "notice" | "share" | "nobody";
}

export interface RotationPlan {
  status: "planned" | "impossible" | "undecided";
  moves: Move[];
  leaves: PlannedLeave[];
  /** Leave demands for which no period or stand-in was found. */
  unmetLeaveIds: string[];
  changeDays: Day[];
  cost: PlanCost;
  /** No plan without a breach has fewer arrivals. */
  lowerBound: number;
  unitsUsed: number;
  seed: number;
  /** Overdue days that no plan can avoid: by notice or by the share of the department. */
  unavoidableOverdueDays: OverdueDays[];
  unavoidableVacantDays: VacantDays[];
  /** Where nobody was found: candidates for "cannot rotate → special audit". Empty when planned. */
  cannotRotate: (OverdueDays | VacantDays)[];
  bottleneck: Bottleneck | null;
  notApplied: NotApplied[];
}

/**
 * Why nothing fits by a day, so that it can be counted by hand. `people`: `postIds` (a post once a place) need distinct
 * holders, and only `personIds` can hold any of them. `share`: `postIds` (a post once an arrival) need more arrivals than
 * the department's share lets in. `relations`: as people, near relatives counted once. It proves impossibility exactly
 * when `isProof`.
 */
export interface Bottleneck {
  kind: "people" | "share" | "relations";
  day: Day;
  /** Whose share, or whose relatives; null: people of all departments. */
  departmentId: string | null;
  postIds: string[];
  personIds: string[];
  isProof: boolean;
  sentence: Text;
  /** Of a proof: the constraints that cannot hold together, none of which can be left out. */
  because: Text[];
}
