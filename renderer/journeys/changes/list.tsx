// All change sets, what waits for me first.
import { FileStack, Plus, Undo2 } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { changeSetStates } from "../../../shared/domain/edit.ts";
import { useTurns } from "../../data/change-turns.ts";
import { useSeats } from "../../data/operators.ts";
import { type SetTurn as SetRow, turns } from "../../data/turn.ts";
import type { ChangeSet } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { type Finding, PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { NewPanel } from "./new-panel.tsx";
import { SetState } from "./set-state.tsx";

const none: readonly SetRow[] = [];

function useListFinding(rows: readonly SetRow[]): Finding {
  const { finding } = useWords().changes;
  const { comma } = useWords().common;
  const formats = useFormats();
  const parts = (["review", "draft", "waiting"] as const).flatMap((turn) => {
    const first = rows.find((row) => row.turn === turn)?.set;
    if (!first) return [];
    const n = formats.count(rows.filter((row) => row.turn === turn).length);
    const words =
      turn === "review" ? finding.review(n) : turn === "draft" ? finding.drafts(n) : finding.waiting(n);
    return [{ words, href: `/matrix/changes/${first.id}` }];
  });
  const lead = finding.lead(formats.count(rows.length));
  if (parts.length === 0) return [lead, finding.none];
  return [lead, ...parts.flatMap((part, at) => [at === 0 ? finding.colon : comma, part]), finding.end];
}

function useSetColumns(all: readonly SetRow[]): readonly DataColumn<SetRow>[] {
  const { changes: words, common } = useWords();
  const formats = useFormats();
  return useMemo<DataColumn<SetRow>[]>(() => {
    const { columns, events, states } = words;
    const hasSiblings = ({ set }: SetRow): boolean =>
      set.branchGroup !== null &&
      all.some((row) => row.set.id !== set.id && row.set.branchGroup === set.branchGroup);
    const last = ({ set }: SetRow): string => {
      if (set.decidedAt !== null && set.state !== "draft" && set.state !== "submitted")
        return [set.decidedBy, formats.instant(set.decidedAt).slice(0, 16), states[set.state]].join(" ");
      if (set.submittedAt !== null)
        return [set.submittedBy, formats.instant(set.submittedAt).slice(0, 16), events.submit].join(" ");
      return [set.madeBy, formats.instant(set.madeAt).slice(0, 16), events.made].join(" ");
    };
    return [
      { key: "number", title: columns.number, width: 116, filter: "text", value: ({ set }) => set.number },
      {
        key: "name",
        title: columns.name,
        width: 220,
        grows: true,
        filter: "text",
        value: ({ set }) => set.name,
        cell: (row) => (
          <span className="q-set-name">
            <b className="q-strong q-ellipsis">{row.set.name}</b>
            {hasSiblings(row) ? (
              <span className="q-tag" data-tone="accent">
                {columns.branch}
              </span>
            ) : null}
          </span>
        ),
      },
      { key: "day", title: columns.day, width: 108, filter: "day", value: ({ set }) => set.day },
      { key: "madeBy", title: columns.madeBy, width: 96, value: ({ set }) => set.madeBy },
      {
        key: "edits",
        title: columns.edits,
        width: 64,
        align: "end",
        value: ({ set }) => set.editCount,
        text: ({ set }) => formats.count(set.editCount),
      },
      {
        key: "state",
        title: columns.state,
        width: 108,
        value: ({ set }) => words.states[set.state],
        cell: ({ set }) => <SetState state={set.state} />,
      },
      { key: "last", title: columns.last, width: 232, filter: "text", value: last },
      {
        key: "madeAt",
        title: columns.madeAt,
        width: 132,
        startsHidden: true,
        filter: "none",
        value: ({ set }) => set.madeAt,
        text: ({ set }) => formats.instant(set.madeAt).slice(0, 16),
      },
      {
        key: "branch",
        title: columns.branch,
        width: 120,
        startsHidden: true,
        value: ({ set }) => set.branchGroup ?? common.none,
      },
    ];
  }, [words, common, formats, all]);
}

export function ChangeList(): ReactNode {
  const { changes: words, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const query = useQueryState();
  const [, navigate] = useLocation();
  const { isSecondPerson } = useSeats();
  const readOnly = useReadOnly("changes.start");
  const [isBeginning, setBeginning] = useState(false);
  const found = useTurns();
  const rows = found ?? none;
  const finding = useListFinding(rows);
  const columns = useSetColumns(rows);
  const groups = useMemo<GroupChoice<SetRow>[]>(
    () => [
      {
        key: "turn",
        title: words.groupTurn,
        of: (row) => ({
          key: row.turn,
          words: words.turns[row.turn],
          order: turns.indexOf(row.turn),
        }),
        note: (shown) => words.sets(formats.count(shown.length)),
      },
    ],
    [words, formats],
  );
  if (!found) return <PageSkeleton />;
  const state = changeSetStates.find((one) => one === query.get("state")) ?? null;
  const shown = state === null ? rows : rows.filter(({ set }) => set.state === state);
  const chip = (one: ChangeSet["state"] | null, name: string, n: number): ReactNode => (
    <button
      key={one ?? "all"}
      type="button"
      className="q-chip"
      aria-pressed={state === one}
      onClick={() => query.set({ state: one })}
    >
      {name}
      <span className="q-chip-count">{formats.count(n)}</span>
    </button>
  );
  return (
    <div className="q-page">
      <PageHead
        finding={finding}
        why={{ words: isSecondPerson ? words.why : words.whySole }}
        primary={{
          words: words.create,
          icon: <Plus size={16} strokeWidth={1.75} />,
          disabled: readOnly !== null,
          ...(readOnly ? { hint: say(readOnly) } : {}),
          onClick: () => setBeginning(true),
        }}
        secondary={[
          {
            words: words.backToMatrix,
            icon: <Undo2 size={15} strokeWidth={1.5} />,
            onClick: () => navigate("/matrix"),
          },
          ...(rows.length > 1
            ? [{ words: words.compareAll, onClick: () => navigate("/matrix/changes/compare") }]
            : []),
        ]}
      />
      <div className="q-split">
        <div className="q-list">
          <DataTable
            id="changes"
            label={words.title}
            columns={columns}
            rows={shown}
            rowKey={({ set }) => set.id}
            onOpen={({ set }) => navigate(`/matrix/changes/${set.id}`)}
            groups={groups}
            startGroup="turn"
            tone={({ turn }) => (turn === "closed" ? "dim" : null)}
            tools={
              <>
                {chip(null, common.all, rows.length)}
                {changeSetStates.map((one) => {
                  const n = rows.filter(({ set }) => set.state === one).length;
                  return n > 0 || state === one ? chip(one, words.states[one], n) : null;
                })}
              </>
            }
            empty={
              <EmptyState
                icon={<FileStack size={32} strokeWidth={1.25} />}
                title={words.emptyTitle}
                why={isSecondPerson ? words.emptyWhy : words.emptySole}
                secondary={{ words: words.emptyMatrix, onClick: () => navigate("/matrix") }}
              />
            }
          />
        </div>
        {isBeginning ? <NewPanel onClose={() => setBeginning(false)} /> : null}
      </div>
    </div>
  );
}
