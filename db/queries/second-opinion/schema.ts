// The small schema of the second opinion: plain tables of facts and rules that SQLite and DuckDB both hold.

/**
 * Keys are integers; days are days since 1970-01-01; an open end is `open`, a missing bound is `noFloor` or `open`;
 * money is fen; `moment` and `recorded` are epoch milliseconds; `ms` is the wall clock within `day` in the workbook's zone.
 * Flags are 0 or 1. Every other gap is NULL.
 */
export const baseTables = {
  so_now: ["today BIGINT"],
  so_department: ["k BIGINT", "parent BIGINT"],
  so_post: ["k BIGINT", "department BIGINT", "lvl BIGINT"],
  so_post_duty: ["post BIGINT", "duty TEXT", "from_d BIGINT", "until_d BIGINT"],
  so_person: ["k BIGINT", "is_system BIGINT", "joined BIGINT", "leaves BIGINT"],
  so_qualification: ["person BIGINT", "code TEXT", "from_d BIGINT", "until_d BIGINT"],
  so_assignment: ["person BIGINT", "post BIGINT", "from_d BIGINT", "until_d BIGINT"],
  so_relation: ["k BIGINT", "person BIGINT", "other BIGINT", "supplier BIGINT", "type TEXT", "from_d BIGINT"],
  /** The end of a relation once so many calendar years of looking back are added. */
  so_lookback: ["relation BIGINT", "years BIGINT", "until_d BIGINT"],
  so_absence: ["person BIGINT", "from_d BIGINT", "until_d BIGINT"],
  so_duty: ["code TEXT", "type TEXT"],
  so_implies: ["code TEXT", "general TEXT"],
  so_matter: ["k BIGINT", "code TEXT", "area TEXT"],
  so_step: [
    "k BIGINT",
    "matter BIGINT",
    "position BIGINT",
    "duty TEXT",
    "is_required BIGINT",
    "is_terminal BIGINT",
  ],
  so_authority: [
    "k BIGINT",
    "step BIGINT",
    "post BIGINT",
    "person BIGINT",
    "over_a BIGINT",
    "up_to BIGINT",
    "from_d BIGINT",
    "until_d BIGINT",
    "is_collective BIGINT",
    "is_sub BIGINT",
  ],
  so_delegation: [
    "k BIGINT",
    "authority BIGINT",
    "giver BIGINT",
    "taker BIGINT",
    "from_d BIGINT",
    "until_d BIGINT",
  ],
  so_case: [
    "k BIGINT",
    "case_no TEXT",
    "matter BIGINT",
    "department BIGINT",
    "requester BIGINT",
    "amount BIGINT",
    "category TEXT",
    "project TEXT",
    "supplier BIGINT",
    "method TEXT",
    "is_change_ok BIGINT",
    "opened BIGINT",
    "closed BIGINT",
  ],
  so_approval: [
    "natural_key TEXT",
    "case_k BIGINT",
    "step BIGINT",
    "person BIGINT",
    "behalf BIGINT",
    "post BIGINT",
    "action TEXT",
    "amount BIGINT",
    "moment BIGINT",
    "recorded BIGINT",
    "doc TEXT",
    "station TEXT",
    "day BIGINT",
    "ms BIGINT",
  ],
  /** Every day from the first that matters to today; `nth` counts workdays up to and including the day. */
  so_day: ["day BIGINT", "year BIGINT", "month TEXT", "year_end BIGINT", "is_workday BIGINT", "nth BIGINT"],
  so_rule: [
    "r BIGINT",
    "kind TEXT",
    "aspect TEXT",
    "from_d BIGINT",
    "until_d BIGINT",
    "all_areas BIGINT",
    "all_matters BIGINT",
    "max_held BIGINT",
    "min_n BIGINT",
    "is_odd BIGINT",
    "by_what TEXT",
    "qualification TEXT",
    "at_least BIGINT",
    "of_n BIGINT",
    "quiet BIGINT",
    "days BIGINT",
    "is_workdays BIGINT",
    "permille BIGINT",
    "below BIGINT",
    "times BIGINT",
    "fen BIGINT",
    "ms_from BIGINT",
    "ms_until BIGINT",
    "min_month BIGINT",
    "years BIGINT",
    "any_set BIGINT",
    "any_other BIGINT",
  ],
  so_rule_area: ["r BIGINT", "area TEXT"],
  so_rule_code: ["r BIGINT", "code TEXT"],
  so_rule_duty: ["r BIGINT", "part TEXT", "duty TEXT"],
  /** Types of relation, types of duty, reasons: whatever names the kind's list has. */
  so_rule_word: ["r BIGINT", "word TEXT"],
  /** First day of the rolling window that ends on `day`. */
  so_rule_window: ["r BIGINT", "day BIGINT", "since BIGINT"],
} as const satisfies Record<string, readonly string[]>;

export type BaseTable = keyof typeof baseTables;
export const baseTableNames = Object.keys(baseTables) as BaseTable[];
export const columnsOf = (table: BaseTable): string[] =>
  baseTables[table].map((column) => column.split(" ")[0] ?? "");
export type Cell = number | string | null;
export type BaseRows = Partial<Record<BaseTable, Cell[][]>>;

/** Later than any day and more than any amount. */
export const open = 9_000_000_000_000_000;
/** Less than any amount: amounts are never negative. */
export const noFloor = -1;

export const createStatement = (table: BaseTable): string =>
  `CREATE TEMP TABLE ${table} (${baseTables[table].join(", ")})`;

/** What SQLite should find quickly; DuckDB scans. */
export const baseIndexes: readonly (readonly [BaseTable, string])[] = [
  ["so_person", "k"],
  ["so_post", "k"],
  ["so_step", "k"],
  ["so_case", "k"],
  ["so_case", "supplier"],
  ["so_duty", "code"],
  ["so_matter", "k"],
  ["so_day", "day"],
  ["so_assignment", "person, post"],
  ["so_assignment", "post"],
  ["so_post_duty", "post"],
  ["so_authority", "k"],
  ["so_authority", "step"],
  ["so_authority", "post"],
  ["so_authority", "person"],
  ["so_delegation", "taker"],
  ["so_absence", "person"],
  ["so_relation", "person"],
  ["so_approval", "case_k"],
];
