// Pages are drawn without a graphics card where there is none.
import { expect, test } from "vitest";
import { hasGraphicsCard } from "../../../main/app/graphics.ts";

test("a Linux machine without a drawing device has no card", () => {
  expect(hasGraphicsCard("linux", () => false)).toBe(false);
  expect(hasGraphicsCard("linux", (path) => path === "/dev/dri")).toBe(true);
});

test("elsewhere Chromium is left to find out", () => {
  expect(hasGraphicsCard("win32", () => false)).toBe(true);
  expect(hasGraphicsCard("darwin", () => false)).toBe(true);
});
