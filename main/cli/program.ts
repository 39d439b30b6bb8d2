// The program as commander reads it: every command, help in the chosen language, no exit of its own.
import { Command } from "commander";
import packageFile from "../../package.json" with { type: "json" };
import { type Cli, choiceOption, type Run } from "./cli.ts";
import { addAnalysis } from "./commands/analysis.ts";
import { addChanges } from "./commands/changes.ts";
import { addCheck } from "./commands/check.ts";
import { addCheckLog } from "./commands/check-log.ts";
import { addDemo } from "./commands/demo.ts";
import { addGate } from "./commands/gate.ts";
import { addHandover } from "./commands/handover.ts";
import { addImport } from "./commands/import.ts";
import { addInit } from "./commands/init.ts";
import { addJournal } from "./commands/journal.ts";
import { addOperators } from "./commands/operators.ts";
import { addReport } from "./commands/report.ts";
import { addRotation } from "./commands/rotation.ts";
import { addRules } from "./commands/rules.ts";
import { addStaffing } from "./commands/staffing.ts";
import { addSwaps } from "./commands/swaps.ts";
import { addTenure } from "./commands/tenure.ts";
import { addWhy } from "./commands/why.ts";

/** `run` is given the work of the one command that was typed. */
export function createProgram(cli: Cli, run: Run): Command {
  const { say, screen } = cli;
  const titles: Record<string, string> = {
    "Usage:": say.help.usage,
    "Arguments:": say.help.arguments,
    "Options:": say.help.options,
    "Global Options:": say.help.global,
    "Commands:": say.help.commands,
  };
  const program = new Command("quanheng")
    .description(say.about)
    .version(packageFile.version, "-V, --version", say.help.version)
    .option("--lang <zh|en>", say.help.lang, choiceOption("--lang", ["zh", "en"]))
    .option("--as <name>", say.help.as)
    .helpOption("-h, --help", say.help.show)
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        defaultValue === undefined ? description : `${description}${say.help.fallback(String(defaultValue))}`,
    })
    .configureOutput({
      writeOut: screen.raw,
      // Misuse is told by `main`, in the chosen language.
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .addHelpText("after", `\n${say.help.exit}`);
  addInit(program, cli, run);
  addImport(program, cli, run);
  addCheck(program, cli, run);
  addWhy(program, cli, run);
  addGate(program, cli, run);
  addCheckLog(program, cli, run);
  addAnalysis(program, cli, run);
  addStaffing(program, cli, run);
  addTenure(program, cli, run);
  addRotation(program, cli, run);
  addSwaps(program, cli, run);
  addHandover(program, cli, run);
  addReport(program, cli, run);
  addRules(program, cli, run);
  addOperators(program, cli, run);
  addChanges(program, cli, run);
  addJournal(program, cli, run);
  addDemo(program, cli, run);
  return program;
}
