// The strip under the timeline: for each month how many arrive and hand over, and whether every matter stays staffable.
import type { ReactNode } from "react";
import type { Day } from "../../shared/domain/day.ts";
import type { DrawnPart } from "./tenure-bars.tsx";
import type { StripMonth } from "./tenure-row.ts";
import type { TimeScale } from "./time-scale.ts";
import { useFormats, useWords } from "./words.tsx";
import "./tenure-strip.css";

interface TenureStripProps {
  months: readonly StripMonth[];
  scale: TimeScale;
  drawn: DrawnPart;
  picked: Day | null;
  onPick(month: Day | null): void;
}
const tall = 20;

export function TenureStrip(props: TenureStripProps): ReactNode {
  const { scale, drawn } = props;
  const { tables } = useWords();
  const formats = useFormats();
  const of = new Map(props.months.map((one) => [one.month, one]));
  const most = Math.max(4, ...props.months.map((one) => Math.max(one.arrivals, one.handovers)));
  const isJudged = props.months.some(({ staffable }) => staffable !== null);
  return (
    <section className="q-month-strip" aria-label={tables.strip}>
      <div className="q-tenures-left">
        <span>
          {tables.stripArrivals} <i data-kind="arrivals" /> {tables.stripHandovers}{" "}
          <i data-kind="handovers" />
        </span>
        <span>{isJudged ? tables.stripStaffable : tables.stripUnjudged}</span>
      </div>
      <div className="q-month-cells" style={{ width: scale.width }}>
        {scale.months
          .filter(({ x, width }) => x + width >= drawn.from && x <= drawn.until)
          .map(({ from, x, width }) => {
            const month = of.get(from);
            if (!month) return null;
            const lacking = month.staffable === null ? 0 : month.judged - month.staffable;
            const isQuiet = month.arrivals === 0 && month.handovers === 0 && lacking === 0;
            return (
              <button
                key={from}
                type="button"
                aria-pressed={props.picked === from}
                title={month.words}
                disabled={isQuiet}
                style={{ left: x, width }}
                onClick={() => props.onPick(props.picked === from ? null : from)}
              >
                <span className="q-hidden">{month.words}</span>
                {month.handovers > 0 ? (
                  <i data-kind="handovers" style={{ height: (month.handovers / most) * tall }} />
                ) : null}
                {month.arrivals > 0 ? (
                  <>
                    <i data-kind="arrivals" style={{ height: (month.arrivals / most) * tall }} />
                    {width >= 20 ? <b>{formats.count(month.arrivals)}</b> : null}
                  </>
                ) : null}
                {month.staffable === null ? null : (
                  <span {...(lacking > 0 ? { "data-lacking": "" } : {})}>
                    {lacking > 0 ? (width >= 16 ? formats.count(lacking) : "!") : "✓"}
                  </span>
                )}
              </button>
            );
          })}
      </div>
    </section>
  );
}
