// Sets of days: united where they touch, one without the other, from a day on.
import { describe, expect, it } from "vitest";
import type { Period } from "../../../../shared/domain/day.ts";
import { fromOn, united, without } from "../../../../shared/rules/design/days-held.ts";

const days = (...spans: [string, string | null][]): Period[] =>
  spans.map(([from, until]) => ({ from, until }));

describe("days held", () => {
  it("are united where they touch or meet, whatever the order; empty ones go", () => {
    expect(
      united(
        days(
          ["2026-03-01", null],
          ["2026-01-01", "2026-02-01"],
          ["2026-02-01", "2026-02-10"],
          ["2026-02-20", "2026-02-20"],
        ),
      ),
    ).toEqual(days(["2026-01-01", "2026-02-10"], ["2026-03-01", null]));
    expect(united(days(["2026-01-01", null], ["2026-02-01", "2026-03-01"]))).toEqual(
      days(["2026-01-01", null]),
    );
  });
  it("without others are what is left at either end and between", () => {
    const year = days(["2026-01-01", null]);
    expect(without(year, days(["2026-02-01", "2026-03-01"], ["2026-05-01", null]))).toEqual(
      days(["2026-01-01", "2026-02-01"], ["2026-03-01", "2026-05-01"]),
    );
    expect(without(year, days(["2025-01-01", null]))).toEqual([]);
    expect(without(year, days(["2025-01-01", "2026-01-01"]))).toEqual(year);
  });
  it("from a day on forget what lies before", () => {
    expect(fromOn(days(["2025-01-01", "2026-01-01"], ["2025-06-01", "2026-02-01"]), "2026-01-01")).toEqual(
      days(["2026-01-01", "2026-02-01"]),
    );
  });
});
