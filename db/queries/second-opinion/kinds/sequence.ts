// Second opinion on the order of acts in a case: inversions, gaps, back-dating, turns after a reject, time limits, sums.
import { today } from "../ground.ts";
import { perAct, perCase, type Question } from "../question.ts";

const of = (aspect: string): string =>
  `u.kind = 'sequence' AND u.aspect = '${aspect}' AND u.r IN (SELECT r FROM so_ladder)`;
/** Acts done (not rejects) on steps of a matter that has both duties, by part. */
const parts = (aspect: string): string => `
  SELECT s.r, s.part, a.case_k, a.matter, a.step, a.position, a.ord, a.moment, a.day, a.amount, a.own_amount
  FROM so_rule u JOIN so_two_step t ON t.r = u.r JOIN so_rs s ON s.r = t.r AND s.matter = t.matter
  JOIN so_act a ON a.step = s.step WHERE ${of(aspect)} AND a.action <> 'reject'`;

export const sequenceQuestions: readonly Question[] = [
  {
    kind: "sequence",
    aspect: "order",
    sql: `WITH first_one AS (
        SELECT a.case_k, a.matter, a.step, a.position, a.is_required, a.ord, a.moment FROM so_act a JOIN (
          SELECT case_k, step, min(ord) AS ord FROM so_act WHERE action <> 'reject' GROUP BY case_k, step
        ) f ON f.ord = a.ord
      ), early AS (
        SELECT case_k, matter, ord, is_required, moment, min(moment) OVER (
          PARTITION BY case_k ORDER BY position DESC RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS from_here,
          position FROM first_one
      ), inverted AS (
        SELECT s.case_k, s.matter, min(s.ord) AS ord FROM early s
        WHERE s.is_required = 1 AND s.from_here < s.moment AND EXISTS (
          SELECT 1 FROM first_one t WHERE t.case_k = s.case_k AND t.position > s.position AND t.moment < s.moment)
        GROUP BY s.case_k, s.matter
      ) SELECT u.r, i.case_k, a.day FROM inverted i JOIN so_act a ON a.ord = i.ord
      JOIN so_rule_matter m ON m.matter = i.matter JOIN so_rule u ON u.r = m.r WHERE ${of("order")}`,
    identity: perCase("case_k"),
  },
  {
    kind: "sequence",
    aspect: "missing",
    // The lowest required step without an act decides: whatever lies above it lies above a gap.
    sql: `WITH done AS (SELECT DISTINCT case_k, matter, step FROM so_act WHERE action <> 'reject'),
      some_case AS (SELECT DISTINCT case_k, matter FROM done),
      gap AS (
        SELECT c.case_k, c.matter, min(s.position) AS position FROM some_case c
        JOIN so_step s ON s.matter = c.matter AND s.is_required = 1
        LEFT JOIN done d ON d.case_k = c.case_k AND d.step = s.k WHERE d.step IS NULL GROUP BY c.case_k, c.matter
      ), beyond AS (
        SELECT g.case_k, g.matter, min(CASE WHEN a.is_required = 1 THEN a.ord END) AS ord FROM gap g
        JOIN so_act a ON a.case_k = g.case_k AND a.action <> 'reject' AND a.position > g.position
        GROUP BY g.case_k, g.matter
      ) SELECT u.r, b.case_k, coalesce(a.day, x.day) AS day FROM beyond b
      JOIN so_rule_matter m ON m.matter = b.matter JOIN so_rule u ON u.r = m.r
      LEFT JOIN so_act a ON a.ord = b.ord LEFT JOIN so_closed x ON x.case_k = b.case_k AND x.quiet = u.quiet
      WHERE ${of("missing")} AND (a.day IS NOT NULL OR x.day IS NOT NULL)`,
    identity: perCase("case_k"),
  },
  {
    kind: "sequence",
    aspect: "before",
    sql: `WITH part AS (${parts("before")}),
      later AS (SELECT r, case_k, min(ord) AS ord FROM part WHERE part = 'later' GROUP BY r, case_k),
      earlier AS (SELECT r, case_k, min(moment) AS moment FROM part WHERE part = 'earlier' GROUP BY r, case_k)
      SELECT l.r, l.case_k, a.day FROM later l JOIN so_act a ON a.ord = l.ord
      LEFT JOIN earlier e ON e.r = l.r AND e.case_k = l.case_k WHERE e.moment IS NULL OR e.moment > a.moment`,
    identity: perCase("case_k"),
  },
  {
    kind: "sequence",
    aspect: "back-dated",
    // The acts first, rules afterwards: few are recorded so late that another has overtaken them.
    sql: `WITH late AS MATERIALIZED (
        SELECT e.case_k, e.matter, e.person, e.natural_key, e.day, e.recorded - e.moment AS lag FROM so_act e
        WHERE e.action <> 'reject' AND e.recorded > e.moment AND EXISTS (
          SELECT 1 FROM so_act f WHERE f.case_k = e.case_k AND f.action <> 'reject' AND f.position > e.position
          AND e.moment < f.moment AND f.moment < e.recorded)
      ) SELECT u.r, e.case_k, coalesce(e.person, e.case_k) AS person, e.natural_key, e.day FROM late e
      JOIN so_rule_matter m ON m.matter = e.matter JOIN so_rule u ON u.r = m.r
      WHERE ${of("back-dated")} AND e.lag > u.days * 86400000`,
    identity: perAct("case_k", "person"),
  },
  {
    kind: "sequence",
    aspect: "after-reject",
    sql: `SELECT DISTINCT u.r, a.case_k, a.actor AS person, a.natural_key, a.day
      FROM so_act b JOIN so_act a ON a.case_k = b.case_k AND a.step = b.step AND a.ord > b.ord AND a.action = 'approve'
        AND a.actor <> b.actor
      JOIN so_rule_matter m ON m.matter = a.matter JOIN so_rule u ON u.r = m.r
      WHERE ${of("after-reject")} AND b.action = 'reject' AND a.day - b.day <= u.days`,
    identity: perAct("case_k", "person"),
  },
  {
    kind: "sequence",
    aspect: "deadline",
    sql: `WITH part AS (${parts("deadline")}),
      last_step AS (
        SELECT s.r, s.matter, max(s.position) AS position FROM so_rs s WHERE s.part = 'earlier' GROUP BY s.r, s.matter
      ), later AS (SELECT r, case_k, min(ord) AS ord FROM part WHERE part = 'later' GROUP BY r, case_k),
      start AS (
        SELECT e.r, e.case_k, l.ord AS later_ord, max(e.ord) AS ord FROM part e
        LEFT JOIN later l ON l.r = e.r AND l.case_k = e.case_k
        WHERE e.part = 'earlier' AND (l.ord IS NULL OR e.ord < l.ord) GROUP BY e.r, e.case_k, l.ord
      ), due AS (
        SELECT s.r, s.case_k, s.later_ord, CASE WHEN u.is_workdays = 1 THEN (
            SELECT min(w.day) FROM so_day w WHERE w.day > a.day AND w.nth = d.nth + u.days
          ) ELSE a.day + u.days END AS due
        FROM start s JOIN so_rule u ON u.r = s.r JOIN so_act a ON a.ord = s.ord JOIN so_day d ON d.day = a.day
        JOIN last_step t ON t.r = s.r AND t.matter = a.matter
        WHERE s.later_ord IS NOT NULL OR a.position = t.position
      ) SELECT d.r, d.case_k, CASE WHEN d.later_ord IS NULL THEN d.due + 1 ELSE l.day END AS day
      FROM due d LEFT JOIN so_act l ON l.ord = d.later_ord WHERE coalesce(l.day, ${today}) > d.due`,
    identity: perCase("case_k"),
  },
  {
    kind: "sequence",
    aspect: "sum-over",
    sql: `WITH part AS (${parts("sum-over")}),
      base AS (
        SELECT r, case_k, min(ord) AS ord FROM part WHERE part = 'earlier' AND amount IS NOT NULL GROUP BY r, case_k
      ), added AS (
        SELECT p.r, p.case_k, p.ord, b.ord AS base_ord,
          sum(p.own_amount) OVER (PARTITION BY p.r, p.case_k ORDER BY p.ord) AS total
        FROM part p JOIN base b ON b.r = p.r AND b.case_k = p.case_k AND p.ord > b.ord
        WHERE p.part = 'later' AND p.own_amount IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM so_rs s WHERE s.r = p.r AND s.part = 'earlier' AND s.step = p.step)
      ) SELECT q.r, q.case_k, a.day FROM (
        SELECT d.r, d.case_k, min(d.ord) AS ord FROM added d JOIN so_rule u ON u.r = d.r
        JOIN so_act b ON b.ord = d.base_ord WHERE d.total * 1000 > b.amount * u.permille GROUP BY d.r, d.case_k
      ) q JOIN so_act a ON a.ord = q.ord`,
    identity: perCase("case_k"),
  },
];
