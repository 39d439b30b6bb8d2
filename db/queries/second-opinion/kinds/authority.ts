// Second opinion on acts outside their authority, and on acts of people who were not there.
import { within } from "../ground.ts";
import { perAct, type Question } from "../question.ts";
import { open } from "../schema.ts";

const inRange = (of: string): string =>
  `(a.amount IS NULL OR (${of}.over_a < a.amount AND a.amount <= ${of}.up_to))`;

export const authorityQuestions: readonly Question[] = [
  {
    kind: "within-authority",
    aspect: null,
    // First the acts that nothing covers plainly: few are left to be asked for the reason.
    sql: `WITH RECURSIVE governed AS (
        SELECT DISTINCT s.matter FROM so_authority u JOIN so_step s ON s.k = u.step
      ), bare AS (
        SELECT a.* FROM so_act a JOIN governed g ON g.matter = a.matter
        WHERE a.actor IS NOT NULL AND NOT EXISTS (SELECT 1 FROM so_right o WHERE o.person = a.actor AND o.step = a.step
          AND o.held_from <= a.day AND a.day < o.held_until AND ${within("a.day", "o")} AND ${inRange("o")}
          AND (o.is_collective = 0 OR a.doc IS NOT NULL))
      ), candidate AS (
        SELECT a.ord, a.day, NULL AS delegation, o.is_collective,
          CASE WHEN ${within("a.day", "o")} THEN 1 ELSE 0 END AS is_live, CASE WHEN ${inRange("o")} THEN 1 ELSE 0 END AS fits
        FROM bare a JOIN so_right o ON o.person = a.actor AND o.step = a.step
          AND o.held_from <= a.day AND a.day < o.held_until
        UNION ALL
        SELECT a.ord, a.day, d.k, u.is_collective,
          CASE WHEN ${within("a.day", "d")} AND ${within("a.day", "u")} THEN 1 ELSE 0 END,
          CASE WHEN ${inRange("u")} THEN 1 ELSE 0 END
        FROM bare a JOIN so_delegation d ON d.taker = a.actor JOIN so_authority u ON u.k = d.authority AND u.step = a.step
      ), asked_day AS (SELECT DISTINCT day FROM candidate WHERE delegation IS NOT NULL),
      valid (delegation, day) AS (
        SELECT d.k, t.day FROM asked_day t JOIN so_delegation d ON ${within("t.day", "d")}
        JOIN so_right o ON o.authority = d.authority AND o.person = d.giver
          AND o.held_from <= t.day AND t.day < o.held_until
        UNION
        SELECT n.k, v.day FROM valid v JOIN so_delegation d ON d.k = v.delegation
        JOIN so_delegation n ON n.giver = d.taker AND n.authority = d.authority AND ${within("v.day", "n")}
        JOIN so_authority u ON u.k = d.authority AND u.is_sub = 1
      ), told AS (
        SELECT c.ord, count(*) AS n, sum(c.is_live) AS live, sum(c.is_live * c.fits) AS fitting,
          sum(CASE WHEN c.delegation IS NULL OR v.delegation IS NOT NULL THEN c.is_live * c.fits ELSE 0 END) AS valid,
          sum(CASE WHEN (c.delegation IS NULL OR v.delegation IS NOT NULL) AND c.is_collective = 0
            THEN c.is_live * c.fits ELSE 0 END) AS free
        FROM candidate c LEFT JOIN valid v ON v.delegation = c.delegation AND v.day = c.day GROUP BY c.ord
      ), judged AS (
        SELECT a.ord, a.case_k, a.actor, a.matter, a.natural_key, a.day, CASE
          WHEN coalesce(t.n, 0) = 0 THEN CASE WHEN EXISTS (
            SELECT 1 FROM so_assignment s WHERE s.person = a.actor AND ${within("a.day", "s")}
          ) THEN 'no-authority' ELSE 'no-post' END
          WHEN t.live = 0 THEN 'outside-days' WHEN t.fitting = 0 THEN 'over-amount'
          WHEN t.valid = 0 THEN 'sub-delegated'
          WHEN t.free = 0 AND a.doc IS NULL THEN 'no-collective' END AS reason
        FROM bare a LEFT JOIN told t ON t.ord = a.ord
      ) SELECT u.r, j.case_k, j.actor AS person, j.natural_key, j.day FROM judged j
      JOIN so_rule_matter m ON m.matter = j.matter JOIN so_rule u ON u.r = m.r AND u.kind = 'within-authority'
      JOIN so_rule_word w ON w.r = u.r AND w.word = j.reason`,
    identity: perAct("case_k", "person"),
  },
  {
    kind: "absence",
    aspect: null,
    sql: `WITH stay AS (SELECT person, min(from_d) AS first_d, max(until_d) AS last_d FROM so_assignment GROUP BY person),
      judged AS (
        SELECT a.actor, a.matter, a.natural_key, a.day, CASE
          WHEN EXISTS (SELECT 1 FROM so_absence b WHERE b.person = a.actor AND ${within("a.day", "b")}) THEN 'absent'
          WHEN a.day < coalesce(p.joined, s.first_d) THEN 'before-joining'
          WHEN coalesce(p.leaves, s.last_d, ${open}) <= a.day THEN 'after-leaving' END AS reason
        FROM so_act a JOIN stay s ON s.person = a.actor JOIN so_person p ON p.k = a.actor
      ) SELECT u.r, j.actor AS person, j.natural_key, j.day FROM judged j
      JOIN so_rule_matter m ON m.matter = j.matter JOIN so_rule u ON u.r = m.r AND u.kind = 'absence'
      JOIN so_rule_word w ON w.r = u.r AND w.word = j.reason WHERE j.reason IS NOT NULL`,
    identity: perAct("person", "person"),
  },
];
