// The shape of an indexed view over a world: what every kind of rule reads and none changes.
import type { Approval, Case } from "../domain/approval.ts";
import type { Authority, Delegation, Matter, Step } from "../domain/authority.ts";
import type { Day } from "../domain/day.ts";
import type { Duty } from "../domain/duty.ts";
import type { Fen } from "../domain/money.ts";
import type {
  Absence,
  Assignment,
  Department,
  Person,
  Post,
  PostDuty,
  Relation,
  Supplier,
} from "../domain/organisation.ts";
import type { Exemption } from "../domain/rotation.ts";
import type { World } from "../domain/world.ts";
import type { Term } from "./terms.ts";

/** One deciding act with what the rules ask of it. */
export interface Act {
  readonly approval: Approval;
  readonly case: Case;
  readonly step: Step;
  /** The civil day of `happenedAt` in the workbook's zone. */
  readonly day: Day;
  /** The step's duty, closed under implication. */
  readonly duties: ReadonlySet<string>;
  /** Who acted; null where nobody is named or a system account acted. */
  readonly actorId: string | null;
  readonly isBySystem: boolean;
  /** Filled on first use by `creditedPersons`. */
  credited: readonly string[] | null;
  /** Filled on first use by `coverageOf`. */
  coverage: Coverage | null;
}

export type CoverageReason =
  | "no-post"
  | "no-authority"
  | "outside-days"
  | "over-amount"
  | "sub-delegated"
  | "no-collective";
/** Why an act is not covered (null: it is), with the candidates that the last question was asked of. */
export interface Coverage {
  readonly reason: CoverageReason | null;
  readonly authorityIds: readonly string[];
  readonly delegationIds: readonly string[];
}

/** A case with its acts in order; cases of one matter with the same set of steps share a `shape`. */
export interface CaseActs {
  readonly case: Case;
  readonly acts: readonly Act[];
  readonly shape: Shape;
}
export interface Shape {
  readonly index: number;
  readonly matterId: string;
  readonly steps: readonly Step[];
}

/** A duty that a person holds on the days of a period, and the rows that make it so. */
export interface Holding {
  readonly duty: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly assignmentId: string | null;
  readonly postDutyId: string | null;
  readonly authorityId: string | null;
  readonly delegationId: string | null;
}

/** A case that was not rejected, on its day: that of its first authorising act, else the one it was opened on. */
export interface DatedCase {
  readonly case: Case;
  readonly day: Day;
  readonly amount: Fen | null;
}

/** Rows of a step's authorities by who holds them. */
export interface Holders {
  readonly posts: ReadonlyMap<string, readonly Authority[]>;
  readonly people: ReadonlyMap<string, readonly Authority[]>;
}

export interface View {
  readonly world: World;
  readonly today: Day;
  readonly people: ReadonlyMap<string, Person>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly departments: ReadonlyMap<string, Department>;
  readonly matters: ReadonlyMap<string, Matter>;
  readonly steps: ReadonlyMap<string, Step>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly suppliers: ReadonlyMap<string, Supplier>;
  readonly duties: ReadonlyMap<string, Duty>;
  readonly authorities: ReadonlyMap<string, Authority>;
  /** Duty code → itself and all that it implies. */
  readonly implied: (duty: string) => ReadonlySet<string>;
  /** In (position, id) order. */
  readonly stepsOf: ReadonlyMap<string, readonly Step[]>;
  readonly assignmentsOf: ReadonlyMap<string, readonly Assignment[]>;
  readonly postDutiesOf: ReadonlyMap<string, readonly PostDuty[]>;
  readonly authoritiesOfPost: ReadonlyMap<string, readonly Authority[]>;
  readonly authoritiesOfPerson: ReadonlyMap<string, readonly Authority[]>;
  readonly holdersOf: ReadonlyMap<string, Holders>;
  readonly delegationsTo: ReadonlyMap<string, readonly Delegation[]>;
  readonly absencesOf: ReadonlyMap<string, readonly Absence[]>;
  /** Relations of a person, found from either end. */
  readonly relationsOf: ReadonlyMap<string, readonly Relation[]>;
  readonly exemptionsOf: ReadonlyMap<string, readonly Exemption[]>;
  /** Cases with at least one deciding act up to today. */
  readonly caseActs: ReadonlyMap<string, CaseActs>;
  readonly shapes: readonly Shape[];
  /** Acts by their actor, in order. */
  readonly actsBy: (personId: string) => readonly Act[];
  /** Acts that credit a person, in order. */
  readonly actsCrediting: (personId: string) => readonly Act[];
  readonly holdingsOf: (personId: string) => readonly Holding[];
  /** Distinct duties of the steps of each matter; of all post duties and authorities. */
  readonly stepDuties: ReadonlyMap<string, ReadonlySet<string>>;
  readonly heldDuties: ReadonlySet<string>;
  /** Terms of tenure by person, with gaps of so many months bridged. */
  readonly termsOf: (gapMonths: number) => ReadonlyMap<string, readonly Term[]>;
  /** Milliseconds since midnight on the wall clock; 0: its source knew the day alone. */
  readonly clockOf: (act: Act) => number;
  readonly isWorkday: (day: Day) => boolean;
  /** Cases with a day up to today, in (day, case no., id) order. */
  readonly datedCases: () => readonly DatedCase[];
  /** Matters with an approval up to today that says when it was recorded, or at which terminal it was done. */
  readonly recordedMatters: ReadonlySet<string>;
  readonly terminalMatters: ReadonlySet<string>;
  /** Matters with a deciding act that has a time of day. */
  readonly timedMatters: () => ReadonlySet<string>;
  /** Approvals (of any action) up to today. */
  readonly approvals: number;
}

/** What changed since the last check: only groups that it touches are folded again. */
export interface Touched {
  readonly caseIds: ReadonlySet<string>;
  readonly personIds: ReadonlySet<string>;
  /** Keys of the groups to fold, for the kinds that group by neither (and months of odd hours); null or absent: every group. */
  readonly keys?: ReadonlySet<string> | null;
}
