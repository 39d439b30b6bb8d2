// The tiers of one decision as intervals on an axis of amounts; gaps hatched, overlaps tinted; bounds move by drag or arrow keys.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useRef } from "react";
import { type Fen, formatMoney } from "../../shared/domain/money.ts";
import { amountScale, roundAmount, stepAround } from "./amount-scale.ts";
import { useUnit } from "./frame-state.ts";
import { useWords } from "./words.tsx";
import "./ladder-axis.css";

export interface AxisTier {
  id: string;
  name: string;
  /** Behind the name: level, document. */
  note?: string;
  over: Fen | null;
  upTo: Fen | null;
  isCollective?: boolean;
  isChanged?: boolean;
}
export interface AxisPiece {
  over: Fen;
  upTo: Fen | null;
  is: "covered" | "gap" | "overlap";
}

interface LadderAxisProps {
  label: string;
  tiers: readonly AxisTier[];
  pieces: readonly AxisPiece[];
  /** Absent: for looking only. */
  onBound?: (id: string, bound: "over" | "upTo", amount: Fen) => void;
}

const percent = (place: number): string => `${(place * 100).toFixed(3)}%`;

export function LadderAxis(props: LadderAxisProps): ReactNode {
  const { tiers, pieces, onBound } = props;
  const { matrixWork } = useWords();
  const unit = useUnit();
  const field = useRef<HTMLDivElement>(null);
  const cuts = [...new Set(tiers.flatMap(({ over, upTo }) => [over, upTo]))].filter(
    (cut): cut is Fen => cut !== null,
  );
  cuts.sort((a, b) => a - b);
  // While a bound is dragged the axis must not move under it: it is made of the bounds that it began with.
  const frozen = useRef<readonly Fen[] | null>(null);
  const key = (frozen.current ?? cuts).join();
  const scale = useMemo(() => amountScale(key === "" ? [] : key.split(",").map(Number)), [key]);
  const short = (amount: Fen): string => formatMoney(amount, unit).replace(/\.?0+$/, "");

  const drag = (event: PointerEvent<HTMLElement>, id: string, bound: "over" | "upTo"): void => {
    const handle = event.currentTarget;
    const box = field.current?.getBoundingClientRect();
    if (!box || !onBound) return;
    frozen.current = cuts;
    handle.setPointerCapture(event.pointerId);
    const move = (to: globalThis.PointerEvent): void =>
      onBound(id, bound, scale.amountAt((to.clientX - box.left) / box.width));
    handle.addEventListener("pointermove", move);
    handle.addEventListener(
      "lostpointercapture",
      () => {
        handle.removeEventListener("pointermove", move);
        frozen.current = null;
      },
      { once: true },
    );
  };
  const nudge = (event: KeyboardEvent, id: string, bound: "over" | "upTo", amount: Fen): void => {
    const way = event.key === "ArrowRight" || event.key === "ArrowUp" ? 1 : -1;
    if (!/^Arrow/.test(event.key) || !onBound) return;
    event.preventDefault();
    const step = stepAround(amount);
    onBound(id, bound, Math.max(step, roundAmount(amount + way * step)));
  };
  return (
    <figure className="q-ladder" aria-label={props.label}>
      <div className="q-ladder-names" aria-hidden="true">
        {tiers.map((tier) => (
          <span key={tier.id} className="q-ellipsis" title={tier.name}>
            {tier.name}
            {tier.note ? <small> {tier.note}</small> : null}
          </span>
        ))}
      </div>
      <div ref={field} className="q-ladder-field" style={{ height: tiers.length * 28 }}>
        {pieces
          .filter(({ is }) => is !== "covered")
          .map((piece) => (
            <i
              key={piece.over}
              className="q-ladder-piece"
              data-is={piece.is}
              style={{
                left: percent(scale.at(piece.over)),
                width: percent(scale.at(piece.upTo) - scale.at(piece.over)),
              }}
            />
          ))}
        {tiers.map((tier, nth) => {
          const left = scale.at(tier.over ?? 0);
          const right = scale.at(tier.upTo);
          return (
            <div key={tier.id} className="q-ladder-row" style={{ top: nth * 28 }}>
              <span
                className="q-ladder-bar"
                {...(tier.isCollective ? { "data-collective": "" } : {})}
                {...(tier.isChanged ? { "data-changed": "" } : {})}
                {...(tier.upTo === null ? { "data-open": "" } : {})}
                style={{ left: percent(left), width: percent(Math.max(0.004, right - left)) }}
              />
              {onBound
                ? (["over", "upTo"] as const).map((bound) => {
                    const amount = tier[bound];
                    if (amount === null) return null;
                    const name = matrixWork.ladder[bound === "over" ? "lower" : "upper"](tier.name);
                    return (
                      <span
                        key={bound}
                        className="q-ladder-handle"
                        role="slider"
                        tabIndex={0}
                        title={matrixWork.ladder.handle}
                        aria-label={name}
                        aria-valuenow={amount}
                        aria-valuemin={0}
                        aria-valuemax={Math.max(...cuts) * 10}
                        aria-valuetext={short(amount)}
                        style={{ left: percent(scale.at(amount)) }}
                        onPointerDown={(event) => drag(event, tier.id, bound)}
                        onKeyDown={(event) => nudge(event, tier.id, bound, amount)}
                      />
                    );
                  })
                : null}
            </div>
          );
        })}
      </div>
      <div className="q-ladder-ticks" aria-hidden="true">
        <span style={{ left: 0 }}>0</span>
        {cuts
          .filter((cut, nth) => nth === 0 || scale.at(cut) - scale.at(cuts[nth - 1] ?? 0) > 0.045)
          .map((cut) => (
            <span key={cut} style={{ left: percent(scale.at(cut)) }}>
              {short(cut)}
            </span>
          ))}
        <span style={{ left: "100%" }}>∞</span>
      </div>
    </figure>
  );
}
