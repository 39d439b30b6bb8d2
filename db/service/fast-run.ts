// The check of a day as now known, by way of columns: the facts are indexed once for as long as they stay the same.
import type { Context } from "../../shared/contract/call.ts";
import type { Day } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import { indexPlain, type PlainIndex } from "../../shared/rules/facts.ts";
import {
  type FastResult,
  fastCheckSlices,
  type Ready,
  readyCheck,
} from "../../shared/rules/fast/fast-check.ts";
import type { Store } from "../open.ts";
import { factsChangedSince } from "../queries/facts-changed.ts";
import type { StoredRule } from "../queries/rules.ts";
import { settingsOf } from "../queries/settings.ts";
import { plainFactsOf } from "../queries/world.ts";
import type { Desk } from "./desk.ts";
import { factNumbers, fastLogOf } from "./fast-log.ts";

/** Facts and rules made ready, and the entry that they stand on. */
interface Kept {
  /** Not its path: another workbook may come to lie there. */
  store: Store;
  seq: number;
  rules: readonly StoredRule[];
  plain: PlainIndex;
  ready: Ready;
}
export interface FastRun {
  /** @throws FaultError refused: stopped */
  run: (desk: Desk, day: Day, context: Context) => Promise<FastResult>;
}

const label = { zh: "正在核对办理记录", en: "Checking approvals" };
const stopped = () =>
  fault("refused", { zh: "已停止核对，没有写入任何内容。", en: "Check stopped; nothing was written." });

export function createFastRun(): FastRun {
  let kept: Kept | null = null;

  const readyFor = (desk: Desk, day: Day): Ready => {
    const [store, { seq }, rules] = [desk.store(), desk.head(), desk.rules()];
    const { db } = store;
    const isSame =
      kept?.store === store &&
      kept.plain.today === day &&
      JSON.stringify(kept.plain.facts.settings) === JSON.stringify(settingsOf(db)) &&
      !factsChangedSince(db, kept.seq);
    if (kept && isSame && kept.rules === rules) {
      kept.seq = seq;
      return kept.ready;
    }
    const plain = kept && isSame ? kept.plain : indexPlain(plainFactsOf(db), day);
    const { numberOf, largest } = factNumbers(db, plain.facts);
    const ready = readyCheck(
      plain,
      rules.map(({ rule }) => rule),
      numberOf,
      largest,
    );
    kept = { store, seq, rules, plain, ready };
    return ready;
  };

  return {
    run: async (desk, day, context) => {
      const breathe = async (done: number, total: number | null): Promise<void> => {
        context.progress(label, done, total);
        await desk.deps.breathe();
        if (context.signal.aborted) throw stopped();
      };
      await breathe(0, null);
      const ready = readyFor(desk, day);
      await breathe(0, null);
      const { packed, rows } = fastLogOf(desk.db(), { keeps: desk.store().readOnly === null });
      await breathe(0, null);
      const slices = fastCheckSlices(ready, packed, rows);
      for (let slice = slices.next(); ; slice = slices.next()) {
        if (slice.done) return slice.value;
        await breathe(slice.value.rulesDone, slice.value.rules);
      }
    },
  };
}
