// A field for one day, in and out as `YYYY-MM-DD`; the only part that meets the picker's own date type.
import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";
import type { Day } from "../../shared/domain/day.ts";

interface DayFieldProps {
  value: Day | null;
  onChange(day: Day | null): void;
  label: string;
  placeholder?: string;
  earliest?: Day;
  latest?: Day;
  clearable?: boolean;
  /** Amber border: something about this day is to be looked at. */
  doubtful?: boolean;
}

export function DayField(props: DayFieldProps): ReactNode {
  return (
    <DatePicker
      aria-label={props.label}
      value={props.value === null ? null : dayjs(props.value)}
      onChange={(picked) => props.onChange(picked ? picked.format("YYYY-MM-DD") : null)}
      format={["YYYY-MM-DD", "YYYYMMDD", "YYYY.M.D", "YYYY/M/D"]}
      placeholder={props.placeholder ?? "YYYY-MM-DD"}
      allowClear={props.clearable ?? false}
      {...(props.earliest ? { minDate: dayjs(props.earliest) } : {})}
      {...(props.latest ? { maxDate: dayjs(props.latest) } : {})}
      {...(props.doubtful ? { status: "warning" as const } : {})}
      style={{ width: "100%" }}
    />
  );
}
