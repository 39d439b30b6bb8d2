// One line of the matrix: the name of a matter, or a step with its cells; drawn anew only when something in it changed.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import { ChevronDown, ChevronRight } from "lucide-react";
import { type CSSProperties, memo, type ReactNode } from "react";
import { DutyGlyph } from "./duty-glyph.tsx";
import type { MatrixMatter, MatrixPost, MatrixStep } from "./matrix-cell.ts";
import { isEdge } from "./matrix-head.tsx";
import { useWords } from "./words.tsx";

interface MatterLineProps {
  id: string;
  index: number;
  matter: MatrixMatter;
  isOpen: boolean;
  /** The keyboard is here. */
  isActive: boolean;
  top: number;
  template: string;
}

export const MatterLine = memo(function MatterLine(props: MatterLineProps): ReactNode {
  const { matter, isOpen, index } = props;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className="q-matrix-line" role="row" style={place(props)}>
      <div
        id={`${props.id}-${index}-0`}
        className="q-matrix-matter"
        role="gridcell"
        aria-expanded={isOpen}
        data-matter={matter.id}
        {...(props.isActive ? { "data-active": "" } : {})}
      >
        <span>
          <Chevron size={14} strokeWidth={1.5} />
          <b>{matter.name}</b>
          {matter.note}
        </span>
      </div>
    </div>
  );
});

const place = ({ top, template }: { top: number; template: string }): CSSProperties => ({
  transform: `translateY(${top}px)`,
  gridTemplateColumns: template,
});

interface StepLineProps {
  id: string;
  index: number;
  step: MatrixStep;
  posts: readonly MatrixPost[];
  columns: readonly number[];
  top: number;
  template: string;
  isLit: boolean;
  /** Column of the active cell; -1: in another line. */
  active: number;
  /** First and last column of the selection; -1: none here. */
  from: number;
  to: number;
  /** Ids of posts whose cells are joined by the line of a conflict, parted by blanks. */
  twins: string;
}

export const StepLine = memo(function StepLine(props: StepLineProps): ReactNode {
  const { step, posts, columns, index, id } = props;
  const { tables } = useWords();
  const twins = props.twins === "" ? [] : props.twins.split(" ");
  const { gap } = step;
  // The words of a gap stand over its empty cells, a little into what is in sight: some columns are drawn beyond its edge.
  const worded = columns[Math.min(columns[0] === 0 ? 2 : 6, columns.length - 1)];
  return (
    <div className="q-matrix-line" role="row" style={place(props)} {...(gap ? { "data-gap": "" } : {})}>
      <div
        className="q-matrix-step"
        role="rowheader"
        title={step.name}
        {...(props.isLit ? { "data-lit": "" } : {})}
      >
        <span className="q-matrix-no">{step.no}</span>
        <span className="q-ellipsis">{step.name}</span>
      </div>
      {columns.map((column) => {
        const post = posts[column];
        if (!post) return null;
        const cell = step.cells.get(post.id);
        return (
          <div
            key={post.id}
            id={`${id}-${index}-${column}`}
            className="q-matrix-cell"
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={column >= props.from && column <= props.to}
            data-line={index}
            data-column={column}
            style={{ gridColumn: column + 2 }}
            {...(isEdge(posts, column) ? { "data-edge": "" } : {})}
            {...(cell ? { "data-duty": cell.duty, "data-level": post.level } : {})}
            {...(cell?.isEnding ? { "data-ending": "" } : {})}
            {...(cell?.isDrafted || step.draftedAway?.has(post.id) ? { "data-drafted": "" } : {})}
            {...(cell?.clash ? { "data-clash": cell.clash.severity } : {})}
            {...(twins.includes(post.id) ? { "data-twin": "" } : {})}
            {...(props.active === column ? { "data-active": "" } : {})}
          >
            {cell ? (
              <div>
                <DutyGlyph duty={cell.duty} />
                <span className="q-matrix-second">{cell.second}</span>
                {cell.clash ? <span className="q-hidden">{tables.conflict}</span> : null}
                {cell.isDrafted ? <span className="q-hidden">{tables.drafted}</span> : null}
                {cell.isEnding ? <span className="q-hidden">{tables.ending}</span> : null}
              </div>
            ) : null}
            {gap && column === worded ? (
              <span className="q-matrix-gap">
                {gap.words}
                {gap.action ? (
                  <button type="button" className="q-link" tabIndex={-1} onClick={gap.action.onClick}>
                    {gap.action.words}
                  </button>
                ) : null}
              </span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
});
