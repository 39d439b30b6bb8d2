// The tools above the matrix: scope, view, legend, colour, second line, posts without authority, the check.
import { Button, Checkbox, Select } from "antd";
import { ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { areaNames, areas, dutyTypes } from "../../../shared/domain/duty.ts";
import type { MatrixView } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { type MatrixTint, matrixTints } from "../../parts/matrix-cell.ts";
import { MatrixLegend } from "../../parts/matrix-legend.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Scope, Scoped } from "./scope.ts";

export const viewKinds = ["areas", "grid", "ladder"] as const;
export type ViewKind = (typeof viewKinds)[number];

interface ToolsProps {
  view: MatrixView;
  scope: Scope;
  scoped: Scoped;
  kind: ViewKind;
  second: "range" | "holder";
  tint: MatrixTint;
  onTint(tint: MatrixTint): void;
  isChecking: boolean;
  query: AddressQuery;
  onLeave(): void;
}

export function Tools(props: ToolsProps): ReactNode {
  const { view, scope, scoped, kind, query } = props;
  const { matrix, matrixWork, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const unit = useUnit();
  const isGrid = kind === "grid";
  // From afar everything is in sight: whoever chooses a matter there wants to see it near.
  const leaving = kind === "areas" ? { view: null } : {};
  return (
    <div className="q-tools">
      <Select
        aria-label={matrix.scope}
        value={kind === "areas" ? "all" : (scope.matterId ?? (scope.area ? `area:${scope.area}` : "all"))}
        style={{ width: 188 }}
        showSearch={{ optionFilterProp: "label" }}
        onChange={(next: string) => {
          props.onLeave();
          query.set(
            next.startsWith("area:")
              ? { ...leaving, area: next.slice(5), matter: null, step: null, column: null }
              : { ...leaving, area: null, matter: next, step: null, column: null },
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
      <Segments
        label={matrixWork.viewLabel}
        value={kind}
        choices={viewKinds.map((one) => [one, matrixWork.views[one]] as const)}
        onChoose={(one) => query.set({ view: one === "grid" ? null : one, step: null, column: null })}
      />
      <span className="q-grow" />
      {isGrid ? (
        <>
          <span className="q-muted q-small">{matrix.unit(common[unit])}</span>
          <Checkbox
            checked={query.get("posts") === "all"}
            onChange={({ target }) => query.set({ posts: target.checked ? "all" : null }, { quiet: true })}
          >
            {matrixWork.allPosts}
          </Checkbox>
          <Select<MatrixTint>
            aria-label={matrixWork.tint}
            value={props.tint}
            style={{ width: 104 }}
            onChange={props.onTint}
            options={matrixTints.map((value) => ({ value, label: matrixWork.tints[value] }))}
          />
          <Segments
            label={matrix.secondLine}
            value={props.second}
            choices={(["range", "holder"] as const).map((one) => [one, matrix.seconds[one]] as const)}
            onChoose={(one) => query.set({ second: one === "range" ? null : one }, { quiet: true })}
          />
        </>
      ) : null}
      {isGrid ? (
        <Button
          icon={<ListChecks size={15} strokeWidth={1.5} />}
          aria-pressed={props.isChecking}
          onClick={() => {
            props.onLeave();
            query.set({ check: props.isChecking ? "off" : null, step: null, column: null }, { quiet: true });
          }}
        >
          {matrix.showCheck} {formats.count(scoped.findings.length)}
        </Button>
      ) : null}
    </div>
  );
}

/** The glyphs that are in sight, and the signs. */
export function Legends(props: { scoped: Scoped }): ReactNode {
  return (
    <span className="q-matrix-legends">
      {dutyTypes
        .filter((type) => props.scoped.matters.some((it) => it.steps.some((one) => one.dutyType === type)))
        .map((type) => (
          <DutyGlyph key={type} duty={type} named />
        ))}
      <MatrixLegend />
    </span>
  );
}

function Segments<Key extends string>(props: {
  label: string;
  value: Key;
  choices: readonly (readonly [Key, string])[];
  onChoose(key: Key): void;
}): ReactNode {
  return (
    <fieldset className="q-segments" aria-label={props.label} style={{ margin: 0, padding: 0 }}>
      {props.choices.map(([key, words]) => (
        <button
          key={key}
          type="button"
          aria-pressed={props.value === key}
          onClick={() => props.onChoose(key)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
