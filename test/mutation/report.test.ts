// A run's report becomes scores and survivors; verdicts stay with the mutants that they are about, and the page shows both.
import { expect, it } from "vitest";
import { pageOf } from "./page.ts";
import { type StrykerReport, withReport } from "./report.ts";

const mutant = (status: string, line: number, [start, end]: [number, number], replacement: string) => ({
  status,
  replacement,
  location: { start: { line, column: start }, end: { line, column: end } },
});
const report = (source: string, line: number): StrykerReport => ({
  files: {
    "a.ts": {
      source,
      mutants: [
        mutant("Killed", 1, [1, 2], "x"),
        mutant("Timeout", 1, [1, 2], "y"),
        mutant("Ignored", 1, [1, 2], "z"),
        mutant("Survived", line, [5, 10], "true"),
      ],
    },
  },
});
const first = withReport({}, report("if (a < b) go();", 1), 9);

it("counts what died, lists what lived", () => {
  expect(first["a.ts"]).toMatchObject({ killed: 1, timedOut: 1, worlds: 9 });
  expect(first["a.ts"]?.survivors).toEqual([
    {
      line: 1,
      source: "if (a < b) go();",
      was: "a < b",
      became: "true",
      isUncovered: false,
      verdict: "unjudged",
      why: "",
    },
  ]);
});

it("keeps a verdict where the line has only moved, and drops it where the line reads otherwise", () => {
  const [one] = first["a.ts"]!.survivors;
  const judged = {
    "a.ts": { ...first["a.ts"]!, survivors: [{ ...one!, verdict: "gap" as const, why: "w" }] },
  };
  const moved = withReport(judged, report("// above\nif (a < b) go();", 2), 9);
  expect(moved["a.ts"]?.survivors).toMatchObject([{ line: 2, verdict: "gap", why: "w" }]);
  const changed = withReport(judged, report("if (a < c) go();", 1), 9);
  expect(changed["a.ts"]?.survivors).toMatchObject([{ verdict: "unjudged", why: "" }]);
  expect(pageOf("# Page", judged)).toContain("| 1 | `a < b` | `true` | gap | w |");
  expect(pageOf("# Page", judged)).toContain("| a.ts | 3 | 2 | 66.7% | 0 | 0 | 0 | 0 | 1 | 0 |");
});
