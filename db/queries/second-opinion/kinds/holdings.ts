// Second opinion on kinds about what people hold: never together, and what two related people hold at the same time.
import { larger, today } from "../ground.ts";
import { cell, type NameOf, type Question } from "../question.ts";

/** "p+q" by id, for columns lo and hi. */
export const pairOf = (row: Parameters<Question["identity"]>[0], nameOf: NameOf): string =>
  [cell.key(row, "lo", nameOf), cell.key(row, "hi", nameOf)].sort((a, b) => (a < b ? -1 : 1)).join("+");

export const holdingQuestions: readonly Question[] = [
  {
    kind: "never-together",
    aspect: null,
    // Between two neighbouring edges nothing changes: count there, then join neighbours that are over the limit.
    sql: `WITH held AS (
        SELECT DISTINCT t.r, h.person, t.member, h.from_d, h.until_d FROM so_rule u JOIN so_match t ON t.r = u.r
        JOIN so_holding h ON h.code = t.code WHERE u.kind = 'never-together'
      ), able AS (
        SELECT h.r, h.person FROM held h JOIN so_rule u ON u.r = h.r
        GROUP BY h.r, h.person, u.max_held HAVING count(DISTINCT h.member) > u.max_held
      ), risky AS (SELECT h.* FROM held h JOIN able b ON b.r = h.r AND b.person = h.person),
      edge AS (SELECT r, person, from_d AS d FROM risky UNION SELECT r, person, until_d FROM risky),
      stretch AS (
        SELECT r, person, d AS from_d, lead(d) OVER (PARTITION BY r, person ORDER BY d) AS until_d FROM edge
      ), hot AS (
        SELECT s.r, s.person, s.from_d, s.until_d FROM stretch s JOIN so_rule u ON u.r = s.r
        JOIN risky h ON h.r = s.r AND h.person = s.person AND h.from_d <= s.from_d AND s.from_d < h.until_d
        GROUP BY s.r, s.person, s.from_d, s.until_d, u.max_held HAVING count(DISTINCT h.member) > u.max_held
      ), marked AS (
        SELECT h.*, CASE WHEN lag(until_d) OVER (PARTITION BY r, person ORDER BY from_d) = from_d THEN 0 ELSE 1 END AS is_new
        FROM hot h
      ), numbered AS (SELECT m.*, sum(is_new) OVER (PARTITION BY r, person ORDER BY from_d) AS run FROM marked m),
      overlap AS (
        SELECT r, person, min(from_d) AS from_d, max(until_d) AS until_d FROM numbered GROUP BY r, person, run
      ), firsts AS (
        SELECT o.r, o.person, o.from_d, s.member, min(c.ord) AS ord FROM overlap o
        JOIN so_credit c ON c.person = o.person AND o.from_d <= c.day AND c.day < o.until_d
        JOIN so_rs s ON s.step = c.step AND s.r = o.r
        GROUP BY o.r, o.person, o.from_d, s.member
      ), acted AS (
        SELECT r, person, from_d, ord, row_number() OVER (PARTITION BY r, person, from_d ORDER BY ord) AS n FROM firsts
      ) SELECT o.r, o.person, o.from_d AS first_d, coalesce(a.day, o.from_d) AS day
      FROM overlap o JOIN so_rule u ON u.r = o.r
      LEFT JOIN acted x ON x.r = o.r AND x.person = o.person AND x.from_d = o.from_d AND x.n = u.max_held + 1
      LEFT JOIN so_act a ON a.ord = x.ord WHERE o.from_d <= ${today}`,
    identity: (row, nameOf) => {
      const person = cell.key(row, "person", nameOf);
      return { groupKey: person, subject: person, anchor: cell.day(row, "first_d") };
    },
  },
  {
    kind: "relation",
    aspect: "holder",
    sql: `WITH kin AS (${kinSql("holder")}),
      side AS (
        SELECT DISTINCT t.r, t.part, h.person, h.from_d, h.until_d FROM so_rule u JOIN so_match t ON t.r = u.r
        JOIN so_holding h ON h.code = t.code WHERE u.kind = 'relation' AND u.aspect = 'holder'
        UNION SELECT u.r, 'set', h.person, h.from_d, h.until_d FROM so_rule u JOIN so_holding h ON 1 = 1
        WHERE u.kind = 'relation' AND u.aspect = 'holder' AND u.any_set = 1
        UNION SELECT u.r, 'other', h.person, h.from_d, h.until_d FROM so_rule u JOIN so_holding h ON 1 = 1
        WHERE u.kind = 'relation' AND u.aspect = 'holder' AND u.any_other = 1
      ), days AS (
        SELECT k.r, k.lo, k.hi,
          ${larger(larger("a.from_d", "b.from_d"), "k.from_d")} AS from_d,
          -(${larger(larger("-a.until_d", "-b.until_d"), "-k.until_d")}) AS until_d
        FROM kin k JOIN side a ON a.r = k.r AND a.part = 'set' AND a.person = k.p
        JOIN side b ON b.r = k.r AND b.part = 'other' AND b.person = k.q
      ), marked AS (
        SELECT r, lo, hi, from_d, until_d, CASE WHEN from_d <= max(until_d) OVER (
          PARTITION BY r, lo, hi ORDER BY from_d, until_d ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) THEN 0 ELSE 1 END AS is_new FROM days WHERE from_d < until_d
      ), numbered AS (
        SELECT m.*, sum(is_new) OVER (PARTITION BY r, lo, hi ORDER BY from_d, until_d
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run FROM marked m
      ) SELECT r, lo, hi, min(from_d) AS first_d, min(from_d) AS day FROM numbered
      GROUP BY r, lo, hi, run HAVING min(from_d) <= ${today}`,
    identity: (row, nameOf) => {
      const pair = pairOf(row, nameOf);
      return { groupKey: pair, subject: pair, anchor: cell.day(row, "first_d") };
    },
  },
];

/** Related persons (no system accounts), both ways round, with the days on which each rule counts the relation. */
export function kinSql(aspect: "holder" | "actor"): string {
  const one = (p: string, q: string): string =>
    `SELECT u.r, l.${p} AS p, l.${q} AS q, -(${larger("-l.person", "-l.other")}) AS lo,
      ${larger("l.person", "l.other")} AS hi, l.from_d, b.until_d
    FROM so_rule u JOIN so_rule_word w ON w.r = u.r JOIN so_relation l ON l.type = w.word
    JOIN so_lookback b ON b.relation = l.k AND b.years = u.years
    JOIN so_person x ON x.k = l.person AND x.is_system = 0 JOIN so_person y ON y.k = l.other AND y.is_system = 0
    WHERE u.kind = 'relation' AND u.aspect = '${aspect}' AND l.person <> l.other`;
  return `${one("person", "other")} UNION ALL ${one("other", "person")}`;
}
