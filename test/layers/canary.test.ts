// The layering law bites: a planted breach of every sort is reported, so that "no violations" means what it says.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../fixtures/temp-folder.ts";

const ROOT = join(import.meta.dirname, "../..");
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Names of the laws that a small house of these files breaks. */
function breaches(files: Record<string, string>): string[] {
  const house = tempFolder();
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source);
  }
  symlinkSync(join(ROOT, "node_modules"), join(house, "node_modules"));
  for (const name of ["layers.cjs", "tsconfig.json", "package.json"]) {
    copyFileSync(join(ROOT, name), join(house, name));
  }
  const rooms = [...new Set(Object.keys(files).map((path) => path.split("/")[0]!))];
  const { stdout } = spawnSync(
    process.execPath,
    [CRUISER, ...rooms, "--config", "layers.cjs", "--output-type", "json"],
    { cwd: house, encoding: "utf8", maxBuffer: 64 << 20 },
  );
  const result: { summary: { violations: { rule: { name: string } }[] } } = JSON.parse(stdout);
  return [...new Set(result.summary.violations.map(({ rule }) => rule.name))].sort();
}

test("a house that keeps the law is clean", () => {
  expect(
    breaches({
      "shared/domain/day.ts": "export const day = (text: string): string => text;\n",
      "db/open.ts":
        'import { day } from "../shared/domain/day.ts";\nexport const open = (): string => day("2026-03-05");\n',
    }),
  ).toEqual([]);
});

test("a pure room that reaches for the store, for Node or for a package is reported", () => {
  expect(
    breaches({
      "db/open.ts": "export const open = (): number => 1;\n",
      "shared/domain/day.ts": `
        import { readFileSync } from "node:fs";
        import { uniq } from "antd";
        import { open } from "../../db/open.ts";
        export const day = [readFileSync, uniq, open];
      `,
    }),
  ).toEqual(["domain-no-node", "domain-packages", "domain-rooms"]);
});

test("a breach by types alone is a breach", () => {
  expect(
    breaches({
      "db/service.ts": "export interface Service { name: string }\n",
      "main/app/start.ts":
        'import type { Service } from "../../db/service.ts";\nexport const start = (service: Service): string => service.name;\n',
    }),
  ).toEqual(["app-rooms"]);
});

test("a file in no room, a circle and an import that leads nowhere are reported", () => {
  expect(
    breaches({
      "shared/odds-and-ends.ts": "export const odd = 1;\n",
      "shared/rules/one.ts": 'import { two } from "./two.ts";\nexport const one = (): unknown => two;\n',
      "shared/rules/two.ts": 'import { one } from "./one.ts";\nexport const two = (): unknown => one;\n',
      "shared/words/zh.ts": 'import { lost } from "./lost.ts";\nexport const zh = lost;\n',
    }),
  ).toEqual(["no-circular", "no-unresolved", "orphan-file"]);
});
