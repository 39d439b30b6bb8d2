// The conflicts: a list to filter, group and sort, each with its evidence in the panel beside it.
import { CircleCheck } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useLocation } from "wouter";
import { stakeOf } from "../../../shared/domain/stake.ts";
import { useAsk } from "../../data/ask.ts";
import { useSecondOpinion } from "../../data/second-opinion.ts";
import { useTell } from "../../data/tell.ts";
import type { ConflictRow } from "../../data/types.ts";
import { useWhyNot } from "../../data/why-not.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { UnitSwitch } from "../../parts/amount.tsx";
import { CheckBasis } from "../../parts/check-basis.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame, useWhen } from "../../parts/frame-state.ts";
import { type Finding, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { SecondOpinionLine } from "../../parts/second-opinion.tsx";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { WhyNotDialog } from "../../parts/why-not.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { useConflictColumns, useConflictGroups } from "./columns.tsx";
import { Detail } from "./detail.tsx";
import { filterKeys, isFiltered, passesAddress, passesShow, showOf, shows } from "./filters.ts";
import { OnlyChips } from "./only-chips.tsx";
import { PassedPanel } from "./passed-panel.tsx";
import { Views } from "./views.tsx";
import "./conflicts.css";

const none: readonly ConflictRow[] = [];
const byWeight = [{ key: "weight", descending: true }];

export default function Conflicts(): ReactNode {
  const { conflicts, common, explain, overview, secondOpinion } = useWords();
  const whyNot = useWhyNot();
  const formats = useFormats();
  const { unit, setUnit } = useFrame();
  const when = useWhen();
  const isPresent = when.asOf === null && when.knownOn === null;
  const readOnly = useReadOnly("conflicts.check");
  const say = useText();
  const query = useQueryState();
  const [, navigate] = useLocation();
  const columns = useConflictColumns();
  const groups = useConflictGroups();
  const { value, fault, isWaiting, again } = useAsk("conflicts.list", { ...when, withClosed: isPresent });
  const check = useTell("conflicts.check");
  const second = useSecondOpinion();
  // Told of today alone.
  const isPassedShown = isPresent && query.get("why") === "passed";
  const show = showOf(query);
  const all = value?.rows ?? none;
  const admitted = useMemo(() => all.filter((row) => passesAddress(row, query)), [all, query]);
  const rows = useMemo(() => admitted.filter((row) => passesShow(row, show)), [admitted, show]);
  const openId = query.get("open");
  const at = rows.findIndex((row) => row.id === openId);
  const opened = rows[at] ?? all.find((row) => row.id === openId);
  if (isWaiting) return <PageSkeleton />;

  const open = admitted.filter((row) => passesShow(row, "all"));
  const count = (test: (row: ConflictRow) => boolean): number => open.filter(test).length;
  const amount = stakeOf(open);
  const showWords = (one: (typeof shows)[number]): string =>
    one === "pending" || one === "confirmed" || one === "set-aside"
      ? explain.shows[one]
      : conflicts.shows[one];
  const isChecked = value?.summary != null;
  const finding: Finding = !isChecked
    ? [conflicts.unchecked]
    : open.length === 0
      ? [
          isFiltered(query)
            ? explain.filteredBy(filterWords(query, conflicts.only, common))
            : conflicts.none(
                formats.count(value.summary?.rules ?? 0),
                formats.count(value.summary?.approvals ?? 0),
                formats.count(value.summary?.notApplicable.length ?? 0),
              ),
        ]
      : [
          conflicts.findingCount(formats.count(open.length)),
          conflicts.findingAbout,
          formats.sum(amount, unit),
          conflicts.findingParts,
          {
            words: conflicts.findingHigh(formats.count(count((row) => row.severity === "high"))),
            onClick: () => query.set({ show: "high" }),
          },
          common.comma,
          {
            words: conflicts.findingActual(formats.count(count((row) => row.basis === "actual"))),
            onClick: () => query.set({ show: "actual" }),
          },
          common.comma,
          {
            words: conflicts.findingPotential(formats.count(count((row) => row.basis === "potential"))),
            onClick: () => query.set({ show: "potential" }),
          },
          conflicts.findingEnd,
        ];
  const step = (by: number) => {
    const next = at < 0 ? undefined : rows[at + by];
    return next ? () => query.set({ open: next.id }, { quiet: true }) : undefined;
  };
  const primary = isChecked
    ? { words: conflicts.report, onClick: () => navigate("/reports?what=conflicts") }
    : {
        words: conflicts.check,
        busy: check.isBusy,
        disabled: readOnly !== null,
        ...(readOnly ? { hint: say(readOnly) } : {}),
        onClick: () => void check.tell({}, { label: overview.checkLabel }),
      };
  return (
    <div className="q-page">
      <PageHead finding={finding} primary={primary} why={{ words: conflicts.suspicion }} />
      <Views
        end={
          isPresent ? (
            <button type="button" className="q-link q-small" onClick={() => whyNot.open({})}>
              {explain.whyNot}
            </button>
          ) : undefined
        }
      />
      <div className="q-basis-line">
        {value?.summary ? (
          <CheckBasis
            summary={value.summary}
            onWhy={isPresent ? () => query.set({ why: "passed", open: null }) : null}
          />
        ) : null}
        {isPresent ? <SecondOpinionLine {...second} onRun={() => second.run(secondOpinion.label)} /> : null}
      </div>
      <Trouble
        fault={fault ?? check.fault ?? second.fault}
        action={{ words: common.retry, onClick: again }}
      />
      <div className="q-split">
        <div className="q-list">
          <DataTable
            id="conflicts"
            label={conflicts.list}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            selected={openId}
            onOpen={(row) => query.set({ open: row.id }, { quiet: openId !== null })}
            groups={groups}
            startSort={byWeight}
            tools={
              <>
                <OnlyChips query={query} rows={all} />
                {shows.map((one) => {
                  const n = admitted.filter((row) => passesShow(row, one)).length;
                  const isRare =
                    one === "closed" || one === "confirmed" || one === "set-aside" || one === "pending";
                  if (isRare && (n === 0 || (one === "pending" && n === open.length))) return null;
                  return (
                    <button
                      key={one}
                      type="button"
                      className="q-chip"
                      aria-pressed={show === one}
                      onClick={() => query.set({ show: one === "all" ? null : one })}
                    >
                      {showWords(one)}
                      <span className="q-chip-count">{formats.count(n)}</span>
                    </button>
                  );
                })}
              </>
            }
            toolsEnd={opened || isPassedShown ? null : <UnitSwitch unit={unit} onChange={setUnit} />}
            empty={
              all.length === 0 && !isChecked ? (
                <EmptyState
                  icon={<CircleCheck size={32} strokeWidth={1.25} />}
                  title={conflicts.emptyTitle}
                  why={conflicts.emptyWhy}
                  secondary={{ words: conflicts.emptyImport, onClick: () => navigate("/approvals/import") }}
                />
              ) : undefined
            }
          />
        </div>
        {opened ? (
          <Detail
            row={opened}
            onClose={() => query.set({ open: null })}
            onWhyNot={isPresent ? () => whyNot.open({ ruleId: opened.ruleId }) : null}
            onPrevious={step(-1)}
            onNext={step(1)}
          />
        ) : isPassedShown ? (
          <PassedPanel onClose={() => query.set({ why: null })} />
        ) : null}
      </div>
      <WhyNotDialog {...whyNot} />
    </div>
  );
}

/** Which filters leave nothing. */
function filterWords(
  query: ReturnType<typeof useQueryState>,
  only: Record<string, string>,
  common: { listing: string },
): string {
  return filterKeys
    .filter((key) => query.get(key) !== null)
    .map((key) => only[key] ?? key)
    .join(common.listing);
}
