// The page on the command line names every command and every option, and help speaks both languages.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { wordsOf } from "../../../main/cli/cli.ts";
import { createProgram } from "../../../main/cli/program.ts";
import { createScreen } from "../../../main/cli/screen.ts";
import { quanheng } from "../../fixtures/command-line.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const page = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split("\n", 1)[0] ?? "", section]),
);
const silent = { write: () => true };
const program = createProgram(
  {
    language: "en",
    ...wordsOf("en"),
    screen: createScreen(silent, silent, "en"),
    folder: "",
    as: () => null,
    now: () => 0,
    signal: new AbortController().signal,
    pairs: { pairs: [], where: [] },
  },
  async () => undefined,
);
const leaves = (command: Command, path: string[]): Array<[string, Command]> =>
  command.commands.flatMap(
    (one): Array<[string, Command]> =>
      one.commands.length > 0 ? leaves(one, [...path, one.name()]) : [[[...path, one.name()].join(" "), one]],
  );
const commands = leaves(program, []);

test("the page has a section for each command and none for others", () => {
  const names = commands.map(([name]) => name);
  expect([...sections.keys()].filter((title) => title !== "What every command keeps to").sort()).toEqual(
    names.sort(),
  );
});

test.each(commands)("the section of %s names its arguments and options", (name, command) => {
  const section = sections.get(name) ?? "";
  for (const option of command.options) expect(section).toContain(option.long);
  for (const argument of command.registeredArguments)
    expect(section.toLowerCase()).toContain(argument.name().toLowerCase());
});

test.each(commands)("help of %s is there in both languages", async (name) => {
  for (const [language, title] of [
    ["zh", "用法："],
    ["en", "Usage:"],
  ] as const) {
    const ran = await quanheng(tempFolder(), ...name.split(" "), "--help", "--lang", language);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain(title);
    expect(ran.out).toContain(`quanheng ${name}`);
  }
});
