// A generated world stored in a workbook of its own, as an import would leave it.
import { v7 as newId } from "uuid";
import { change } from "../../db/journal.ts";
import { openStore, type Store } from "../../db/open.ts";
import type { Value } from "../../db/queries/versions.ts";
import { isAside, worldRows } from "../../db/service/sheet-rows.ts";
import { sheetKinds, sheetOf } from "../../shared/domain/sheets.ts";
import type { World } from "../../shared/domain/world.ts";

export const journalled = (action: string) => ({
  at: 0,
  newId,
  actor: "bench",
  role: "bench",
  action,
  summary: { zh: "基准", en: "bench" },
});

export function storeWorld(world: World, path: string): Store {
  const opened = openStore(path, { create: true, now: () => 0 });
  change(opened, journalled("import"), (recorder) => {
    // The builder's ids are codes, unique within a kind; entities are unique over all.
    for (const kind of sheetKinds) {
      if (isAside(kind)) continue;
      const references = sheetOf(kind).columns.filter(
        ({ type, to }) => type === "reference" && to !== "duties",
      );
      for (const { id, ...values } of worldRows(world, kind)) {
        for (const { key, to } of references)
          if (typeof values[key] === "string") values[key] = `${to}:${values[key]}`;
        recorder.add(kind, `${kind}:${id}`, values as Record<string, Value>);
      }
    }
  });
  return opened;
}
