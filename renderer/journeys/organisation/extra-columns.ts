// What the list of people or posts tells beyond its own sheet: who sits where on the day shown.
import { useMemo } from "react";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { SheetRow } from "../../data/types.ts";
import type { DataColumn } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";
import type { Staffing } from "./staffing.ts";

const none: readonly DataColumn<SheetRow>[] = [];

export function useExtraColumns(kind: SheetKind, staffing: Staffing | null): readonly DataColumn<SheetRow>[] {
  const { organisation, common } = useWords();
  const say = useText();
  return useMemo(() => {
    if (kind === "people") {
      const posts = (row: SheetRow) => staffing?.postsOf.get(row.id) ?? [];
      const joined = (words: readonly string[]): string | null =>
        words.length === 0 ? null : [...new Set(words)].join(common.listing);
      return [
        {
          key: "posts",
          title: say(sheetOf("posts").name),
          width: 200,
          grows: true,
          value: (row) => joined(posts(row).map((post) => post.name)),
        },
        {
          key: "departments",
          title: say(sheetOf("departments").name),
          width: 150,
          value: (row) => joined(posts(row).map((post) => post.department)),
        },
      ];
    }
    if (kind === "posts")
      return [
        {
          key: "holders",
          title: organisation.holders,
          width: 150,
          grows: true,
          value: (row) => staffing?.holdersOf.get(row.id)?.join(common.listing) ?? null,
        },
      ];
    return none;
  }, [kind, staffing, organisation, common, say]);
}
