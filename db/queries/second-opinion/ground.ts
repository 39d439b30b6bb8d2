// The common ground of docs/rules/kinds.md in SQL: acts in order, duties, holding, credit, scope, dated and closed cases.
import { open } from "./schema.ts";

/** A table made from others; `indexes` are for SQLite, DuckDB scans. */
export interface Derived {
  name: string;
  sql: string;
  indexes?: readonly string[];
}
export const today = "(SELECT today FROM so_now)";
/** The later or larger of two expressions, in any dialect. */
export const larger = (a: string, b: string): string => `CASE WHEN ${a} > ${b} THEN ${a} ELSE ${b} END`;
const smaller = (a: string, b: string): string => `CASE WHEN ${a} < ${b} THEN ${a} ELSE ${b} END`;
export const within = (day: string, period: string): string =>
  `${period}.from_d <= ${day} AND ${day} < ${period}.until_d`;
const covers = (amount: string, right: string): string =>
  `(${amount} IS NULL OR (${right}.over_a < ${amount} AND ${amount} <= ${right}.up_to))`;

export const ground: readonly Derived[] = [
  {
    // Every duty in use with all that it amounts to, itself included.
    name: "so_means",
    sql: `WITH RECURSIVE edge AS (
        SELECT code, general FROM so_implies
        UNION SELECT code, 'approve' FROM so_duty WHERE type = 'authorise'
        UNION SELECT code, 'apply' FROM so_duty WHERE type = 'initiate'
      ), used AS (SELECT duty AS code FROM so_step UNION SELECT duty FROM so_post_duty),
      closed (code, general) AS (
        SELECT code, code FROM used
        UNION SELECT closed.code, edge.general FROM closed JOIN edge ON edge.code = closed.general
      ) SELECT code, general FROM closed`,
  },
  {
    // match(duty, set): the duty alone if it is in the set, else what of the set it implies.
    name: "so_match",
    sql: `SELECT d.r, d.part, m.code, d.duty AS member
      FROM so_means m JOIN so_rule_duty d ON d.duty = m.general
      WHERE m.code = m.general OR NOT EXISTS (
        SELECT 1 FROM so_rule_duty o WHERE o.r = d.r AND o.part = d.part AND o.duty = m.code)`,
    indexes: ["code, r"],
  },
  {
    name: "so_rule_matter",
    sql: `SELECT u.r, m.k AS matter FROM so_rule u JOIN so_matter m
      ON (u.all_areas = 1 OR EXISTS (SELECT 1 FROM so_rule_area a WHERE a.r = u.r AND a.area = m.area))
      AND (u.all_matters = 1 OR EXISTS (SELECT 1 FROM so_rule_code c WHERE c.r = u.r AND c.code = m.code))`,
    indexes: ["r, matter", "matter, r"],
  },
  {
    // Which member of which set of a rule a step in its scope counts for.
    name: "so_rs",
    sql: `SELECT t.r, t.part, s.k AS step, s.matter, s.position, t.member
      FROM so_step s JOIN so_match t ON t.code = s.duty
      JOIN so_rule_matter m ON m.r = t.r AND m.matter = s.matter`,
    indexes: ["step, r", "r, part, step"],
  },
  {
    // Matters with a step for the one duty and another for the other.
    name: "so_two_step",
    sql: `SELECT DISTINCT e.r, e.matter FROM so_rs e
      JOIN so_rs l ON l.r = e.r AND l.matter = e.matter AND l.part = 'later' AND l.step <> e.step
      WHERE e.part = 'earlier'`,
    indexes: ["r, matter"],
  },
  {
    // Rules with a matter in scope whose steps stand in more than one place.
    name: "so_ladder",
    sql: `SELECT DISTINCT m.r FROM so_rule_matter m JOIN (
        SELECT matter FROM so_step GROUP BY matter HAVING min(position) < max(position)
      ) s ON s.matter = m.matter`,
  },
  {
    // Deciding acts up to today; ord is the order of acts.
    name: "so_act",
    sql: `SELECT row_number() OVER (ORDER BY a.moment, s.position, a.natural_key) AS ord,
        a.natural_key, a.case_k, c.matter, a.step, s.position, s.is_required, s.is_terminal, s.duty, d.type,
        a.action, a.person, CASE WHEN p.is_system = 0 THEN a.person END AS actor, a.behalf, a.post,
        a.amount AS own_amount, coalesce(a.amount, c.amount) AS amount, a.moment, a.recorded, a.doc, a.station,
        a.day, a.ms
      FROM so_approval a JOIN so_case c ON c.k = a.case_k JOIN so_step s ON s.k = a.step
      LEFT JOIN so_person p ON p.k = a.person LEFT JOIN so_duty d ON d.code = s.duty
      WHERE a.action IN ('submit', 'approve', 'reject', 'execute') AND a.day <= ${today}`,
    indexes: ["ord", "case_k, ord", "step", "actor"],
  },
  {
    // What people may do in their own right; held_* are the days on which they hold the post (any, for a grant to the person).
    name: "so_right",
    sql: `SELECT s.person, a.step, a.k AS authority, s.from_d AS held_from, s.until_d AS held_until,
        a.from_d, a.until_d, a.over_a, a.up_to, a.is_collective
      FROM so_assignment s JOIN so_authority a ON a.post = s.post
      UNION ALL
      SELECT a.person, a.step, a.k, -1000000, ${open}, a.from_d, a.until_d, a.over_a, a.up_to, a.is_collective
      FROM so_authority a WHERE a.person IS NOT NULL`,
    indexes: ["person, step"],
  },
  {
    // Covering delegations of acts that nothing covers in the actor's own right and that name no principal.
    name: "so_lent",
    sql: `SELECT a.ord, d.k AS delegation, d.giver, d.from_d, d.until_d
      FROM so_delegation d JOIN so_authority u ON u.k = d.authority
      JOIN so_act a ON a.actor = d.taker AND a.step = u.step
      WHERE a.behalf IS NULL AND ${within("a.day", "d")} AND ${within("a.day", "u")} AND ${covers("a.amount", "u")}
      AND NOT EXISTS (SELECT 1 FROM so_right o WHERE o.person = a.actor AND o.step = a.step
        AND o.held_from <= a.day AND a.day < o.held_until AND ${within("a.day", "o")} AND ${covers("a.amount", "o")})`,
  },
  {
    // Who is credited with an act.
    name: "so_credit",
    sql: `SELECT a.ord, a.case_k, a.step, a.type, a.duty, a.day, q.person FROM (
        SELECT ord, actor AS person FROM so_act WHERE actor IS NOT NULL
        UNION SELECT a.ord, a.behalf FROM so_act a JOIN so_person p ON p.k = a.behalf WHERE p.is_system = 0
        UNION SELECT l.ord, l.giver FROM so_lent l JOIN so_person p ON p.k = l.giver WHERE p.is_system = 0
      ) q JOIN so_act a ON a.ord = q.ord`,
    indexes: ["case_k, person", "person", "step"],
  },
  {
    // The first act with which a person is credited on each step of a case; steps: on how many of the case.
    name: "so_did",
    sql: `SELECT case_k, person, step, type, min(ord) AS ord, count(*) OVER (PARTITION BY case_k, person) AS steps
      FROM so_credit GROUP BY case_k, person, step, type`,
    indexes: ["step"],
  },
  {
    // Department and rank of an act: of the post acted in, else of what the actor holds that day.
    name: "so_place",
    sql: `SELECT a.ord, p.department, p.lvl FROM so_act a JOIN so_post p ON p.k = a.post
      UNION ALL
      SELECT a.ord, CASE WHEN min(p.department) = max(p.department) THEN min(p.department) END, max(p.lvl)
      FROM so_act a JOIN so_assignment s ON s.person = a.actor AND ${within("a.day", "s")}
      JOIN so_post p ON p.k = s.post WHERE a.post IS NULL GROUP BY a.ord`,
    indexes: ["ord"],
  },
  {
    // Each department with its topmost one.
    name: "so_organ",
    sql: `WITH RECURSIVE above (department, top) AS (
        SELECT k, k FROM so_department
        UNION SELECT above.department, d.parent FROM above JOIN so_department d ON d.k = above.top
          WHERE d.parent IS NOT NULL
      ) SELECT above.department, above.top AS organ FROM above JOIN so_department d ON d.k = above.top
      WHERE d.parent IS NULL`,
  },
  {
    // What people hold, and when: standing duties, authorities of posts and persons, delegations received.
    name: "so_holding",
    sql: `SELECT h.person, h.code, h.from_d, h.until_d FROM (
        SELECT s.person, d.duty AS code, ${larger("s.from_d", "d.from_d")} AS from_d,
          ${smaller("s.until_d", "d.until_d")} AS until_d
        FROM so_assignment s JOIN so_post_duty d ON d.post = s.post
        UNION ALL SELECT s.person, t.duty, ${larger("s.from_d", "a.from_d")}, ${smaller("s.until_d", "a.until_d")}
        FROM so_assignment s JOIN so_authority a ON a.post = s.post JOIN so_step t ON t.k = a.step
        UNION ALL SELECT a.person, t.duty, a.from_d, a.until_d
        FROM so_authority a JOIN so_step t ON t.k = a.step WHERE a.person IS NOT NULL
        UNION ALL SELECT d.taker, t.duty, ${larger("d.from_d", "a.from_d")}, ${smaller("d.until_d", "a.until_d")}
        FROM so_delegation d JOIN so_authority a ON a.k = d.authority JOIN so_step t ON t.k = a.step
      ) h JOIN so_person p ON p.k = h.person WHERE p.is_system = 0 AND h.from_d < h.until_d`,
    indexes: ["person"],
  },
  {
    // Per case: its last act, and the first done acts on an authorising and on a terminal step.
    name: "so_course",
    sql: `SELECT case_k, matter, max(ord) AS last_ord,
        min(CASE WHEN type = 'authorise' AND action <> 'reject' THEN ord END) AS authorised_ord,
        min(CASE WHEN is_terminal = 1 AND action <> 'reject' THEN ord END) AS terminal_ord
      FROM so_act GROUP BY case_k, matter`,
    indexes: ["case_k"],
  },
  {
    // Dated cases in order, with the tier that their amount falls under.
    name: "so_dated",
    sql: `SELECT q.*, d.year, d.year_end, row_number() OVER (ORDER BY q.day, q.case_no, q.k) AS nth, (
        SELECT min(u.up_to) FROM so_step s JOIN so_duty t ON t.code = s.duty JOIN so_authority u ON u.step = s.k
        WHERE s.matter = q.matter AND t.type = 'authorise' AND u.up_to < ${open} AND u.up_to >= q.amount
        AND ${within("q.day", "u")}) AS tier
      FROM (
        SELECT c.k, c.case_no, c.matter, c.department, c.requester, c.amount, c.category, c.project, c.supplier,
          c.method, c.is_change_ok, coalesce(a.day, c.opened) AS day
        FROM so_case c LEFT JOIN so_course o ON o.case_k = c.k LEFT JOIN so_act a ON a.ord = o.authorised_ord
        LEFT JOIN so_act l ON l.ord = o.last_ord WHERE coalesce(l.action, '') <> 'reject'
      ) q JOIN so_day d ON d.day = q.day WHERE q.day <= ${today}`,
  },
  {
    // Cases that closed by today, for every number of quiet days that a rule asks for.
    name: "so_closed",
    sql: `SELECT q.quiet, q.case_k, min(q.day) AS day FROM (
        SELECT t.quiet, c.k AS case_k, c.closed AS day FROM so_case c CROSS JOIN (
          SELECT DISTINCT quiet FROM so_rule WHERE quiet IS NOT NULL) t WHERE c.closed IS NOT NULL
        UNION ALL SELECT t.quiet, o.case_k, a.day FROM so_course o JOIN so_act a ON a.ord = o.terminal_ord CROSS JOIN (
          SELECT DISTINCT quiet FROM so_rule WHERE quiet IS NOT NULL) t
        UNION ALL SELECT t.quiet, o.case_k, a.day + t.quiet FROM so_course o JOIN so_act a ON a.ord = o.last_ord CROSS JOIN (
          SELECT DISTINCT quiet FROM so_rule WHERE quiet IS NOT NULL) t
      ) q WHERE q.day <= ${today} GROUP BY q.quiet, q.case_k`,
    indexes: ["case_k, quiet"],
  },
];
