// Rules as rows of the small schema: one row a version, its sets of duties and its words beside it.
import type { Rule } from "../../../shared/domain/rule.ts";
import { clockMs, numberOrNull, untilNumber, windowStart } from "./days.ts";
import { judgedElsewhere } from "./same-check.ts";
import { type BaseRows, type Cell, columnsOf } from "./schema.ts";

/** `check` or `test` of a rule, where its kind has several; relation: the counterpart. */
export function aspectOf(rule: Rule): string | null {
  switch (rule.kind) {
    case "sequence":
    case "tempo":
    case "concentration":
    case "tenure":
      return rule.parameters.check;
    case "split-amount":
      return rule.parameters.test;
    case "relation":
      return rule.parameters.counterpart;
    default:
      return null;
  }
}

type Columns = Partial<Record<string, Cell>>;
interface Told {
  columns?: Columns;
  sets?: Partial<Record<"set" | "other" | "earlier" | "later", readonly string[]>>;
  words?: readonly string[];
  months?: number;
}
const minute = 60_000;

function told(rule: Rule): Told {
  switch (rule.kind) {
    case "separate-duties":
    case "never-together":
      return { columns: { max_held: rule.parameters.maxHeld }, sets: { set: rule.parameters.duties } };
    case "same-person":
      return { sets: { set: rule.parameters.duties } };
    case "separate-units":
      return {
        columns: { max_held: rule.parameters.maxHeld, by_what: rule.parameters.unit },
        sets: { set: rule.parameters.duties },
      };
    case "two-person": {
      const { duty, minPersons, isOdd, countBy, experts, quietDays } = rule.parameters;
      return {
        columns: {
          min_n: minPersons,
          is_odd: isOdd ? 1 : 0,
          by_what: countBy,
          quiet: quietDays,
          qualification: experts?.qualification ?? null,
          at_least: experts?.atLeast ?? null,
          of_n: experts?.of ?? null,
        },
        sets: { set: [duty] },
      };
    }
    case "seniority":
      return { sets: { earlier: [rule.parameters.earlier], later: [rule.parameters.later] } };
    case "within-authority":
    case "absence":
      return { words: rule.parameters.reasons };
    case "relation": {
      const { duties, otherDuties, types, lookbackYears } = rule.parameters;
      return {
        columns: {
          years: lookbackYears,
          any_set: duties.length === 0 ? 1 : 0,
          any_other: otherDuties.length === 0 ? 1 : 0,
        },
        sets: { set: duties, other: otherDuties },
        words: types,
      };
    }
    case "sequence": {
      const asked = rule.parameters;
      if (asked.check === "missing") return { columns: { quiet: asked.quietDays } };
      if (asked.check === "back-dated") return { columns: { days: asked.lagDays } };
      if (asked.check === "after-reject") return { columns: { days: asked.days } };
      if (asked.check === "sum-over")
        return {
          columns: { permille: asked.permille },
          sets: { earlier: [asked.base], later: [asked.added] },
        };
      if (asked.check === "order") return {};
      const sets = { earlier: [asked.earlier], later: [asked.later] };
      if (asked.check === "before") return { sets };
      return { columns: { days: asked.days, is_workdays: asked.isWorkdays ? 1 : 0 }, sets };
    }
    case "split-amount": {
      const asked = rule.parameters;
      return asked.test === "statutory"
        ? { columns: { fen: asked.threshold, min_n: asked.minCases } }
        : {
            columns: {
              fen: asked.ceiling,
              permille: asked.nearPermille,
              days: asked.windowDays,
              min_n: asked.minCases,
              by_what: asked.by,
            },
          };
    }
    case "tempo": {
      const asked = rule.parameters;
      if (asked.check === "fast")
        return {
          columns: { ms_until: asked.seconds * 1000, min_n: asked.minActs },
          sets: { earlier: [asked.earlier], later: [asked.later] },
        };
      if (asked.check === "burst")
        return { columns: { min_n: asked.count, ms_until: asked.minutes * minute } };
      if (asked.check === "off-hours")
        return {
          columns: {
            ms_from: clockMs(asked.from),
            ms_until: clockMs(asked.until),
            min_n: asked.minActs,
            permille: asked.sharePermille,
            min_month: asked.minMonthActs,
          },
        };
      if (asked.check === "year-end")
        return { columns: { days: asked.days, permille: asked.sharePermille, min_n: asked.minCases } };
      if (asked.check === "crowding")
        return {
          columns: {
            fen: asked.ceiling,
            permille: asked.nearPermille,
            below: asked.belowPermille,
            times: asked.times,
            min_n: asked.minCases,
          },
        };
      if (asked.check === "same-terminal") return { columns: { ms_until: asked.minutes * minute } };
      return { columns: { days: asked.maxDays } };
    }
    case "concentration": {
      const asked = rule.parameters;
      if (asked.check === "duty-share")
        return { columns: { permille: asked.permille, min_n: asked.minDuties, quiet: asked.quietDays } };
      if (asked.check === "type-span") return { columns: { min_n: asked.min }, words: asked.types };
      if (asked.check === "supplier-share")
        return { columns: { permille: asked.permille, min_n: asked.minCases, by_what: asked.by } };
      return { columns: { permille: asked.permille, min_n: asked.minCases }, months: asked.months };
    }
    case "tenure":
      return {};
  }
}

/** Row number `r` is the place in `rules`; rules that another judges for have none. `caseDays`: days on which single-source cases may fall, for the rolling windows. */
export function ruleRows(rules: readonly Rule[], caseDays: readonly number[]): BaseRows {
  const rows = {
    so_rule: [] as Cell[][],
    so_rule_area: [] as Cell[][],
    so_rule_code: [] as Cell[][],
    so_rule_duty: [] as Cell[][],
    so_rule_word: [] as Cell[][],
    so_rule_window: [] as Cell[][],
  };
  const isElsewhere = judgedElsewhere(rules);
  for (const [r, rule] of rules.entries()) {
    if (isElsewhere(rule)) continue;
    const { columns = {}, sets = {}, words = [], months } = told(rule);
    const row: Columns = {
      ...columns,
      r,
      kind: rule.kind,
      aspect: aspectOf(rule),
      from_d: numberOrNull(rule.inForce.from) ?? -1_000_000,
      until_d: untilNumber(rule.inForce.until),
      all_areas: rule.scope.areas === null ? 1 : 0,
      all_matters: rule.scope.matters === null ? 1 : 0,
    };
    rows.so_rule.push(columnsOf("so_rule").map((column) => row[column] ?? null));
    for (const area of rule.scope.areas ?? []) rows.so_rule_area.push([r, area]);
    for (const code of rule.scope.matters ?? []) rows.so_rule_code.push([r, code]);
    for (const [part, duties] of Object.entries(sets))
      for (const duty of new Set(duties)) rows.so_rule_duty.push([r, part, duty]);
    for (const word of new Set(words)) rows.so_rule_word.push([r, word]);
    if (months !== undefined)
      for (const day of caseDays) rows.so_rule_window.push([r, day, windowStart(day, months)]);
  }
  return rows;
}
export const yearsAsked = (rules: readonly Rule[]): number[] =>
  rules.flatMap((rule) => (rule.kind === "relation" ? [rule.parameters.lookbackYears] : []));
export const hasWindows = (rules: readonly Rule[]): boolean =>
  rules.some((rule) => aspectOf(rule) === "single-source");
