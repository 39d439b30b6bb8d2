// The gate made ready for the open workbook, kept for as long as its facts, rules and log stay the same.
import type { Day } from "../../../shared/domain/day.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { bindingRules } from "../../../shared/rules/analysis/demands.ts";
import { groundOn, groundRows } from "../../../shared/rules/design/ground.ts";
import { conflictsReader, holdingRules } from "../../../shared/rules/design/potential-conflicts.ts";
import { askedRules } from "../../../shared/rules/design.ts";
import { indexPlain, type PlainIndex } from "../../../shared/rules/facts.ts";
import { type ReadyGate, readyGate } from "../../../shared/rules/gate/ready-gate.ts";
import type { Store } from "../../open.ts";
import { hasFactsAfter } from "../../queries/conflicts.ts";
import { factsChangedSince } from "../../queries/facts-changed.ts";
import { type GateRows, gateRows } from "../../queries/gate-rows.ts";
import type { StoredRule } from "../../queries/rules.ts";
import { settingsOf } from "../../queries/settings.ts";
import { idReader } from "../../queries/versions.ts";
import { plainFactsOf } from "../../queries/world.ts";
import type { Desk } from "../desk.ts";
import { type StoredLog, storedLog } from "./stored-log.ts";

export interface KeptGate {
  store: Store;
  /** The entry that everything stands on. */
  seq: number;
  rows: GateRows;
  plain: PlainIndex;
  stored: readonly StoredRule[];
  ready: ReadyGate;
  log: StoredLog;
  /** Rules that bind the people of one case: what look-ahead asks. */
  binding: () => readonly Rule[];
  /** How many conflicts a person could come into by what they hold that day. */
  potential: (personId: string, day: Day) => number;
}

/** Of the day asked for last: most questions are about today. */
function potentialCounter(plain: PlainIndex, rules: readonly Rule[]): KeptGate["potential"] {
  let made: { day: Day; count: (personId: string) => number } | null = null;
  return (personId, day) => {
    if (made?.day !== day) {
      const ground = groundOn(groundRows({ ...plain.facts, cases: [] }, day));
      const conflictsOf = conflictsReader(ground, holdingRules(askedRules(rules, day), ground.implied));
      made = { day, count: (id) => conflictsOf(id).length };
    }
    return made.count(personId);
  };
}

/** Answers the gate as of the journal's head: what an entry did not touch is not made again. */
export function keptGate(desk: Desk): () => KeptGate {
  let kept: KeptGate | null = null;
  return () => {
    const store = desk.store();
    const { db } = store;
    const old = kept?.store === store ? kept : null;
    const seq = old ? old.rows.head() : desk.head().seq;
    if (old && (old.seq === seq || !hasFactsAfter(db, old.seq))) {
      old.seq = seq;
      return old;
    }
    // Ids never change, but the many of a log are not worth keeping for ever.
    const rows = gateRows(db, idReader(db));
    const isSame =
      old !== null &&
      JSON.stringify(old.plain.facts.settings) === JSON.stringify(settingsOf(db)) &&
      !factsChangedSince(db, old.seq);
    const plain = isSame ? old.plain : indexPlain(plainFactsOf(db, null, idReader(db)), desk.today());
    const stored = desk.rules();
    const areSameRules = old !== null && JSON.stringify(old.stored) === JSON.stringify(stored);
    const ready =
      isSame && areSameRules
        ? old.ready
        : readyGate(
            plain,
            stored.map(({ rule }) => rule),
          );
    let binding: readonly Rule[] | null = null;
    kept = {
      store,
      seq,
      rows,
      plain,
      stored,
      ready,
      log: storedLog(db, rows, { keeps: store.readOnly === null }),
      binding: () => {
        binding ??= bindingRules(ready.view, ready.rules);
        return binding;
      },
      potential: potentialCounter(plain, ready.rules),
    };
    return kept;
  };
}
