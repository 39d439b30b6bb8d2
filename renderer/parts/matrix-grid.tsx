// The authority matrix: steps down, posts across by level; hover or the active cell opens a card and joins its twins.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the active cell does the same as a click
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { BrokenName } from "./broken-name.tsx";
import { DutyGlyph } from "./duty-glyph.tsx";
import { MatrixCard } from "./matrix-card.tsx";
import type { CellAddress, MatrixCell, MatrixMatter, MatrixPost, MatrixStep } from "./matrix-cell.ts";
import { usePrinting } from "./printing.ts";
import { moveTo } from "./table-range.ts";
import { useWords } from "./words.tsx";
import "./matrix-grid.css";

interface MatrixGridProps {
  id: string;
  label: string;
  /** Grouped by level: neighbours of one level stand together. */
  posts: readonly MatrixPost[];
  matters: readonly MatrixMatter[];
  /** The cell whose detail is open. */
  selected?: CellAddress | null;
  /** Also for an empty cell: there an authority can be added. */
  onOpen(at: CellAddress): void;
  onOpenPost?: (postId: string) => void;
}

type Line = { kind: "matter"; matter: MatrixMatter; isOpen: boolean } | { kind: "step"; step: MatrixStep };
const stepWidth = 176;
const leastPost = 66;
const matterHeight = 26;
const stepHeight = 36;
const headHeight = 77;

export function MatrixGrid(props: MatrixGridProps): ReactNode {
  const { id, posts } = props;
  const { common, tables } = useWords();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState({ line: 0, column: 0 });
  const [hovered, setHovered] = useState<(CellAddress & { rect: DOMRect }) | null>(null);
  const frame = useRef<HTMLDivElement>(null);

  const lines = useMemo<Line[]>(
    () =>
      props.matters.flatMap((matter) => [
        { kind: "matter" as const, matter, isOpen: !closed.has(matter.id) },
        ...(closed.has(matter.id) ? [] : matter.steps.map((step) => ({ kind: "step" as const, step }))),
      ]),
    [props.matters, closed],
  );
  const levels = useMemo(() => {
    const groups: { level: MatrixPost["level"]; span: number }[] = [];
    for (const post of posts) {
      const last = groups.at(-1);
      if (last?.level === post.level) last.span += 1;
      else groups.push({ level: post.level, span: 1 });
    }
    return groups;
  }, [posts]);
  const isEdge = (column: number): boolean => posts[column]?.level !== posts[column + 1]?.level;

  const isPrinting = usePrinting();
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (at) => (lines[at]?.kind === "matter" ? matterHeight : stepHeight),
    overscan: 8,
    scrollPaddingEnd: headHeight,
  });
  const drawn = isPrinting ? lines.map((_, index) => ({ index, start: 0 })) : virtual.getVirtualItems();
  const starts = useMemo(() => {
    const places = new Map<string, number>();
    let top = 0;
    for (const line of lines) {
      if (line.kind === "step") places.set(line.step.id, top);
      top += line.kind === "matter" ? matterHeight : stepHeight;
    }
    return places;
  }, [lines]);

  const template = `${stepWidth}px repeat(${posts.length}, minmax(${leastPost}px, 1fr))`;
  const minWidth = stepWidth + posts.length * leastPost;
  const activeLine = lines[active.line];
  const lit: CellAddress | null =
    hovered ??
    props.selected ??
    (activeLine?.kind === "step" && posts[active.column]
      ? { stepId: activeLine.step.id, postId: posts[active.column]?.id ?? "" }
      : null);
  const steps = useMemo(
    () => new Map(props.matters.flatMap((matter) => matter.steps.map((step) => [step.id, step] as const))),
    [props.matters],
  );
  const cellAt = (at: CellAddress): MatrixCell | undefined => steps.get(at.stepId)?.cells.get(at.postId);
  const pointed = hovered ?? props.selected ?? null;
  const clash = pointed ? cellAt(pointed)?.clash : undefined;
  const joined: readonly CellAddress[] = pointed && clash ? [pointed, ...clash.twins] : [];
  const isJoined = (stepId: string, postId: string): boolean =>
    joined.some((one) => one.stepId === stepId && one.postId === postId);

  const toggle = (matterId: string): void =>
    setClosed((now) => {
      const next = new Set(now);
      if (!next.delete(matterId)) next.add(matterId);
      return next;
    });
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.target !== frame.current) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / stepHeight) - 3);
    const to = moveTo(
      event.key,
      active,
      { lines: lines.length, columns: posts.length, page },
      event.ctrlKey || event.metaKey,
    );
    if (to) {
      const next = { line: Math.max(0, to.line), column: to.column };
      setActive(next);
      setHovered(null);
      virtual.scrollToIndex(next.line);
      document
        .getElementById(`${id}-p-${next.column}`)
        ?.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (event.key === "Enter" || event.key === " ") {
      const post = posts[active.column];
      if (activeLine?.kind === "matter") toggle(activeLine.matter.id);
      else if (activeLine && post) props.onOpen({ stepId: activeLine.step.id, postId: post.id });
    } else if (event.key === "Escape" && hovered) setHovered(null);
    else return;
    event.preventDefault();
  };

  /** The middle of a cell in the body's own coordinates: x from its header, which is always drawn. */
  const centre = (at: CellAddress): { x: number; y: number } | null => {
    const column = posts.findIndex((post) => post.id === at.postId);
    const head = document.getElementById(`${id}-p-${column}`);
    const top = starts.get(at.stepId);
    return head && top !== undefined
      ? { x: head.offsetLeft + head.offsetWidth / 2, y: top + stepHeight / 2 }
      : null;
  };
  const wires = joined.slice(1).flatMap((twin) => {
    const from = joined[0] ? centre(joined[0]) : null;
    const to = centre(twin);
    return from && to ? [{ from, to, key: `${twin.stepId}.${twin.postId}` }] : [];
  });
  const shownCard = hovered ? cellAt(hovered) : undefined;
  const cardPost = hovered ? posts.find((post) => post.id === hovered.postId) : undefined;
  const cardStep = hovered ? steps.get(hovered.stepId) : undefined;
  const activeId = `${id}-${active.line}-${activeLine?.kind === "step" && !activeLine.step.gap ? active.column : 0}`;

  return (
    <div
      ref={frame}
      className="q-matrix q-scroll"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={lines.length + 2}
      aria-colcount={posts.length + 1}
      {...(virtual.getVirtualItems().some(({ index }) => index === active.line)
        ? { "aria-activedescendant": activeId }
        : {})}
      onKeyDown={onKey}
      onScroll={() => setHovered(null)}
      onPointerLeave={() => setHovered(null)}
    >
      <div className="q-matrix-head" role="rowgroup" style={{ minWidth }}>
        <div className="q-matrix-line" role="row" style={{ gridTemplateColumns: template }}>
          <div className="q-matrix-corner" role="columnheader">
            <span className="q-hidden">{tables.levels}</span>
          </div>
          {levels.map(({ level, span }) => (
            <div
              key={level + span}
              className="q-matrix-level"
              role="columnheader"
              aria-colspan={span}
              style={{ gridColumn: `span ${span}` }}
            >
              <span>{common.levels[level]}</span>
            </div>
          ))}
        </div>
        <div className="q-matrix-line" role="row" style={{ gridTemplateColumns: template }}>
          <div className="q-matrix-corner" data-low="" role="columnheader">
            {tables.matterStep}
          </div>
          {posts.map((post, column) => (
            <div
              key={post.id}
              id={`${id}-p-${column}`}
              className="q-matrix-post"
              role="columnheader"
              title={`${post.name}\n${post.holder}`}
              {...(isEdge(column) ? { "data-edge": "" } : {})}
              {...(lit?.postId === post.id ? { "data-lit": "" } : {})}
            >
              <b>
                <BrokenName name={post.name} />
              </b>
              <span>{post.holder}</span>
            </div>
          ))}
        </div>
      </div>
      <div className="q-matrix-body" role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth }}>
        {drawn.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const place = { transform: `translateY(${start}px)`, gridTemplateColumns: template };
          if (line.kind === "matter")
            return (
              <div key={`m.${line.matter.id}`} className="q-matrix-line" role="row" style={place}>
                <div
                  id={`${id}-${index}-0`}
                  className="q-matrix-matter"
                  role="gridcell"
                  aria-expanded={line.isOpen}
                  onClick={() => toggle(line.matter.id)}
                >
                  <span>
                    {line.isOpen ? (
                      <ChevronDown size={14} strokeWidth={1.5} />
                    ) : (
                      <ChevronRight size={14} strokeWidth={1.5} />
                    )}
                    <b>{line.matter.name}</b>
                    {line.matter.note}
                  </span>
                </div>
              </div>
            );
          const { step } = line;
          return (
            <div key={step.id} className="q-matrix-line" role="row" style={place}>
              <div
                className="q-matrix-step"
                role="rowheader"
                title={step.name}
                {...(lit?.stepId === step.id ? { "data-lit": "" } : {})}
              >
                <span className="q-matrix-no">{step.no}</span>
                <span className="q-ellipsis">{step.name}</span>
              </div>
              {step.gap ? (
                <div
                  id={`${id}-${index}-0`}
                  className="q-matrix-gap"
                  role="gridcell"
                  aria-colspan={posts.length}
                >
                  <span>
                    {step.gap.words}
                    {step.gap.action ? (
                      <button type="button" className="q-link" onClick={step.gap.action.onClick}>
                        {step.gap.action.words}
                      </button>
                    ) : null}
                  </span>
                </div>
              ) : (
                posts.map((post, column) => {
                  const cell = step.cells.get(post.id);
                  const at = { stepId: step.id, postId: post.id };
                  return (
                    <div
                      key={post.id}
                      id={`${id}-${index}-${column}`}
                      className="q-matrix-cell"
                      role="gridcell"
                      aria-colindex={column + 2}
                      {...(isEdge(column) ? { "data-edge": "" } : {})}
                      {...(cell?.isEnding ? { "data-ending": "" } : {})}
                      {...(cell?.clash ? { "data-clash": "" } : {})}
                      {...(isJoined(step.id, post.id) ? { "data-twin": "" } : {})}
                      {...(active.line === index && active.column === column ? { "data-active": "" } : {})}
                      onPointerEnter={(event) =>
                        setHovered(cell ? { ...at, rect: event.currentTarget.getBoundingClientRect() } : null)
                      }
                      onClick={() => {
                        setActive({ line: index, column });
                        setHovered(null);
                        props.onOpen(at);
                      }}
                    >
                      {cell ? (
                        <div>
                          <DutyGlyph duty={cell.duty} />
                          <span className="q-matrix-second">{cell.second}</span>
                          {cell.clash ? <span className="q-hidden">{tables.conflict}</span> : null}
                          {cell.isEnding ? <span className="q-hidden">{tables.ending}</span> : null}
                        </div>
                      ) : null}
                    </div>
                  );
                })
              )}
            </div>
          );
        })}
        {wires.length > 0 ? (
          <svg className="q-matrix-wire" width="1" height="1" aria-hidden="true">
            {wires.map(({ from, to, key }) => {
              const down = to.y > from.y ? 1 : -1;
              const middle = (from.y + to.y) / 2;
              const path =
                Math.abs(from.x - to.x) < 1
                  ? `M${from.x} ${from.y + down * 16}V${to.y - down * 16}`
                  : from.y === to.y
                    ? `M${from.x + (to.x > from.x ? 30 : -30)} ${from.y}H${to.x - (to.x > from.x ? 30 : -30)}`
                    : `M${from.x} ${from.y + down * 16}V${middle}H${to.x}V${to.y - down * 16}`;
              return <path key={key} d={path} fill="none" stroke="var(--c-red)" strokeWidth="1.5" />;
            })}
          </svg>
        ) : null}
      </div>
      {hovered && shownCard && cardPost && cardStep ? (
        <MatrixCard cell={shownCard} post={cardPost} step={cardStep} at={hovered.rect} />
      ) : null}
    </div>
  );
}
