// The grid with what stands beside it: a cell, a form, a bulk change, or the design check; and the days below.
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { MatrixView } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useFrame } from "../../parts/frame-state.ts";
import type { MatrixRange, MatrixTint } from "../../parts/matrix-cell.ts";
import { MatrixGrid } from "../../parts/matrix-grid.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../parts/words.tsx";
import { useApply } from "./apply.ts";
import { AuthorityEditor, type Editing } from "./authority-editor.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { BulkEditor } from "./bulk-editor.tsx";
import { rowValues, tiersAt } from "./cell-edits.ts";
import { CellPanel } from "./cell-panel.tsx";
import { CheckPanel } from "./check-panel.tsx";
import { DayLine } from "./day-line.tsx";
import { useGridWork } from "./grid-editing.ts";
import { useGrid } from "./grid-model.ts";
import { useDrafted } from "./open-draft.ts";
import { PostCopier } from "./post-copier.tsx";
import { cellsAt, columnOf, type Scoped, type ViewMatter } from "./scope.ts";

interface GridBoardProps {
  view: MatrixView;
  scoped: Scoped;
  second: "range" | "holder";
  tint: MatrixTint;
  query: AddressQuery;
  canWrite: boolean;
  editing: Editing | null;
  onEdit(editing: Editing | null): void;
}
const nothing: MatrixRange = { stepIds: [], postIds: [] };

export function GridBoard(props: GridBoardProps): ReactNode {
  const { view, query, canWrite, editing, onEdit } = props;
  const { matrix } = useWords();
  const { day } = useFrame();
  const { cells, touched, fresh } = useDrafted(props.scoped.cells, day);
  const scoped = useMemo(() => ({ ...props.scoped, cells }), [props.scoped, cells]);
  const [picked, setPicked] = useState(nothing);
  const [many, setMany] = useState<"bulk" | "copy" | null>(null);
  const { apply, fault } = useApply(fresh);
  const fill = useCallback(
    (matter: ViewMatter, stepId: string) => onEdit({ id: null, start: { matterId: matter.id, stepId } }),
    [onEdit],
  );
  const grid = useGrid(
    view,
    scoped,
    props.second,
    canWrite ? fill : null,
    query.get("posts") === "all",
    touched,
  );
  const work = useGridWork(day, scoped, grid, apply);
  const pickedCells = useMemo(
    () =>
      picked.stepIds.flatMap((stepId) =>
        picked.postIds.flatMap((postId) => tiersAt(work.ground, { stepId, postId })),
      ),
    [picked, work],
  );

  const stepId = query.get("step");
  const column = query.get("column");
  const selected = stepId && column ? { stepId, postId: column } : null;
  const matter = scoped.matters.find((one) => one.steps.some((step) => step.id === stepId));
  const step = matter?.steps.find((one) => one.id === stepId);
  const openCell = (at: { stepId: string; postId: string }): void => {
    onEdit(null);
    setMany(null);
    query.set({ step: at.stepId, column: at.postId }, { quiet: selected !== null });
  };
  const [copyFrom] = picked.postIds;
  return (
    <div className="q-split">
      <div className="q-list">
        <Trouble fault={fault} />
        <MatrixGrid
          id="matrix"
          label={matrix.title}
          posts={grid.posts}
          matters={grid.matters}
          selected={selected}
          tint={props.tint}
          editing={canWrite ? work.editing : null}
          onOpen={openCell}
          onSelect={setPicked}
          onCopy={work.copy}
        />
        {canWrite && pickedCells.length > 1 ? (
          <BulkBar
            count={pickedCells.length}
            onBulk={() => setMany("bulk")}
            onCopyPost={picked.postIds.length === 1 ? () => setMany("copy") : null}
          />
        ) : null}
        <DayLine view={view} scoped={scoped} />
      </div>
      {many === "bulk" && pickedCells.length > 0 ? (
        <BulkEditor ground={work.ground} cells={pickedCells} onClose={() => setMany(null)} />
      ) : many === "copy" && copyFrom ? (
        <PostCopier
          ground={work.ground}
          from={copyFrom}
          fromName={work.names.columns.get(copyFrom) ?? ""}
          posts={view.posts}
          onClose={() => setMany(null)}
        />
      ) : editing ? (
        <AuthorityEditor
          key={`${editing.id}.${JSON.stringify(editing.start)}`}
          id={editing.id}
          start={editing.start}
          onClose={() => onEdit(null)}
        />
      ) : selected && matter && step ? (
        <CellPanel
          matter={matter}
          step={step}
          post={view.posts.find((post) => post.id === selected.postId) ?? null}
          cells={cellsAt(scoped.cells, selected.stepId, selected.postId)}
          findings={scoped.findings}
          canWrite={canWrite}
          onAdd={() =>
            onEdit({
              id: null,
              start: {
                matterId: matter.id,
                stepId: step.id,
                ...(selected.postId.startsWith("person:")
                  ? { personId: selected.postId.slice(7), kind: "special" }
                  : { postId: selected.postId }),
              },
            })
          }
          onChange={(cell) => onEdit({ id: cell.authorityId, start: rowValues(cell, matter.id) })}
          onClose={() => query.set({ step: null, column: null }, { quiet: true })}
        />
      ) : query.get("check") !== "off" ? (
        <CheckPanel
          findings={scoped.findings}
          scope={scoped.matters.length === 1 ? (scoped.matters[0]?.name ?? matrix.whole) : matrix.whole}
          query={query}
          onClose={() => query.set({ check: "off" }, { quiet: true })}
          onOpen={(finding) => {
            const cell = scoped.cells.find(
              (one) =>
                finding.authorityIds.includes(one.authorityId) ||
                (finding.stepIds.includes(one.stepId) && finding.postIds.includes(one.postId ?? "")),
            );
            const gapMatter = view.matters.find((one) => one.id === finding.matterId);
            const [gapStep] = finding.stepIds;
            if (cell) openCell({ stepId: cell.stepId, postId: columnOf(cell) });
            else if (gapMatter && gapStep && canWrite) fill(gapMatter, gapStep);
          }}
        />
      ) : null}
    </div>
  );
}
