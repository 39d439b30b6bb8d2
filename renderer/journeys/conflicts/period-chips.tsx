// Which cases are counted: the last twelve months up to the day, or one year; kept in the address.
import type { ReactNode } from "react";
import type { AddressQuery } from "../../parts/address-query.ts";
import { useWords } from "../../parts/words.tsx";

export const yearOf = (query: AddressQuery): number | null => {
  const year = Number(query.get("year"));
  return Number.isInteger(year) && year >= 1900 && year <= 9999 ? year : null;
};

export function PeriodChips(props: { query: AddressQuery; years: readonly number[] }): ReactNode {
  const { analysis } = useWords();
  const chosen = yearOf(props.query);
  return (
    <fieldset className="q-segments q-bare" aria-label={analysis.period}>
      {[null, ...props.years.slice(0, 4)].map((year) => (
        <button
          key={year ?? 0}
          type="button"
          aria-pressed={chosen === year}
          onClick={() => props.query.set({ year: year === null ? null : String(year), open: null })}
        >
          {year === null ? analysis.twelveMonths : analysis.year(String(year))}
        </button>
      ))}
    </fieldset>
  );
}
