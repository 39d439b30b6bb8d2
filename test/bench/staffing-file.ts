// Reads the text format of public instances of workflow satisfiability (docs/staffing.md) as a staffing problem.
import type { StaffingBound, StaffingConstraint, StaffingProblem } from "../../shared/domain/staffing.ts";

/** A line that the format does not know, or that names what there is not; says file and line. */
export class InstanceError extends Error {}

const words = {
  authorisations: /^(authorisations?|authorizations?)$/i,
  apart: /^separation-of-duty$/i,
  together: /^binding-of-duty$/i,
  atMost: /^at-most-k$/i,
  oneTeam: /^one-team$/i,
};

export function readInstance(text: string, file: string): StaffingProblem {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const declared: Record<string, number> = {};
  const listed = new Map<number, Set<number>>();
  const bounds: StaffingConstraint[] = [];
  let shared: Shared | null = null;

  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const fail = (why: string): never => {
      throw new InstanceError(`${file}:${at + 1}: ${why}: ${line.slice(0, 80)}`);
    };
    const head = /^#\s*(steps|users|constraints)\s*:\s*(\d+)$/i.exec(line);
    if (head) {
      const name = head[1]!.toLowerCase();
      if (declared[name] !== undefined) fail("declared twice");
      declared[name] = Number(head[2]);
      continue;
    }
    if (line.startsWith("#")) fail("not #Steps, #Users or #Constraints with a number");
    shared ??= sharedOf(declared) ?? fail("#Steps and #Users must come first");
    const [word = "", ...rest] = line
      .replace(/([()])/g, " $1 ")
      .split(/[\s,]+/)
      .filter((it) => it !== "");
    const { steps, users } = shared;
    const number = (token: string, letter: "s" | "u", count: number): number => {
      const found = new RegExp(`^${letter}(\\d+)$`, "i").exec(token);
      const index = Number(found?.[1]) - 1;
      if (!found || index < 0 || index >= count)
        fail(`"${token}" is no ${letter === "s" ? "step" : "user"} of ${letter}1 to ${letter}${count}`);
      return index;
    };
    const stepsOf = (tokens: readonly string[]): number[] => [
      ...new Set(tokens.map((it) => number(it, "s", steps))),
    ];
    const add = (bound: StaffingBound): void => {
      bounds.push({ ...bound, source: `${at + 1}`, weight: 1 });
    };
    if (words.authorisations.test(word)) {
      const [user = fail("no user"), ...list] = rest;
      const index = number(user, "u", users);
      const known = listed.get(index) ?? new Set();
      for (const step of stepsOf(list)) known.add(step);
      listed.set(index, known);
    } else if (words.apart.test(word) || words.together.test(word)) {
      if (rest.length !== 2) fail("two steps are needed");
      const [a, b] = rest.map((it) => number(it, "s", steps)) as [number, number];
      if (words.together.test(word)) add({ type: "together", slots: [a, b], holders: shared.holders });
      else {
        const labels: number[][] = Array.from({ length: steps }, () => []);
        labels[a]!.push(0);
        labels[b]!.push(1);
        add({ type: "few", labels, holders: shared.holders, most: 1 });
      }
    } else if (words.atMost.test(word)) {
      const [most = "", ...list] = rest;
      if (!/^\d+$/.test(most)) fail("how many at most?");
      const slots = stepsOf(list);
      if (slots.length === 0) fail("no steps");
      const { counted } = shared;
      add({ type: "many", slots, counted, least: 0, most: Number(most), isOdd: false, experts: null });
    } else if (words.oneTeam.test(word)) {
      const open = rest.indexOf("(");
      if (open < 0) fail("no team in parentheses");
      const slots = stepsOf(rest.slice(0, open));
      if (slots.length === 0) fail("no steps");
      const inside = rest.slice(open).join(" ");
      if (!/^(\( [^()]*\) ?)+$/.test(inside)) fail("teams are lists of users in parentheses");
      const teams = [...inside.matchAll(/\(([^()]*)\)/g)].map(([, team = ""]) =>
        team.split(" ").flatMap((it) => (it === "" ? [] : [number(it, "u", users)])),
      );
      add({ type: "one-team", slots, teams });
    } else fail("unknown kind of line");
  }

  const whole = shared ?? sharedOf(declared);
  if (!whole) throw new InstanceError(`${file}: #Steps and #Users are missing`);
  return problemOf(whole, listed, bounds);
}

/** What all constraints of an instance have in common. */
interface Shared {
  readonly steps: number;
  readonly users: number;
  readonly holders: readonly (readonly number[])[];
  readonly counted: readonly number[];
}
function sharedOf({ steps, users }: Record<string, number>): Shared | null {
  if (steps === undefined || users === undefined) return null;
  const counted = Array.from({ length: users }, (_, at) => at);
  return { steps, users, counted, holders: counted.map((it) => [it]) };
}

/** A user who is not listed may do everything; one listed without steps nothing. */
function problemOf(
  { steps, counted }: Shared,
  listed: ReadonlyMap<number, ReadonlySet<number>>,
  constraints: readonly StaffingConstraint[],
): StaffingProblem {
  return {
    people: counted.map((it) => `u${it + 1}`),
    takers: counted.map((person) => ({ person, credited: [person] })),
    slots: Array.from({ length: steps }, (_, at) => ({ stepId: `s${at + 1}`, seat: 0 })),
    allowed: Array.from({ length: steps }, (_, step) =>
      counted.filter((user) => listed.get(user)?.has(step) ?? true),
    ),
    constraints,
  };
}
