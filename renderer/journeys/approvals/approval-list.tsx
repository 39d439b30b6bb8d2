// The approvals on record, latest first; a row opens its case.

import { Button } from "antd";
import { CircleHelp, FileInput, PencilLine } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useLocation } from "wouter";
import { actionChoices } from "../../../shared/domain/sheets.ts";
import { useAsk } from "../../data/ask.ts";
import type { SheetRow } from "../../data/types.ts";
import { useWhyNot } from "../../data/why-not.ts";
import { useReadOnly, useWorkbook } from "../../data/workbook.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { Amount, UnitSwitch } from "../../parts/amount.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import { Facts, PanelSection, SidePanel } from "../../parts/side-panel.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { WhyNotDialog } from "../../parts/why-not.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

const batch = 2000;
const most = 50_000;
const none: readonly SheetRow[] = [];
const latestFirst = [{ key: "at", descending: true }];
const number = (row: SheetRow, key: string): number | null => {
  const value = row.values[key];
  return typeof value === "number" ? value : null;
};
const name = (row: SheetRow, key: string): string => row.labels[key]?.name ?? "";

export function ApprovalList(): ReactNode {
  const { approvals, common, gate } = useWords();
  const formats = useFormats();
  const { unit, setUnit } = useFrame();
  const say = useText();
  const book = useWorkbook();
  const readOnly = useReadOnly("imports.commit");
  const [, navigate] = useLocation();
  const query = useQueryState();
  const total = book?.counts.approvals ?? 0;
  const isAll = query.get("all") === "yes";
  const { value, fault, isWaiting, again } = useAsk("sheets.list", {
    kind: "approvals",
    limit: isAll ? most : batch,
  });
  const columns = useApprovalColumns();
  const groups = useMemo<GroupChoice<SheetRow>[]>(
    () =>
      (
        [
          ["caseId", approvals.columns.case_],
          ["personId", approvals.columns.person],
          ["stepId", approvals.columns.step],
        ] as const
      ).map(([key, title]) => ({
        key,
        title,
        of: (row) => ({ key: String(row.values[key] ?? ""), words: name(row, key) || "—" }),
      })),
    [approvals],
  );
  if (isWaiting) return <PageSkeleton />;
  const rows = value?.rows ?? none;
  const openId = query.get("open");
  const opened = rows.find((row) => row.id === openId);
  const last = rows.reduce((latest, row) => Math.max(latest, number(row, "happenedAt") ?? 0), 0);
  return (
    <div className="q-page">
      <PageHead
        finding={[
          approvals.finding(formats.count(value?.total ?? total)),
          approvals.findingCases(formats.count(book?.counts.cases ?? 0)),
          approvals.findingEnd,
        ]}
        figures={
          total === 0
            ? []
            : [
                { name: approvals.figures.cases, figure: formats.count(book?.counts.cases ?? 0) },
                {
                  name: approvals.figures.conflicts,
                  figure: formats.count(book?.openConflicts ?? 0),
                  href: "/conflicts",
                },
                { name: approvals.figures.last, figure: last === 0 ? "—" : formats.dayOf(last) },
              ]
        }
        secondary={[
          {
            words: gate.openGate,
            icon: <CircleHelp size={16} strokeWidth={1.75} />,
            onClick: () => navigate("/approvals/gate"),
          },
        ]}
        primary={{
          words: approvals.import_,
          icon: <FileInput size={16} strokeWidth={1.75} />,
          disabled: readOnly !== null,
          ...(readOnly ? { hint: say(readOnly) } : {}),
          onClick: () => navigate("/approvals/import"),
        }}
      />
      <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      <div className="q-split">
        <div className="q-list">
          <DataTable
            id="approvals"
            label={approvals.list}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            selected={openId}
            onOpen={(row) => query.set({ open: row.id }, { quiet: openId !== null })}
            groups={groups}
            startSort={latestFirst}
            tools={
              !isAll && total > rows.length ? (
                <>
                  <span className="q-muted q-small">
                    {approvals.shown(formats.count(rows.length), formats.count(total))}
                  </span>
                  <button type="button" className="q-chip" onClick={() => query.set({ all: "yes" })}>
                    {approvals.showAll}
                  </button>
                </>
              ) : (
                <b className="q-strong">{approvals.list}</b>
              )
            }
            toolsEnd={<UnitSwitch unit={unit} onChange={setUnit} />}
            empty={
              <EmptyState
                icon={<PencilLine size={32} strokeWidth={1.25} />}
                title={approvals.emptyTitle}
                why={approvals.emptyWhy}
                secondary={{ words: approvals.emptySample, onClick: () => navigate("/welcome") }}
              />
            }
          />
        </div>
        {opened ? (
          <CasePanel row={opened} rows={rows} columns={columns} onClose={() => query.set({ open: null })} />
        ) : null}
      </div>
    </div>
  );
}

function useApprovalColumns(): readonly DataColumn<SheetRow>[] {
  const { approvals, common } = useWords();
  const formats = useFormats();
  const { unit } = useFrame();
  const say = useText();
  return useMemo<DataColumn<SheetRow>[]>(() => {
    const { columns } = approvals;
    const reference = (key: string, title: string, width: number, more = {}): DataColumn<SheetRow> => ({
      key,
      title,
      width,
      value: (row) => name(row, key) || null,
      ...more,
    });
    const at = (key: string, title: string, more = {}): DataColumn<SheetRow> => ({
      key,
      title,
      width: 140,
      filter: "none",
      value: (row) => number(row, key),
      text: (row) => {
        const instant = number(row, key);
        return instant === null ? "" : formats.instant(instant).slice(0, 16);
      },
      ...more,
    });
    return [
      { ...at("happenedAt", columns.at), key: "at" },
      {
        key: "caseId",
        title: columns.case_,
        width: 136,
        filter: "text",
        value: (row) => row.labels.caseId?.code ?? null,
      },
      reference("stepId", columns.step, 150, { grows: true }),
      reference("personId", columns.person, 96),
      reference("onBehalfOfId", columns.onBehalfOf, 96),
      reference("postId", columns.post, 140),
      {
        key: "action",
        title: columns.action,
        width: 72,
        value: (row) => {
          const choice = actionChoices.find((one) => one.value === row.values.action);
          return choice ? say(choice.name) : String(row.values.action ?? "");
        },
      },
      {
        key: "amount",
        title: columns.amount(common[unit]),
        width: 112,
        align: "end",
        filter: "money",
        value: (row) => number(row, "amount"),
        text: (row) => formats.money(number(row, "amount"), unit),
        cell: (row) => <Amount fen={number(row, "amount")} />,
      },
      {
        key: "docNo",
        title: columns.docNo,
        width: 130,
        filter: "text",
        value: (row) => (typeof row.values.docNo === "string" ? row.values.docNo : null),
      },
      at("recordedAt", columns.recordedAt, { startsHidden: true }),
    ];
  }, [approvals, common, formats, unit, say]);
}

function CasePanel(props: {
  row: SheetRow;
  rows: readonly SheetRow[];
  columns: readonly DataColumn<SheetRow>[];
  onClose(): void;
}): ReactNode {
  const { row } = props;
  const { approvals, explain, gate } = useWords();
  const [, navigate] = useLocation();
  const formats = useFormats();
  const whyNot = useWhyNot();
  const caseNo = row.labels.caseId?.code ?? "";
  const own = props.rows
    .filter((one) => one.values.caseId === row.values.caseId)
    .sort((a, b) => (number(a, "happenedAt") ?? 0) - (number(b, "happenedAt") ?? 0));
  const textOf = (column: DataColumn<SheetRow>): string =>
    column.text ? column.text(row) : String(column.value(row) ?? "");
  return (
    <SidePanel
      id="approvals"
      startWidth={460}
      label={approvals.detail}
      title={`${caseNo} · ${name(row, "stepId")}`}
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={() => whyNot.open({ caseNo })} disabled={caseNo === ""}>
            {explain.whyNot}
          </Button>
          <Button
            onClick={() => navigate(`/approvals/gate?case=${encodeURIComponent(caseNo)}`)}
            disabled={caseNo === ""}
          >
            {gate.askCase}
          </Button>
        </>
      }
    >
      <WhyNotDialog {...whyNot} />
      <Facts
        facts={props.columns.flatMap((column) => {
          const text = textOf(column);
          return text === "" ? [] : [{ name: column.title, value: text }];
        })}
      />
      <PanelSection title={approvals.ofCase(caseNo)} note={formats.count(own.length)}>
        <ul className="q-acts">
          {own.map((one) => (
            <li key={one.id} {...(one.id === row.id ? { "data-here": "" } : {})}>
              <span className="q-second q-nowrap">{formats.dayOf(number(one, "happenedAt") ?? 0)}</span>
              <span className="q-ellipsis q-grow">{name(one, "stepId")}</span>
              <span>{name(one, "personId")}</span>
              <Amount fen={number(one, "amount")} />
            </li>
          ))}
        </ul>
      </PanelSection>
    </SidePanel>
  );
}
