// Puts the timeline's rows into groups, by chain, department or state, and draws the arrows between them.
import type { TenureState } from "../../../shared/domain/rotation.ts";
import type { TenureGroup, TenureLink } from "../../parts/tenure-row.ts";
import { type Chain, postsOf } from "./chains.ts";
import type { DraftMove } from "./hand-edits.ts";
import { byUrgency, type FactRow, statesByUrgency } from "./timeline-rows.ts";

export const groupings = ["chain", "department", "state", "flat"] as const;
export type Grouping = (typeof groupings)[number];
export const axes = ["posts", "people"] as const;
export type Axis = (typeof axes)[number];

interface GroupWords {
  chain(chain: Chain): { words: string; note: string; story: string };
  still: string;
  count(rows: number): string;
  state(state: TenureState): string;
  comesFrom(move: DraftMove): string;
  goesTo(move: DraftMove): string;
}

function plainGroups(rows: readonly FactRow[], keyOf: (row: FactRow) => string): Map<string, FactRow[]> {
  const groups = new Map<string, FactRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

export interface Grouped {
  groups: readonly TenureGroup[];
  links: readonly TenureLink[];
}
/** `rows` are what the filters let through; a chain shows its rows anew, so a row may stand in several groups. */
export function groupRows(
  rows: readonly FactRow[],
  chains: readonly Chain[],
  grouping: Grouping,
  axis: Axis,
  words: GroupWords,
): Grouped {
  const sorted = [...rows].sort(byUrgency);
  const groups: TenureGroup[] = [];
  const links: TenureLink[] = [];
  if (grouping === "chain") {
    const of = plainGroups(sorted, (row) => row.postId ?? row.personIds[0] ?? "");
    const used = new Set<FactRow>();
    for (const chain of chains) {
      const order = axis === "posts" ? postsOf(chain) : chain.moves.map(({ personId }) => personId);
      const keys = new Set(chain.moves.map(({ key }) => key));
      const own = [...new Set(order)]
        .flatMap((id) => of.get(id) ?? [])
        .filter((row) => row.moves.some((move) => keys.has(move.key)));
      if (own.length === 0) continue;
      for (const row of own) used.add(row);
      const copies = own.map((fact) => ({
        ...fact,
        row: { ...fact.row, id: `${fact.row.id}@${chain.number}` },
      }));
      const { story, ...head } = words.chain(chain);
      groups.push({
        key: `chain.${chain.number}`,
        ...head,
        chain: { number: chain.number, story },
        rows: copies.map(({ row }) => row),
      });
      links.push(...linksOf([chain], copies, axis, words));
    }
    const still = sorted.filter((row) => !used.has(row));
    if (still.length > 0)
      groups.push({
        key: "still",
        words: chains.length > 0 ? words.still : "",
        note: words.count(still.length),
        rows: still.map(({ row }) => row),
      });
    return { groups, links };
  }
  const found =
    grouping === "flat"
      ? new Map([["", sorted]])
      : plainGroups(sorted, (row) => (grouping === "state" ? row.row.state : row.department));
  const keys =
    grouping === "state"
      ? statesByUrgency.filter((state) => found.has(state))
      : [...found.keys()].sort((a, b) => a.localeCompare(b, "zh"));
  for (const key of keys) {
    const own = found.get(key) ?? [];
    groups.push({
      key: key || "all",
      words: grouping === "state" ? words.state(key as TenureState) : key,
      note: words.count(own.length),
      rows: own.map(({ row }) => row),
    });
  }
  return { groups, links: linksOf(chains, sorted, axis, words) };
}

function linksOf(
  chains: readonly Chain[],
  rows: readonly FactRow[],
  axis: Axis,
  words: GroupWords,
): TenureLink[] {
  const arrival = new Map<string, string>();
  const leaving = new Map<string, string>();
  for (const { row, postId, moves } of rows)
    for (const move of moves) {
      if (postId === null || move.toPostId === postId) arrival.set(move.key, row.id);
      if (postId === null || move.fromPostId === postId) leaving.set(move.key, row.id);
    }
  return chains.flatMap((chain) =>
    chain.moves.flatMap((move): TenureLink[] => {
      const base = { key: move.key, chain: chain.number, day: move.day };
      if (axis === "people") {
        // Who gives the place up hands it to whoever comes.
        const giver = chain.moves.find(
          (one) => one.fromPostId === move.toPostId && one.fromPostId !== null && one !== move,
        );
        const from = giver ? leaving.get(giver.key) : undefined;
        const to = arrival.get(move.key);
        return from !== undefined && to !== undefined && from !== to ? [{ ...base, from, to }] : [];
      }
      const from = move.fromPostId === null ? null : (leaving.get(move.key) ?? null);
      const to = move.toPostId === null ? null : (arrival.get(move.key) ?? null);
      if ((from === null && to === null) || from === to) return [];
      return [
        {
          ...base,
          from,
          to,
          ...(from === null
            ? { words: words.comesFrom(move) }
            : to === null
              ? { words: words.goesTo(move) }
              : {}),
        },
      ];
    }),
  );
}
