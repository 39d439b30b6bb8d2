// People and posts: what came in, viewed on any day, corrected, ended and linked.
import { Dropdown } from "antd";
import { ChevronDown, Plus, Users, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { useAsk } from "../../data/ask.ts";
import type { SheetRow } from "../../data/types.ts";
import { useReadOnly, useWorkbook } from "../../data/workbook.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import type { FieldValues } from "../../parts/row-values.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { Editor } from "./editor.tsx";
import { useExtraColumns } from "./extra-columns.ts";
import { hasPeriod, kindOf, mainKinds, otherKinds } from "./kinds.ts";
import { RowPanel } from "./row-panel.tsx";
import { SheetList } from "./sheet-list.tsx";
import { useStaffing } from "./staffing.ts";
import "./organisation.css";

const none: readonly SheetRow[] = [];

export default function Organisation(): ReactNode {
  const { organisation, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const { day, knownOn } = useFrame();
  const book = useWorkbook();
  const readOnly = useReadOnly();
  const [path, navigate] = useLocation();
  const query = useQueryState();
  const kind = kindOf(path.split("/")[2]);
  const sheet = sheetOf(kind);
  const isAllDays = query.get("days") === "all";
  const [editing, setEditing] = useState<{
    kind: SheetKind;
    row: SheetRow | null;
    fixed: FieldValues;
  } | null>(null);
  const staffing = useStaffing(day);
  const extra = useExtraColumns(kind, staffing);
  const { value, fault, isWaiting, again } = useAsk("sheets.list", {
    kind,
    day: isAllDays || !hasPeriod(kind) ? null : day,
    knownOn,
  });
  if (isWaiting && !staffing) return <PageSkeleton />;

  const rows = value?.rows ?? none;
  const openId = query.get("open");
  const opened = rows.find((row) => row.id === openId);
  const go = (next: SheetKind): void => {
    setEditing(null);
    navigate(`/organisation/${next}`);
  };
  const show = query.get("show");
  const ids = show === "vacant" ? staffing?.vacant : show === "idle" ? staffing?.idle : undefined;
  const shown = ids ? rows.filter((row) => ids.includes(row.id)) : rows;
  return (
    <div className="q-page">
      <PageHead
        finding={
          staffing
            ? [
                organisation.finding(
                  formats.count(staffing.people),
                  formats.count(staffing.posts),
                  formats.count(book?.counts.departments ?? 0),
                ),
                ...(staffing.vacant.length > 0
                  ? [
                      {
                        words: organisation.findingVacant(formats.count(staffing.vacant.length)),
                        href: "/organisation/posts?show=vacant",
                      },
                    ]
                  : []),
                ...(staffing.vacant.length > 0 && staffing.idle.length > 0 ? [common.comma] : []),
                ...(staffing.idle.length > 0
                  ? [
                      {
                        words: organisation.findingIdle(formats.count(staffing.idle.length)),
                        href: "/organisation/people?show=idle",
                      },
                    ]
                  : []),
                staffing.vacant.length + staffing.idle.length > 0
                  ? common.fullStop
                  : staffing.people > 0
                    ? organisation.findingAllHeld
                    : "",
              ]
            : [organisation.title]
        }
        primary={{
          words: organisation.add(say(sheet.name)),
          icon: <Plus size={16} strokeWidth={1.75} />,
          disabled: readOnly !== null,
          hint: readOnly ? say(readOnly) : organisation.addHint,
          onClick: () => setEditing({ kind, row: null, fixed: {} }),
        }}
        secondary={[{ words: organisation.importFile, onClick: () => navigate("/approvals/import") }]}
      />
      <nav className="q-sheet-tabs" aria-label={organisation.kinds}>
        {mainKinds.map((one) => (
          <button
            key={one}
            type="button"
            className="q-chip"
            aria-pressed={kind === one}
            onClick={() => go(one)}
          >
            {say(sheetOf(one).name)}
            <span className="q-chip-count">{formats.count(book?.counts[one] ?? 0)}</span>
          </button>
        ))}
        <Dropdown
          trigger={["click"]}
          menu={{
            items: otherKinds.map((one) => ({
              key: one,
              label: `${say(sheetOf(one).name)} ${formats.count(book?.counts[one] ?? 0)}`,
            })),
            selectedKeys: [kind],
            onClick: ({ key }) => go(kindOf(key)),
          }}
        >
          <button
            type="button"
            className="q-chip"
            aria-haspopup="menu"
            aria-pressed={otherKinds.includes(kind)}
          >
            {otherKinds.includes(kind) ? say(sheet.name) : organisation.otherKinds}
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
          </button>
        </Dropdown>
      </nav>
      <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      <div className="q-split">
        <div className="q-list">
          <SheetList
            kind={kind}
            extra={extra}
            rows={shown}
            selected={openId}
            onOpen={(row) => {
              setEditing(null);
              query.set({ open: row.id }, { quiet: openId !== null });
            }}
            tools={
              ids ? (
                <button
                  type="button"
                  className="q-chip"
                  aria-pressed="true"
                  onClick={() => query.set({ show: null })}
                >
                  {show === "vacant"
                    ? organisation.findingVacant(formats.count(ids.length))
                    : organisation.findingIdle(formats.count(ids.length))}
                  <X size={13} strokeWidth={1.75} aria-hidden="true" />
                </button>
              ) : hasPeriod(kind) ? (
                <>
                  <button
                    type="button"
                    className="q-chip"
                    aria-pressed={!isAllDays}
                    onClick={() => query.set({ days: null })}
                  >
                    {organisation.onDay(day)}
                  </button>
                  <button
                    type="button"
                    className="q-chip"
                    aria-pressed={isAllDays}
                    onClick={() => query.set({ days: "all" })}
                  >
                    {organisation.allDays}
                  </button>
                </>
              ) : (
                <span className="q-muted q-small">{say(sheet.about)}</span>
              )
            }
            empty={
              <EmptyState
                icon={<Users size={32} strokeWidth={1.25} />}
                title={organisation.emptyTitle(say(sheet.name))}
                why={say(sheet.about)}
                secondary={{ words: organisation.importFile, onClick: () => navigate("/approvals/import") }}
              />
            }
          />
        </div>
        {editing ? (
          <Editor
            key={`${editing.kind}.${editing.row?.id ?? "new"}`}
            {...editing}
            onClose={() => setEditing(null)}
          />
        ) : opened ? (
          <RowPanel
            key={opened.id}
            kind={kind}
            row={opened}
            onEdit={(of, row, fixed) => setEditing({ kind: of, row, fixed })}
            onClose={() => query.set({ open: null })}
          />
        ) : null}
      </div>
    </div>
  );
}
