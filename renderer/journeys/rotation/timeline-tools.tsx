// What the timeline is looked at by: rows, months across, groups, filters, words; and what it is taken away as.
import { Button, Input, Popover, Select } from "antd";
import { ClipboardCopy, Info, Search } from "lucide-react";
import type { ReactNode } from "react";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useRemembered } from "../../parts/memory.ts";
import { TenureLegend } from "../../parts/tenure-legend.tsx";
import { useToast } from "../../parts/undo-toast.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { TimelineFilter } from "./timeline-filter.ts";
import { type Axis, axes, type Grouping, groupings } from "./timeline-groups.ts";

export const zooms = [12, 24, 36, 60] as const;
export interface TimelineView {
  axis: Axis;
  zoom: number;
  grouping: Grouping;
  filter: TimelineFilter;
}
const oneOf =
  <Value,>(choices: readonly Value[]) =>
  (json: unknown): Value | null =>
    choices.find((choice) => choice === json) ?? null;

/** How the timeline is looked at: remembered, but for the filters, which stand in the address. */
export function useTimelineView(query: AddressQuery, hasPlan: boolean) {
  const [axis, setAxis] = useRemembered<Axis>("rotation.axis", "posts", oneOf(axes));
  const [zoom, setZoom] = useRemembered<number>("rotation.zoom", 24, oneOf<number>(zooms));
  const [planned, setPlanned] = useRemembered<Grouping>("rotation.groups", "chain", oneOf(groupings));
  const [plain, setPlain] = useRemembered<Grouping>("rotation.groups.plain", "state", oneOf(groupings));
  const show = query.get("show") ?? "";
  const view: TimelineView = {
    axis,
    zoom,
    grouping: hasPlan ? planned : plain === "chain" ? "state" : plain,
    filter: {
      isMoved: hasPlan && show.includes("moved"),
      isOverdue: show.includes("overdue"),
      isBroken: hasPlan && show.includes("broken"),
      department: query.get("department"),
      month: query.get("month"),
      search: query.get("find") ?? "",
    },
  };
  return { view, setAxis, setZoom, setGrouping: hasPlan ? setPlanned : setPlain };
}

export function TimelineTools(props: {
  look: ReturnType<typeof useTimelineView>;
  query: AddressQuery;
  hasPlan: boolean;
  departments: readonly string[];
  broken: number;
  shown: number;
  rows: number;
  copy(): string;
}): ReactNode {
  const { query, hasPlan } = props;
  const { rotation, common, tables } = useWords();
  const formats = useFormats();
  const toast = useToast();
  const { view, setAxis, setZoom, setGrouping } = props.look;
  const { filter } = view;
  const show = (query.get("show") ?? "").split(" ").filter((one) => one !== "");
  const toggle = (key: string): void => {
    const next = show.includes(key) ? show.filter((one) => one !== key) : [...show, key];
    query.set({ show: next.length === 0 ? null : next.join(" ") }, { quiet: true });
  };
  const chip = (key: string, isOn: boolean, words: string, count?: number, tone?: string): ReactNode => (
    <button
      type="button"
      className="q-chip"
      aria-pressed={isOn}
      onClick={() => toggle(key)}
      {...(tone ? { "data-tone": tone } : {})}
    >
      {words}
      {count === undefined ? null : <span className="q-chip-count">{formats.count(count)}</span>}
    </button>
  );
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(props.copy());
    toast.say({ words: rotation.copiedRows(formats.count(props.shown)) });
  };
  return (
    <div className="q-tools q-rotation-tools">
      <fieldset className="q-segments" aria-label={rotation.axis}>
        {axes.map((one) => (
          <button key={one} type="button" aria-pressed={view.axis === one} onClick={() => setAxis(one)}>
            {rotation.axes[one]}
          </button>
        ))}
      </fieldset>
      <fieldset className="q-segments" aria-label={rotation.zoom}>
        {zooms.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={view.zoom === one}
            aria-label={rotation.monthsOf(formats.count(one))}
            title={rotation.monthsOf(formats.count(one))}
            onClick={() => setZoom(one)}
          >
            {formats.count(one)}
          </button>
        ))}
      </fieldset>
      <Select<Grouping>
        aria-label={tables.groupBy}
        value={view.grouping}
        variant="borderless"
        popupMatchSelectWidth={false}
        onChange={setGrouping}
        options={groupings
          .filter((one) => hasPlan || one !== "chain")
          .map((one) => ({ value: one, label: rotation.groupings[one] }))}
      />
      <span className="q-sep" />
      {hasPlan ? chip("moved", filter.isMoved, rotation.onlyMoved) : null}
      {chip("overdue", filter.isOverdue, rotation.onlyOverdue)}
      {hasPlan && (props.broken > 0 || filter.isBroken)
        ? chip("broken", filter.isBroken, rotation.onlyBroken, props.broken, "red")
        : null}
      {filter.month ? (
        <button
          type="button"
          className="q-chip"
          aria-pressed
          onClick={() => query.set({ month: null }, { quiet: true })}
        >
          {rotation.onlyMonth(filter.month.slice(0, 7))} ×
        </button>
      ) : null}
      <Select<string | null>
        aria-label={common.department}
        value={filter.department}
        placeholder={rotation.allDepartments}
        allowClear
        variant="borderless"
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: "label" }}
        style={{ minWidth: 96, maxWidth: 160 }}
        onChange={(next) => query.set({ department: next ?? null }, { quiet: true })}
        options={props.departments.map((one) => ({ value: one, label: one }))}
      />
      <Input
        aria-label={rotation.find}
        placeholder={rotation.find}
        value={filter.search}
        allowClear
        prefix={<Search size={13} strokeWidth={1.5} aria-hidden="true" />}
        style={{ width: 184 }}
        onChange={({ target }) =>
          query.set({ find: target.value === "" ? null : target.value }, { quiet: true })
        }
      />
      {props.shown < props.rows ? (
        <span className="q-muted q-small q-nowrap" role="status">
          {tables.filtered(formats.count(props.shown), formats.count(props.rows))}
        </span>
      ) : null}
      <span className="q-grow" />
      <span className="q-legends">
        <TenureLegend />
      </span>
      <Popover
        trigger="click"
        placement="bottomRight"
        title={tables.legend}
        content={
          <div style={{ width: 340 }}>
            <TenureLegend hasPlan={hasPlan} />
            {hasPlan ? <p className="q-second q-small q-hand-keys">{rotation.keysHelp}</p> : null}
          </div>
        }
      >
        <Button
          type="text"
          aria-label={tables.legend}
          title={tables.legend}
          icon={<Info size={15} strokeWidth={1.5} />}
        />
      </Popover>
      <Button
        type="text"
        aria-label={rotation.copyRows}
        title={rotation.copyRows}
        icon={<ClipboardCopy size={15} strokeWidth={1.5} />}
        onClick={() => void copy()}
      />
    </div>
  );
}
