// What a run of Stryker leaves behind: scores by file, and every mutant that lived with what a person judged about it.

/** equivalent: no world tells it from the engine; wording: sentences alone; nomination: names or keeps more than needed, and the answer is the same; alike: names and keeps the same on 250 worlds, and was not read by itself; gap: tests are missing. */
export const verdicts = ["equivalent", "wording", "nomination", "alike", "gap", "unjudged"] as const;
export type Verdict = (typeof verdicts)[number];
export interface Survivor {
  line: number;
  /** The text of the line, trimmed. */
  source: string;
  was: string;
  became: string;
  /** No trial ran the code. */
  isUncovered: boolean;
  verdict: Verdict;
  why: string;
}
export interface FileScore {
  killed: number;
  timedOut: number;
  /** How many worlds the judge asked about. */
  worlds: number;
  survivors: Survivor[];
}
export type Scores = Record<string, FileScore>;

/** The part of Stryker's JSON report (mutation-testing-report-schema) that is read. */
export interface StrykerReport {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}
interface Mutant {
  status: string;
  replacement?: string;
  location: { start: Place; end: Place };
}
/** Lines and columns count from 1. */
interface Place {
  line: number;
  column: number;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The text between two places; a long one is cut. */
function between(lines: readonly string[], { start, end }: Mutant["location"]): string {
  const some = lines.slice(start.line - 1, end.line);
  some[some.length - 1] = some.at(-1)?.slice(0, end.column - 1) ?? "";
  some[0] = some[0]?.slice(start.column - 1) ?? "";
  return oneLine(some.join(" "));
}

function survivorOf(lines: readonly string[], mutant: Mutant, known: readonly Survivor[]): Survivor {
  const line = mutant.location.start.line;
  const made: Survivor = {
    line,
    source: oneLine(lines[line - 1] ?? ""),
    was: between(lines, mutant.location),
    became: oneLine(mutant.replacement ?? ""),
    isUncovered: mutant.status === "NoCoverage",
    verdict: "unjudged",
    why: "",
  };
  const before = known.find(
    ({ source, was, became }) => source === made.source && was === made.was && became === made.became,
  );
  return before ? { ...made, verdict: before.verdict, why: before.why } : made;
}

/** The scores with these files as the report has them; verdicts stay with the mutants that they are about. */
export function withReport(scores: Scores, report: StrykerReport, worlds: number): Scores {
  const next = { ...scores };
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const lines = source.split("\n");
    const count = (status: string): number => mutants.filter((one) => one.status === status).length;
    next[file] = {
      killed: count("Killed"),
      timedOut: count("Timeout"),
      worlds,
      survivors: mutants
        .filter(({ status }) => status === "Survived" || status === "NoCoverage")
        .map((mutant) => survivorOf(lines, mutant, scores[file]?.survivors ?? []))
        .sort((a, b) => a.line - b.line),
    };
  }
  return next;
}
