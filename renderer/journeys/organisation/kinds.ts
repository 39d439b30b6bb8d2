// The sheets this page keeps, in the order of its tabs; approvals, cases and authorities have pages of their own.
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";

export const mainKinds: readonly SheetKind[] = [
  "people",
  "posts",
  "assignments",
  "departments",
  "post-duties",
  "qualifications",
  "relations",
  "absences",
];
export const otherKinds: readonly SheetKind[] = [
  "matters",
  "steps",
  "duties",
  "delegations",
  "authority-notes",
  "responsibilities",
  "suppliers",
  "tenure-policies",
  "exemptions",
  "calendar",
];
export const kindOf = (words: string | undefined): SheetKind =>
  [...mainKinds, ...otherKinds].find((kind) => kind === words) ?? "people";
/** Sheets whose rows have days from and until. */
export const hasPeriod = (kind: SheetKind): boolean =>
  [
    "posts",
    "assignments",
    "post-duties",
    "qualifications",
    "relations",
    "absences",
    "delegations",
    "exemptions",
    "authorities",
  ].includes(kind);
