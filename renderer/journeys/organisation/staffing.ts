// Who holds what on a day, in numbers: posts without anybody, people without a post.
import { useMemo } from "react";
import { contains, type Day } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import type { SheetRow } from "../../data/types.ts";

export interface Staffing {
  people: number;
  posts: number;
  /** Names of the posts (with department) that a person holds, of the people on a post. */
  postsOf: ReadonlyMap<string, readonly { name: string; department: string }[]>;
  holdersOf: ReadonlyMap<string, readonly string[]>;
  vacant: readonly string[];
  idle: readonly string[];
}
const word = (row: SheetRow, key: string): string | null => {
  const value = row.values[key];
  return typeof value === "string" ? value : null;
};
const isThere = (row: SheetRow, day: Day): boolean => {
  const joined = word(row, "joinedOn");
  const leaves = word(row, "leavesOn");
  return (
    row.values.isSystem !== true && (joined === null || joined <= day) && (leaves === null || day < leaves)
  );
};

export function useStaffing(day: Day): Staffing | null {
  const people = useAsk("sheets.list", { kind: "people", day: null }).value;
  const posts = useAsk("sheets.list", { kind: "posts", day }).value;
  const assignments = useAsk("sheets.list", { kind: "assignments", day: null }).value;
  return useMemo(() => {
    if (!people || !posts || !assignments) return null;
    const now = assignments.rows.filter((row) =>
      contains({ from: word(row, "from") ?? "", until: word(row, "until") }, day),
    );
    const departmentOf = new Map(
      posts.rows.map((row) => [row.id, row.labels.departmentId?.name ?? ""] as const),
    );
    const postsOf = new Map<string, { name: string; department: string }[]>();
    const holdersOf = new Map<string, string[]>();
    for (const row of now) {
      const personId = String(row.values.personId);
      const postId = String(row.values.postId);
      const post = { name: row.labels.postId?.name ?? "", department: departmentOf.get(postId) ?? "" };
      postsOf.set(personId, [...(postsOf.get(personId) ?? []), post]);
      holdersOf.set(postId, [...(holdersOf.get(postId) ?? []), row.labels.personId?.name ?? ""]);
    }
    const heldPosts = new Set(now.map((row) => row.values.postId));
    const busyPeople = new Set(now.map((row) => row.values.personId));
    const there = people.rows.filter((row) => isThere(row, day));
    return {
      people: there.length,
      posts: posts.rows.length,
      postsOf,
      holdersOf,
      vacant: posts.rows.filter((row) => !heldPosts.has(row.id)).map((row) => row.id),
      idle: there.filter((row) => !busyPeople.has(row.id)).map((row) => row.id),
    };
  }, [people, posts, assignments, day]);
}
