// What a reference field can be set to: the rows of its sheet, by code and name.
import { useQueries } from "@tanstack/react-query";
import { builtInDuties } from "../../shared/domain/duty.ts";
import { FaultError } from "../../shared/domain/fault.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import type { Language } from "../../shared/words/language.ts";
import { useData } from "./provider.tsx";
import type { SheetRow } from "./types.ts";

export interface ReferenceChoice {
  /** What is stored: the row's id; for duties their code. */
  value: string;
  code: string;
  name: string;
  /** The matter of a step, so that a form can offer only its own. */
  group: string | null;
}

const word = (row: SheetRow, key: string): string => {
  const value = row.values[key];
  return typeof value === "string" ? value : "";
};
function choiceOf(kind: SheetKind, row: SheetRow): ReferenceChoice {
  const code =
    kind === "people" ? word(row, "staffNo") : kind === "cases" ? word(row, "caseNo") : word(row, "code");
  return {
    value: kind === "duties" ? code : row.id,
    code,
    name: word(row, "name") || code,
    group: kind === "steps" ? word(row, "matterId") : null,
  };
}

/** Rows in force that day of every kind asked for; the built-in duties stand before the unit's own. */
export function useChoices(
  kinds: readonly SheetKind[],
  day: string | null,
  language: Language,
): ReadonlyMap<SheetKind, readonly ReferenceChoice[]> {
  const { link } = useData();
  const answers = useQueries({
    queries: kinds.map((kind) => {
      const input = { kind, day: kind === "people" || kind === "posts" ? day : null };
      return {
        queryKey: ["sheets", "list", input],
        queryFn: async () => {
          const reply = await link.call("sheets.list", input);
          if (!reply.ok) throw new FaultError(reply.fault);
          return reply.value;
        },
      };
    }),
  });
  const found = new Map<SheetKind, readonly ReferenceChoice[]>();
  for (const [at, kind] of kinds.entries()) {
    const own = (answers[at]?.data?.rows ?? []).map((row) => choiceOf(kind, row));
    const builtIn =
      kind === "duties"
        ? builtInDuties.map((duty) => ({
            value: duty.code,
            code: duty.code,
            name: duty.name[language],
            group: null,
          }))
        : [];
    const seen = new Set(own.map((choice) => choice.value));
    found.set(kind, [...builtIn.filter((choice) => !seen.has(choice.value)), ...own]);
  }
  return found;
}
