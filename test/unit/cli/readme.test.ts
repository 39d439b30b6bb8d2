// Every command of the README, typed one after the other as a stranger would: none is misuse, none breaks.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { quanheng } from "../../fixtures/command-line.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const root = join(import.meta.dirname, "../../..");
const start = "npm run -s quanheng -- ";

/** The words of each command of a page, comments left out, lines that go on joined, quotes taken off. */
function commandsOf(page: string): string[][] {
  return readFileSync(join(root, page), "utf8")
    .replaceAll(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.startsWith(start))
    .map((line) =>
      [
        ...line
          .slice(start.length)
          .replace(/ +# .*$/, "")
          .matchAll(/"([^"]*)"|(\S+)/g),
      ].map(([, quoted, plain]) => quoted ?? plain ?? ""),
    );
}

const xes = `<?xml version="1.0"?>\n<log><trace><string key="concept:name" value="1"/>${["A", "B"]
  .map(
    (name) =>
      `<event><string key="concept:name" value="${name}"/><string key="org:resource" value="Ann"/><date key="time:timestamp" value="2026-01-05T09:00:00+08:00"/></event>`,
  )
  .join("")}</trace></log>`;

test("what README.md says can be typed", async () => {
  const folder = tempFolder();
  // The reader's own files.
  writeFileSync(
    join(folder, "log.csv"),
    "case_id,activity,resource,start_time\n1,Create order,Ann,2026-01-05\n",
  );
  writeFileSync(join(folder, "log.xes.gz"), gzipSync(xes));
  for (const words of commandsOf("README.md")) {
    // The round of `demo` has a test of its own; a plan needs no more work here than to be one.
    if (words[0] === "demo") continue;
    const spared = words[0] === "rotation" && words[1] === "plan" ? ["--units", "500"] : [];
    const ran = await quanheng(folder, ...words, ...spared);
    expect([0, 1], `${words.join(" ")}: ${ran.err}`).toContain(ran.code);
    expect(ran.out).not.toBe("");
  }
});

test("the Chinese README has the same commands", () => {
  const plain = (page: string): string[][] =>
    commandsOf(page).map((words) => words.filter((word) => /^(--)?[a-z-]+$/.test(word) && word !== "try"));
  const english = plain("README.md").map((words) =>
    words.filter((word) => !["activity", "resource"].includes(word)),
  );
  expect(english.length).toBeGreaterThan(12);
  expect(plain("README.zh-CN.md")).toEqual(english);
});
