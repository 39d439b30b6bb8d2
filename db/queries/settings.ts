// Key-value settings of a workbook; changed only together with a journal entry.
import type Database from "better-sqlite3";
import type { Settings } from "../../shared/domain/world.ts";

export type SettingKey =
  | "workbookId"
  | "unitName"
  | "timeZone"
  | "isSample"
  | "madeAt"
  | "delegationDays"
  | "delegationRenewals";

export const setting = (db: Database.Database, key: SettingKey): string | null =>
  (db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(key) as string | undefined) ?? null;

export const putSetting = (db: Database.Database, key: SettingKey, value: string): void => {
  db.prepare("INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(
    key,
    value,
  );
};

export const settingsOf = (db: Database.Database): Settings => ({
  unitName: setting(db, "unitName") ?? "",
  timeZone: setting(db, "timeZone") ?? "Asia/Shanghai",
});
