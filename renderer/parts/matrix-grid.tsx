// The authority matrix: steps down, posts across by level; selected, typed into, filled and pasted as in a spreadsheet.
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { MatrixCard } from "./matrix-card.tsx";
import type {
  CellAddress,
  MatrixCell,
  MatrixEditing,
  MatrixMatter,
  MatrixPost,
  MatrixRange,
  MatrixTint,
} from "./matrix-cell.ts";
import { useColumns } from "./matrix-frame.ts";
import { useMatrixHand } from "./matrix-hand.ts";
import { MatrixHead } from "./matrix-head.tsx";
import { MatterLine, StepLine } from "./matrix-line.tsx";
import { headHeight, heightOf, linesOf, sides, startsOf, stepHeight, stepWidth } from "./matrix-lines.ts";
import { MatrixTyping } from "./matrix-typing.tsx";
import { MatrixWires } from "./matrix-wires.tsx";
import { usePrinting } from "./printing.ts";
import "./matrix-grid.css";
import "./matrix-tint.css";

interface MatrixGridProps {
  id: string;
  label: string;
  /** Grouped by level: neighbours of one level stand together. */
  posts: readonly MatrixPost[];
  matters: readonly MatrixMatter[];
  /** The cell whose detail is open. */
  selected?: CellAddress | null;
  tint?: MatrixTint;
  editing?: MatrixEditing | null;
  /** Also for an empty cell: there an authority can be added. */
  onOpen(at: CellAddress): void;
  /** Told of every selection; the active cell is its end. */
  onSelect?(range: MatrixRange): void;
  /** The text of a range for a spreadsheet; absent: nothing is copied. */
  onCopy?(range: MatrixRange): string;
}

export function MatrixGrid(props: MatrixGridProps): ReactNode {
  const { id, posts } = props;
  const editing = props.editing ?? null;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const frame = useRef<HTMLDivElement>(null);

  const lines = useMemo(() => linesOf(props.matters, closed), [props.matters, closed]);
  const starts = useMemo(() => startsOf(lines), [lines]);
  const steps = useMemo(
    () => new Map(props.matters.flatMap((matter) => matter.steps.map((step) => [step.id, step] as const))),
    [props.matters],
  );
  const isPrinting = usePrinting();
  const { columns, template, width, show } = useColumns(frame, posts.length, isPrinting);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (at) => heightOf(lines[at]),
    // Heights are kept by line, not by place: a matter's line is lower than a step's.
    getItemKey: useCallback(
      (at: number) => {
        const line = lines[at];
        return line?.kind === "step" ? line.step.id : `m.${line?.matter.id}`;
      },
      [lines],
    ),
    overscan: 8,
    scrollPaddingEnd: headHeight,
  });
  const drawn = isPrinting ? lines.map((_, index) => ({ index, start: 0 })) : virtual.getVirtualItems();
  const minWidth = stepWidth + posts.length * width;

  const hand = useMatrixHand({
    frame,
    lines,
    posts,
    editing,
    show: (at) => {
      virtual.scrollToIndex(at.line);
      show(at.column);
    },
    onToggle: (matterId) =>
      setClosed((now) => {
        const next = new Set(now);
        if (!next.delete(matterId)) next.add(matterId);
        return next;
      }),
    onOpen: props.onOpen,
    onSelect: props.onSelect,
    onCopy: props.onCopy,
  });
  const { hovered, activeAt, typing } = hand;
  const { active } = hand.range;
  const cellAt = (at: CellAddress): MatrixCell | undefined => steps.get(at.stepId)?.cells.get(at.postId);
  const lit = hovered ?? props.selected ?? activeAt;
  const pointed = hovered ?? props.selected ?? null;
  const clash = pointed ? cellAt(pointed)?.clash : undefined;
  const joined: readonly CellAddress[] = pointed && clash ? [pointed, ...clash.twins] : [];
  const { top, bottom, left, right } = sides(hand.range);

  const centre = (at: CellAddress): { x: number; y: number } | null => {
    const column = posts.findIndex((post) => post.id === at.postId);
    const y = starts.get(at.stepId);
    return column < 0 || y === undefined
      ? null
      : { x: stepWidth + (column + 0.5) * width, y: y + stepHeight / 2 };
  };
  const typingPlace = (at: CellAddress): { left: number; top: number; width: number } => {
    const box = frame.current;
    const rect = box?.getBoundingClientRect();
    return {
      left: (rect?.left ?? 0) + stepWidth + active.column * width - (box?.scrollLeft ?? 0),
      top: (rect?.top ?? 0) + headHeight + (starts.get(at.stepId) ?? 0) - (box?.scrollTop ?? 0),
      width: Math.max(width, 132),
    };
  };
  const shownCard = hovered && typing === null ? cellAt(hovered) : undefined;
  const cardPost = hovered ? posts.find((post) => post.id === hovered.postId) : undefined;
  const cardStep = hovered ? steps.get(hovered.stepId) : undefined;
  const activeId = `${id}-${active.line}-${activeAt ? active.column : 0}`;
  const isActiveDrawn =
    drawn.some(({ index }) => index === active.line) && (!activeAt || columns.includes(active.column));

  return (
    <div
      ref={frame}
      className="q-matrix q-scroll"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable="true"
      aria-rowcount={lines.length + 2}
      aria-colcount={posts.length + 1}
      data-tint={props.tint ?? "none"}
      {...(isActiveDrawn ? { "aria-activedescendant": activeId } : {})}
      {...hand.events}
    >
      <div className="q-matrix-wide" style={{ minWidth }}>
        <MatrixHead
          id={id}
          posts={posts}
          columns={columns}
          template={template}
          litPostId={lit?.postId ?? null}
        />
        <div className="q-matrix-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {drawn.map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const shared = { id, index: item.index, top: item.start, template };
            if (line.kind === "matter")
              return (
                <MatterLine
                  key={`m.${line.matter.id}`}
                  {...shared}
                  matter={line.matter}
                  isOpen={line.isOpen}
                  isActive={item.index === active.line}
                />
              );
            const { step } = line;
            const isIn = item.index >= top && item.index <= bottom && (top < bottom || left < right);
            return (
              <StepLine
                key={step.id}
                {...shared}
                step={step}
                posts={posts}
                columns={columns}
                isLit={lit?.stepId === step.id}
                active={item.index === active.line ? active.column : -1}
                from={isIn ? left : -1}
                to={isIn ? right : -1}
                twins={joined
                  .filter(({ stepId }) => stepId === step.id)
                  .map(({ postId }) => postId)
                  .join(" ")}
              />
            );
          })}
          <MatrixWires points={joined.map(centre)} />
        </div>
      </div>
      {typing !== null && editing && activeAt ? (
        <MatrixTyping
          key={`${activeAt.stepId}.${activeAt.postId}`}
          label={editing.label}
          hint={editing.hint}
          preview={(typed) => editing.preview?.(activeAt, typed)}
          start={typing}
          at={typingPlace(activeAt)}
          onTake={(typed) => editing.type(activeAt, typed)}
          onLeave={hand.leaveTyping}
        />
      ) : null}
      {hovered && shownCard && cardPost && cardStep ? (
        <MatrixCard cell={shownCard} post={cardPost} step={cardStep} at={hovered.rect} />
      ) : null}
    </div>
  );
}
