// The overview: how much was done, what looks like a conflict and where, and who is due to rotate.
import { Scale } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import { useLocation } from "wouter";
import type { Kind } from "../../../shared/domain/rule-kinds.ts";
import { useAsk } from "../../data/ask.ts";
import { useSecondOpinion } from "../../data/second-opinion.ts";
import { useTell } from "../../data/tell.ts";
import type { Overview } from "../../data/types.ts";
import { useReadOnly, useWorkbook } from "../../data/workbook.ts";
import { UnitSwitch } from "../../parts/amount.tsx";
import { CheckBasis } from "../../parts/check-basis.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame, useWhen } from "../../parts/frame-state.ts";
import { type Finding, type PageAction, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { SecondOpinionLine } from "../../parts/second-opinion.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { AreaTable } from "./area-table.tsx";
import { ControlsMissing } from "./controls-missing.tsx";
import { DelegationsEnding } from "./delegations-ending.tsx";
import { HandoversLate } from "./handovers-late.tsx";
import { RuleTrouble } from "./rule-trouble.tsx";
import { RotationBox, TrendBox, WorstBox } from "./strip.tsx";
import { WaitingChanges } from "./waiting-changes.tsx";
import "./overview.css";

function useFinding(overview: Overview | undefined, isChecked: boolean): Finding {
  const { overview: words } = useWords();
  const formats = useFormats();
  const { unit } = useFrame();
  if (!overview) return [];
  const approvals = formats.count(overview.approvals);
  const overdue: Finding =
    overview.overdue > 0
      ? [
          words.findingRotation,
          {
            words: words.findingOverdue(formats.count(overview.overdue)),
            href: "/rotation/ledger?state=overdue",
          },
        ]
      : [];
  if (!isChecked) return [words.findingUnchecked(approvals), ...overdue, words.findingEnd];
  if (overview.openConflicts === 0)
    return [
      words.findingNone(
        formats.count(overview.lastCheck?.rules ?? 0),
        approvals,
        formats.count(overview.lastCheck?.notApplicable.length ?? 0),
      ),
      ...overdue,
      words.findingEnd,
    ];
  return [
    overview.firstDay ? words.findingSince(overview.firstDay.slice(0, 4)) : "",
    { words: words.findingApprovals(approvals), href: "/approvals" },
    words.findingBetween,
    { words: words.findingConflicts(formats.count(overview.openConflicts)), href: "/conflicts" },
    words.findingAbout,
    { words: formats.sum(overview.amount, unit), href: "/conflicts" },
    ...overdue,
    words.findingEnd,
  ];
}

export default function OverviewPage(): ReactNode {
  const { overview: words, common, secondOpinion } = useWords();
  const formats = useFormats();
  const { unit, setUnit } = useFrame();
  const when = useWhen();
  const isPresent = when.asOf === null && when.knownOn === null;
  const book = useWorkbook();
  const readOnly = useReadOnly("conflicts.check");
  const say = useText();
  const [, navigate] = useLocation();
  const { value, fault, isWaiting, again } = useAsk("conflicts.overview", when);
  const check = useTell("conflicts.check");
  const second = useSecondOpinion();
  const isChecked = !isPresent || (book?.lastCheck ?? null) !== null;
  const finding = useFinding(value, isChecked);
  const openArea = useCallback(
    (area: string, kinds: readonly Kind[] | null) =>
      navigate(`/conflicts?area=${area}${kinds ? `&kind=${kinds.join(",")}` : ""}`),
    [navigate],
  );
  if (isWaiting) return <PageSkeleton />;
  if (!value)
    return (
      <div className="q-page">
        <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      </div>
    );

  const isEmpty = value.approvals === 0 && (book?.counts.people ?? 0) === 0;
  if (isEmpty)
    return (
      <div className="q-page">
        <EmptyState
          icon={<Scale size={32} strokeWidth={1.25} />}
          title={words.emptyTitle}
          why={words.emptyWhy}
          primary={{ words: words.emptyImport, onClick: () => navigate("/approvals/import") }}
          secondary={{ words: words.emptySample, onClick: () => navigate("/welcome") }}
        />
      </div>
    );
  const worst = value.worst[0];
  const needsCheck = isPresent && (!isChecked || book?.isCheckStale === true);
  const run: PageAction = {
    words: isChecked ? words.checkAgain : words.check,
    busy: check.isBusy,
    disabled: readOnly !== null,
    ...(readOnly ? { hint: say(readOnly) } : {}),
    onClick: () => void check.tell({}, { label: words.checkLabel }),
  };
  const primary: PageAction | undefined = needsCheck
    ? run
    : worst
      ? { words: words.openWorst, onClick: () => navigate(`/conflicts?open=${encodeURIComponent(worst.id)}`) }
      : undefined;
  return (
    <div className="q-page">
      <PageHead
        finding={finding}
        {...(primary ? { primary } : {})}
        secondary={needsCheck || !isPresent ? [] : [run]}
        figures={[
          {
            name: words.figures.high,
            figure: formats.count(value.highConflicts),
            note: words.figures.ofOpen(formats.count(value.openConflicts)),
            tone: "red",
            href: "/conflicts?show=high",
          },
          {
            name: words.figures.potential,
            figure: formats.count(value.potentialConflicts),
            note: words.figures.potentialNote,
            href: "/conflicts?show=potential",
          },
          {
            name: words.figures.overdue,
            figure: formats.count(value.overdue),
            note: words.figures.overdueNote(formats.count(value.dueSoon), formats.count(value.keyPosts)),
            ...(value.overdue > 0 ? { tone: "red" as const } : {}),
            href: "/rotation/ledger?state=overdue",
          },
          {
            name: words.figures.ending,
            figure: formats.count(value.endingAuthorities),
            ...(value.endingAuthorities > 0 ? { tone: "amber" as const } : {}),
            href: "/matrix?show=expiry",
          },
        ]}
      />
      {value.lastCheck ? (
        <CheckBasis
          summary={value.lastCheck}
          onWhy={isPresent ? () => navigate("/conflicts?why=passed") : null}
        />
      ) : null}
      {isPresent && second.opinion ? (
        <SecondOpinionLine {...second} onRun={() => second.run(secondOpinion.label)} />
      ) : null}
      <Trouble fault={check.fault ?? second.fault ?? fault} />
      <RuleTrouble />
      <DelegationsEnding />
      <WaitingChanges />
      <HandoversLate />
      <ControlsMissing />
      <div className="q-split">
        <div className="q-list">
          <AreaTable
            overview={value}
            onOpen={openArea}
            toolsEnd={<UnitSwitch unit={unit} onChange={setUnit} />}
          />
          <div className="q-strip">
            <TrendBox overview={value} onOpen={(quarter) => navigate(`/conflicts?quarter=${quarter}`)} />
            <RotationBox rotation={value.rotation} />
            <WorstBox worst={worst} />
          </div>
        </div>
      </div>
    </div>
  );
}
