// The hash of what a staffing answer rests on: rows in any order, rules with their versions, the day.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { World } from "../../../shared/domain/world.ts";
import type { Scene } from "./scene.ts";

/** Tables that decide who may take what, and what binds them; no names of people are left out, no log is looked at. */
const tables = [
  "departments",
  "posts",
  "postDuties",
  "people",
  "qualifications",
  "assignments",
  "relations",
  "absences",
  "duties",
  "matters",
  "steps",
  "authorities",
  "delegations",
] as const satisfies readonly (keyof World)[];

/** SHA-256 in hex over canonical JSON (RFC 8785): the same rows, rules and day give the same hash on every computer. */
export function dataHashOf({ day, world, binding }: Scene): string {
  const keyOf = (row: object): string =>
    "id" in row ? String(row.id) : "code" in row ? String(row.code) : "";
  const sorted = <Row extends object>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const facts = Object.fromEntries(tables.map((table) => [table, sorted<object>(world[table])]));
  const rules = binding.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version));
  return createHash("sha256")
    .update(canonicalize({ day, ...facts, rules }) ?? "")
    .digest("hex");
}
