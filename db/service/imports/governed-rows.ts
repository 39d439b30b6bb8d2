// Imported rows of governed sheets as edits of a draft, where somebody else must approve them; the other rows go in as they are.
import type { Day } from "../../../shared/domain/day.ts";
import { type Cell, type Edit, isGoverned } from "../../../shared/domain/edit.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { Desk } from "../desk.ts";
import type { PreparedRow } from "./prepare.ts";

export interface SplitRows {
  own: PreparedRow[];
  edits: Edit[];
  /** From when the draft is to hold: today, or the first day of rows that are over already: then it is a correction. */
  day: Day;
}

/** Matters and steps that only a log names give nobody any power; what it changes of those on record may. */
export const asksSecond =
  (isLog: boolean) =>
  ({ kind, verdict }: PreparedRow): boolean =>
    isGoverned(kind) && (!isLog || verdict === "changed");

/** @throws FaultError refused: rows of other sheets refer to rows that would only be in the draft */
export function splitByGoverned(desk: Desk, taken: readonly PreparedRow[], isLog: boolean): SplitRows {
  const today = desk.today();
  const governed = taken.filter(asksSecond(isLog));
  const drafted = new Set(governed);
  const own = taken.filter((row) => !drafted.has(row));
  const coming = new Set(governed.filter(({ verdict }) => verdict === "added").map(({ id }) => id));
  const dangling = own.filter(({ values }) =>
    Object.values(values).some((value) => typeof value === "string" && coming.has(value)),
  );
  const [first] = dangling;
  if (first) {
    const { name } = sheetOf(first.kind);
    throw fault("refused", {
      zh: `${dangling.length} 条${name.zh}等记录指向本次新增的事项或环节，而事项、环节、授权须由他人审核后才生效。请先只导入事项、环节和授权，待调整单批准后再导入其余各表；没有写入任何内容。`,
      en: `${dangling.length} row(s) of ${name.en} and the like refer to matters or steps that this import adds, and those hold only once somebody else approves them. Import matters, steps and authorities first, and the other tables after the change set is approved. Nothing was written.`,
    });
  }
  const steps = new Map(desk.world().steps.map((step) => [step.id, step.matterId]));
  for (const { kind, id, values } of governed) if (kind === "steps") steps.set(id, String(values.matterId));
  const edits = governed.map(({ kind, id, values }): Edit => {
    if (!isGoverned(kind)) throw new Error(`${kind} is not governed`);
    const cells = values as Record<string, Cell>;
    const matterId = steps.get(String(values.stepId)) ?? null;
    return { op: "save", kind, id, values: kind === "authorities" ? { ...cells, matterId } : cells };
  });
  const over = governed.flatMap(({ values }) =>
    typeof values.until === "string" && values.until <= today ? [String(values.from)] : [],
  );
  return { own, edits, day: over.toSorted()[0] ?? today };
}
