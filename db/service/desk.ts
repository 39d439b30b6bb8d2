// The one workbook that the service has open: its store, the world read from it (kept until the next entry), its writes.
import { basename } from "node:path";
import type { Context } from "../../shared/contract/call.ts";
import { addDays, type Day, dayOf, instantOf } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import { type ChangeOptions, change, headOf } from "../journal.ts";
import type { Db, Store } from "../open.ts";
import { hasFactsAfter } from "../queries/conflicts.ts";
import { rulesOf, type StoredRule } from "../queries/rules.ts";
import { settingsOf } from "../queries/settings.ts";
import type { Recorder } from "../queries/versions.ts";
import { worldOf } from "../queries/world.ts";
import type { ServiceDeps } from "./deps.ts";
import { namedRoles } from "./hand.ts";

export interface WriteOptions {
  action: string;
  summary: ChangeOptions["summary"];
  detail?: ChangeOptions["detail"];
  undoOf?: number;
  /** Namespaces whose answers may have changed; default all. */
  touches?: string[];
}
/** What a question is asked of: a day, and the facts and rules as now known or as known at the end of a day. */
export interface Lens {
  day: Day;
  knownOn: Day | null;
  world: World;
  rules: readonly StoredRule[];
  /** Today as now known: what checks store. */
  isNow: boolean;
}
export interface Desk {
  deps: ServiceDeps;
  isOpen: () => boolean;
  /** @throws FaultError missing when no workbook is open */
  store: () => Store;
  db: () => Db;
  name: () => string;
  /** Everything in force now; the same object until the next write. */
  world: () => World;
  rules: () => readonly StoredRule[];
  ruleOf: (ruleId: string, version?: number) => Rule | null;
  /** Null: today, as now known. */
  lens: (asOf: Day | null, knownOn: Day | null) => Lens;
  today: () => Day;
  head: () => { seq: number; hash: string };
  write: <T>(
    context: Context,
    options: WriteOptions,
    work: (recorder: Recorder) => T,
  ) => { seq: number; result: T };
  put: (store: Store | null) => void;
  /** The operator at work at this door; null: nobody. Another workbook has nobody chosen. */
  chosen: () => string | null;
  choose: (id: string | null) => void;
  changed: (namespaces: string[]) => void;
  onChanged: (hear: (namespaces: string[]) => void) => () => void;
}

export function createDesk(deps: ServiceDeps): Desk {
  let open: Store | null = null;
  let chosen: string | null = null;
  let kept: { seq: number; world: World | null; rules: readonly StoredRule[] | null } | null = null;
  const listeners = new Set<(namespaces: string[]) => void>();

  const store = (): Store => {
    if (!open)
      throw fault("missing", {
        zh: "还没有打开工作簿。请先新建或打开一个。",
        en: "No workbook is open. Make or open one first.",
      });
    return open;
  };
  let past: { seq: number; world: World; rules: readonly StoredRule[] } | null = null;
  const knownAt = (knownOn: Day): { world: World; rules: readonly StoredRule[] } => {
    const { db } = store();
    const end = instantOf(addDays(knownOn, 1), "00:00", settingsOf(db).timeZone);
    const seq =
      (db.prepare("SELECT max(seq) FROM journal WHERE at < ?").pluck().get(end) as number | null) ?? 0;
    if (past?.seq !== seq) past = { seq, world: worldOf(db, seq), rules: rulesOf(db, seq) };
    return past;
  };
  const fresh = (): { seq: number; world: World | null; rules: readonly StoredRule[] | null } => {
    const { seq } = headOf(store().db);
    // Checks, plans and exports are entries too, but leave the facts as they were.
    if (kept && kept.seq !== seq && !hasFactsAfter(store().db, kept.seq)) kept.seq = seq;
    if (kept?.seq !== seq) kept = { seq, world: null, rules: null };
    return kept;
  };
  const changed = (namespaces: string[]): void => {
    for (const hear of listeners) hear(namespaces);
  };

  const desk: Desk = {
    deps,
    isOpen: () => open !== null,
    store,
    db: () => store().db,
    name: () => basename(store().path).replace(/\.quanheng$/, ""),
    world: () => {
      const cache = fresh();
      cache.world ??= worldOf(store().db);
      return cache.world;
    },
    rules: () => {
      const cache = fresh();
      cache.rules ??= rulesOf(store().db);
      return cache.rules;
    },
    ruleOf: (ruleId, version) => ruleAmong(desk.rules(), ruleId, version),
    lens: (asOf, knownOn) => {
      const today = desk.today();
      const day = asOf ?? today;
      if (knownOn !== null && knownOn < today) return { day, knownOn, ...knownAt(knownOn), isNow: false };
      return { day, knownOn: null, world: desk.world(), rules: desk.rules(), isNow: day === today };
    },
    today: () => dayOf(deps.now(), settingsOf(store().db).timeZone),
    head: () => headOf(store().db),
    write: (context, { touches = ["*"], ...options }, work) => {
      const done = change(
        store(),
        {
          ...options,
          at: deps.now(),
          newId: deps.newId,
          actor: context.actor.name,
          role: namedRoles(context.actor),
        },
        work,
      );
      // Every write is an entry, so the journal and the head that the workbook tells have moved as well.
      changed([...new Set([...touches, "journal", "workbook"])]);
      return done;
    },
    put: (next) => {
      open?.close();
      open = next;
      chosen = null;
      kept = null;
      past = null;
      changed(["*"]);
    },
    chosen: () => chosen,
    choose: (id) => {
      chosen = id;
      changed(["*"]);
    },
    changed,
    onChanged: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
  return desk;
}

/** That version of a rule, else the newest of these; null: none of them. */
export function ruleAmong(rules: readonly StoredRule[], ruleId: string, version?: number): Rule | null {
  const versions = rules.filter(({ rule }) => rule.id === ruleId);
  const exact = versions.find(({ rule }) => rule.version === version);
  return (exact ?? versions.toSorted((a, b) => b.rule.version - a.rule.version)[0])?.rule ?? null;
}

/** The fault of a row that is not there (any more). */
export const gone = (what: Text) =>
  fault("missing", {
    zh: `${what.zh}不存在，或刚被改动。请核对编号，或刷新后再试。`,
    en: `${what.en} is not there, or has just been changed. Check its number, or refresh and try again.`,
  });
