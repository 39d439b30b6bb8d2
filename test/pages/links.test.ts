// The pages hold together: links lead somewhere, ARCHITECTURE.md names rooms that are there and no room is left out, numbers and words stand once.
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const pages = globSync(["*.md", "docs/**/*.md", "test/**/*.md"], { cwd: root })
  .filter((path) => !path.includes("node_modules"))
  .map((path) => path.replaceAll("\\", "/"));

test("every link of every page leads to something that is there", () => {
  expect(pages.length).toBeGreaterThan(100);
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !target.includes("://") && !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(dead).toEqual([]);
});

describe("ARCHITECTURE.md", () => {
  const [, tree = ""] = read("ARCHITECTURE.md").split("```");
  /** Paths of the left column; those indented stand in the room above them. */
  const named: string[] = [];
  let room = "";
  for (const line of tree.split("\n")) {
    const [, indent, left] = /^( *)(\S.*?)(?: {2,}|: |$)/.exec(line) ?? [];
    if (left === undefined) continue;
    const paths = left.split(" ").filter((word) => /^[\w-]+(\/[\w-]+)*(\/|\.ts)$/.test(word));
    if (indent === "") room = paths[0] ?? room;
    named.push(...(indent === "" ? paths : paths.map((path) => join(room, path))));
  }

  test("names only what is there", () => {
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("leaves out no folder of the four rooms", () => {
    const folders = (at: string): string[] =>
      readdirSync(join(root, at), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(at, entry.name));
    const rooms = ["shared", "db", "main", "renderer"].flatMap(folders);
    const inner = folders("shared/rules");
    const all = named.map((path) => relative(root, join(root, path)));
    const isNamed = (path: string): boolean => all.some((one) => `${one}/`.startsWith(`${path}/`));
    expect([...rooms, ...inner].filter((path) => !isNamed(path))).toEqual([]);
  });
});

test("a decision has a number of its own, the one in its title", () => {
  const names = readdirSync(join(root, "docs/decisions"));
  const numbers = names.map((name) => name.slice(0, 3));
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  for (const name of names) expect(read(`docs/decisions/${name}`), name).toMatch(`# ${name.slice(0, 3)} `);
});

test("a word stands once in the glossary", () => {
  const words = [...read("docs/glossary.md").matchAll(/^\| ([^|]+?) \|/gm)].map(([, word]) => word);
  expect(words.length).toBeGreaterThan(80);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
});

test("the index of the pages names every page of docs/ itself", () => {
  const index = read("docs/README.md");
  const missing = readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .filter((name) => !index.includes(`(${name})`));
  expect(missing).toEqual([]);
});
