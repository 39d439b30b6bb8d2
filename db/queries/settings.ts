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

/** Which settings an entry of the journal gives, by its action, under the names of its detail. */
const given: Readonly<Record<string, readonly (readonly [SettingKey, (detail: Detail) => unknown])[]>> = {
  create: [
    ["unitName", ({ unitName }) => unitName],
    ["timeZone", ({ timeZone }) => timeZone],
    ["isSample", ({ isSample }) => (isSample === undefined ? undefined : isSample ? "yes" : "no")],
  ],
  settings: [
    ["delegationDays", ({ after }) => after?.longestDays],
    ["delegationRenewals", ({ after }) => after?.renewals],
  ],
};
interface Detail {
  unitName?: string;
  timeZone?: string;
  isSample?: boolean;
  after?: { longestDays?: number; renewals?: number };
}
/** The entry whose setting is no longer what it gave; `null` as entry: a limit that none gave. Undefined: all hold. */
export function falseSetting(db: Database.Database): { seq: number | null } | undefined {
  const said = new Map<SettingKey, { value: string; seq: number }>();
  const entries = db
    .prepare("SELECT seq, action, detail FROM journal WHERE action IN ('create', 'settings') ORDER BY seq")
    .all() as { seq: number; action: string; detail: string }[];
  for (const { seq, action, detail } of entries)
    for (const [key, read] of given[action] ?? []) {
      const value = read(JSON.parse(detail) as Detail);
      if (value !== undefined) said.set(key, { value: String(value), seq });
    }
  for (const [key, { value, seq }] of said) if (setting(db, key) !== value) return { seq };
  const limits = ["delegationDays", "delegationRenewals"] as const;
  return limits.some((key) => !said.has(key) && setting(db, key) !== null) ? { seq: null } : undefined;
}
