// Second opinion on kinds about duties in one case: kept apart, kept together, apart by unit, by level, type span.
import { today, within } from "../ground.ts";
import { perCase, type Question } from "../question.ts";

/** The act with which more than `max_held` members are collected: the (max_held + 1)-th by the first act of each. */
const collected = (firsts: string, group: string): string => `
  SELECT q.r, q.case_k, q.${group}, a.day FROM (
    SELECT f.*, row_number() OVER (PARTITION BY f.r, f.case_k, f.${group} ORDER BY f.ord) AS n FROM (${firsts}) f
  ) q JOIN so_rule u ON u.r = q.r JOIN so_act a ON a.ord = q.ord WHERE q.n = u.max_held + 1`;

export const dutyQuestions: readonly Question[] = [
  {
    kind: "separate-duties",
    aspect: null,
    // One step alone can be too much only where it counts for more members than may be held.
    sql: `WITH lone AS (
        SELECT s.step FROM so_rs s JOIN so_rule u ON u.r = s.r WHERE u.kind = 'separate-duties'
        GROUP BY s.r, s.step, u.max_held HAVING count(*) > u.max_held
      ) ${collected(
        `SELECT s.r, d.case_k, d.person, s.member, min(d.ord) AS ord
        FROM so_did d JOIN so_rs s ON s.step = d.step JOIN so_rule u ON u.r = s.r AND u.kind = 'separate-duties'
        WHERE d.steps > 1 OR d.step IN (SELECT step FROM lone)
        GROUP BY s.r, d.case_k, d.person, s.member`,
        "person",
      )}`,
    identity: perCase("person"),
  },
  {
    kind: "separate-units",
    aspect: null,
    sql: collected(
      `SELECT s.r, a.case_k, CASE WHEN u.by_what = 'organ' THEN o.organ ELSE p.department END AS unit, s.member,
        min(a.ord) AS ord
      FROM so_rule u JOIN so_rs s ON s.r = u.r JOIN so_act a ON a.step = s.step JOIN so_place p ON p.ord = a.ord
      JOIN so_organ o ON o.department = p.department
      WHERE u.kind = 'separate-units'
      GROUP BY s.r, a.case_k, CASE WHEN u.by_what = 'organ' THEN o.organ ELSE p.department END, s.member`,
      "unit",
    ),
    identity: perCase("unit"),
  },
  {
    kind: "same-person",
    aspect: null,
    // n counts the acts asked about; a person is credited without a break while their own count keeps step with n.
    sql: `WITH able AS (
        SELECT s.r FROM so_rs s JOIN so_rule u ON u.r = s.r WHERE u.kind = 'same-person'
        GROUP BY s.r HAVING count(DISTINCT s.member) > 1
      ), asked AS (
        SELECT DISTINCT s.r, c.case_k, c.ord FROM able JOIN so_rs s ON s.r = able.r JOIN so_credit c ON c.step = s.step
      ), numbered AS (
        SELECT r, case_k, ord, row_number() OVER (PARTITION BY r, case_k ORDER BY ord) AS n FROM asked
      ), own AS (
        SELECT b.r, b.case_k, c.person, b.n,
          row_number() OVER (PARTITION BY b.r, b.case_k, c.person ORDER BY b.n) AS own_n
        FROM numbered b JOIN so_credit c ON c.ord = b.ord AND c.case_k = b.case_k
      ), shared AS (
        SELECT r, case_k, max(n) AS n FROM own WHERE n = own_n GROUP BY r, case_k
      ) SELECT b.r, b.case_k, a.day FROM shared s
      JOIN numbered b ON b.r = s.r AND b.case_k = s.case_k AND b.n = s.n + 1 JOIN so_act a ON a.ord = b.ord`,
    identity: perCase("case_k"),
  },
  {
    kind: "seniority",
    aspect: null,
    sql: `WITH ranked AS (
        SELECT s.r, s.part, a.case_k, a.ord, a.actor, p.lvl FROM so_rule u JOIN so_rs s ON s.r = u.r
        JOIN so_act a ON a.step = s.step JOIN so_place p ON p.ord = a.ord
        WHERE u.kind = 'seniority' AND a.actor IS NOT NULL
        AND u.r IN (SELECT r FROM so_two_step)
      ) SELECT q.r, q.case_k, q.actor AS person, a.day FROM (
        SELECT l.r, l.case_k, l.actor, min(l.ord) AS ord FROM ranked l
        JOIN ranked e ON e.r = l.r AND e.case_k = l.case_k AND e.part = 'earlier' AND e.ord < l.ord
          AND e.actor <> l.actor AND l.lvl <= e.lvl
        WHERE l.part = 'later' GROUP BY l.r, l.case_k, l.actor
      ) q JOIN so_act a ON a.ord = q.ord`,
    identity: perCase("person"),
  },
  {
    kind: "concentration",
    aspect: "type-span",
    sql: `SELECT q.r, q.case_k, q.person, a.day FROM (
        SELECT f.*, row_number() OVER (PARTITION BY f.r, f.case_k, f.person ORDER BY f.ord) AS n FROM (
          SELECT u.r, u.min_n, d.case_k, d.person, d.type, min(d.ord) AS ord
          FROM so_rule u JOIN so_rule_word w ON w.r = u.r JOIN so_did d ON d.type = w.word AND d.steps > 1
          JOIN so_case c ON c.k = d.case_k JOIN so_rule_matter m ON m.r = u.r AND m.matter = c.matter
          WHERE u.kind = 'concentration' AND u.aspect = 'type-span'
          GROUP BY u.r, u.min_n, d.case_k, d.person, d.type
        ) f
      ) q JOIN so_act a ON a.ord = q.ord WHERE q.n = q.min_n`,
    identity: perCase("person"),
  },
  {
    kind: "concentration",
    aspect: "duty-share",
    sql: `WITH done AS (
        SELECT DISTINCT u.r, c.case_k, c.person, c.duty FROM so_rule u JOIN so_credit c ON 1 = 1
        JOIN so_case k ON k.k = c.case_k JOIN so_rule_matter m ON m.r = u.r AND m.matter = k.matter
        WHERE u.kind = 'concentration' AND u.aspect = 'duty-share'
      ), every_one AS (SELECT r, case_k, count(DISTINCT duty) AS n FROM done GROUP BY r, case_k),
      own AS (SELECT r, case_k, person, count(*) AS n FROM done GROUP BY r, case_k, person)
      SELECT o.r, o.case_k, o.person, x.day FROM own o
      JOIN every_one e ON e.r = o.r AND e.case_k = o.case_k JOIN so_rule u ON u.r = o.r
      JOIN so_closed x ON x.case_k = o.case_k AND x.quiet = u.quiet
      WHERE e.n >= u.min_n AND o.n * 1000 > e.n * u.permille`,
    identity: perCase("person"),
  },
  {
    kind: "two-person",
    aspect: null,
    sql: `WITH highest AS (
        SELECT s.r, s.matter, max(s.position) AS position FROM so_rs s JOIN so_rule u ON u.r = s.r
        WHERE u.kind = 'two-person' GROUP BY s.r, s.matter
      ), duty AS (
        SELECT s.r, a.case_k, a.matter, a.ord, a.person, a.actor, a.day FROM so_rule u JOIN so_rs s ON s.r = u.r
        JOIN so_act a ON a.step = s.step WHERE u.kind = 'two-person'
      ), first_one AS (SELECT r, case_k, matter, min(ord) AS ord FROM duty GROUP BY r, case_k, matter),
      later AS (
        SELECT f.r, f.case_k, min(a.ord) AS ord FROM first_one f JOIN highest t ON t.r = f.r AND t.matter = f.matter
        JOIN so_act a ON a.case_k = f.case_k AND a.ord > f.ord AND a.action <> 'reject' AND a.is_required = 1
          AND a.position > t.position
        GROUP BY f.r, f.case_k
      ), verdict AS (
        SELECT f.r, f.case_k, l.ord, coalesce(a.day, x.day) AS day FROM first_one f JOIN so_rule u ON u.r = f.r
        LEFT JOIN later l ON l.r = f.r AND l.case_k = f.case_k LEFT JOIN so_act a ON a.ord = l.ord
        LEFT JOIN so_closed x ON x.case_k = f.case_k AND x.quiet = u.quiet
        WHERE l.ord IS NOT NULL OR x.day IS NOT NULL
      ), counted AS (
        SELECT v.r, v.case_k, v.day, d.ord, d.person, d.actor, d.day AS act_day, o.organ
        FROM verdict v JOIN duty d ON d.r = v.r AND d.case_k = v.case_k AND (v.ord IS NULL OR d.ord < v.ord)
        LEFT JOIN so_place p ON p.ord = d.ord LEFT JOIN so_organ o ON o.department = p.department
      ), tally AS (
        SELECT c.r, c.case_k, c.day, count(DISTINCT c.actor) AS people, count(DISTINCT c.organ) AS organs,
          sum(CASE WHEN c.person IS NULL THEN 1 ELSE 0 END) AS unnamed,
          sum(CASE WHEN c.organ IS NULL THEN 1 ELSE 0 END) AS unplaced
        FROM counted c GROUP BY c.r, c.case_k, c.day
      ), expert AS (
        SELECT f.r, f.case_k, count(*) AS n FROM (
          SELECT r, case_k, actor, min(ord) AS ord FROM counted WHERE actor IS NOT NULL GROUP BY r, case_k, actor
        ) f JOIN so_rule u ON u.r = f.r AND u.qualification IS NOT NULL JOIN so_act a ON a.ord = f.ord
        WHERE EXISTS (SELECT 1 FROM so_qualification q WHERE q.person = f.actor AND q.code = u.qualification
          AND ${within("a.day", "q")})
        GROUP BY f.r, f.case_k
      ), judged AS (
        SELECT t.*, u.min_n, u.is_odd, u.qualification, u.at_least, u.of_n,
          CASE WHEN u.by_what = 'organ' THEN t.organs ELSE t.people END AS n,
          CASE WHEN u.by_what = 'organ' THEN t.unplaced ELSE t.unnamed END AS unknown
        FROM tally t JOIN so_rule u ON u.r = t.r
      ) SELECT j.r, j.case_k, j.day FROM judged j LEFT JOIN expert e ON e.r = j.r AND e.case_k = j.case_k
      WHERE NOT (j.unknown > 0 AND j.n < j.min_n) AND (j.n < j.min_n OR (j.is_odd = 1 AND j.n % 2 = 0)
        OR (j.qualification IS NOT NULL AND coalesce(e.n, 0) * j.of_n < j.people * j.at_least
          AND EXISTS (SELECT 1 FROM so_qualification q WHERE q.code = j.qualification)))
      AND j.day <= ${today}`,
    identity: perCase("case_k"),
  },
];
