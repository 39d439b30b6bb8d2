// Second opinion on the pace of acts: too fast, in bursts, off hours, from one terminal, on a delegation of a few days.
import { cell, perAct, perMonth, type Question } from "../question.ts";

const of = (aspect: string): string => `u.kind = 'tempo' AND u.aspect = '${aspect}'`;
/** Acts of people in scope of the rule. */
const inScope = `JOIN so_rule_matter m ON m.r = u.r JOIN so_act a ON a.matter = m.matter`;

export const tempoQuestions: readonly Question[] = [
  {
    kind: "tempo",
    aspect: "fast",
    sql: `WITH able AS (SELECT DISTINCT t.r FROM so_two_step t JOIN so_rule u ON u.r = t.r WHERE ${of("fast")}),
      part AS (
        SELECT s.r, s.part, a.case_k, a.ord FROM able b JOIN so_rs s ON s.r = b.r JOIN so_act a ON a.step = s.step
      ), pair AS (
        SELECT l.r, l.ord, max(e.ord) AS earlier_ord FROM part l
        JOIN part e ON e.r = l.r AND e.case_k = l.case_k AND e.part = 'earlier' AND e.ord < l.ord
        WHERE l.part = 'later' GROUP BY l.r, l.ord
      ), fast AS (
        SELECT p.r, u.min_n, l.actor, d.month, l.day, row_number() OVER (
          PARTITION BY p.r, l.actor, d.month ORDER BY l.ord) AS n
        FROM pair p JOIN so_rule u ON u.r = p.r JOIN so_act l ON l.ord = p.ord JOIN so_act e ON e.ord = p.earlier_ord
        JOIN so_day d ON d.day = l.day
        WHERE l.actor IS NOT NULL AND l.ms > 0 AND e.ms > 0 AND l.moment - e.moment <= u.ms_until
      ) SELECT r, actor AS person, month, day FROM fast WHERE n = min_n`,
    identity: perMonth,
  },
  {
    kind: "tempo",
    aspect: "burst",
    // An act lies in a burst when one began at it or at one of the min_n - 1 acts before it.
    sql: `WITH done AS (
        SELECT u.r, u.min_n, u.ms_until, a.actor, a.ord, a.moment, a.day,
          row_number() OVER (PARTITION BY u.r, a.actor ORDER BY a.ord) AS n
        FROM so_rule u ${inScope}
        WHERE ${of("burst")} AND a.action = 'approve' AND a.actor IS NOT NULL AND a.ms > 0
      ), started AS (
        SELECT s.r, s.actor, s.n, s.min_n, s.day,
          CASE WHEN e.moment - s.moment <= s.ms_until THEN s.n END AS burst_n
        FROM done s LEFT JOIN done e ON e.r = s.r AND e.actor = s.actor AND e.n = s.n + s.min_n - 1
      ), marked AS (
        SELECT t.*, max(burst_n) OVER (PARTITION BY r, actor ORDER BY n) AS last_burst FROM started t
      ) SELECT m.r, m.actor AS person, y.month, min(m.day) AS day FROM marked m JOIN so_day y ON y.day = m.day
      WHERE m.last_burst > m.n - m.min_n GROUP BY m.r, m.actor, y.month`,
    identity: perMonth,
  },
  {
    kind: "tempo",
    aspect: "off-hours",
    sql: `WITH done AS (
        SELECT u.r, u.min_n, u.permille, u.min_month, a.actor, y.month, a.day,
          CASE WHEN y.is_workday = 0 OR a.ms < u.ms_from OR a.ms >= u.ms_until THEN 1 ELSE 0 END AS is_off
        FROM so_rule u ${inScope} JOIN so_day y ON y.day = a.day
        WHERE ${of("off-hours")} AND a.actor IS NOT NULL AND a.ms > 0
      ) SELECT r, actor AS person, month, max(CASE WHEN is_off = 1 THEN day END) AS day FROM done
      GROUP BY r, actor, month, min_n, permille, min_month
      HAVING sum(is_off) >= min_n OR (count(*) >= min_month AND sum(is_off) * 1000 > count(*) * permille)`,
    identity: perMonth,
  },
  {
    kind: "tempo",
    aspect: "same-terminal",
    sql: `WITH near AS (
        SELECT a.case_k, a.matter, a.station, b.ord, b.day, b.moment - a.moment AS ms FROM so_act a
        JOIN so_act b ON b.case_k = a.case_k AND b.ord > a.ord AND b.station = a.station AND b.actor <> a.actor
          AND b.duty <> a.duty
        WHERE a.station IS NOT NULL AND a.station <> '' AND a.ms > 0 AND b.ms > 0
      ) SELECT u.r, n.case_k, n.station, min(n.day) AS day FROM near n
      JOIN so_rule_matter m ON m.matter = n.matter JOIN so_rule u ON u.r = m.r
      WHERE ${of("same-terminal")} AND n.ms < u.ms_until GROUP BY u.r, n.case_k, n.station`,
    identity: (row, nameOf) => ({
      groupKey: cell.key(row, "case_k", nameOf),
      subject: cell.text(row, "station"),
      anchor: "",
    }),
  },
  {
    kind: "tempo",
    aspect: "brief-delegation",
    sql: `SELECT u.r, a.case_k, a.actor AS person, a.natural_key, a.day FROM (
        SELECT ord, max(until_d - from_d) AS days FROM so_lent GROUP BY ord
      ) l JOIN so_act a ON a.ord = l.ord JOIN so_rule_matter m ON m.matter = a.matter JOIN so_rule u ON u.r = m.r
      WHERE ${of("brief-delegation")} AND l.days <= u.days`,
    identity: perAct("case_k", "person"),
  },
];
