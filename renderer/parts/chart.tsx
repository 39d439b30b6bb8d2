// Holds one ECharts chart: tree-shaken, themed by the tokens, resized with its box, every mark opens its rows.
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type ReactNode, useEffect, useRef, useState } from "react";

use([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** The present values of the tokens a chart needs; ECharts cannot read CSS variables. */
export interface ChartInk {
  ink: string;
  second: string;
  third: string;
  line: string;
  lineStrong: string;
  surface: string;
  raised: string;
  accent: string;
  accentSoft: string;
  red: string;
  redSoft: string;
  spark: string;
  font: string;
}
function readInk(): ChartInk {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token("--c-ink"),
    second: token("--c-ink-2"),
    third: token("--c-ink-3"),
    line: token("--c-grid"),
    lineStrong: token("--c-line-strong"),
    surface: token("--c-surface"),
    raised: token("--c-raised"),
    accent: token("--c-accent"),
    accentSoft: token("--c-accent-soft"),
    red: token("--c-red"),
    redSoft: token("--c-red-soft"),
    spark: token("--c-spark"),
    font: token("--font"),
  };
}

/** The tokens' values, read again when the theme changes. */
export function useChartInk(): ChartInk {
  const [ink, setInk] = useState(readInk);
  useEffect(() => {
    const watch = new MutationObserver(() => setInk(readInk()));
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    setInk(readInk());
    return () => watch.disconnect();
  }, []);
  return ink;
}

interface ChartProps {
  label: string;
  option: Parameters<ECharts["setOption"]>[0];
  height: number | string;
  onClick?: (mark: { seriesIndex: number; dataIndex: number; value: unknown }) => void;
}

export function Chart(props: ChartProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const onClick = useRef(props.onClick);
  onClick.current = props.onClick;
  useEffect(() => {
    const holder = box.current;
    if (!holder) return;
    const made = init(holder, null, { renderer: "svg" });
    chart.current = made;
    made.on("click", (mark) => {
      onClick.current?.({ seriesIndex: mark.seriesIndex ?? 0, dataIndex: mark.dataIndex, value: mark.value });
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(holder);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(props.option, { notMerge: true });
  }, [props.option]);
  return <div ref={box} role="img" aria-label={props.label} style={{ height: props.height, minWidth: 0 }} />;
}
