// Second opinion on dated cases: statutory splitting, year-end, crowding below a ceiling, suppliers' shares.
import { cell, type Question } from "../question.ts";

const inScope = `JOIN so_rule_matter m ON m.r = u.r JOIN so_dated c ON c.matter = m.matter`;
const year = (row: Parameters<Question["identity"]>[0]): number => Number(cell.text(row, "year"));

export const moneyQuestions: readonly Question[] = [
  {
    kind: "split-amount",
    aspect: "statutory",
    sql: `WITH counted AS (
        SELECT u.r, u.fen, u.min_n, c.department, c.year, c.project, c.category, c.day, c.nth,
          count(*) OVER w AS n, sum(c.amount) OVER w AS total
        FROM so_rule u ${inScope}
        WHERE u.kind = 'split-amount' AND u.aspect = 'statutory' AND c.amount > 0 AND c.is_change_ok = 0
        AND coalesce(c.method, '') NOT IN ('open_tender', 'invited_tender')
        AND c.department IS NOT NULL AND c.project IS NOT NULL AND c.category IS NOT NULL
        WINDOW w AS (PARTITION BY u.r, c.department, c.year, c.project, c.category ORDER BY c.nth)
      ) SELECT r, department, year, project, category, min(day) AS day FROM counted
      WHERE n >= min_n AND total > fen GROUP BY r, department, year, project, category`,
    identity: (row, nameOf) => {
      const group = [
        cell.key(row, "department", nameOf),
        year(row),
        cell.text(row, "project"),
        cell.text(row, "category"),
      ];
      const groupKey = JSON.stringify(group);
      return { groupKey, subject: groupKey, anchor: "" };
    },
  },
  {
    kind: "tempo",
    aspect: "year-end",
    sql: `SELECT u.r, c.department, c.year, max(CASE WHEN c.day >= c.year_end - u.days THEN c.day END) AS day
      FROM so_rule u ${inScope} JOIN so_now t ON c.year_end <= t.today
      WHERE u.kind = 'tempo' AND u.aspect = 'year-end' AND c.department IS NOT NULL AND c.amount > 0
      GROUP BY u.r, u.min_n, u.permille, c.department, c.year
      HAVING sum(CASE WHEN c.day >= c.year_end - u.days THEN 1 ELSE 0 END) >= u.min_n
      AND sum(CASE WHEN c.day >= c.year_end - u.days THEN c.amount ELSE 0 END) * 1000 > sum(c.amount) * u.permille`,
    identity: (row, nameOf) => {
      const groupKey = JSON.stringify([cell.key(row, "department", nameOf), year(row)]);
      return { groupKey, subject: groupKey, anchor: cell.text(row, "year") };
    },
  },
  {
    kind: "tempo",
    aspect: "crowding",
    sql: `WITH placed AS (
        SELECT u.r, c.matter, c.year, coalesce(u.fen, c.tier) AS ceiling, c.day, u.times, u.min_n,
          CASE WHEN c.amount * 1000 > coalesce(u.fen, c.tier) * u.permille THEN 1 ELSE 0 END AS is_near
        FROM so_rule u ${inScope}
        WHERE u.kind = 'tempo' AND u.aspect = 'crowding' AND c.amount > 0 AND c.amount <= coalesce(u.fen, c.tier)
        AND c.amount * 1000 > coalesce(u.fen, c.tier) * CASE WHEN u.below < u.permille THEN u.below ELSE u.permille END
      ) SELECT r, matter, year, ceiling, max(CASE WHEN is_near = 1 THEN day END) AS day FROM placed
      GROUP BY r, matter, year, ceiling, times, min_n
      HAVING count(*) >= min_n AND sum(is_near) > times * (count(*) - sum(is_near))`,
    identity: (row, nameOf) => {
      const group = [cell.key(row, "matter", nameOf), year(row), Number(cell.text(row, "ceiling"))];
      const groupKey = JSON.stringify(group);
      return { groupKey, subject: groupKey, anchor: cell.text(row, "year") };
    },
  },
  {
    kind: "concentration",
    aspect: "supplier-share",
    sql: `WITH placed AS (
        SELECT u.r, u.min_n, u.permille, CASE WHEN u.by_what = 'requester' THEN c.requester ELSE c.department END AS side,
          c.year, c.supplier, c.day
        FROM so_rule u ${inScope}
        WHERE u.kind = 'concentration' AND u.aspect = 'supplier-share' AND c.supplier IS NOT NULL
      ), whole AS (SELECT r, side, year, count(*) AS n FROM placed WHERE side IS NOT NULL GROUP BY r, side, year)
      SELECT p.r, p.side, p.year, p.supplier, max(p.day) AS day FROM placed p
      JOIN whole w ON w.r = p.r AND w.side = p.side AND w.year = p.year
      GROUP BY p.r, p.side, p.year, p.supplier, w.n, p.min_n, p.permille
      HAVING w.n >= p.min_n AND count(*) * 1000 >= w.n * p.permille`,
    identity: (row, nameOf) => ({
      groupKey: JSON.stringify([cell.key(row, "side", nameOf), year(row)]),
      subject: cell.key(row, "supplier", nameOf),
      anchor: cell.text(row, "year"),
    }),
  },
  {
    kind: "concentration",
    aspect: "single-source",
    sql: `WITH only_one AS (
        SELECT u.r, u.min_n, u.permille, c.supplier, c.amount, c.day, c.nth, c.year, w.since
        FROM so_rule u ${inScope} JOIN so_rule_window w ON w.r = u.r AND w.day = c.day
        WHERE u.kind = 'concentration' AND u.aspect = 'single-source' AND c.method = 'single_source'
        AND c.supplier IS NOT NULL AND c.amount > 0
      ), heavy AS (
        SELECT c.r, c.supplier, c.year, c.day FROM only_one c
        JOIN only_one w ON w.r = c.r AND w.nth <= c.nth AND w.day > c.since
        GROUP BY c.r, c.supplier, c.year, c.day, c.nth, c.min_n, c.permille
        HAVING sum(CASE WHEN w.supplier = c.supplier THEN 1 ELSE 0 END) >= c.min_n
        AND sum(CASE WHEN w.supplier = c.supplier THEN w.amount ELSE 0 END) * 1000 > sum(w.amount) * c.permille
      ) SELECT r, supplier, year, min(day) AS day FROM heavy GROUP BY r, supplier, year`,
    identity: (row, nameOf) => {
      const supplier = cell.key(row, "supplier", nameOf);
      return { groupKey: supplier, subject: supplier, anchor: cell.text(row, "year") };
    },
  },
];
