// Handler of the logs namespace: a log judged by pairs of activities and by rules of a file, without a workbook.
import { basename } from "node:path";
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { LogCheckMapping } from "../../shared/contract/logs.ts";
import { type Day, dayOf } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import { isBlankRow } from "../../shared/formats/cell.ts";
import { type LogMapping, logMappingSchema, logWord } from "../../shared/formats/log-mapping.ts";
import { startLogWorld } from "../../shared/formats/log-world.ts";
import { type CheckResult, checkSlices } from "../../shared/rules/check.ts";
import { indexFacts } from "../../shared/rules/facts.ts";
import { readTables, type TableFile, type TableSheet } from "../files/table-reader.ts";
import { xesColumns } from "../files/xes-rows.ts";
import type { ServiceDeps } from "./deps.ts";
import { logAnswer } from "./log-answer.ts";
import { readLog } from "./log-rows.ts";
import { beyondLogs, type LogRuleAsked, pairsAsked, placedByDuty, rulesAsked } from "./log-rules.ts";
import { problemFault } from "./offered-rules.ts";
import { readRuleFile } from "./rule-file.ts";

export function logHandlers(deps: ServiceDeps): Handlers<QuanhengContract>["logs"] {
  return {
    check: async ({ grant, mapping, pairs, rules, order, area, asOf, timeZone }, context) => {
      const ofFile = rules === null ? [] : rulesIn(deps.grants.pathOf(rules, "read"));
      if (pairs.length === 0 && ofFile.length === 0) throw noRule();
      const table = await readTables(deps.grants.pathOf(grant, "read"), { stop: context.signal });
      const sheet = table.sheets.find(({ isHidden }) => !isHidden);
      if (!sheet)
        throw fault("invalid", { zh: `${table.file} 里没有表。`, en: `There is no sheet in ${table.file}.` });
      const columns = columnsOf(mapping, table);
      const { duties } = mapping;
      const byPairs = pairsAsked(pairs, mapping);
      const building = startLogWorld(
        { duties },
        { unitName: "", timeZone, order: order.map(logWord), ...(area === null ? {} : { area }) },
      );
      const read = await readLog(
        { rows: sheet.rows, notes: sheet.notes, file: table.file, sheet: sheet.name, total: null },
        columns,
        timeZone,
        context,
        deps.breathe,
        building.add,
      );
      const world = order.length > 0 ? building.world() : placedByDuty(building.world());
      const day = asOf ?? lastDayOf(world, dayOf(deps.now(), timeZone));
      const activities = new Set(world.steps.map(({ code }) => code));
      const asked = [...byPairs, ...rulesAsked(ofFile, activities, mapping, area !== null)];
      assertApart(byPairs, ofFile);
      const cannot = new Map(
        asked.flatMap(({ rule }) => {
          const reason = beyondLogs(rule, order.length > 0);
          return reason ? [[rule.id, reason] as const] : [];
        }),
      );
      const result = await judge(
        world,
        day,
        asked.map(({ rule }) => rule).filter(({ id }) => !cannot.has(id)),
        context,
        deps.breathe,
      );
      for (const { ruleId, reason } of result.notApplicable) cannot.set(ruleId, reason);
      return {
        asOf: day,
        ...logAnswer(world, asked, result, cannot),
        rows: read.rows,
        warnings: [
          ...read.warnings,
          ...(await unreadSheets(table.sheets, sheet)),
          ...placeholders(world),
          ...unknownWords(world, asked, order, activities),
        ],
      };
    },
  };
}

/** @throws FaultError invalid: any of them is wrong; missing, refused: the file */
function rulesIn(path: string): Rule[] {
  const { rules, problems } = readRuleFile(path);
  if (problems.length > 0) throw problemFault({ name: basename(path), problems });
  return rules;
}

/** A log is one sheet: what others hold is not looked at, and that must be said. */
async function unreadSheets(sheets: readonly TableSheet[], read: TableSheet): Promise<Text[]> {
  const filled: string[] = [];
  for (const sheet of sheets) {
    if (sheet === read) continue;
    for await (const row of sheet.rows()) {
      if (isBlankRow(row)) continue;
      filled.push(sheet.name);
      break;
    }
  }
  if (filled.length === 0) return [];
  return [
    {
      zh: `只读了工作表“${read.name}”；这些工作表有内容，没有读：${filled.join("、")}。要一并核对，请合成一张表。`,
      en: `Only the sheet "${read.name}" was read; these have content and were not: ${filled.join(", ")}. To check them as well, put them into one sheet.`,
    },
  ];
}

/** Every row counts, also one dated after today. */
function lastDayOf({ approvals, settings }: World, today: Day): Day {
  const last = approvals.reduce((latest, { happenedAt }) => Math.max(latest, happenedAt), 0);
  const day = dayOf(last, settings.timeZone);
  return day > today ? day : today;
}

async function judge(
  world: World,
  today: Day,
  rules: readonly Rule[],
  context: Context,
  breathe: () => Promise<void>,
): Promise<CheckResult> {
  const slices = checkSlices(indexFacts(world, today), rules);
  for (let slice = slices.next(); ; slice = slices.next()) {
    if (slice.done) return slice.value;
    context.progress({ zh: "正在核对", en: "Checking" }, slice.value.rulesDone, slice.value.rules);
    if (context.signal.aborted) throw fault("refused", { zh: "核对已停止。", en: "The check was stopped." });
    await breathe();
  }
}

/** @throws FaultError invalid: a table does not say by itself which column is which */
function columnsOf(mapping: LogCheckMapping, { format, file }: TableFile): LogMapping {
  const own = format === "xes" ? xesColumns : { case: null, activity: null, person: null, time: null };
  const four = {
    caseColumn: mapping.caseColumn ?? own.case,
    activityColumn: mapping.activityColumn ?? own.activity,
    personColumn: mapping.personColumn ?? own.person,
    timeColumn: mapping.timeColumn ?? own.time,
  };
  if (Object.values(four).includes(null))
    throw fault(
      "invalid",
      {
        zh: "请说明哪些列是业务编号、环节、人员和时间；只有 XES 日志自带这些列名。",
        en: "Say which columns are case, activity, person and time; only a log in XES names them by itself.",
      },
      { file },
    );
  return logMappingSchema.parse({ ...mapping, ...four });
}

const noRule = () =>
  fault("invalid", {
    zh: "至少要有一对不得由同一人办理的环节，或一条规则。",
    en: "At least one pair of activities to keep apart, or one rule, is needed.",
  });
function assertApart(byPairs: readonly LogRuleAsked[], ofFile: readonly Rule[]): void {
  const own = new Set(byPairs.map(({ rule }) => rule.id));
  const twice = ofFile.find(({ id }) => own.has(id));
  if (twice)
    throw fault("invalid", {
      zh: `规则文件中的 ${twice.id} 与 --separate 自动编的号相同。请给它换一个编号。`,
      en: `The rule ${twice.id} of the file has an id that --separate gives by itself: give it another.`,
    });
}

const placeholder =
  /^(?:none|null|nil|nan|n\/?a|unknown|undefined|missing|__invalid__|resource|-+|\?+|无|空|未知|不详)$/i;
/** Words that often stand where nobody is named: they count as people until somebody says that they are none. */
const placeholders = (world: World): Text[] =>
  world.people
    .filter(({ staffNo }) => placeholder.test(staffNo))
    .map(({ staffNo }) => ({
      zh: `“${staffNo}”按一个人计。若它表示没有人，请加 --nobody ${staffNo}。`,
      en: `"${staffNo}" counts as a person. If it means nobody, add --nobody ${staffNo}.`,
    }));

function unknownWords(
  world: World,
  asked: readonly LogRuleAsked[],
  order: readonly string[],
  activities: ReadonlySet<string>,
): Text[] {
  const known = new Set(world.duties.map(({ code }) => code));
  const words = new Set([...asked.flatMap(({ words }) => words), ...order].map(logWord));
  return [...words]
    .filter((word) => !activities.has(word) && !known.has(word))
    .map((word) => ({
      zh: `日志中没有环节“${word}”；请核对写法（区分大小写）。`,
      en: `The activity "${word}" does not occur in the log: check the spelling (case matters).`,
    }));
}
