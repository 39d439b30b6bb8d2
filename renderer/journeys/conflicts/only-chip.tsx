// One filter that the address carries, as a chip that drops it.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { areaNames, areas } from "../../../shared/domain/duty.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";

export function useAreaName(): (area: string) => string | undefined {
  const say = useText();
  return (value) => {
    const area = areas.find((one) => one === value);
    return area && say(areaNames[area]);
  };
}

export function OnlyChip(props: {
  query: AddressQuery;
  of: "area" | "person";
  names(value: string): string | undefined;
}): ReactNode {
  const { conflicts, common } = useWords();
  const value = props.query.get(props.of);
  if (value === null) return null;
  const words = `${conflicts.only[props.of]}${common.colon}${props.names(value) ?? value}`;
  return (
    <button
      type="button"
      className="q-chip"
      aria-pressed="true"
      title={conflicts.dropFilter(words)}
      onClick={() => props.query.set({ [props.of]: null })}
    >
      {words}
      <X size={13} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
