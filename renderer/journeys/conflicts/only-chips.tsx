// The filters that the address carries, as chips that can be dropped one by one.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { type Area, areaNames, areas } from "../../../shared/domain/duty.ts";
import { kindNames, kinds } from "../../../shared/domain/rule-kinds.ts";
import type { ConflictRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";
import { type FilterKey, filterKeys } from "./filters.ts";

export function OnlyChips(props: { query: AddressQuery; rows: readonly ConflictRow[] }): ReactNode {
  const { conflicts, common } = useWords();
  const say = useText();
  const named = (key: FilterKey, value: string): string => {
    const area: Area | undefined = areas.find((one) => one === value);
    const some = kinds.filter((one) => value.split(",").includes(one));
    if (key === "area" && area) return say(areaNames[area]);
    if (key === "kind" && some.length > 0)
      return some.map((kind) => say(kindNames[kind])).join(common.listing);
    if (key === "person")
      return props.rows.flatMap((row) => row.people).find((person) => person.id === value)?.name ?? value;
    return value;
  };
  return filterKeys.flatMap((key) => {
    const value = props.query.get(key);
    if (value === null) return [];
    const words = `${conflicts.only[key]}${common.colon}${named(key, value)}`;
    return [
      <button
        key={key}
        type="button"
        className="q-chip"
        aria-pressed="true"
        title={conflicts.dropFilter(words)}
        aria-label={conflicts.dropFilter(words)}
        onClick={() => props.query.set({ [key]: null })}
      >
        {words}
        <X size={13} strokeWidth={1.75} aria-hidden="true" />
      </button>,
    ];
  });
}
