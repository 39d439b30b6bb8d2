// The rows of an event log and what is to be said about them, for imports and for a log by itself.
import type { Context } from "../../shared/contract/call.ts";
import type { LogMapping } from "../../shared/contract/imports.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { TableRow } from "../../shared/formats/cell.ts";
import { openLog } from "../../shared/formats/event-log.ts";
import {
  type LogMapping as FileMapping,
  logMappingSchema,
  transitionColumn,
  wantedColumns,
} from "../../shared/formats/log-mapping.ts";
import { type LogRow, type LogWarning, warnedOf } from "../../shared/formats/log-row.ts";

const slice = 2000;

export const fileMapping = (mapping: LogMapping): FileMapping => logMappingSchema.parse(mapping);

export interface LogSource {
  rows: (wanted?: readonly string[]) => AsyncIterable<TableRow>;
  /** What the reader found odd in the rows that were read. */
  notes?: (() => Text[]) | undefined;
  file: string;
  sheet: string;
  total: number | null;
}
/** Hands over row by row, so that a long log need not be held; answers how many they were and what was odd.
 * @throws FaultError invalid: a column is not there; refused: stopped */
export async function readLog(
  source: LogSource,
  mapping: FileMapping,
  timeZone: string,
  context: Context,
  breathe: () => Promise<void>,
  take: (row: LogRow) => void,
): Promise<{ rows: number; warnings: Text[] }> {
  const log = await openLog(source.rows(wantedColumns(mapping)), mapping, {
    timeZone,
    file: source.file,
    sheetName: source.sheet,
    stop: context.signal,
  });
  const tally = startTally();
  let rows = 0;
  for await (const row of log.rows) {
    take(row);
    tally.add(row);
    rows += 1;
    if (rows % slice === 0) {
      context.progress({ zh: "正在读取日志", en: "Reading the log" }, rows, source.total);
      await breathe();
    }
  }
  return {
    rows,
    warnings: [...(source.notes?.() ?? []), ...tally.texts(), ...mixedTransitions(log.transitions)],
  };
}

/** One line for each sort of warning, with how many rows and the first of them. */
function startTally() {
  const firsts = new Map<LogWarning["about"], { first: LogWarning; count: number }>();
  return {
    add({ warnings }: LogRow): void {
      for (const warning of warnings) {
        const known = firsts.get(warning.about);
        if (known) known.count += 1;
        else firsts.set(warning.about, { first: warning, count: 1 });
      }
    },
    texts: (): Text[] =>
      warnedOf.flatMap((about) => {
        const known = firsts.get(about);
        if (!known) return [];
        const { first, count } = known;
        const value = first.value === "" ? "" : `「${first.value}」`;
        return [
          {
            zh: `${count} 行：${first.text.zh}（如第 ${first.row} 行，列“${first.column}”${value}）`,
            en: `${count} row(s): ${first.text.en} (e.g. row ${first.row}, column "${first.column}"${first.value === "" ? "" : ` "${first.value}"`})`,
          },
        ];
      }),
  };
}

/** One act may stand in a log as its start and its end: two rows of one person, and where persons differ, two people. */
function mixedTransitions(transitions: ReadonlyMap<string, number>): Text[] {
  if (transitions.size < 2) return [];
  const found = [...transitions].sort(([, a], [, b]) => b - a);
  const list = found.slice(0, 6).map(([word, count]) => `${word} (${count})`);
  const [[most] = [""]] = found;
  return [
    {
      zh: `日志含多种 ${transitionColumn}：${list.join("、")}。开始与完成都按办理计；只看一种请用 --where ${transitionColumn}=${most}。`,
      en: `The log has several kinds of ${transitionColumn}: ${list.join(", ")}. Starts and ends all count as acts; to look at one kind use --where ${transitionColumn}=${most}.`,
    },
  ];
}
