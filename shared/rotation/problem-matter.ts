// A matter of a rotation problem before it is known who sits where: its seats, and what binds those who take them.
/** One seat of a matter: taken by whoever decides at one of the posts, or by grant of their own. */
export interface MatterSeat {
  stepId: string;
  /** 0-based among those of its step. */
  seat: number;
  /** Lowest level first: somebody who decides at several acts at the first. */
  postIds: string[];
  personIds: string[];
}
/** What the rules look at in who takes a seat: numbers stand for ids; null: unknown. */
export interface MatterStanding {
  department: number | null;
  organ: number | null;
  rank: number | null;
}
/** A bound of docs/staffing.md before it is known who takes what; seats are indices into `seats`. */
export type MatterBound =
  | {
      type: "few";
      /** By seat. */
      labels: number[][];
      most: number;
      by: "person" | "department" | "organ";
      /** Whom alone it binds, by today's holdings; null: everybody. */
      binds: string[] | null;
    }
  | { type: "together"; seats: number[] }
  | {
      type: "many";
      seats: number[];
      by: "person" | "organ";
      least: number;
      isOdd: boolean;
      experts: { has: string[]; atLeast: number; of: number } | null;
    }
  | { type: "rising"; earlier: number[]; later: number[] }
  | { type: "unrelated"; left: number[]; right: number[]; related: [string, string][] };

/**
 * One matter and tier by the authorities and rules of today, before it is known who sits where: what staffability is
 * judged on. `staffingOn` makes a staffing problem of it for the people of a day.
 */
export interface ProblemMatter {
  matterId: string;
  name: string;
  /** Bounds of the tier in fen; null: none. */
  over: number | null;
  upTo: number | null;
  seats: MatterSeat[];
  /** With the rule and its weight, as in docs/staffing.md. */
  bounds: (MatterBound & { source: string; weight: number })[];
  byPost: Record<string, MatterStanding>;
  /** Of people with grants of their own: by the posts that they hold today. */
  byPerson: Record<string, MatterStanding>;
}
