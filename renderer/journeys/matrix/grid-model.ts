// Turns the matrix of a day into what the grid draws: posts by level, steps with cells, clashes, gaps, endings.
import { useMemo } from "react";
import { type Level, levels } from "../../../shared/domain/organisation.ts";
import type { DesignFinding, MatrixView } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import type { CellAddress, MatrixCell, MatrixMatter, MatrixPost } from "../../parts/matrix-cell.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { cellKey } from "./drafted.ts";
import {
  columnOf,
  isEnding,
  type Scoped,
  speaksOf,
  type ViewCell,
  type ViewMatter,
  type ViewPost,
} from "./scope.ts";

export function useGrid(
  view: MatrixView,
  scoped: Scoped,
  second: "range" | "holder",
  onFill: ((matter: ViewMatter, stepId: string) => void) | null,
  /** Also posts that have no authority here. */
  isEveryPost: boolean,
  /** Cells that the open draft touches. */
  drafted: ReadonlySet<string>,
): { posts: MatrixPost[]; matters: MatrixMatter[] } {
  const { matrix, common, tables } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  return useMemo(() => {
    const postById = new Map(view.posts.map((post) => [post.id, post]));
    const holderOf = (cell: ViewCell): string => {
      if (cell.person) return cell.person.name;
      const holders = postById.get(cell.postId ?? "")?.holders ?? [];
      return holders.length === 0
        ? "—"
        : holders.length === 1
          ? (holders[0]?.name ?? "")
          : matrix.people(formats.count(holders.length));
    };

    const named = new Map<string, number>();
    for (const post of view.posts) named.set(post.name, (named.get(post.name) ?? 0) + 1);
    // Two posts of one name are told apart by their departments.
    const nameOf = (post: ViewPost): string =>
      (named.get(post.name) ?? 0) > 1 ? `${post.name} · ${post.department}` : post.name;
    const columns = new Map<string, MatrixPost>();
    for (const cell of scoped.cells) {
      const id = columnOf(cell);
      const post = cell.postId === null ? undefined : postById.get(cell.postId);
      columns.set(id, {
        id,
        name: post ? nameOf(post) : (cell.person?.name ?? ""),
        holder: post ? holderOf(cell) : matrix.personal,
        level: post?.level ?? cell.level ?? ("handler" satisfies Level),
      });
    }
    if (isEveryPost)
      for (const post of view.posts)
        if (!columns.has(post.id))
          columns.set(post.id, {
            id: post.id,
            name: nameOf(post),
            holder: post.holders.map((one) => one.name).join(common.listing) || "—",
            level: post.level,
          });
    // A step that nobody holds on this day has no cell, yet its posts may still be of use: gaps keep the columns they name.
    for (const finding of scoped.findings) {
      for (const id of finding.postIds) {
        const post = postById.get(id);
        if (post && !columns.has(id) && finding.type !== "conflict")
          columns.set(id, {
            id,
            name: nameOf(post),
            holder: post.holders.map((one) => one.name).join(common.listing) || "—",
            level: post.level,
          });
      }
    }
    // Posts of one level stand in the order in which the work reaches them.
    const order = new Map(scoped.matters.flatMap((matter) => matter.steps).map((step, at) => [step.id, at]));
    const reached = new Map<string, number>();
    for (const cell of scoped.cells) {
      const at = order.get(cell.stepId) ?? 0;
      reached.set(columnOf(cell), Math.min(at, reached.get(columnOf(cell)) ?? at));
    }
    const posts = [...columns.values()].sort(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        (reached.get(a.id) ?? 0) - (reached.get(b.id) ?? 0) ||
        a.name.localeCompare(b.name, "zh-CN"),
    );

    const conflicts = scoped.findings.filter((finding) => finding.type === "conflict");
    const clashOf = (own: readonly ViewCell[]): MatrixCell["clash"] | undefined => {
      const found: DesignFinding | undefined = conflicts.find((finding) =>
        own.some((cell) => speaksOf(finding, cell)),
      );
      const [first] = own;
      if (!found || !first) return undefined;
      const twins: CellAddress[] = scoped.cells
        .filter((cell) => speaksOf(found, cell) && cell.stepId !== first.stepId)
        .map((cell) => ({ stepId: cell.stepId, postId: columnOf(cell) }));
      return {
        twins,
        severity: found.severity,
        words: say(found.sentence),
        ...(found.ruleId === null ? {} : { source: found.ruleId }),
      };
    };
    const wordsOf = (own: readonly ViewCell[]): string => {
      const [first] = own;
      if (!first) return "";
      if (second === "holder") return holderOf(first);
      if (own.length > 1) return matrix.tiers(formats.count(own.length));
      return first.over === null && first.upTo === null ? common.whole : formats.range(first, unit);
    };
    const matters = scoped.matters.map((matter): MatrixMatter => {
      const gaps = new Map(
        scoped.findings
          .filter((finding) => finding.type === "gap")
          .flatMap((finding) => finding.stepIds.map((id) => [id, finding] as const)),
      );
      return {
        id: matter.id,
        name: matter.name,
        note: matrix.matterNote(formats.count(matter.steps.length), formats.count(matter.cases)),
        steps: matter.steps.map((step) => {
          const own = scoped.cells.filter((cell) => cell.stepId === step.id);
          const byColumn = new Map<string, ViewCell[]>();
          for (const cell of own)
            byColumn.set(columnOf(cell), [...(byColumn.get(columnOf(cell)) ?? []), cell]);
          const cells = new Map<string, MatrixCell>();
          for (const [column, group] of byColumn) {
            const clash = clashOf(group);
            cells.set(column, {
              duty: step.dutyType,
              second: wordsOf(group),
              ...(group.some((cell) => isEnding(cell, view.day)) ? { isEnding: true } : {}),
              ...(clash ? { clash } : {}),
              ...(drafted.has(cellKey(step.id, column)) ? { isDrafted: true } : {}),
              facts: group.flatMap((cell) => [
                { name: tables.holder, value: holderOf(cell) },
                {
                  name: matrix.range,
                  value:
                    cell.over === null && cell.upTo === null
                      ? common.unlimited
                      : `${formats.range(cell, unit)} ${common[unit]}`,
                },
                ...(cell.docNo ? [{ name: tables.documentNo, value: cell.docNo }] : []),
                { name: tables.term, value: formats.period(cell) },
              ]),
            });
          }
          const gap = gaps.get(step.id);
          return {
            id: step.id,
            no: String(step.position),
            name: step.name,
            duty: step.dutyType,
            cells,
            draftedAway: new Set(
              [...columns.keys()].filter(
                (column) => !cells.has(column) && drafted.has(cellKey(step.id, column)),
              ),
            ),
            ...(gap && own.length === 0
              ? {
                  gap: {
                    words: matrix.noPost,
                    ...(onFill
                      ? { action: { words: matrix.fillGap, onClick: () => onFill(matter, step.id) } }
                      : {}),
                  },
                }
              : {}),
          };
        }),
      };
    });
    return { posts, matters };
  }, [view, scoped, second, onFill, isEveryPost, drafted, matrix, common, tables, formats, unit, say]);
}
