// A month of a roll while chains are sought in it, and what the search for one chain remembers.
import type { Board } from "./board.ts";
import type { State } from "./state.ts";

/** The month a chain is sought in. */
export interface Scene {
  board: Board;
  state: State;
  month: number;
  /** 1: must change this month anyway, so a chain through this person costs nothing. */
  isDue: Uint8Array;
  /** Whether the department can take an arrival at a post that is not due; `person` (-1: anybody): its holder. */
  hasSpare(department: number, person: number): boolean;
  /** 1: must not move now: moves later by a given move, or was to blame for a matter that could not be staffed. */
  isKept: Uint8Array;
  /** By person kept for a given move: the post from which that starts, where they still have to come; -1: none. */
  comesTo: Int32Array;
  /** Pairs of person and post (person × posts + post) that are not tried this month. */
  barred: ReadonlySet<number>;
  /** Whether few people matter most: chains lead through people due later as readily as through those due now. */
  isFrugal: boolean;
  /** By post: by how many months earlier than must be a successor is wanted. */
  leads: Int32Array;
  random(): number;
  /** People looked at so far: the work units. */
  units: number;
  labels: Labels;
  /** Arrivals that moving each person now would add; -1: not worked out yet. */
  extra: Int32Array;
}

/** What is known of each person as a place to be freed; valid where `stamp` is that of the search. */
export interface Labels {
  round: number;
  stamp: Int32Array;
  distance: Int32Array;
  from: Int32Array;
  /** Working days of handover between the arrival at the root and the arrival at this person's place. */
  handovers: Int32Array;
  /** Bounds on the offset of the chain's end as seen from here: its arrival plus `handovers`. */
  least: Int32Array;
  most: Int32Array;
  /** 1: nobody on the way had moved this month or is late already. */
  isFresh: Uint8Array;
}
export const labelsFor = (people: number): Labels => ({
  round: 0,
  stamp: new Int32Array(people + 1),
  distance: new Int32Array(people + 1),
  from: new Int32Array(people + 1),
  handovers: new Int32Array(people + 1),
  least: new Int32Array(people + 1),
  most: new Int32Array(people + 1),
  isFresh: new Uint8Array(people + 1),
});
