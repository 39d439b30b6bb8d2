// English: checking a second time, in SQL.
import type { Words } from "../zh.ts";

export const secondOpinion: Words["secondOpinion"] = {
  run: "Check again in SQL",
  label: { zh: "正在用 SQL 另算一遍", en: "Checking a second time, in SQL" },
  why: "The same rules, written another way: where the two differ the program has a defect",
  agrees: (rules, twice) => `${twice} of ${rules} rules were checked a second time in SQL: the same answers`,
  once: (n) => `Why the other ${n} were not`,
  defect: (rules, n) =>
    `Defect in the program: the check in SQL disagrees on ${n} conflict(s) of ${rules} rule(s)`,
  todo: "Which of the two is right is not known. Export the list for the maintainers; until it is settled, do not rely on what these rules say.",
  line: (rule, about) => `${rule}: ${about}`,
  sides: (engine, sql) => ` (check ${engine}; SQL ${sql})`,
  found: (day) => `yes, ${day}`,
  notFound: "no",
  more: (n) => `${n} more in the exported list`,
  export: "Export the list",
  exportTitle: "Check and SQL disagree",
  columns: {
    rule: "Rule",
    version: "Version",
    title: "Title",
    about: "About",
    group: "Group",
    subject: "Subject",
    anchor: "Anchor",
    engine: "Day by the check",
    sql: "Day by SQL",
  },
};
