// The grid's lines from top to bottom, where each begins, and the rectangle between two of its cells; pure.
import type { MatrixMatter, MatrixPost, MatrixRange, MatrixStep } from "./matrix-cell.ts";
import type { CellRange } from "./table-range.ts";

export type Line =
  | { kind: "matter"; matter: MatrixMatter; isOpen: boolean }
  | { kind: "step"; step: MatrixStep };

export const stepWidth = 176;
export const leastPost = 66;
export const matterHeight = 26;
export const stepHeight = 36;
export const headHeight = 77;

export const linesOf = (matters: readonly MatrixMatter[], closed: ReadonlySet<string>): Line[] =>
  matters.flatMap((matter) => [
    { kind: "matter" as const, matter, isOpen: !closed.has(matter.id) },
    ...(closed.has(matter.id) ? [] : matter.steps.map((step) => ({ kind: "step" as const, step }))),
  ]);

export const heightOf = (line: Line | undefined): number =>
  line?.kind === "matter" ? matterHeight : stepHeight;

/** Pixels from the top of the body, by step. */
export function startsOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let top = 0;
  for (const line of lines) {
    if (line.kind === "step") places.set(line.step.id, top);
    top += heightOf(line);
  }
  return places;
}

/** Neighbours of one level, in order. */
export function levelSpans(posts: readonly MatrixPost[]): { level: MatrixPost["level"]; span: number }[] {
  const groups: { level: MatrixPost["level"]; span: number }[] = [];
  for (const post of posts) {
    const last = groups.at(-1);
    if (last?.level === post.level) last.span += 1;
    else groups.push({ level: post.level, span: 1 });
  }
  return groups;
}

export const sides = (range: CellRange): { top: number; bottom: number; left: number; right: number } => ({
  top: Math.min(range.anchor.line, range.active.line),
  bottom: Math.max(range.anchor.line, range.active.line),
  left: Math.min(range.anchor.column, range.active.column),
  right: Math.max(range.anchor.column, range.active.column),
});

/** The steps and posts of a selection; lines that name a matter are passed over. */
export function rangeOf(lines: readonly Line[], posts: readonly MatrixPost[], range: CellRange): MatrixRange {
  const { top, bottom, left, right } = sides(range);
  return {
    stepIds: lines.slice(top, bottom + 1).flatMap((line) => (line.kind === "step" ? [line.step.id] : [])),
    postIds: posts.slice(left, right + 1).map(({ id }) => id),
  };
}
