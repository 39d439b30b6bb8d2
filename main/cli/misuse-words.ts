// The parser's own complaints in the chosen language: what is wrong, what was perhaps meant.
import type { CommanderError } from "commander";
import type { CliWords } from "./words/zh.ts";

export function misuseWords({ code, message }: CommanderError, { misuse }: CliWords): string {
  const name = /'([^']*)'/.exec(message)?.[1] ?? "";
  const words: Record<string, string> = {
    "commander.unknownOption": misuse.unknownOption(name),
    "commander.unknownCommand": misuse.unknownCommand(name),
    "commander.missingArgument": misuse.missingArgument(name),
    "commander.missingMandatoryOptionValue": misuse.missingOption(name),
    "commander.optionMissingArgument": misuse.missingValue(name),
    "commander.excessArguments": misuse.excess,
    "commander.help": misuse.noCommand,
  };
  const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  return [words[code] ?? message.replace(/^error: /, ""), ...(meant ? [misuse.meant(meant)] : [])].join("\n");
}
