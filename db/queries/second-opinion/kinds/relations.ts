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
    // First whoever met a relation in a case, whatever the rules: they are few.
    sql: `WITH asked AS (${asked("set")}),
      met AS MATERIALIZED (
        SELECT l.k AS relation, l.type, l.from_d, c.case_k, c.person, c.step, c.ord, c.day
        FROM so_relation l JOIN so_case k ON k.supplier = l.supplier
        JOIN so_credit c ON c.case_k = k.k AND c.person = l.person WHERE l.from_d <= c.day
      ) SELECT q.r, q.case_k, q.person, a.day FROM (
        SELECT u.r, t.case_k, t.person, min(t.ord) AS ord
        FROM met t JOIN so_rule_word w ON w.word = t.type
        JOIN so_rule u ON u.r = w.r AND u.kind = 'relation' AND u.aspect = 'supplier'
        JOIN so_lookback b ON b.relation = t.relation AND b.years = u.years AND t.day < b.until_d
        JOIN asked s ON s.r = u.r AND s.step = t.step
        GROUP BY u.r, t.case_k, t.person
      ) q JOIN so_act a ON a.ord = q.ord`,
    identity: perCase("person"),
  },
  {
    kind: "relation",
    aspect: "actor",
    sql: `WITH kin AS (${kinSql("actor")}), asked AS (${asked("set")}), other AS (${asked("other")}),
      pair AS (SELECT DISTINCT p, q FROM kin),
      both_acted AS MATERIALIZED (
        SELECT n.p, n.q, a.case_k, a.step AS p_step, b.step AS q_step, ${larger("a.ord", "b.ord")} AS ord
        FROM pair n JOIN so_credit a ON a.person = n.p JOIN so_credit b ON b.case_k = a.case_k AND b.person = n.q
      ) SELECT q.r, q.case_k, q.lo, q.hi, a.day FROM (
        SELECT k.r, t.case_k, k.lo, k.hi, min(t.ord) AS ord FROM both_acted t JOIN so_act x ON x.ord = t.ord
        JOIN kin k ON k.p = t.p AND k.q = t.q AND ${within("x.day", "k")}
        JOIN asked s ON s.r = k.r AND s.step = t.p_step JOIN other o ON o.r = k.r AND o.step = t.q_step
        GROUP BY k.r, t.case_k, k.lo, k.hi
      ) q JOIN so_act a ON a.ord = q.ord`,
    identity: (row, nameOf) => ({
      groupKey: cell.key(row, "case_k", nameOf),
      subject: pairOf(row, nameOf),
      anchor: "",
    }),
  },
];
