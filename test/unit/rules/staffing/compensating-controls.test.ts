// Every kind of rule that staffing may have to give up names what watches instead, with a source and its mark.
import { expect, it } from "vitest";
import { compensatingControls } from "../../../../shared/rules/staffing/compensating-controls.ts";

it.each([
  "separate-duties",
  "never-together",
  "same-person",
  "separate-units",
  "two-person",
  "seniority",
  "relation",
  "concentration",
] as const)("%s", (kind) => {
  const own = compensatingControls[kind];
  expect(own?.control.zh).toMatch(/。$/);
  expect(own?.control.en).toMatch(/\.$/);
  // None of these sources has been read as a text by us: none may stand as a citation by itself.
  expect(["recalled", "practice"]).toContain(own?.citation.mark);
});
