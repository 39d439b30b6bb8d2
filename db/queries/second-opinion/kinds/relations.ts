// Second opinion on recusal within a case: a credited person and the supplier, or two credited persons.
import { larger, within } from "../ground.ts";
import { cell, perCase, type Question } from "../question.ts";
import { kinSql, pairOf } from "./holdings.ts";

/** Steps in scope whose acts a rule asks about; an empty list of duties admits every step. */
const asked = (part: "set" | "other"): string => `
  SELECT DISTINCT s.r, s.step FROM so_rs s JOIN so_rule u ON u.r = s.r WHERE u.kind = 'relation' AND s.part = '${part}'
  UNION SELECT m.r, s.k FROM so_rule u JOIN so_rule_matter m ON m.r = u.r JOIN so_step s ON s.matter = m.matter
  WHERE u.kind = 'relation' AND u.any_${part} = 1`;

export const relationQuestions: readonly Question[] = [
  {
    kind: "relation",
    aspect: "supplier",
    sql: `WITH asked AS (${asked("set")})
      SELECT q.r, q.case_k, q.person, a.day FROM (
        SELECT u.r, c.case_k, c.person, min(c.ord) AS ord
        FROM so_rule u JOIN so_rule_word w ON w.r = u.r JOIN so_relation l ON l.type = w.word AND l.supplier IS NOT NULL
        JOIN so_lookback b ON b.relation = l.k AND b.years = u.years
        JOIN so_credit c ON c.person = l.person AND l.from_d <= c.day AND c.day < b.until_d
        JOIN so_case k ON k.k = c.case_k AND k.supplier = l.supplier
        JOIN asked s ON s.r = u.r AND s.step = c.step
        WHERE u.kind = 'relation' AND u.aspect = 'supplier' GROUP BY u.r, c.case_k, c.person
      ) q JOIN so_act a ON a.ord = q.ord`,
    identity: perCase("person"),
  },
  {
    kind: "relation",
    aspect: "actor",
    sql: `WITH kin AS (${kinSql("actor")}), asked AS (${asked("set")}), other AS (${asked("other")}),
      met AS (
        SELECT k.r, k.lo, k.hi, a.case_k, ${larger("a.ord", "b.ord")} AS ord, k.from_d, k.until_d
        FROM kin k JOIN so_credit a ON a.person = k.p JOIN asked s ON s.r = k.r AND s.step = a.step
        JOIN so_credit b ON b.case_k = a.case_k AND b.person = k.q JOIN other t ON t.r = k.r AND t.step = b.step
      ) SELECT q.r, q.case_k, q.lo, q.hi, a.day FROM (
        SELECT m.r, m.case_k, m.lo, m.hi, min(m.ord) AS ord FROM met m JOIN so_act a ON a.ord = m.ord
        WHERE ${within("a.day", "m")} GROUP BY m.r, m.case_k, m.lo, m.hi
      ) q JOIN so_act a ON a.ord = q.ord`,
    identity: (row, nameOf) => ({
      groupKey: cell.key(row, "case_k", nameOf),
      subject: pairOf(row, nameOf),
      anchor: "",
    }),
  },
];
