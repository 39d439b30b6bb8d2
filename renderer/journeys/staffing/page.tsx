// Staffing: can every matter and tier be done with these people, how few suffice, and who cannot be done without.
import { FileCheck2, Flame, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useAsk } from "../../data/ask.ts";
import type { StaffingOverview } from "../../data/types.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { UnitSwitch } from "../../parts/amount.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame, useWhen } from "../../parts/frame-state.ts";
import { Limits } from "../../parts/limits.tsx";
import { type Finding, type FindingPart, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { useLimitLines } from "./limit-lines.ts";
import { TierPanel } from "./tier-panel.tsx";
import { passes, type Show, shownRows, TierTable } from "./tier-table.tsx";
import { keyOf } from "./tier-words.ts";
import "./staffing.css";

export default function Staffing(): ReactNode {
  const { staffing, common } = useWords();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const { day, unit, setUnit } = useFrame();
  const { knownOn } = useWhen();
  const limitLines = useLimitLines();
  const { value, fault, isWaiting, again } = useAsk("staffing.overview", { day, knownOn });
  if (isWaiting) return <PageSkeleton />;
  if (value && value.tiers.length === 0)
    return (
      <div className="q-page">
        <EmptyState
          isPage
          icon={<UsersRound size={32} strokeWidth={1.25} />}
          title={staffing.emptyTitle}
          why={staffing.emptyWhy}
          primary={{ words: staffing.emptyMatrix, onClick: () => navigate("/matrix") }}
          secondary={{ words: staffing.emptySample, onClick: () => navigate("/welcome") }}
        />
      </div>
    );
  const rows = value ? shownRows(value.tiers, query) : [];
  const openId = query.get("open");
  const at = rows.findIndex((row) => keyOf(row) === openId);
  const opened = rows[at] ?? value?.tiers.find((row) => keyOf(row) === openId);
  const step = (by: number) => {
    const next = at < 0 ? undefined : rows[at + by];
    return next ? () => query.set({ open: keyOf(next), without: null }, { quiet: true }) : undefined;
  };
  return (
    <div className="q-page">
      <Head view={value} query={query} onCertificate={() => navigate("/reports?what=staffing")} />
      <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      {value ? (
        <>
          <div className="q-split">
            <div className="q-list">
              <TierTable
                rows={value.tiers}
                people={value.people}
                query={query}
                end={<UnitSwitch unit={unit} onChange={setUnit} />}
              />
            </div>
            {opened ? (
              <TierPanel
                key={keyOf(opened)}
                row={opened}
                query={query}
                onClose={() => query.set({ open: null, without: null })}
                onPrevious={step(-1)}
                onNext={step(1)}
              />
            ) : null}
          </div>
          <Limits title={staffing.limits} lines={limitLines(value)} />
        </>
      ) : null}
    </div>
  );
}

function Head(props: {
  view: StaffingOverview | undefined;
  query: ReturnType<typeof useQueryState>;
  onCertificate(): void;
}): ReactNode {
  const { staffing, drill, common } = useWords();
  const formats = useFormats();
  const [, navigate] = useLocation();
  const { view, query } = props;
  const tiers = view?.tiers ?? [];
  const show = (what: Show) => () =>
    query.set({ show: what === "all" ? null : what, person: null, open: null, without: null });
  const count = (what: Show): number => tiers.filter(passes[what]).length;
  const staffed = tiers.filter(({ status }) => status === "staffed").length;
  const people = view?.people.length ?? 0;
  const parts: FindingPart[] = [
    staffed === tiers.length
      ? { words: staffing.foundAll }
      : { words: staffing.foundStaffed(formats.count(staffed)) },
    ...(count("impossible") > 0
      ? [
          {
            words: staffing.foundImpossible(formats.count(count("impossible"))),
            onClick: show("impossible"),
          },
        ]
      : []),
    ...(count("undecided") > 0
      ? [{ words: staffing.foundUndecided(formats.count(count("undecided"))), onClick: show("undecided") }]
      : []),
    ...(people > 0
      ? [{ words: staffing.foundIrreplaceable(formats.count(people)), onClick: show("irreplaceable") }]
      : staffed > 0
        ? [{ words: staffing.foundNobody }]
        : []),
  ];
  const finding: Finding = [
    staffing.found(formats.count(tiers.length)),
    ...parts.flatMap((part, at) => (at === 0 ? [part] : [common.comma, part])),
    staffing.foundEnd,
  ];
  const most = Math.max(0, ...tiers.map(({ minimum }) => minimum ?? 0));
  return (
    <PageHead
      finding={view ? finding : [common.none]}
      figures={
        view
          ? [
              {
                name: staffing.figures.tiers,
                figure: formats.count(tiers.length),
                note: staffing.figures.matters(
                  formats.count(new Set(tiers.map(({ matterId }) => matterId)).size),
                ),
                onClick: show("all"),
              },
              {
                name: staffing.figures.impossible,
                figure: formats.count(count("impossible")),
                ...(count("impossible") > 0 ? { tone: "red" as const } : {}),
                onClick: show("impossible"),
              },
              {
                name: staffing.figures.irreplaceable,
                figure: formats.count(people),
                note: `${staffing.figures.thin} ${formats.count(count("irreplaceable"))}`,
                ...(people > 0 ? { tone: "amber" as const } : {}),
                onClick: show("irreplaceable"),
              },
              {
                name: staffing.figures.largest,
                figure: most > 0 ? formats.count(most) : "—",
                note: staffing.figures.largestNote,
              },
            ]
          : []
      }
      primary={{
        words: staffing.certificate,
        icon: <FileCheck2 size={16} strokeWidth={1.75} />,
        disabled: !view,
        onClick: props.onCertificate,
      }}
      secondary={[
        {
          words: drill.open,
          icon: <Flame size={15} strokeWidth={1.5} />,
          onClick: () => navigate("/staffing/drill"),
        },
      ]}
      why={{ words: staffing.whyShort, whole: staffing.why }}
    />
  );
}
