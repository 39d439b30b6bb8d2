// A fault from the service, shown in its own words with the place it names.
import type { ReactNode } from "react";
import type { Fault } from "../../shared/domain/fault.ts";
import { FaultNote } from "./fault-note.tsx";
import { useText } from "./text.ts";
import { useFormats, useWords } from "./words.tsx";

export function Trouble(props: {
  fault: Fault | null;
  action?: { words: string; onClick(): void };
}): ReactNode {
  const { faults, common } = useWords();
  const formats = useFormats();
  const say = useText();
  if (!props.fault) return null;
  const { where } = props.fault;
  const places = where
    ? [
        where.file,
        where.sheet === undefined ? undefined : faults.sheet(where.sheet),
        where.row === undefined ? undefined : faults.row(formats.count(where.row)),
        where.column === undefined ? undefined : faults.column(where.column),
        where.value === undefined ? undefined : faults.value(where.value),
      ].filter((place) => place !== undefined)
    : [];
  return (
    <FaultNote
      what={say(props.fault.message)}
      {...(places.length > 0 ? { where: places.join(common.dot) } : {})}
      {...(props.action ? { action: props.action } : {})}
    />
  );
}
