// The timeline's pure half: where a day lies, and how one tenure is cut into its stretches.
import { describe, expect, it } from "vitest";
import { stagesOf } from "../../../renderer/parts/tenure-stages.ts";
import { makeTimeScale } from "../../../renderer/parts/time-scale.ts";

describe("time scale", () => {
  const scale = makeTimeScale("2024-07-01", 30, 872);
  it("spans whole months", () => {
    expect(scale.until).toBe("2027-01-01");
    expect(scale.months).toHaveLength(30);
    expect(scale.x("2024-07-01")).toBe(0);
    expect(scale.x("2027-01-01")).toBe(872);
  });
  it("keeps places within the picture and finds days again", () => {
    expect(scale.within("2020-01-01")).toBe(0);
    expect(scale.within("2030-01-01")).toBe(872);
    expect(scale.dayAt(scale.x("2026-03-05") + 0.01)).toBe("2026-03-05");
  });
});

describe("stages of a tenure", () => {
  const held = { from: "2023-02-01", until: null };
  it("turn warning, near and overdue along their own time", () => {
    expect(stagesOf(held, "2026-02-01")).toEqual([
      { state: "normal", from: "2023-02-01", until: "2025-08-05" },
      { state: "warning", from: "2025-08-05", until: "2025-11-03" },
      { state: "near", from: "2025-11-03", until: "2026-02-02" },
      { state: "overdue", from: "2026-02-02", until: null },
    ]);
  });
  it("end where the person leaves", () => {
    expect(stagesOf({ from: "2023-02-01", until: "2025-09-01" }, "2026-02-01").at(-1)).toEqual({
      state: "warning",
      from: "2025-08-05",
      until: "2025-09-01",
    });
  });
  it("are exempt until the exemption ends, then overdue", () => {
    const states = stagesOf(held, "2026-02-01", "2026-12-01");
    expect(states.map((stage) => stage.state)).toEqual(["normal", "warning", "near", "exempt", "overdue"]);
    expect(states.at(-1)?.from).toBe("2026-12-01");
  });
  it("are one stretch where no limit exists", () => {
    expect(stagesOf(held, null)).toEqual([{ state: "normal", ...held }]);
  });
});
