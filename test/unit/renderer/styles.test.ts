// The style sheets of pages stay on their pages: once loaded they are never taken away, so none may restyle another page.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../renderer");
const sheets = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".css"));

/** A journey of its own ("journeys/matrix"), or the one room of what all pages share. */
const roomOf = (name: string): string =>
  name.startsWith("journeys/") ? name.split("/").slice(0, 2).join("/") : "shared";

function selectorsOf(sheet: string): string[] {
  const text = readFileSync(join(root, sheet), "utf8")
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/@keyframes[^{]*\{(?:[^{}]*\{[^}]*\})*[^}]*\}/g, "");
  return [...text.matchAll(/([^{};]+)\{/g)]
    .map(([, head = ""]) => head.trim())
    .filter((head) => !head.startsWith("@"))
    .flatMap((head) => head.split(/,(?![^(]*\))/))
    .map((selector) => selector.trim());
}
const classesOf = (selector: string): string[] => selector.match(/(?<=\.)q-[\w-]+/g) ?? [];

test("every rule of a page's style sheet names a class that no other page or part styles", () => {
  expect(sheets.length).toBeGreaterThan(30);
  const rooms = new Map<string, Set<string>>();
  for (const sheet of sheets)
    for (const name of selectorsOf(sheet).flatMap(classesOf))
      rooms.set(name, (rooms.get(name) ?? new Set()).add(roomOf(sheet)));
  const leaking = sheets
    .filter((sheet) => roomOf(sheet) !== "shared")
    .flatMap((sheet) =>
      selectorsOf(sheet)
        .filter((selector) => classesOf(selector).every((name) => rooms.get(name)?.size !== 1))
        .map((selector) => `${sheet}: ${selector}`),
    );
  expect(leaking).toEqual([]);
});
