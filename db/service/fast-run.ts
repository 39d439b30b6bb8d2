// The check of a day as now known, by way of columns: the facts are indexed once for as long as they stay the same.
import type { Context } from "../../shared/contract/call.ts";
import type { Day } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import { indexPlain, type PlainIndex } from "../../shared/rules/facts.ts";
import { type FastResult, fastCheckSlices } from "../../shared/rules/fast/fast-check.ts";
import { factsChangedSince } from "../queries/facts-changed.ts";
import { settingsOf } from "../queries/settings.ts";
import { plainFactsOf } from "../queries/world.ts";
import type { Desk } from "./desk.ts";
import { fastLogOf } from "./fast-log.ts";

interface Plain {
  path: string;
  seq: number;
  index: PlainIndex;
  /** Every id that the facts name. */
  ids: string[];
}
export interface FastRun {
  /** @throws FaultError refused: stopped */
  run: (desk: Desk, day: Day, context: Context) => Promise<FastResult>;
}

const label = { zh: "正在核对办理记录", en: "Checking approvals" };
const stopped = () =>
  fault("refused", { zh: "已停止核对，没有写入任何内容。", en: "Check stopped; nothing was written." });

export function createFastRun(): FastRun {
  let kept: Plain | null = null;

  const plainOf = (desk: Desk, day: Day): Plain => {
    const [db, path, { seq }] = [desk.db(), desk.store().path, desk.head()];
    const isSame =
      kept?.path === path &&
      kept.index.today === day &&
      JSON.stringify(kept.index.facts.settings) === JSON.stringify(settingsOf(db)) &&
      !factsChangedSince(db, kept.seq);
    if (kept && isSame) {
      kept.seq = seq;
      return kept;
    }
    const facts = plainFactsOf(db);
    const ids = Object.values(facts).flatMap((table) =>
      Array.isArray(table) ? table.flatMap((row) => ("id" in row ? [row.id] : [])) : [],
    );
    kept = { path, seq, index: indexPlain(facts, day), ids };
    return kept;
  };

  return {
    run: async (desk, day, context) => {
      const breathe = async (done: number, total: number | null): Promise<void> => {
        context.progress(label, done, total);
        await desk.deps.breathe();
        if (context.signal.aborted) throw stopped();
      };
      await breathe(0, null);
      const { index, ids } = plainOf(desk, day);
      await breathe(0, null);
      const { packed, rows } = fastLogOf(desk.db(), ids, { keeps: desk.store().readOnly === null });
      const rules = desk.rules().map(({ rule }) => rule);
      const slices = fastCheckSlices(index, packed, rows, rules);
      for (let slice = slices.next(); ; slice = slices.next()) {
        if (slice.done) return slice.value;
        await breathe(slice.value.rulesDone, slice.value.rules);
      }
    },
  };
}
