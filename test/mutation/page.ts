// docs/mutation.md from the scores: one row a file, then every survivor with its verdict.
import { type FileScore, type Scores, type Survivor, verdicts } from "./report.ts";

const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((part / whole) * 100).toFixed(1)}%`;
const deadOf = ({ killed, timedOut }: FileScore): number => killed + timedOut;
const allOf = (score: FileScore): number => deadOf(score) + score.survivors.length;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const judgedAs = (score: FileScore, verdict: string): number =>
  score.survivors.filter((one) => one.verdict === verdict).length;

function rowOf(name: string, some: readonly FileScore[]): string {
  const [dead, all] = [sum(some.map(deadOf)), sum(some.map(allOf))];
  const by = verdicts.map((verdict) => sum(some.map((score) => judgedAs(score, verdict))));
  return `| ${[name, all, dead, percent(dead, all), ...by].join(" | ")} |`;
}

const code = (text: string): string => {
  const cut = text.length > 90 ? `${text.slice(0, 87)}…` : text;
  const fence = cut.includes("`") ? "``" : "`";
  return cut === "" ? "(nothing)" : `${fence}${cut.replaceAll("|", "\\|")}${fence}`;
};
const survivorRow = ({ line, was, became, isUncovered, verdict, why }: Survivor): string =>
  `| ${line} | ${code(was)} | ${code(became)} | ${verdict} | ${why}${isUncovered ? " (not run)" : ""} |`;

const survivorsOf = ([file, { survivors }]: [string, FileScore]): string[] =>
  survivors.length === 0
    ? []
    : [
        `### ${file}`,
        "",
        "| line | was | became | verdict | why |",
        "|---|---|---|---|---|",
        ...survivors.map(survivorRow),
        "",
      ];

export function pageOf(introduction: string, scores: Scores): string {
  const files = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    introduction.trim(),
    "",
    "## Scores",
    "",
    `| file | mutants | killed | score | ${verdicts.join(" | ")} |`,
    `|---|${"---|".repeat(3 + verdicts.length)}`,
    ...files.map(([file, score]) => rowOf(file.replace("shared/rules/", ""), [score])),
    rowOf(
      "**all**",
      files.map(([, score]) => score),
    ),
    "",
    "## Survivors",
    "",
    ...files.flatMap(survivorsOf),
  ]
    .join("\n")
    .replace(/\n*$/, "\n");
}
