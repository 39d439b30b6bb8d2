// Hands in the grid as edits: typing, clearing, pasting, filling; each one change with a name, taken back by Ctrl+Z.
import { createElement, useMemo } from "react";
import { parseTiers, type RangeSpeech, tiersWords } from "../../../shared/domain/amount-words.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { useUnit } from "../../parts/frame-state.ts";
import type {
  CellAddress,
  MatrixEditing,
  MatrixMatter,
  MatrixPost,
  MatrixRange,
} from "../../parts/matrix-cell.ts";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useLanguage, useWords } from "../../parts/words.tsx";
import { type Apply, namedBy } from "./apply.ts";
import { ended, fill, type Ground, putRanges, tiersAt } from "./cell-edits.ts";
import { copied, type Names, parseTable, pasted } from "./cell-table.ts";
import type { Scoped } from "./scope.ts";
import { TypedPreview } from "./typed-preview.tsx";

/** Names that stand for one row of the grid each: a name that comes twice is told apart by its number. */
function namesOf(posts: readonly MatrixPost[], matters: readonly MatrixMatter[]): Names {
  const steps = matters.flatMap((matter) => matter.steps);
  const times = new Map<string, number>();
  for (const { name } of steps) times.set(name, (times.get(name) ?? 0) + 1);
  return {
    steps: new Map(
      steps.map(({ id, no, name }) => [id, (times.get(name) ?? 0) > 1 ? `${no} ${name}` : name]),
    ),
    columns: new Map(posts.map(({ id, name }) => [id, name])),
  };
}

export interface GridWork {
  ground: Ground;
  names: Names;
  editing: MatrixEditing;
  copy(range: MatrixRange): string;
}

export function useGridWork(
  day: Day,
  scoped: Scoped,
  grid: { posts: readonly MatrixPost[]; matters: readonly MatrixMatter[] },
  apply: Apply["apply"],
): GridWork {
  const { matrixWork, common } = useWords();
  const formats = useFormats();
  const language = useLanguage();
  const unit = useUnit();
  const toast = useToast();
  return useMemo(() => {
    const ground: Ground = {
      day,
      cells: scoped.cells,
      matters: scoped.matters,
      newId: () => crypto.randomUUID(),
    };
    const names = namesOf(grid.posts, grid.matters);
    const speech: RangeSpeech =
      language === "zh"
        ? { unit, whole: "不限", suffix: unit === "wan" ? "万" : "元" }
        : { unit: "yuan", whole: "any", suffix: " CNY" };
    const all = {
      stepIds: grid.matters.flatMap((matter) => matter.steps.map(({ id }) => id)),
      columns: grid.posts.map(({ id }) => id),
    };
    const wordsAt = (at: CellAddress): string =>
      `${names.columns.get(at.postId) ?? ""} · ${names.steps.get(at.stepId) ?? ""}`;
    const clear = (range: MatrixRange): void => {
      const cells = range.stepIds.flatMap((stepId) =>
        range.postIds.flatMap((postId) => tiersAt(ground, { stepId, postId })),
      );
      if (cells.length === 0) return;
      const name = namedBy((named) => named.clear(formats.count(cells.length)));
      void apply(
        cells.map((cell) => ended(ground, cell)),
        name,
      );
    };
    const editing: MatrixEditing = {
      label: matrixWork.editCell,
      hint: matrixWork.editHint(common[unit]),
      preview: (at, typed) => createElement(TypedPreview, { ground, at, typed }),
      textAt: (at) => tiersWords(tiersAt(ground, at), speech),
      type: (at, typed) => {
        if (typed.trim() === "") {
          clear({ stepIds: [at.stepId], postIds: [at.postId] });
          return null;
        }
        const tiers = parseTiers(typed, unit, tiersAt(ground, at));
        if (tiers === null) return matrixWork.unreadable(typed);
        const edits = putRanges(ground, at, tiers);
        if (edits.length > 0)
          void apply(
            edits,
            namedBy((named) => named.range(`${wordsAt(at)} ${tiersWords(tiers, speech)}`)),
          );
        return null;
      },
      clear,
      fill: (range, way) => {
        const edits = fill(ground, range.stepIds, range.postIds, way);
        if (edits.length > 0)
          void apply(
            edits,
            namedBy((named) => named.fill(formats.count(edits.length))),
          );
      },
      paste: (range, text) => {
        const table = parseTable(text);
        const [[only] = []] = table;
        const isOne = table.length === 1 && table[0]?.length === 1;
        // One amount goes into every selected cell; a table goes on from the first.
        const whole = isOne ? range.stepIds.map(() => range.postIds.map(() => only ?? "")) : table;
        const at = {
          stepIds: all.stepIds.slice(all.stepIds.indexOf(range.stepIds[0] ?? "")),
          columns: all.columns.slice(all.columns.indexOf(range.postIds[0] ?? "")),
        };
        const put = pasted(
          ground,
          whole,
          isOne ? { stepIds: range.stepIds, columns: range.postIds } : at,
          all,
          names,
          unit,
        );
        if (put.edits.length > 0)
          void apply(
            put.edits,
            namedBy((named) => named.paste(formats.count(put.edits.length))),
          );
        const [unread] = put.unread;
        if (unread)
          toast.say({ words: matrixWork.pasteUnread(formats.count(put.unread.length), unread.words) });
        const [unknown] = put.unknown;
        if (unknown !== undefined)
          toast.say({ words: matrixWork.pasteUnknown(formats.count(put.unknown.length), unknown) });
      },
    };
    const copy = (range: MatrixRange): string => {
      toast.say({
        words: matrixWork.copiedRange(
          formats.count(range.stepIds.length),
          formats.count(range.postIds.length),
        ),
      });
      return copied(ground, range.stepIds, range.postIds, names, speech);
    };
    return { ground, names, editing, copy };
  }, [day, scoped, grid, apply, matrixWork, common, formats, language, unit, toast]);
}
