// The rows in force of an open workbook as the small schema: SQL to SQL, by no other reader of the tables.
import type Database from "better-sqlite3";
import { type Day, isDay } from "../../../shared/domain/day.ts";
import { builtInDuties } from "../../../shared/domain/duty.ts";
import { levels } from "../../../shared/domain/organisation.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { settingsOf } from "../settings.ts";
import { dayNumber, dayRows, lookbackRows, wallReader } from "./days.ts";
import type { NameOf } from "./question.ts";
import { hasWindows, ruleRows, yearsAsked } from "./rule-rows.ts";
import { noFloor, open } from "./schema.ts";
import { fillTables } from "./sqlite.ts";

type Db = Database.Database;
const inForce = "superseded_in IS NULL";
const number = (column: string): string => `unixepoch(${column}) / 86400`;
const until = (column = "until_day"): string => `coalesce(${number(column)}, ${open})`;
const period = `${number("from_day")}, ${until()}`;
const rank = `CASE level ${levels.map((level, index) => `WHEN '${level}' THEN ${index + 1}`).join(" ")} END`;

/** SELECTs in the order of the columns of `schema.ts`. */
const selects: Record<string, string> = {
  so_department: `SELECT entity, parent FROM main.departments WHERE ${inForce}`,
  so_post: `SELECT entity, department, ${rank} FROM main.posts WHERE ${inForce}`,
  so_post_duty: `SELECT post, duty, ${period} FROM main.post_duties WHERE ${inForce}`,
  so_person: `SELECT entity, is_system, ${number("joined_on")}, ${number("leaves_on")} FROM main.people WHERE ${inForce}`,
  so_qualification: `SELECT person, code, ${period} FROM main.qualifications WHERE ${inForce}`,
  so_assignment: `SELECT person, post, ${period} FROM main.assignments WHERE ${inForce}`,
  so_relation: `SELECT entity, person, other_person, supplier, type, ${number("from_day")} FROM main.relations WHERE ${inForce}`,
  so_absence: `SELECT person, ${period} FROM main.absences WHERE ${inForce}`,
  so_matter: `SELECT entity, code, area FROM main.matters WHERE ${inForce}`,
  so_step: `SELECT entity, matter, position, duty, is_required, is_terminal FROM main.steps WHERE ${inForce}`,
  so_authority: `SELECT entity, step, post, person, coalesce(over_amount, ${noFloor}), coalesce(up_to_amount, ${open}),
    ${period}, is_collective, is_sub_delegable FROM main.authorities WHERE ${inForce}`,
  so_delegation: `SELECT entity, authority, from_person, to_person, ${period} FROM main.delegations WHERE ${inForce}`,
  so_case: `SELECT entity, case_no, matter, department, requester, amount, category, budget_project, supplier, method,
    is_change_approved, ${number("opened_on")}, ${number("closed_on")} FROM main.cases WHERE ${inForce}`,
  so_approval: `SELECT natural_key, case_key, step, person, on_behalf_of, post, action, amount, happened_at, recorded_at,
    doc_no, terminal, wall_day(happened_at), wall_ms(happened_at) FROM main.approvals WHERE ${inForce}`,
  so_duty: `SELECT code, type FROM main.duties WHERE ${inForce}`,
  so_implies: `SELECT d.code, i.value FROM main.duties d, json_each(d.implies) i WHERE d.${inForce}`,
};

/** Fills the tables from the rows in force now; whatever is written afterwards is not seen. */
export function feedFromWorkbook(db: Db, rules: readonly Rule[], today: Day): NameOf {
  const wall = wallReader(settingsOf(db).timeZone);
  db.function("wall_day", { deterministic: true }, (at) => wall(Number(at)).day);
  db.function("wall_ms", { deterministic: true }, (at) => wall(Number(at)).ms);
  for (const [table, select] of Object.entries(selects)) db.exec(`INSERT INTO temp.${table} ${select}`);

  const own = new Set(db.prepare<[], string>("SELECT code FROM temp.so_duty").pluck().all());
  const builtIn = builtInDuties.filter(({ code }) => !own.has(code));
  const relations = db
    .prepare<[], { key: number; until: string | null }>(
      `SELECT entity AS key, until_day AS until FROM main.relations WHERE ${inForce}`,
    )
    .all();
  const calendar = db
    .prepare<[], { day: string; isWorkday: number }>(
      `SELECT day, is_workday AS isWorkday FROM main.calendar WHERE ${inForce}`,
    )
    .all()
    .filter(({ day }) => isDay(day));
  const last = dayNumber(today);
  const first = db
    .prepare<[], number | null>(
      "SELECT min(d) FROM (SELECT min(day) AS d FROM temp.so_approval UNION ALL SELECT min(opened) FROM temp.so_case)",
    )
    .pluck()
    .get();
  const days = dayRows(
    Math.min(first ?? last, last),
    last,
    new Map(calendar.map(({ day, isWorkday }) => [day, isWorkday === 1])),
  );
  fillTables(db, {
    so_now: [[last]],
    so_day: days,
    so_duty: builtIn.map(({ code, type }) => [code, type]),
    so_implies: builtIn.flatMap(({ code, implies }) => implies.map((general) => [code, general])),
    so_lookback: lookbackRows(relations, yearsAsked(rules)),
    ...ruleRows(rules, hasWindows(rules) ? days.map(([day]) => Number(day)) : []),
  });

  const find = db.prepare<[number], string>("SELECT id FROM main.entities WHERE key = ?").pluck();
  const names = new Map<number, string>();
  return (key) => {
    const name = names.get(key) ?? find.get(key) ?? "";
    names.set(key, name);
    return name;
  };
}
