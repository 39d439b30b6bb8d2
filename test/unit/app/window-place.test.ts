// The window's place is kept, read back, and taken only where a screen still shows it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepPlace, placeOn, readPlace } from "../../../main/app/window-place.ts";

const folder = mkdtempSync(join(tmpdir(), "quanheng-place-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = { x: 40, y: 30, width: 1280, height: 800, isMaximized: false };
const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };

test("a place is read back as it was kept", () => {
  const file = join(folder, "window.json");
  keepPlace(file, place);
  expect(readPlace(file)).toEqual(place);
});

test("no file, a torn file and a file of something else are no place, and a folder that is gone is passed over", () => {
  expect(readPlace(join(folder, "none.json"))).toBeUndefined();
  writeFileSync(join(folder, "torn.json"), '{"x": 1, "y"');
  expect(readPlace(join(folder, "torn.json"))).toBeUndefined();
  writeFileSync(join(folder, "other.json"), '{"x": "left"}');
  expect(readPlace(join(folder, "other.json"))).toBeUndefined();
  expect(() => keepPlace(join(folder, "gone/window.json"), place)).not.toThrow();
});

test("a window goes back to the screen it was on, as large as it was", () => {
  expect(placeOn([screen], place)).toEqual(place);
  const there = { ...place, x: 1930 };
  expect(placeOn([screen, right], there)).toEqual(there);
});

test("where the second screen was taken away, the window does not open out of sight", () => {
  expect(placeOn([screen], { ...place, x: 1930 })).toBeUndefined();
  expect(placeOn([screen], { ...place, x: 1921 - 100 })).toBeUndefined();
  expect(placeOn([screen], { ...place, y: -1 })).toBeUndefined();
  expect(placeOn([screen], { ...place, y: 1000 })).toBeUndefined();
});

test("on a smaller screen it is as large as the screen", () => {
  const small = { x: 0, y: 0, width: 1024, height: 700 };
  expect(placeOn([small], place)).toEqual({ ...place, width: 1024, height: 700 });
});
