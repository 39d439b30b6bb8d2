// What the two ledgers of an office, 分级授权表 and 权责清单, are written from and read against.
import type { Authority, Matter, Step } from "../../domain/authority.ts";
import { contains, type Day } from "../../domain/day.ts";
import type { Duty } from "../../domain/duty.ts";
import type { Assignment, Department, Person, Post } from "../../domain/organisation.ts";
import type { responsibilityTexts } from "../../domain/sheets.ts";

export interface AuthorityNote {
  countersign: string | null;
  grantor: string | null;
  remark: string | null;
}
export const noteKeys = ["countersign", "grantor", "remark"] as const;
export type ResponsibilityKey = (typeof responsibilityTexts)[number][0];
export type Responsibility = Readonly<Record<ResponsibilityKey, string | null>>;

export interface LedgerGround {
  unitName: string;
  day: Day;
  departments: readonly Department[];
  posts: readonly Post[];
  people: readonly Person[];
  assignments: readonly Assignment[];
  matters: readonly Matter[];
  steps: readonly Step[];
  duties: readonly Duty[];
  authorities: readonly Authority[];
  /** By authority id. */
  notes: ReadonlyMap<string, AuthorityNote>;
  /** By `pairKey`. */
  responsibilities: ReadonlyMap<string, Responsibility>;
}
export const pairKey = (matterId: string, postId: string): string => `${matterId}\n${postId}`;

/** Those who hold the post on the ledger's day, by staff number. */
export function holdersOf(ground: LedgerGround, postId: string): Person[] {
  const ids = new Set(
    ground.assignments
      .filter((row) => row.postId === postId && contains(row, ground.day))
      .map(({ personId }) => personId),
  );
  return ground.people.filter(({ id }) => ids.has(id)).toSorted((a, b) => (a.staffNo < b.staffNo ? -1 : 1));
}
