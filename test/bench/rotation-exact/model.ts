// The relaxation as a linear model in 0-1 variables: every valid plan gives a solution that costs no more arrivals. Over 300 lines because its columns and rows are read together.
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { calendarMonth } from "../../../shared/rotation/relaxed/months.ts";
import { type Reach, reachOf } from "../../../shared/rotation/relaxed/reach.ts";

/** What a row stands for; indices of the problem's posts, people and departments. */
export type RowOf =
  /** Ordinary posts of one department that ask for the same qualifications are one row. */
  | { type: "held"; posts: readonly number[]; month: number }
  | { type: "one-place"; person: number; month: number }
  | { type: "share"; department: number; month: number }
  | { type: "relations"; person: number; other: number; department: number; month: number }
  | { type: "limit" | "min-stay"; post: number; person: number; month: number }
  | { type: "cooling-off"; post: number; person: number; month: number }
  | { type: "arrives"; post: number; person: number; month: number }
  | { type: "at-most" };

/** Σ coefficient × column within [least, most]. */
export interface Row {
  of: RowOf;
  columns: number[];
  coefficients: number[];
  least: number | null;
  most: number | null;
}
export type ColumnOf = { type: "holds" | "arrives"; person: number; post: number; month: number };
export interface LinearModel {
  columns: ColumnOf[];
  /** By column: 1 for an arrival at a key post. */
  costs: number[];
  rows: Row[];
}

export interface ModelOptions {
  /** Ask for fewer arrivals than so many: what has no solution then proves a plan optimal. */
  fewerThan?: number;
  /** Rows left out, to learn which of them a refutation needs. */
  isLeftOut?: (row: RowOf) => boolean;
  /** Indices of the posts whose places are asked for; null: all. */
  posts?: ReadonlySet<number> | null;
}

/**
 * A column *holds* says that the person counts at the post at the close of the month (see Reach), *arrives* that they
 * came to the key post in it. Left out, so that it stays a relaxation: staffability, headcount, the order of moves within
 * a month, separation by posts taken together, wishes that fix a move.
 */
export function linearModel(problem: RotationProblem, options: ModelOptions = {}): LinearModel {
  const reach = reachOf(problem);
  const { months } = reach;
  const asked = options.posts ?? null;
  const columns: ColumnOf[] = [];
  const costs: number[] = [];
  const rows: Row[] = [];
  const add = (
    of: RowOf,
    terms: readonly (readonly [number, number])[],
    least: number | null,
    most: number | null,
  ): void => {
    if (options.isLeftOut?.(of)) return;
    rows.push({ of, columns: terms.map((it) => it[0]), coefficients: terms.map((it) => it[1]), least, most });
  };
  const column = (of: ColumnOf, cost: number): number => {
    columns.push(of);
    costs.push(cost);
    return columns.length - 1;
  };
  const holders: number[][][] = problem.posts.map(() => Array.from({ length: months.count }, () => []));
  const placesOf: number[][][] = problem.people.map(() => Array.from({ length: months.count }, () => []));
  const arrivals: { column: number; post: number; person: number; month: number }[] = [];

  for (const posts of groupsOf(problem, asked)) {
    const isKey = problem.posts[posts[0] ?? -1]?.isKey === true;
    for (let person = 0; person < problem.people.length; person++) {
      const made = isKey
        ? keyColumns({ reach, person, post: posts[0] ?? 0 }, column, add)
        : ordinaryColumns(reach, person, posts, column);
      for (const it of made.holds) {
        holders[posts[0] ?? 0]?.[it.month]?.push(it.column);
        placesOf[person]?.[it.month]?.push(it.column);
      }
      arrivals.push(...made.arrives.map((it) => ({ ...it, post: posts[0] ?? 0, person })));
    }
    for (let month = 0; month < months.count; month++) {
      const least = posts.reduce((sum, post) => sum + reach.needed(post, month), 0);
      const own = holders[posts[0] ?? 0]?.[month] ?? [];
      if (least > 0)
        add(
          { type: "held", posts, month },
          own.map((it) => [it, 1]),
          least,
          null,
        );
    }
  }
  placesOf.forEach((byMonth, person) => {
    byMonth.forEach((own, month) => {
      if (own.length > 1)
        add(
          { type: "one-place", person, month },
          own.map((it) => [it, 1]),
          null,
          1,
        );
    });
  });
  addShares(reach, arrivals, add);
  addCoolingOff(reach, arrivals, add);
  addRelations(reach, columns, placesOf, add);
  if (options.fewerThan !== undefined)
    add(
      { type: "at-most" },
      arrivals.map((it) => [it.column, 1]),
      null,
      options.fewerThan - 1,
    );
  return { columns, costs, rows };
}

type Add = (
  of: RowOf,
  terms: readonly (readonly [number, number])[],
  least: number | null,
  most: number | null,
) => void;
type Column = (of: ColumnOf, cost: number) => number;
interface Pair {
  reach: Reach;
  person: number;
  post: number;
}
interface Made {
  holds: { column: number; month: number }[];
  arrives: { column: number; month: number }[];
}

/** Every key post by itself; ordinary ones of a department that ask for the same together, since only their number counts. */
function groupsOf(problem: RotationProblem, asked: ReadonlySet<number> | null): number[][] {
  const groups = new Map<string, number[]>();
  problem.posts.forEach((post, q) => {
    if (post.required === 0 || (asked && !asked.has(q))) return;
    const key = post.isKey ? `${q}` : JSON.stringify([post.departmentId, post.qualifications]);
    groups.set(key, [...(groups.get(key) ?? []), q]);
  });
  return [...groups.values()];
}

/** Changes of ordinary posts cost nothing and bind nobody: only who may be there counts. */
function ordinaryColumns(reach: Reach, person: number, posts: readonly number[], column: Column): Made {
  const holds: Made["holds"] = [];
  for (let month = 0; month < reach.months.count; month++) {
    const post = posts.find(
      (it) => reach.stays(it, month).includes(person) || reach.mayCount(person, it, month),
    );
    if (post !== undefined) holds.push({ column: column({ type: "holds", person, post, month }, 0), month });
  }
  return { holds, arrives: [] };
}

function keyColumns({ reach, person, post }: Pair, column: Column, add: Add): Made {
  const { months } = reach;
  const holds: Made["holds"] = [];
  const arrives: Made["arrives"] = [];
  const holdsIn = new Map<number, number>();
  const arrivesIn = new Map<number, number>();
  const staysIn = Array.from({ length: months.count }, (_, month) =>
    reach.stays(post, month).includes(person),
  );
  for (let month = 0; month < months.count; month++) {
    const stays = staysIn[month] === true;
    if (!stays && !reach.mayCount(person, post, month)) continue;
    const held = column({ type: "holds", person, post, month }, 0);
    holds.push({ column: held, month });
    holdsIn.set(month, held);
    if (!stays && reach.mayArrive(person, post, month)) {
      const came = column({ type: "arrives", person, post, month }, 1);
      arrives.push({ column: came, month });
      arrivesIn.set(month, came);
    }
  }
  for (const [month, held] of holdsIn) {
    const stays = staysIn[month] === true;
    const came = arrivesIn.get(month);
    // A seat that must be followed ends; it does not run on into service by the plan.
    const goesOn = stays === (staysIn[month - 1] ?? stays);
    const before = goesOn ? holdsIn.get(month - 1) : undefined;
    // Who is there was there the month before, or has arrived.
    if (month > 0 || !stays) {
      const terms: [number, number][] = [[held, 1]];
      if (before !== undefined) terms.push([before, -1]);
      if (came !== undefined) terms.push([came, -1]);
      add({ type: "arrives", post, person, month }, terms, null, 0);
    }
    // Who is there by the plan has arrived no longer ago than the limit lets them stay.
    if (!stays) {
      const recent = [...arrivesIn].filter(
        ([came]) => came <= month && reach.dueAfter(person, post, came) > month,
      );
      const isWhole = recent.length === [...arrivesIn.keys()].filter((it) => it <= month).length;
      if (!isWhole)
        add(
          { type: "limit", post, person, month },
          [[held, 1], ...recent.map(([, it]): [number, number] => [it, -1])],
          null,
          0,
        );
    }
    addStay(reach, { person, post, month, held, arrivesIn }, add);
  }
  return { holds, arrives };
}

/** Whoever arrived less than the minimum stay ago is still there, unless something may force them off before. */
function addStay(
  reach: Reach,
  at: { person: number; post: number; month: number; held: number; arrivesIn: ReadonlyMap<number, number> },
  add: Add,
): void {
  const { months, problem } = reach;
  const stay = problem.posts[at.post]?.minStayMonths ?? 0;
  const person = problem.people[at.person];
  const isForced =
    problem.posts[at.post]?.until !== null || person?.qualifications.some((it) => it.until !== null) === true;
  if (isForced) return;
  const bound = [...at.arrivesIn].filter(
    ([came]) =>
      came <= at.month &&
      months.calendar(at.month) < months.calendar(came) + stay &&
      reach.dueAfter(at.person, at.post, came) > at.month,
  );
  if (bound.some(([came]) => came < at.month))
    add(
      { type: "min-stay", post: at.post, person: at.person, month: at.month },
      [...bound.map(([, it]): [number, number] => [it, 1]), [at.held, -1]],
      null,
      0,
    );
}

type Arrival = { column: number; post: number; person: number; month: number };

function addShares({ problem, months }: Reach, arrivals: readonly Arrival[], add: Add): void {
  problem.departments.forEach((department, at) => {
    const own = arrivals.filter((it) => problem.posts[it.post]?.departmentId === department.id);
    const past = department.pastArrivals.map(calendarMonth);
    for (let month = 0; month < months.count; month++) {
      const end = months.calendar(month);
      const start = end - problem.windowMonths + 1;
      const within = own.filter((it) => {
        const when = months.calendar(it.month);
        return when >= start && when <= end;
      });
      const counted = past.filter((when) => when >= start && when <= end).length;
      if (within.length > 0)
        add(
          { type: "share", department: at, month },
          within.map((it) => [it.column, 1]),
          null,
          Math.max(0, department.cap - counted),
        );
    }
  });
}

/** Two arrivals of one person in one family lie at least the cooling-off apart. */
function addCoolingOff({ problem, months }: Reach, arrivals: readonly Arrival[], add: Add): void {
  const byFamily = new Map<string, Arrival[]>();
  for (const it of arrivals) {
    const family = problem.posts[it.post]?.family;
    if (!family) continue;
    const key = `${it.person} ${family}`;
    byFamily.set(key, [...(byFamily.get(key) ?? []), it]);
  }
  for (const own of byFamily.values()) {
    const first = own[0];
    if (own.length < 2 || !first) continue;
    const span = Math.max(1, Math.min(...own.map((it) => problem.posts[it.post]?.coolingOffMonths ?? 0)));
    const ends = new Set(own.map((it) => it.month));
    const last = Math.max(...ends);
    for (const month of ends) {
      const end = months.calendar(month);
      const within = own.filter((it) => {
        const when = months.calendar(it.month);
        return when <= end && when > end - span;
      });
      // A window that starts before the first arrival is part of a later one.
      const isWhole = within.length === own.length;
      if (within.length < 2 || (isWhole && month !== last)) continue;
      add(
        { type: "cooling-off", post: first.post, person: first.person, month },
        within.map((it) => [it.column, 1]),
        null,
        1,
      );
      if (isWhole) break;
    }
  }
}

/** Who counts at a key post has no near relative at any post of the department, unless both sat there at the start. */
function addRelations(
  { problem, months }: Reach,
  columns: readonly ColumnOf[],
  placesOf: readonly (readonly (readonly number[])[])[],
  add: Add,
): void {
  const indexOf = new Map(problem.people.map((person, at) => [person.id, at]));
  const seatedIn = (id: string, departmentId: string): boolean =>
    problem.posts.some(
      (post) => post.departmentId === departmentId && post.seats.some((seat) => seat.personId === id),
    );
  problem.people.forEach((person, p) => {
    for (const id of person.relativeIds) {
      const other = indexOf.get(id) ?? -1;
      if (other <= p) continue;
      for (let month = 0; month < months.count; month++) {
        problem.departments.forEach((department, at) => {
          if (seatedIn(person.id, department.id) && seatedIn(id, department.id)) return;
          const inside = (who: number): number[] =>
            (placesOf[who]?.[month] ?? []).filter(
              (it) => problem.posts[columns[it]?.post ?? -1]?.departmentId === department.id,
            );
          const isKey = (it: number): boolean => problem.posts[columns[it]?.post ?? -1]?.isKey === true;
          const [own, others] = [inside(p), inside(other)];
          for (const [keys, all] of [
            [own.filter(isKey), others],
            [others.filter(isKey), own],
          ] as const) {
            if (keys.length === 0 || all.length === 0) continue;
            add(
              { type: "relations", person: p, other, department: at, month },
              [...keys, ...all].map((it) => [it, 1]),
              null,
              1,
            );
          }
        });
      }
    }
  });
}
