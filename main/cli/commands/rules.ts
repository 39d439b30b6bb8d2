// rules list, show, import, export, diff, hygiene: the rules of a workbook.
import type { Command } from "commander";
import type { RuleRow } from "../../../shared/contract/rules.ts";
import { citedAs } from "../../../shared/domain/citation.ts";
import { areaNames } from "../../../shared/domain/duty.ts";
import { kindNames } from "../../../shared/domain/rule-kinds.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { printJson, receiptWords } from "../answer.ts";
import { type Cli, choiceOption, type Outcome, type Run } from "../cli.ts";
import { withSession } from "../session.ts";
import { printTable } from "../table.ts";
import { diff, hygiene, takeChanges } from "./rule-versions.ts";

interface Options {
  workbook: string;
  format: "table" | "json";
}

export function addRules(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  const rules = program.command("rules").description(commands.rules);
  const add = (name: string, about: string): Command =>
    rules.command(name).description(about).requiredOption("--workbook <W>", options.workbook);
  const withFormat = (command: Command): Command =>
    command.option(
      "--format <table|json>",
      options.format,
      choiceOption("--format", ["table", "json"] as const),
      "table",
    );
  withFormat(add("list", commands.rulesList)).action((given: Options) => run(() => list(cli, given)));
  withFormat(add("show", commands.rulesShow).argument("<ID>", options.ruleId)).action(
    (id: string, given: Options) => run(() => show(cli, id, given)),
  );
  add("import", commands.rulesImport)
    .argument("<FILE>", options.ruleFile)
    .option("--take-changes", options.takeChanges, false)
    .action((file: string, given: Options & { takeChanges: boolean }) =>
      run(() => (given.takeChanges ? takeChanges(cli, file, given.workbook) : bringIn(cli, file, given))),
    );
  add("export", commands.rulesExport)
    .requiredOption("--out <FILE>", options.ruleOut)
    .action((given: Options & { out: string }) => run(() => takeOut(cli, given)));
  withFormat(add("diff", commands.rulesDiff).argument("[FILE]", options.ruleFileOrPacks)).action(
    (file: string | undefined, given: Options) => run(() => diff(cli, file, given)),
  );
  withFormat(add("hygiene", commands.rulesHygiene)).action((given: Options) =>
    run(() => hygiene(cli, given)),
  );
}

const list = (cli: Cli, { workbook, format }: Options): Promise<Outcome> =>
  withSession(cli, async ({ client, ask, open }) => {
    await open(workbook);
    const { rules } = await ask((options) => client.rules.list({}, options));
    if (format === "json") cli.screen.raw(printJson({ rules }));
    else cli.screen.result(`${ruleTable(cli, rules)}\n${cli.say.said.rulesIn(rules.length)}`);
    return 0;
  });

function ruleTable(
  { say: { said }, words: { common }, language, screen }: Cli,
  rows: readonly RuleRow[],
): string {
  return printTable(
    [
      { name: said.id, value: ({ rule }) => rule.id },
      { name: said.version, value: ({ rule }) => rule.version, align: "right" },
      { name: said.kind, value: ({ rule }) => kindNames[rule.kind][language] },
      { name: common.area, value: ({ rule }) => areaNames[rule.area][language], least: 8 },
      { name: said.title, value: ({ rule }) => rule.title[language], least: 16 },
      { name: said.source, value: ({ rule }) => citedAs(rule.citation)[language], least: 16 },
      { name: common.evidence, value: ({ rule }) => common.evidenceMarks[rule.citation.mark] },
      { name: said.conflictsOpen, value: ({ openConflicts }) => openConflicts, align: "right" },
    ],
    rows,
    screen.width,
  );
}

const show = (cli: Cli, id: string, { workbook, format }: Options): Promise<Outcome> =>
  withSession(cli, async ({ client, ask, open }) => {
    const { said } = cli.say;
    const { common } = cli.words;
    const { language, screen } = cli;
    await open(workbook);
    const shown = await ask((options) => client.rules.show({ id }, options));
    if (format === "json") {
      screen.raw(printJson(shown));
      return 0;
    }
    const { rule } = shown.row;
    const line = (name: string, value: string): string => `${name}${common.colon}${value}`;
    const story = (name: string, told: { story: Text[]; finds: boolean } | null): string[] =>
      told
        ? [
            line(name, told.finds ? said.finds : said.findsNot),
            ...told.story.map((sentence) => `  ${sentence[language]}`),
          ]
        : [];
    screen.result(
      [
        `${rule.id} ${rule.title[language]}`,
        rule.plain[language],
        line(said.version, `${rule.version} (${shown.row.pack})`),
        line(said.kind, kindNames[rule.kind][language]),
        line(common.area, areaNames[rule.area][language]),
        line(
          said.source,
          `${citedAs(rule.citation)[language]} (${common.evidenceMarks[rule.citation.mark]})`,
        ),
        line(said.parameters, JSON.stringify(rule.parameters)),
        line(said.conflictsOpen, String(shown.row.openConflicts)),
        ...(shown.row.notApplicable ? [shown.row.notApplicable[language]] : []),
        ...story(said.example, shown.example),
        ...story(said.counterExample, shown.counterExample),
      ].join("\n"),
    );
    return 0;
  });

const bringIn = (cli: Cli, file: string, { workbook }: Options): Promise<Outcome> =>
  withSession(cli, async ({ client, ask, open, reading }) => {
    const grant = reading(file);
    await open(workbook);
    const { added, same, draft } = await ask((options) => client.rules.import({ grant }, options));
    if (draft) cli.screen.result(cli.say.changes.taken(draft.number));
    cli.screen.result(cli.say.said.rulesAdded(added, same));
    return 0;
  });

const takeOut = (cli: Cli, { workbook, out }: Options & { out: string }): Promise<Outcome> =>
  withSession(cli, async ({ client, ask, open, writing }) => {
    const grant = writing(out);
    await open(workbook);
    const receipt = await ask((options) => client.packs.export({ grant, language: cli.language }, options));
    cli.screen.result(receiptWords(cli, receipt));
    return 0;
  });
