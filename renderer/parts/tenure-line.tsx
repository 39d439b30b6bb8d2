// One line of the timeline: a group's head with its chain in words, or a row with its names at the left and bars at the right.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import { Lock } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { Day } from "../../shared/domain/day.ts";
import { TenureMark } from "./state-mark.tsx";
import { type DrawnPart, TenureBars } from "./tenure-bars.tsx";
import { TenureGrid } from "./tenure-grid.tsx";
import type { TenureLineOf } from "./tenure-lines.ts";
import { heightOf } from "./tenure-row.ts";
import type { TimeScale } from "./time-scale.ts";
import { useWords } from "./words.tsx";

interface TenureLineProps {
  id: string;
  line: TenureLineOf;
  start: number;
  scale: TimeScale;
  drawn: DrawnPart;
  isActive: boolean;
  isOpenable: boolean;
  picked: string | null;
  lit: number | null;
  /** On paper each line brings its own months. */
  paper: ReadonlySet<Day> | null;
}

export const TenureLine = memo(function TenureLine(props: TenureLineProps): ReactNode {
  const { line, scale, drawn } = props;
  const { tables } = useWords();
  const place = { top: props.start };
  const paper = (height: number): ReactNode =>
    props.paper ? (
      <TenureGrid scale={scale} height={height} frozen={props.paper} month={null} drawn={drawn} />
    ) : null;
  if (line.kind === "group") {
    const { chain } = line.group;
    return (
      <div
        id={props.id}
        className="q-tenures-line"
        role="row"
        style={place}
        data-group=""
        {...(chain ? { "data-chain": chain.number } : {})}
        {...(chain && chain.number === props.lit ? { "data-lit": "" } : {})}
      >
        <div className="q-tenures-left" role="gridcell">
          {chain ? <span className="q-chain-chip">{chain.number}</span> : null}
          <b className="q-strong">{line.group.words}</b>
          <span className="q-second q-ellipsis">{line.group.note}</span>
        </div>
        <div role="gridcell" className="q-tenures-track" style={{ width: scale.width, height: line.height }}>
          {chain ? (
            <span className="q-story" title={chain.story}>
              {chain.story}
            </span>
          ) : null}
        </div>
      </div>
    );
  }
  const { row } = line;
  const height = heightOf(row);
  return (
    <div
      id={props.id}
      className="q-tenures-line"
      role="row"
      style={place}
      data-row={row.id}
      {...(props.isOpenable ? { "data-openable": "" } : {})}
      {...(props.isActive ? { "data-active": "" } : {})}
      {...(line.chain === null ? {} : { "data-in-chain": line.chain })}
      {...(line.chain !== null && line.chain === props.lit ? { "data-lit": "" } : {})}
    >
      <div className="q-tenures-left" role="presentation" style={{ height }}>
        <span className="q-tenures-post" role="rowheader" title={`${row.name}\n${row.note}`}>
          <b>
            {row.name}
            {row.isLocked ? <Lock size={11} strokeWidth={2} aria-label={tables.locked} /> : null}
          </b>
          <span>{row.note}</span>
        </span>
        <span className="q-tenures-holder" role="gridcell" title={row.holder}>
          {row.holder}
        </span>
        <span className="q-tenures-mark" role="gridcell" title={row.mark}>
          <TenureMark state={row.state} words={row.mark} />
        </span>
      </div>
      <div role="gridcell" className="q-tenures-track" style={{ width: scale.width, height }}>
        {paper(height)}
        <TenureBars row={row} scale={scale} drawn={drawn} picked={props.picked} lit={props.lit} />
      </div>
    </div>
  );
});
