// What every report states about itself: unit, time, filters, rule packs, journal head; columns with their values.
import type { Day } from "../../../shared/domain/day.ts";
import type {
  ReportColumnType,
  ReportDocument,
  ReportLanguage,
  ReportPart,
  ReportValue,
} from "../../../shared/domain/report.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { Desk, Lens } from "../desk.ts";

/** What a report is asked of; null: today, as now known. */
export interface Asked {
  language: ReportLanguage;
  asOf: Day | null;
  knownOn: Day | null;
}
/** The day, and the day known where it is not now, as stated lines. */
export const statedLens = ({ day, knownOn }: Lens): Array<{ name: Text; value: string }> => [
  { name: { zh: "截至", en: "As of" }, value: day },
  ...(knownOn === null ? [] : [{ name: { zh: "按当时所知", en: "As known on" }, value: knownOn }]),
];

/** "甲（S0001）", in English "甲 (S0001)". */
export const personNamed = (
  { name, staffNo }: { name: string; staffNo: string },
  language: ReportLanguage,
): string => (language === "zh" ? `${name}（${staffNo}）` : `${name} (${staffNo})`);
/** Joined as the language does; null: nothing to list. */
export const listed = (words: readonly string[], language: ReportLanguage): string | null =>
  words.length === 0 ? null : words.join(language === "zh" ? "、" : ", ");

export interface ColumnOf<R> {
  key: string;
  name: Text;
  type: ReportColumnType;
  value: (row: R, index: number) => ReportValue;
}
export const columnOf =
  <R>() =>
  (
    key: string,
    zh: string,
    en: string,
    type: ReportColumnType,
    value: ColumnOf<R>["value"],
  ): ColumnOf<R> => ({
    key,
    name: { zh, en },
    type,
    value,
  });

export function partOf<R>(
  language: ReportLanguage,
  part: { key: string; title: Text; columns: readonly ColumnOf<R>[]; rows: readonly R[] },
): ReportPart {
  return {
    key: part.key,
    title: part.title[language],
    columns: part.columns.map(({ key, name, type }) => ({ key, name: name[language], type })),
    rows: part.rows.map((row, index) => part.columns.map(({ value }) => value(row, index))),
  };
}

export function reportOf<R>(
  desk: Desk,
  language: ReportLanguage,
  parts: {
    kind: string;
    title: Text;
    filters: Array<{ name: Text; value: string }>;
    columns: readonly ColumnOf<R>[];
    rows: readonly R[];
    notes: readonly Text[];
    withRules: boolean;
    parts?: ReportPart[];
  },
): ReportDocument {
  const { settings } = desk.world();
  const packs = new Map<string, number>();
  for (const { pack } of desk.rules()) packs.set(pack, (packs.get(pack) ?? 0) + 1);
  const { readOnly } = desk.store();
  const unlogged: Text = {
    zh: "工作簿以只读方式打开，本次导出未能记入留痕。",
    en: "The workbook is open read-only: this export could not be journalled.",
  };
  return {
    kind: parts.kind,
    language,
    title: parts.title[language],
    unitName: settings.unitName,
    generatedAt: desk.deps.now(),
    timeZone: settings.timeZone,
    filters: parts.filters.map(({ name, value }) => ({ name: name[language], value })),
    rules: parts.withRules
      ? [...packs].map(([pack, count]) => {
          const [name = pack, version = "1"] = pack.split(" ");
          return { name: language === "zh" ? `${name}（${count} 条）` : `${name} (${count})`, version };
        })
      : [],
    journalHead: desk.head().hash,
    columns: parts.columns.map(({ key, name, type }) => ({ key, name: name[language], type })),
    rows: parts.rows.map((row, index) => parts.columns.map(({ value }) => value(row, index))),
    notes: [...parts.notes, ...(readOnly ? [unlogged] : [])].map((note) => note[language]),
    ...(parts.parts === undefined ? {} : { parts: parts.parts }),
  };
}
