// Chips that narrow a table: all, and each choice that has rows; the address keeps which.
import type { ReactNode } from "react";
import type { AddressQuery } from "./address-query.ts";
import { useFormats, useWords } from "./words.tsx";

export interface ShowChoice<Row> {
  key: string;
  words: string;
  shows(row: Row): boolean;
}

/** States are named in small letters; a chip stands alone. */
const begun = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const shownBy = <Row,>(
  rows: readonly Row[],
  choices: readonly ShowChoice<Row>[],
  query: AddressQuery,
): readonly Row[] => {
  const choice = choices.find(({ key }) => key === query.get("show"));
  return choice ? rows.filter(choice.shows) : rows;
};

export function ShowChips<Row>(props: {
  rows: readonly Row[];
  choices: readonly ShowChoice<Row>[];
  query: AddressQuery;
}): ReactNode {
  const { common } = useWords();
  const formats = useFormats();
  const { rows, choices, query } = props;
  const show = choices.find(({ key }) => key === query.get("show"))?.key ?? null;
  const chip = (key: string | null, words: string, n: number): ReactNode =>
    n === 0 && key !== show ? null : (
      <button
        key={key ?? ""}
        type="button"
        className="q-chip"
        aria-pressed={show === key}
        onClick={() => query.set({ show: key })}
      >
        {begun(words)}
        <span className="q-chip-count">{formats.count(n)}</span>
      </button>
    );
  return (
    <>
      {chip(null, common.all, rows.length)}
      {choices.map(({ key, words, shows }) => chip(key, words, rows.filter(shows).length))}
    </>
  );
}
