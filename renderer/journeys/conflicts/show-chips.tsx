// Which rows of a table are shown, as chips with their counts; the first one is all of them. Kept in the address.
import type { ReactNode } from "react";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useFormats } from "../../parts/words.tsx";

export function ShowChips<Show extends string>(props: {
  query: AddressQuery;
  shows: readonly Show[];
  shown: Show;
  words: Readonly<Record<Show, string>>;
  count(show: Show): number;
}): ReactNode {
  const { query, shows, words } = props;
  const formats = useFormats();
  return shows.map((one) => (
    <button
      key={one}
      type="button"
      className="q-chip"
      aria-pressed={props.shown === one}
      onClick={() => query.set({ show: one === shows[0] ? null : one })}
    >
      {words[one]}
      <span className="q-chip-count">{formats.count(props.count(one))}</span>
    </button>
  ));
}
