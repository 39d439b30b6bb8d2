// Writes the generated pages of docs/rules and removes those that are no longer made: `npm run rules:pages`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { rulePages } from "./pages.ts";

const root = new URL("../../docs/rules/", import.meta.url);
const pages = rulePages();
const made = new Set(pages.map(({ path }) => path));
for (const folder of ["packs/", "kinds/"]) {
  mkdirSync(new URL(folder, root), { recursive: true });
  for (const name of readdirSync(new URL(folder, root)))
    if (!made.has(`${folder}${name}`)) rmSync(new URL(`${folder}${name}`, root));
}
for (const { path, text } of pages) writeFileSync(new URL(path, root), text);
console.log(`${pages.length} pages under docs/rules`);
