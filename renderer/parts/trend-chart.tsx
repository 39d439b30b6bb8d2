// Numbers over time as bars that start at zero; the last one is labelled, every bar opens its rows.
import { type ReactNode, useMemo } from "react";
import { Chart, useChartInk } from "./chart.tsx";

export interface TrendPoint {
  /** "2025 三季度" */
  name: string;
  value: number;
}

interface TrendChartProps {
  label: string;
  points: readonly TrendPoint[];
  height?: number;
  onOpen?: (at: number) => void;
}

export function TrendChart(props: TrendChartProps): ReactNode {
  const ink = useChartInk();
  const { points } = props;
  const option = useMemo(() => {
    const last = points.length - 1;
    return {
      animation: false,
      textStyle: { fontFamily: ink.font, fontSize: 12 },
      grid: { left: 0, right: 8, top: 22, bottom: 22 },
      tooltip: {
        trigger: "item",
        backgroundColor: ink.raised,
        borderColor: ink.lineStrong,
        textStyle: { color: ink.ink, fontSize: 12 },
        formatter: "{b}: {c}",
      },
      xAxis: {
        type: "category",
        data: points.map((point) => point.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.lineStrong } },
        axisLabel: { color: ink.third, fontSize: 12, interval: "auto", hideOverlap: true },
      },
      yAxis: {
        type: "value",
        min: 0,
        minInterval: 1,
        axisLabel: { show: false },
        splitLine: { show: false },
      },
      series: [
        {
          type: "bar",
          barMaxWidth: 34,
          barCategoryGap: "22%",
          data: points.map((point, at) => ({
            value: point.value,
            itemStyle: { color: at === last ? ink.accent : ink.spark },
          })),
          label: { show: points.length <= 16, position: "top", color: ink.second, fontSize: 12 },
          cursor: props.onOpen ? "pointer" : "default",
          emphasis: { disabled: true },
        },
      ],
    };
  }, [points, ink, props.onOpen]);
  return (
    <Chart
      label={`${props.label}: ${points.map((point) => `${point.name} ${point.value}`).join(", ")}`}
      option={option}
      height={props.height ?? 160}
      onClick={(mark) => props.onOpen?.(mark.dataIndex)}
    />
  );
}
