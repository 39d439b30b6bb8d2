// The vocabulary of staffing: slots, who may take each, and what binds those who do. Pure data; docs/staffing.md is the definition.

/** One way for a person to take a slot: in their own right, or by delegation for somebody. */
export interface Taker {
  /** Index into `people`: who acts. */
  readonly person: number;
  /** Whom the rules credit: the actor and, by delegation, the givers (indices into `people`). */
  readonly credited: readonly number[];
}
/** One seat on a step: a step that needs n people has n. */
export interface Slot {
  readonly stepId: string;
  /** 0-based seat among those of its step. */
  readonly seat: number;
}

export type StaffingBound =
  | {
      /** One holder collects at most `most` different labels (separate duties, units, never-together, shares). */
      readonly type: "few";
      /** By slot. */
      readonly labels: readonly (readonly number[])[];
      /** By taker: who collects (people, departments, organs; whatever numbers); empty: not bound. */
      readonly holders: readonly (readonly number[])[];
      readonly most: number;
    }
  | {
      /** Some one holder is common to all these slots (binding of duty). */
      readonly type: "together";
      readonly slots: readonly number[];
      readonly holders: readonly (readonly number[])[];
    }
  | {
      /** Between `least` and `most` distinct counted things act on these slots. */
      readonly type: "many";
      readonly slots: readonly number[];
      /** By taker: what is counted (person, organ); null: unknown, then too few is no breach. */
      readonly counted: readonly (number | null)[];
      readonly least: number;
      readonly most: number | null;
      readonly isOdd: boolean;
      /** Of the distinct people, at least `atLeast` of every `of` are experts (by person). */
      readonly experts: {
        readonly has: readonly boolean[];
        readonly atLeast: number;
        readonly of: number;
      } | null;
    }
  | {
      /** Whoever takes a later slot, another person than on an earlier one, stands on a strictly higher rank. */
      readonly type: "rising";
      readonly earlier: readonly number[];
      readonly later: readonly number[];
      /** By taker; null: unknown, no breach. */
      readonly rank: readonly (number | null)[];
    }
  | {
      /** No credited person of a left slot is related to a different one of a right slot. */
      readonly type: "unrelated";
      readonly left: readonly number[];
      readonly right: readonly number[];
      /** Pairs of people, each once, smaller index first. */
      readonly related: readonly (readonly [number, number])[];
    }
  | {
      /** All these slots go to people of one and the same of these teams. */
      readonly type: "one-team";
      readonly slots: readonly number[];
      readonly teams: readonly (readonly number[])[];
    };

export type StaffingConstraint = StaffingBound & {
  /** The rule's id, or the line of a file: what a reason names. */
  readonly source: string;
  /** What it would cost to join these duties all the same: high 9, medium 3, low 1. */
  readonly weight: number;
};

export interface StaffingProblem {
  /** Ids. */
  readonly people: readonly string[];
  readonly takers: readonly Taker[];
  /** In path order. */
  readonly slots: readonly Slot[];
  /** By slot: indices into `takers`, ascending. */
  readonly allowed: readonly (readonly number[])[];
  readonly constraints: readonly StaffingConstraint[];
}

/** By slot: the index of the taker. */
export type Witness = readonly number[];

/** Why no witness exists: these slots (who may take them) and these constraints cannot hold together. */
export interface StaffingReason {
  readonly slots: readonly number[];
  readonly constraints: readonly number[];
  /** True where taking any one of them away leaves a witness. */
  readonly isIrreducible: boolean;
  /** True where it is proved that no reason has fewer members. */
  readonly isSmallest: boolean;
}
export type StaffingAnswer =
  | { readonly status: "staffed"; readonly witness: Witness }
  | { readonly status: "impossible" }
  /** The budget of work ran out. */
  | { readonly status: "undecided" };
