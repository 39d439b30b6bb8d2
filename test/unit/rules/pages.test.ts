// The pages of docs/rules say what the packs say: remade by `npm run rules:pages`.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import { rulePages } from "../../pages/pages.ts";

const root = new URL("../../../docs/rules/", import.meta.url);
const pages = rulePages();
const stored = (path: string): string => readFileSync(new URL(path, root), "utf8");

it("are as the packs make them", () => {
  const stale = pages.filter(({ path, text }) => stored(path) !== text).map(({ path }) => path);
  expect(stale, "run npm run rules:pages").toEqual([]);
});

it("are all that is there", () => {
  const folders = ["packs", "kinds"].flatMap((folder) =>
    readdirSync(new URL(folder, root)).map((name) => `${folder}/${name}`),
  );
  const made = new Set(pages.map(({ path }) => path));
  expect(folders.filter((path) => !made.has(path))).toEqual([]);
});

it("hold every rule in both languages, with its sentence, its example and what the check says", () => {
  for (const tongue of ["zh", "en"] as const) {
    const all = pages
      .filter(({ path }) => path.startsWith("packs/") && path.endsWith(".zh-CN.md") === (tongue === "zh"))
      .map(({ text }) => text)
      .join("\n");
    for (const { id, title, plain } of starterRules) {
      expect(all, id).toContain(`### ${id} ${title[tongue]}\n\n${plain[tongue]}\n`);
      expect(all, id).not.toMatch(/undefined|NaN|\[object/);
    }
  }
});

it("link only to pages and rules that exist", () => {
  const anchors = new Map(
    pages.map(({ path, text }) => [
      path,
      new Set([...text.matchAll(/<a id="([^"]+)">/g)].map((it) => it[1])),
    ]),
  );
  for (const { path, text } of pages)
    for (const [, target = ""] of text.matchAll(/\]\(([^)]+)\)/g)) {
      const { pathname, hash } = new URL(target, `file:///${path}`);
      const page = decodeURIComponent(pathname.slice(1));
      if (page === "kinds.md") continue;
      expect(anchors.has(page), `${path} → ${target}`).toBe(true);
      if (hash) expect(anchors.get(page), `${path} → ${target}`).toContain(hash.slice(1));
    }
});
