// Counts over two directions (area × kind of conflict), the number written in each cell; a cell opens its rows.
import { type ReactNode, useMemo } from "react";
import { Chart, useChartInk } from "./chart.tsx";

interface HeatMapProps {
  label: string;
  across: readonly string[];
  down: readonly string[];
  /** One number for each `down`, then each `across`. */
  values: readonly (readonly number[])[];
  onOpen?: (down: number, across: number) => void;
  rowHeight?: number;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
/** `#rrggbb` a with a share of b in it. */
export const mixColours = (a: string, b: string, share: number): string =>
  `#${channels(a)
    .map((channel, at) => Math.round(channel + ((channels(b)[at] ?? channel) - channel) * share))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;

export function HeatMap(props: HeatMapProps): ReactNode {
  const ink = useChartInk();
  const { across, down, values } = props;
  const option = useMemo(() => {
    const most = Math.max(1, ...values.flat());
    // The scale ends well before full red, so that every number stays readable on its cell.
    return {
      animation: false,
      textStyle: { fontFamily: ink.font, fontSize: 12 },
      grid: { left: 4, right: 4, top: 30, bottom: 4, containLabel: true },
      tooltip: {
        backgroundColor: ink.raised,
        borderColor: ink.lineStrong,
        textStyle: { color: ink.ink, fontSize: 12 },
        formatter: ({ value }: { value: [number, number, number] }) =>
          `${down[value[1]] ?? ""} · ${across[value[0]] ?? ""}: ${value[2]}`,
      },
      visualMap: {
        show: false,
        min: 0,
        max: most,
        inRange: { color: [ink.surface, ink.redSoft, mixColours(ink.redSoft, ink.red, 0.4)] },
      },
      xAxis: {
        type: "category",
        position: "top",
        data: across,
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { color: ink.second, fontSize: 12, interval: 0 },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: down,
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { color: ink.ink, fontSize: 12 },
      },
      series: [
        {
          type: "heatmap",
          data: values.flatMap((row, y) => row.map((value, x) => [x, y, value])),
          label: {
            show: true,
            color: ink.ink,
            fontSize: 12,
            formatter: ({ value }: { value: [number, number, number] }) =>
              value[2] === 0 ? "·" : String(value[2]),
          },
          itemStyle: { borderColor: ink.surface, borderWidth: 2, borderRadius: 3 },
          emphasis: { itemStyle: { borderColor: ink.accent } },
          cursor: props.onOpen ? "pointer" : "default",
        },
      ],
    };
  }, [across, down, values, ink, props.onOpen]);
  return (
    <Chart
      label={`${props.label}: ${down.map((name, y) => `${name} ${(values[y] ?? []).join(" ")}`).join("; ")}`}
      option={option}
      height={34 + down.length * (props.rowHeight ?? 30)}
      onClick={(mark) => {
        const [x, y] = Array.isArray(mark.value) ? (mark.value as number[]) : [];
        if (x !== undefined && y !== undefined) props.onOpen?.(y, x);
      }}
    />
  );
}
