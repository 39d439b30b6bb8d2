// Handlers of the workbook namespace: new, sample, open, recent, close, back up, restore.
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Client, Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { type CheckSummary, checkSummarySchema, type WorkbookState } from "../../shared/contract/workbook.ts";
import { isZone } from "../../shared/domain/day.ts";
import { FaultError, fault } from "../../shared/domain/fault.ts";
import { defaultTenurePolicies } from "../../shared/domain/rotation.ts";
import { sheetKinds } from "../../shared/domain/sheets.ts";
import { packs } from "../../shared/rules/packs/packs.ts";
import { headOf } from "../journal.ts";
import { copyWorkbook, openStore, type Store } from "../open.ts";
import { hasFactsAfter, lastCheck } from "../queries/conflicts.ts";
import { putSetting, setting, settingsOf } from "../queries/settings.ts";
import { countOf } from "../queries/versions.ts";
import type { Desk } from "./desk.ts";
import { logExport, readWritten, receiptOf } from "./receipts.ts";
import { recentIn } from "./recent.ts";

export const extension = ".quanheng";
const withExtension = (path: string): string => (path.endsWith(extension) ? path : `${path}${extension}`);

const removeWorkbook = (path: string): void => {
  for (const suffix of ["", "-wal", "-shm", ".lock"]) rmSync(path + suffix, { force: true });
};

/** Making a workbook ends with its first journal entry; without it the making was cut short. */
function assertIsWhole({ db, path }: Store): void {
  if (headOf(db).seq === 0)
    throw fault(
      "invalid",
      {
        zh: `“${basename(path)}”在新建时中断，里面还没有任何内容。请删除它，重新新建或打开备份。`,
        en: `Making "${basename(path)}" was cut short and nothing is in it yet. Delete it, then make it again or open a backup.`,
      },
      { file: basename(path) },
    );
}

export function summaryOf(desk: Desk): { summary: CheckSummary; seq: number } | null {
  const last = lastCheck(desk.db());
  return last ? { summary: checkSummarySchema.parse(last.summary), seq: last.seq } : null;
}

function openState(desk: Desk): WorkbookState["open"] {
  if (!desk.isOpen()) return null;
  const db = desk.db();
  const head = desk.head();
  const last = summaryOf(desk);
  const { unitName, timeZone } = settingsOf(db);
  return {
    name: desk.name(),
    unitName,
    timeZone,
    readOnly: desk.store().readOnly,
    isSample: setting(db, "isSample") === "yes",
    today: desk.today(),
    counts: Object.fromEntries(sheetKinds.map((kind) => [kind, countOf(db, kind)])),
    journalSeq: head.seq,
    journalHead: head.hash,
    lastCheck: last?.summary ?? null,
    isCheckStale: last === null || last.summary.today !== desk.today() || hasFactsAfter(db, last.seq),
    openConflicts: db.prepare("SELECT count(*) FROM conflicts WHERE state = 'open'").pluck().get() as number,
  };
}

export function workbookHandlers(
  desk: Desk,
  ownClient: () => Client<QuanhengContract>,
): Handlers<QuanhengContract>["workbook"] {
  const { deps } = desk;
  const recent = recentIn(deps.dataFolder);
  const state = (): WorkbookState => ({ open: openState(desk), recent: recent.list() });

  const isOpenHere = (path: string): boolean =>
    desk.isOpen() && existsSync(path) && realpathSync(desk.store().path) === realpathSync(path);
  const openPath = (path: string, forReading = false): WorkbookState => {
    // Opened again for editing once the other program has let it go.
    if (isOpenHere(path) && desk.store().readOnly === null) return state();
    const store = openStore(path, { forReading, now: deps.now });
    try {
      assertIsWhole(store);
    } catch (error) {
      store.close();
      throw error;
    }
    desk.put(store);
    recent.add(path, deps.now());
    return state();
  };

  /** An empty workbook with its settings, the rule packs and the default tenure policies: the first entry. */
  const make = (
    path: string,
    unitName: string,
    timeZone: string,
    isSample: boolean,
    context: Context,
  ): void => {
    if (!isZone(timeZone))
      throw fault("invalid", {
        zh: `“${timeZone}”不是时区名。请填 Asia/Shanghai 之类的名称。`,
        en: `"${timeZone}" is not a time zone: use a name like Asia/Shanghai.`,
      });
    const firstEntry = (store: Store): void => {
      const { db } = store;
      desk.write(
        context,
        {
          action: "create",
          summary: { zh: `新建工作簿：${unitName}`, en: `New workbook: ${unitName}` },
          detail: { unitName, timeZone, isSample, packs: packs.map(({ id, version }) => ({ id, version })) },
        },
        (recorder) => {
          putSetting(db, "workbookId", deps.newId());
          putSetting(db, "unitName", unitName);
          putSetting(db, "timeZone", timeZone);
          putSetting(db, "isSample", isSample ? "yes" : "no");
          putSetting(db, "madeAt", String(deps.now()));
          for (const pack of packs)
            for (const rule of pack.rules)
              recorder.insert("rules", null, {
                ruleId: rule.id,
                version: rule.version,
                pack: `${pack.id} ${pack.version}`,
                body: JSON.stringify(rule),
              });
          for (const policy of defaultTenurePolicies) recorder.insert("tenure-policies", null, { ...policy });
        },
      );
    };
    const store = openStore(path, { create: true, now: deps.now });
    desk.put(store);
    try {
      firstEntry(store);
    } catch (error) {
      desk.put(null);
      removeWorkbook(path);
      throw error;
    }
    recent.add(path, deps.now());
  };

  /** The sample made earlier, or null when there is none; one that another window holds is shown as it is. */
  const keptSample = (path: string): WorkbookState | null => {
    if (!existsSync(path)) return null;
    try {
      const opened = openPath(path);
      if (desk.store().readOnly !== null || countOf(desk.db(), "approvals") > 0) return opened;
      desk.put(null);
      removeWorkbook(path);
    } catch (error) {
      if (!(error instanceof FaultError) || error.fault.code === "refused") throw error;
      // Damaged or never finished: put aside rather than deleted, in case somebody worked in it.
      renameSync(path, `${path}.damaged`);
      removeWorkbook(path);
    }
    return null;
  };

  const interrupted = deps.reopens ? recent.interrupted() : null;
  if (interrupted !== null && existsSync(interrupted)) {
    // What cannot be opened again is not lost: it stays in the list, and opening it there says what is wrong.
    try {
      openPath(interrupted);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
    }
  }

  return {
    state,
    create: ({ grant, unitName, timeZone }, context) => {
      make(withExtension(deps.grants.pathOf(grant, "write")), unitName, timeZone, false, context);
      return state();
    },
    sample: async ({ grant, seed, size, endsOn }, context) => {
      const named = grant === null ? null : withExtension(deps.grants.pathOf(grant, "write"));
      const path = named ?? join(deps.dataFolder, `示例单位-${size}-${seed}${extension}`);
      // The app's own sample is kept between visits; one whose making was cut short is made anew.
      if (named === null) {
        mkdirSync(deps.dataFolder, { recursive: true });
        const kept = keptSample(path);
        if (kept) return kept;
      }
      make(path, size === "city" ? "青岚市财政局" : "青岚县财政局", "Asia/Shanghai", true, context);
      try {
        const { signal, progress } = context;
        const client = ownClient();
        await deps.fillSample(client, { seed, size, endsOn: endsOn ?? desk.today(), signal, progress });
        // The sample opens on what it has to show.
        const checked = await client.conflicts.check(
          {},
          { signal, progress: ({ label, done, total }) => progress(label, done, total) },
        );
        if (!checked.ok) throw new FaultError(checked.fault);
      } catch (error) {
        desk.put(null);
        removeWorkbook(path);
        throw error;
      }
      return state();
    },
    open: ({ grant, forReading }) => openPath(deps.grants.pathOf(grant, "read"), forReading),
    openRecent: ({ id }) => {
      const path = recent.pathOf(id);
      if (!path)
        throw fault("missing", {
          zh: "最近列表中已没有这一项。",
          en: "This entry is no longer in the list of recent workbooks.",
        });
      return openPath(path);
    },
    forgetRecent: ({ id }) => {
      recent.forget(id);
      return state();
    },
    close: () => {
      desk.put(null);
      recent.leave();
      return state();
    },
    backup: async ({ grant }, context) => {
      const target = withExtension(deps.grants.pathOf(grant, "write"));
      if (isOpenHere(target))
        throw fault("refused", {
          zh: "备份不能写到工作簿自身。请换一个文件名。",
          en: "A backup cannot replace the workbook itself.",
        });
      const label = { zh: "正在备份", en: "Backing up" };
      const part = `${target}.part`;
      removeWorkbook(part);
      try {
        await desk.db().backup(part, {
          progress: ({ totalPages, remainingPages }) => {
            context.progress(label, totalPages - remainingPages, totalPages);
            if (context.signal.aborted)
              throw fault("refused", {
                zh: "已停止备份，没有留下文件。",
                en: "Backup stopped; no file was left behind.",
              });
            return 2000;
          },
        });
        // Opened once: the copy is proved whole before it takes the place of an earlier backup.
        openStore(part, { now: deps.now }).close();
        renameSync(part, target);
      } finally {
        removeWorkbook(part);
      }
      return logExport(
        desk,
        context,
        { zh: "备份", en: "a backup" },
        receiptOf(desk, target, readWritten(target), null),
      );
    },
    restore: ({ from, to }, context) => {
      const source = deps.grants.pathOf(from, "read");
      const target = withExtension(deps.grants.pathOf(to, "write"));
      if (existsSync(target))
        throw fault("refused", {
          zh: `“${basename(target)}”已存在，没有覆盖。请换一个文件名。`,
          en: `"${basename(target)}" exists and was not overwritten. Choose another name.`,
        });
      copyWorkbook(source, target);
      try {
        openPath(target);
      } catch (error) {
        removeWorkbook(target);
        throw error;
      }
      desk.write(
        context,
        {
          action: "restore",
          summary: {
            zh: `由备份 ${basename(source)} 恢复`,
            en: `Restored from the backup ${basename(source)}`,
          },
        },
        () => undefined,
      );
      return state();
    },
  };
}
