// The authority matrix on any day, edited in place, with the design check beside it.
import { Button, Select } from "antd";
import { FileDown, Grid3x3, HandHelping, LayoutTemplate, ListChecks, Plus } from "lucide-react";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { addMonths, type Day } from "../../../shared/domain/day.ts";
import { areaNames, areas, dutyTypes } from "../../../shared/domain/duty.ts";
import { useAsk } from "../../data/ask.ts";
import { useDraft } from "../../data/draft.ts";
import type { MatrixView } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import { useQueryState } from "../../parts/address-query.ts";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useFrame } from "../../parts/frame-state.ts";
import { MatrixGrid } from "../../parts/matrix-grid.tsx";
import { MatrixLegend } from "../../parts/matrix-legend.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageSkeleton } from "../../parts/page-skeleton.tsx";
import type { FieldValues } from "../../parts/row-values.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { AuthorityEditor, rowValues } from "./authority-editor.tsx";
import { CellPanel } from "./cell-panel.tsx";
import { CheckPanel } from "./check-panel.tsx";
import { DayLine } from "./day-line.tsx";
import { useMatrixFinding } from "./finding.ts";
import { useGrid } from "./grid-model.ts";
import { cellsAt, columnOf, matterIn, type Scope, scopeView, startMatter, type ViewMatter } from "./scope.ts";
import { useSetsAction } from "./sets-action.tsx";
import { Wizard } from "./wizard/wizard.tsx";
import "./matrix.css";

export default function Matrix(): ReactNode {
  const { matrix, matterTemplate, common } = useWords();
  const { day, knownOn } = useFrame();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const { value, fault, isWaiting, again } = useAsk("matrix.view", { day, knownOn });
  if (isWaiting) return <PageSkeleton />;
  if (!value)
    return (
      <div className="q-page">
        <Trouble fault={fault} action={{ words: common.retry, onClick: again }} />
      </div>
    );
  if (query.get("new") === "template")
    return (
      <Wizard
        view={value}
        onClose={() => query.set({ new: null })}
        onMade={(code) =>
          query.set({ new: null, area: null, matter: `code:${code}`, step: null, column: null })
        }
      />
    );
  if (value.matters.length === 0)
    return (
      <div className="q-page">
        <EmptyState
          icon={<Grid3x3 size={32} strokeWidth={1.25} />}
          title={matrix.emptyTitle}
          why={matrix.emptyWhy}
          primary={{ words: matterTemplate.open, onClick: () => query.set({ new: "template" }) }}
          secondary={{ words: matrix.emptyImport, onClick: () => navigate("/approvals/import") }}
        />
      </div>
    );
  return <Filled view={value} />;
}

function rangeOfDays(view: MatrixView, today: Day): { first: Day; last: Day } {
  const starts = view.cells.map((cell) => cell.from).sort();
  const early = addMonths(today, -36);
  const first = starts[0] && starts[0] > early ? starts[0] : early;
  return { first: `${first.slice(0, 8)}01`, last: addMonths(today, 18) };
}

function Filled(props: { view: MatrixView }): ReactNode {
  const { view } = props;
  const { matrix, matterTemplate, operators, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const sets = useSetsAction();
  const { isNeeded: isDrafting } = useDraft();
  const { day, today, unit, setDay } = useFrame();
  const readOnly = useReadOnly();
  const [, navigate] = useLocation();
  const query = useQueryState();
  const [editing, setEditing] = useState<{ id: string | null; start: FieldValues } | null>(null);
  const canWrite = readOnly === null;

  const area = areas.find((one) => one === query.get("area")) ?? null;
  const isAll = query.get("matter") === "all";
  const scope: Scope = useMemo(
    () => ({
      area,
      matterId:
        isAll || (area && !query.get("matter"))
          ? null
          : (matterIn(view, query.get("matter")) ?? startMatter(view)),
    }),
    [area, isAll, query, view],
  );
  const scoped = useMemo(() => scopeView(view, scope), [view, scope]);
  const second = query.get("second") === "holder" ? "holder" : "range";
  const fill = useCallback(
    (matter: ViewMatter, stepId: string) => setEditing({ id: null, start: { matterId: matter.id, stepId } }),
    [],
  );
  const grid = useGrid(view, scoped, second, canWrite ? fill : null);
  const days = useMemo(() => rangeOfDays(view, today), [view, today]);

  const stepId = query.get("step");
  const column = query.get("column");
  const selected = stepId && column ? { stepId, postId: column } : null;
  const matter = scoped.matters.find((one) => one.steps.some((step) => step.id === stepId));
  const step = matter?.steps.find((one) => one.id === stepId);
  const isChecking = query.get("check") !== "off";
  const matterName =
    scope.matterId === null ? (area ? say(areaNames[area]) : matrix.whole) : (scoped.matters[0]?.name ?? "");
  const head = useMatrixFinding(matterName, scoped, day, query);
  const openCell = (at: { stepId: string; postId: string }): void => {
    setEditing(null);
    query.set({ step: at.stepId, column: at.postId }, { quiet: selected !== null });
  };
  return (
    <div className="q-page">
      <PageHead
        finding={head.finding}
        figures={head.figures}
        why={{ words: matrix.potentialWhy }}
        primary={{
          words: matrix.addAuthority,
          icon: <Plus size={16} strokeWidth={1.75} />,
          disabled: !canWrite,
          hint: readOnly ? say(readOnly) : isDrafting ? operators.secondPerson : matrix.noSecond,
          onClick: () =>
            setEditing({ id: null, start: scope.matterId === null ? {} : { matterId: scope.matterId } }),
        }}
        secondary={[
          sets,
          {
            words: matterTemplate.open,
            icon: <LayoutTemplate size={15} strokeWidth={1.5} />,
            disabled: !canWrite,
            onClick: () => query.set({ new: "template" }),
          },
          {
            words: matrix.delegations,
            icon: <HandHelping size={15} strokeWidth={1.5} />,
            onClick: () => navigate("/matrix/delegations"),
          },
          {
            words: matrix.report,
            icon: <FileDown size={15} strokeWidth={1.5} />,
            onClick: () => navigate("/reports?what=matrix"),
          },
        ]}
      />
      <div className="q-tools">
        <Select
          aria-label={matrix.scope}
          value={scope.matterId ?? (area ? `area:${area}` : "all")}
          style={{ width: 220 }}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(next: string) => {
            setEditing(null);
            query.set(
              next.startsWith("area:")
                ? { area: next.slice(5), matter: null, step: null, column: null }
                : { area: null, matter: next, step: null, column: null },
            );
          }}
          options={[
            { value: "all", label: matrix.whole },
            ...areas
              .filter((one) => view.matters.some((it) => it.area === one))
              .map((one) => ({
                label: say(areaNames[one]),
                title: say(areaNames[one]),
                options: [
                  { value: `area:${one}`, label: matrix.wholeArea(say(areaNames[one])) },
                  ...view.matters
                    .filter((it) => it.area === one)
                    .map((it) => ({ value: it.id, label: it.name })),
                ],
              })),
          ]}
        />
        <span className="q-sep" />
        <span className="q-legends">
          {dutyTypes
            .filter((type) => scoped.matters.some((it) => it.steps.some((one) => one.dutyType === type)))
            .map((type) => (
              <DutyGlyph key={type} duty={type} named />
            ))}
          <MatrixLegend />
        </span>
        <span className="q-grow" />
        <span className="q-muted q-small">{matrix.unit(common[unit])}</span>
        <fieldset className="q-segments" aria-label={matrix.secondLine} style={{ margin: 0, padding: 0 }}>
          {(["range", "holder"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={second === one}
              onClick={() => query.set({ second: one === "range" ? null : one }, { quiet: true })}
            >
              {matrix.seconds[one]}
            </button>
          ))}
        </fieldset>
        <Button
          icon={<ListChecks size={15} strokeWidth={1.5} />}
          onClick={() =>
            query.set(
              { check: isChecking && !selected ? "off" : null, step: null, column: null },
              { quiet: true },
            )
          }
        >
          {matrix.showCheck} {formats.count(scoped.findings.length)}
        </Button>
      </div>
      <div className="q-split">
        <div className="q-list">
          <MatrixGrid
            id="matrix"
            label={matrix.title}
            posts={grid.posts}
            matters={grid.matters}
            selected={selected}
            onOpen={openCell}
          />
          <DayLine day={day} today={today} {...days} onDay={setDay} />
        </div>
        {editing ? (
          <AuthorityEditor
            key={`${editing.id}.${JSON.stringify(editing.start)}`}
            id={editing.id}
            start={editing.start}
            onClose={() => setEditing(null)}
          />
        ) : selected && matter && step ? (
          <CellPanel
            matter={matter}
            step={step}
            post={view.posts.find((post) => post.id === selected.postId) ?? null}
            cells={cellsAt(scoped.cells, selected.stepId, selected.postId)}
            findings={scoped.findings}
            canWrite={canWrite}
            onAdd={() =>
              setEditing({
                id: null,
                start: {
                  matterId: matter.id,
                  stepId: step.id,
                  ...(selected.postId.startsWith("person:")
                    ? { personId: selected.postId.slice(7), kind: "special" }
                    : { postId: selected.postId }),
                },
              })
            }
            onChange={(cell) => setEditing({ id: cell.authorityId, start: rowValues(cell, matter.id) })}
            onClose={() => query.set({ step: null, column: null }, { quiet: true })}
          />
        ) : isChecking ? (
          <CheckPanel
            findings={scoped.findings}
            query={query}
            onClose={() => query.set({ check: "off" }, { quiet: true })}
            onOpen={(finding) => {
              const cell = scoped.cells.find(
                (one) =>
                  finding.authorityIds.includes(one.authorityId) ||
                  (finding.stepIds.includes(one.stepId) && finding.postIds.includes(one.postId ?? "")),
              );
              const gapMatter = view.matters.find((one) => one.id === finding.matterId);
              const [gapStep] = finding.stepIds;
              if (cell) openCell({ stepId: cell.stepId, postId: columnOf(cell) });
              else if (gapMatter && gapStep && canWrite) fill(gapMatter, gapStep);
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
