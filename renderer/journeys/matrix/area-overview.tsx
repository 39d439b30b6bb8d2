// From afar: areas and matters against levels as a heat of authorities, with what is wrong beside; a line opens its matrix.
import { type ReactNode, useMemo } from "react";
import { areaNames } from "../../../shared/domain/duty.ts";
import { levels } from "../../../shared/domain/organisation.ts";
import type { MatrixView } from "../../data/types.ts";
import { ScrollBox } from "../../parts/scroll-box.tsx";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { type AreaLine, areaLines } from "./area-model.ts";

const wrongs = ["conflicts", "gaps", "ladder", "ending"] as const;

export function AreaOverview(props: { view: MatrixView; onOpen(line: AreaLine): void }): ReactNode {
  const { matrixWork, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const lines = useMemo(() => areaLines(props.view), [props.view]);
  const most = Math.max(
    1,
    ...lines.filter(({ matterId }) => matterId !== null).flatMap((line) => Object.values(line.byLevel)),
  );
  return (
    <ScrollBox className="q-areas" label={matrixWork.areas.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{common.matter}</th>
            <th scope="col">{matrixWork.areas.steps}</th>
            {levels.map((level) => (
              <th key={level} scope="col">
                {common.levels[level]}
              </th>
            ))}
            {wrongs.map((wrong) => (
              <th key={wrong} scope="col">
                {matrixWork.areas[wrong]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const name = line.matterId === null ? say(areaNames[line.area]) : line.name;
            return (
              <tr key={line.matterId ?? line.area} {...(line.matterId === null ? { "data-area": "" } : {})}>
                <th scope="row">
                  <button
                    type="button"
                    title={matrixWork.areas.open(name)}
                    onClick={() => props.onOpen(line)}
                  >
                    {name}
                  </button>
                </th>
                <td>{formats.count(line.steps)}</td>
                {levels.map((level) => {
                  const n = line.byLevel[level];
                  const heat = line.matterId === null ? 0 : Math.round((n / most) * 32);
                  return (
                    <td
                      key={level}
                      className="q-areas-heat"
                      style={
                        heat > 0
                          ? { background: `color-mix(in srgb, var(--c-accent) ${heat}%, transparent)` }
                          : undefined
                      }
                    >
                      {n === 0 ? "" : formats.count(n)}
                    </td>
                  );
                })}
                {wrongs.map((wrong) => (
                  <td key={wrong} data-wrong={line[wrong] > 0 ? wrong : undefined}>
                    {line[wrong] === 0 ? "" : formats.count(line[wrong])}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
