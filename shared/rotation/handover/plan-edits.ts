// What a plan's moves mean as edits of assignments and loans: the difference between what is on record and the plan's timetable.
import type { Delegation } from "../../domain/authority.ts";
import type { Day } from "../../domain/day.ts";
import { type Edit, isOfAssignment } from "../../domain/edit.ts";
import type { Assignment } from "../../domain/organisation.ts";
import type { Move } from "../../domain/rotation.ts";
import type { Facts } from "../../domain/world.ts";
import { endingLoans } from "./ending-loans.ts";
import { inOrder } from "./leavings.ts";

export interface PlanEdits {
  edits: Edit[];
  /** The first day that they change; null: they change nothing. */
  firstDay: Day | null;
  /** Moves that cannot be carried out on what is on record: the person does not hold the post that day, or holds the other. */
  stuck: Move[];
}

const earliest = (...days: (Day | null | undefined)[]): Day | null =>
  days.reduce<Day | null>(
    (first, day) => (day !== null && day !== undefined && (first === null || day < first) ? day : first),
    null,
  );
/** The first day on which somebody who stays is no longer on the post: its end, or their own leaving. */
export const naturalEnd = (facts: Facts, postId: string, personId: string): Day | null =>
  earliest(
    facts.posts.find(({ id }) => id === postId)?.until,
    facts.people.find(({ id }) => id === personId)?.leavesOn,
  );
const isSamePlace = (a: Assignment, b: Assignment): boolean =>
  a.personId === b.personId && a.postId === b.postId && a.from === b.from && a.kind === b.kind;
const isCounted = ({ kind }: Assignment): boolean => kind === "substantive" || kind === "acting";

/** Assignments with the moves carried out. */
export function movedAssignments(
  facts: Facts,
  moves: readonly Move[],
  newId: () => string,
  docNo: string | null,
): { rows: Assignment[]; stuck: Move[] } {
  let rows = [...facts.assignments];
  const stuck: Move[] = [];
  for (const move of inOrder(moves)) {
    const holds = (postId: string, from: Day = move.day): Assignment[] =>
      rows.filter(
        (row) =>
          row.personId === move.personId &&
          row.postId === postId &&
          isCounted(row) &&
          row.from <= from &&
          (row.until === null || move.day < row.until),
      );
    const left = move.fromPostId === null ? [] : holds(move.fromPostId);
    const isThere = move.toPostId !== null && holds(move.toPostId, move.day).length > 0;
    const ends = move.toPostId === null ? null : naturalEnd(facts, move.toPostId, move.personId);
    const isGone = ends !== null && ends <= move.day;
    if ((move.fromPostId !== null && left.length === 0) || isThere || isGone) {
      stuck.push(move);
      continue;
    }
    const gone = new Set(left);
    rows = rows.flatMap((row) =>
      gone.has(row) ? (row.from < move.day ? [{ ...row, until: move.day }] : []) : [row],
    );
    if (move.toPostId !== null)
      rows.push({
        id: newId(),
        personId: move.personId,
        postId: move.toPostId,
        kind: "substantive",
        from: move.day,
        until: ends,
        docNo,
      });
  }
  return { rows, stuck };
}

/**
 * @param before what is on record without the moves that were announced before, nor the ends of loans that came by them
 * @param now what is on record
 * @param kept edits drawn before: rows that are new in both keep their ids
 */
export function planEdits(
  before: Facts,
  now: Facts,
  moves: readonly Move[],
  options: {
    newId: () => string;
    docNo: string | null;
    reason: string;
    kept?: readonly Edit[];
    /** Whether a loan that would run longer than on record may be given so, with everything else as it will be. */
    mayRun: (row: Delegation, after: Pick<Facts, "assignments" | "delegations">) => boolean;
  },
): PlanEdits {
  const { rows, stuck } = movedAssignments(before, moves, options.newId, options.docNo);
  const was = new Map(now.assignments.map((row) => [row.id, row]));
  const known = new Set(before.assignments.map(({ id }) => id));
  /** Announced arrivals that are taken back, unless the plan has them too. */
  const announced = now.assignments.filter(({ id }) => !known.has(id));
  const drawn = (options.kept ?? []).flatMap((edit) =>
    isOfAssignment(edit) && edit.op === "save" && !was.has(edit.id)
      ? [{ ...edit.values, id: edit.id } as unknown as Assignment]
      : [],
  );
  const edits: Edit[] = [];
  const days: (Day | null)[] = [];
  const save = ({ id, ...values }: Assignment): void => {
    edits.push({ op: "save", kind: "assignments", id, values: { ...values } });
  };
  const reused = new Set<string>();
  for (const made of rows) {
    const twin = was.has(made.id) ? undefined : announced.find((row) => isSamePlace(row, made));
    const old = was.get(made.id) ?? twin;
    if (!old) {
      const same = drawn.find((row) => isSamePlace(row, made));
      save(same ? { ...made, id: same.id, docNo: same.docNo } : made);
      days.push(made.from);
      continue;
    }
    reused.add(old.id);
    if (old.until === made.until) continue;
    days.push(earliest(old.until, made.until));
    if (made.until !== null && (old.until === null || made.until < old.until))
      edits.push({ op: "end", kind: "assignments", id: old.id, until: made.until });
    else save({ ...old, until: made.until });
  }
  const stays = new Set(rows.map(({ id }) => id));
  for (const row of now.assignments)
    if (!stays.has(row.id) && !reused.has(row.id)) {
      edits.push({ op: "remove", kind: "assignments", id: row.id });
      days.push(row.from);
    }
  const lent = new Map(now.delegations.map((row) => [row.id, row]));
  const wanted = new Map(before.delegations.map((row) => [row.id, row]));
  for (const { row, until } of endingLoans({ ...before, assignments: rows }, moves))
    if (until === null) wanted.delete(row.id);
    else wanted.set(row.id, { ...row, until, endReason: options.reason });
  const after = { assignments: rows, delegations: [...wanted.values()] };
  for (const { id, from } of now.delegations) {
    if (wanted.has(id)) continue;
    edits.push({ op: "remove", kind: "delegations", id });
    days.push(from);
  }
  for (const row of wanted.values()) {
    const { id, until, ...values } = row;
    const old = lent.get(id);
    if (old?.until === until) continue;
    const isShorter = old !== undefined && until !== null && (old.until === null || until < old.until);
    if (isShorter) edits.push({ op: "end", kind: "delegations", id, until, reason: options.reason });
    // Ended by a move that this plan takes back: it runs again as it was given, where it still may.
    else if (options.mayRun(row, after))
      edits.push({ op: "save", kind: "delegations", id, values: { ...values, until } });
    else continue;
    days.push(isShorter ? until : (old?.until ?? row.from));
  }
  return { edits, firstDay: earliest(...days), stuck };
}

/** An edit as what it does, whatever id a new row has and on what paper: equal for equal meaning. */
export function meaningOf(edit: Edit, isKnown: (id: string) => boolean): string {
  if (!("kind" in edit)) return JSON.stringify(edit);
  if (edit.op === "save" && edit.kind === "assignments") {
    const { personId, postId, kind, from, until } = edit.values;
    return JSON.stringify([isKnown(edit.id) ? edit.id : "new", personId, postId, kind, from, until]);
  }
  if (edit.op === "save" && edit.kind === "delegations")
    return JSON.stringify([edit.op, edit.kind, edit.id, edit.values.until]);
  return JSON.stringify([edit.op, edit.kind, edit.id, edit.op === "end" ? edit.until : null]);
}
