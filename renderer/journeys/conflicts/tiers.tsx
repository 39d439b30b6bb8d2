// Amount tiers: each authorising step's ladder on one axis of money, proved or with its holes, and the cases that crowd below its limits.
import { Layers } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import type { AmountFinding, LadderRow, TiersView } from "../../data/types.ts";
import { type AddressQuery, useQueryState } from "../../parts/address-query.ts";
import { UnitSwitch } from "../../parts/amount.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame, useUnit, useWhen } from "../../parts/frame-state.ts";
import { Limits } from "../../parts/limits.tsx";
import { type Finding, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { AskedPeriod } from "./asked.ts";
import { LadderLine, type LadderPart } from "./ladder-line.tsx";
import { LadderPanel } from "./ladder-panel.tsx";
import { moneyAxis } from "./money-axis.ts";
import { OnlyChip, useAreaName } from "./only-chip.tsx";
import { PeriodChips, yearOf } from "./period-chips.tsx";
import { ShowChips } from "./show-chips.tsx";
import { Views } from "./views.tsx";
import "./conflicts.css";
import "./analysis.css";
import "./ladders.css";

const shows = ["all", "gap", "overlap", "lead"] as const;
type Show = (typeof shows)[number];
const has = (row: LadderRow, is: "gap" | "overlap"): boolean => row.pieces.some((piece) => piece.is === is);
const leadsOf = (row: LadderRow, findings: readonly AmountFinding[]): readonly AmountFinding[] =>
  findings.filter(({ matterIds }) => matterIds.includes(row.matter.id));
const passes = (row: LadderRow, show: Show, findings: readonly AmountFinding[]): boolean =>
  show === "all" || (show === "lead" ? leadsOf(row, findings).length > 0 : has(row, show));

/** "piece:0:50000" in the address. */
const partWords = (part: LadderPart): string =>
  part.kind === "bound" ? `bound:${part.upTo}` : `${part.kind}:${part.over}:${part.upTo ?? ""}`;
function partOf(words: string | null): LadderPart | null {
  const [kind, first = "", second = ""] = (words ?? "").split(":");
  const [a, b] = [Number(first), second === "" ? null : Number(second)];
  if (first === "" || !Number.isSafeInteger(a) || (b !== null && !Number.isSafeInteger(b))) return null;
  if (kind === "bound") return { kind, upTo: a };
  if (kind === "piece") return { kind, over: a, upTo: b };
  return kind === "bin" && b !== null ? { kind, over: a, upTo: b } : null;
}

export default function Tiers(): ReactNode {
  const { analysis, common } = useWords();
  const say = useText();
  const formats = useFormats();
  const query = useQueryState();
  const [, navigate] = useLocation();
  const { unit, setUnit } = useFrame();
  const asked = { ...useWhen(), year: yearOf(query) };
  const { value, fault, isWaiting, again } = useAsk("analysis.tiers", asked);
  if (isWaiting) return <PageSkeleton />;
  const ladders = value?.ladders ?? [];
  const count = (test: (row: LadderRow) => boolean): number => ladders.filter(test).length;
  const show = (what: Show) => () => query.set({ show: what === "all" ? null : what, open: null });
  const counts = {
    sound: count((row) => row.isSound),
    gap: count((row) => has(row, "gap")),
    overlap: count((row) => has(row, "overlap")),
    leads: value?.findings.length ?? 0,
  };
  const parts = [
    { words: analysis.tierSound(formats.count(counts.sound)), onClick: show("all") },
    ...(counts.gap > 0
      ? [{ words: analysis.tierGaps(formats.count(counts.gap)), onClick: show("gap") }]
      : []),
    ...(counts.overlap > 0
      ? [{ words: analysis.tierOverlaps(formats.count(counts.overlap)), onClick: show("overlap") }]
      : []),
    ...(counts.leads > 0
      ? [{ words: analysis.tierLeads(formats.count(counts.leads)), onClick: show("lead") }]
      : []),
  ];
  const finding: Finding =
    ladders.length === 0
      ? [analysis.views.tiers]
      : [
          analysis.tierFound(formats.count(ladders.length)),
          ...parts.flatMap((part, at) => (at === 0 ? [part] : [common.comma, part])),
          analysis.foundEnd,
        ];
  // Several steps of a matter may share a limit: its cases count once.
  const limits = new Map(
    ladders.flatMap(({ matter, bounds }) =>
      bounds.map((bound) => [`${matter.id} ${bound.upTo}`, bound] as const),
    ),
  );
  const near = [...limits.values()].reduce((sum, bound) => sum + bound.near, 0);
  const below = [...limits.values()].reduce((sum, bound) => sum + bound.below, 0);
  return (
    <div className="q-page">
      <PageHead
        finding={finding}
        figures={
          value && ladders.length > 0
            ? [
                { name: analysis.tierFigures.cases, figure: formats.count(value.cases) },
                { name: analysis.tierFigures.near, figure: formats.count(near), note: analysis.nearNote },
                { name: analysis.tierFigures.below, figure: formats.count(below), note: analysis.belowNote },
                {
                  name: analysis.tierFigures.findings,
                  figure: formats.count(counts.leads),
                  onClick: show("lead"),
                },
              ]
            : []
        }
        primary={{ words: analysis.editMatrix, onClick: () => navigate("/matrix") }}
        why={{ words: analysis.lead }}
      />
      <Views
        end={
          value ? (
            <>
              <PeriodChips query={query} years={value.years} />
              <UnitSwitch unit={unit} onChange={setUnit} />
            </>
          ) : null
        }
      />
      <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      {value && ladders.length === 0 ? (
        <EmptyState
          icon={<Layers size={32} strokeWidth={1.25} />}
          title={analysis.emptyTiersTitle}
          why={analysis.emptyTiersWhy}
          secondary={{ words: analysis.emptyTiersMatrix, onClick: () => navigate("/matrix") }}
        />
      ) : value ? (
        <>
          <Ladders view={value} asked={asked} query={query} />
          <Limits title={analysis.limits} lines={value.limits.map(say)} />
        </>
      ) : null}
    </div>
  );
}

function Ladders(props: { view: TiersView; asked: AskedPeriod; query: AddressQuery }): ReactNode {
  const { view, query } = props;
  const { analysis, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const areaName = useAreaName();
  const show = shows.find((one) => one === query.get("show")) ?? "all";
  const area = query.get("area");
  const all = useMemo(
    () => view.ladders.filter((row) => area === null || row.matter.area === area),
    [view, area],
  );
  const rows = all.filter((row) => passes(row, show, view.findings));
  const axis = useMemo(() => moneyAxis(all), [all]);
  const opened = all.find((row) => row.step.id === query.get("open"));
  const part = partOf(query.get("at"));
  return (
    <div className="q-split">
      <div className="q-list">
        <div className="q-tools">
          <OnlyChip query={query} of="area" names={areaName} />
          <ShowChips
            query={query}
            shows={shows}
            shown={show}
            words={analysis.tierShows}
            count={(one) => all.filter((row) => passes(row, one, view.findings)).length}
          />
        </div>
        <ScrollBox className="q-tier-ladders" label={analysis.ladders}>
          <div className="q-tier-ladder q-ladder-head">
            <span className="q-ladder-name q-muted q-small">{analysis.axis(common[unit])}</span>
            <span className="q-ladder-axis">
              {axis.ticks.map((tick) => (
                <small key={tick} style={{ left: `${axis.at(tick) * 100}%` }}>
                  {formats.range({ over: null, upTo: tick }, unit).slice(1)}
                </small>
              ))}
            </span>
            <span className="q-ladder-end" />
          </div>
          <ul>
            {rows.map((row) => (
              <LadderLine
                key={row.step.id}
                row={row}
                axis={axis}
                leads={leadsOf(row, view.findings).length}
                isOpen={row.step.id === opened?.step.id}
                onOpen={(next) =>
                  query.set({ open: row.step.id, at: partWords(next) }, { quiet: opened !== undefined })
                }
              />
            ))}
          </ul>
        </ScrollBox>
        <div className="q-ladder-legend">
          {(["gap", "overlap", "density", "bound"] as const).map((is) => (
            <span key={is}>
              <i data-is={is} />
              {
                {
                  gap: analysis.legendGap,
                  overlap: analysis.legendOverlap,
                  density: analysis.legendDensity,
                  bound: analysis.legendBound,
                }[is]
              }
            </span>
          ))}
        </div>
      </div>
      {opened && part ? (
        <LadderPanel
          key={`${opened.step.id} ${partWords(part)}`}
          row={opened}
          part={part}
          findings={leadsOf(opened, view.findings)}
          asked={props.asked}
          onClose={() => query.set({ open: null, at: null })}
        />
      ) : null}
    </div>
  );
}
