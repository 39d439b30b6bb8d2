// The rows of an event log and what is to be said about them, for imports and for a log by itself.
import type { Context } from "../../shared/contract/call.ts";
import type { LogMapping } from "../../shared/contract/imports.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { TableRow } from "../../shared/formats/cell.ts";
import { type LogMapping as FileMapping, type LogRow, openLog } from "../../shared/formats/event-log.ts";

const slice = 2000;

export const fileMapping = (mapping: LogMapping): FileMapping => ({
  caseColumn: mapping.caseColumn,
  activityColumn: mapping.activityColumn,
  personColumn: mapping.personColumn,
  timeColumn: mapping.timeColumn,
  ...(mapping.amountColumn === null ? {} : { amountColumn: mapping.amountColumn }),
  ...(mapping.supplierColumn === null ? {} : { supplierColumn: mapping.supplierColumn }),
  where: mapping.where,
  duties: mapping.duties,
});

/** @throws FaultError invalid: a column is not there; refused: stopped */
export async function readLog(
  source: { rows: AsyncIterable<TableRow>; file: string; sheet: string; total: number | null },
  mapping: LogMapping,
  timeZone: string,
  context: Context,
  breathe: () => Promise<void>,
): Promise<LogRow[]> {
  const log = await openLog(source.rows, fileMapping(mapping), {
    timeZone,
    file: source.file,
    sheetName: source.sheet,
    stop: context.signal,
  });
  const rows: LogRow[] = [];
  for await (const row of log.rows) {
    rows.push(row);
    if (rows.length % slice === 0) {
      context.progress({ zh: "正在读取日志", en: "Reading the log" }, rows.length, source.total);
      await breathe();
    }
  }
  return rows;
}

/** One line for each sort of warning, with how many rows and the first of them. */
export function warningsOf(rows: readonly LogRow[]): Text[] {
  const all = rows.flatMap(({ warnings }) => warnings);
  return (["case", "activity", "person", "time", "amount"] as const).flatMap((about) => {
    const some = all.filter((warning) => warning.about === about);
    const [first] = some;
    if (!first) return [];
    const value = first.value === "" ? "" : `「${first.value}」`;
    return [
      {
        zh: `${some.length} 行：${first.text.zh}（如第 ${first.row} 行，列“${first.column}”${value}）`,
        en: `${some.length} row(s): ${first.text.en} (e.g. row ${first.row}, column "${first.column}"${first.value === "" ? "" : ` "${first.value}"`})`,
      },
    ];
  });
}
