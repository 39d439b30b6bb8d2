// Why a version judged, and on what source: each source says once how far it was checked.
import { expect, test } from "vitest";
import { reasonsOfRule } from "../../../shared/rules/explain/rule-reasons.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";

const sourceOf = (id: string) => {
  const rule = starterRules.find((one) => one.id === id);
  if (!rule) throw new Error(id);
  return reasonsOfRule([rule], rule, { day: "2026-03-02" }).at(-1);
};

test("a source says how far it was checked, and says it once", () => {
  expect(sourceOf("A-06")?.zh).toBe("依据：会计法(2024修正)第25条第(一)项（原文已核）。");
  expect(sourceOf("RF-29")).toEqual({ zh: "依据：常见做法。", en: "Source: Common practice." });
  expect(sourceOf("L-12-sub-delegated")?.zh).toMatch(/^依据：转引，原规范待核：[^转]*\(转载页\)[^（]*。$/);
  expect(sourceOf("L-04-no-collective")?.zh).toMatch(/^依据：原文未核，暂不作引用：[^（]*。$/);
  expect(sourceOf("RF-34")?.en).toContain("(the unit's own rule)");
});
