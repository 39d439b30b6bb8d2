// Which language to speak: what was asked for, else what the terminal's locale says, Chinese unless it is English.
import type { Language } from "../../shared/words/language.ts";

/** @param args everything after the program's name; help has to speak the language before options are parsed */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = args.flatMap((arg, at) =>
    arg === "--lang" ? (args[at + 1] ?? []) : arg.startsWith("--lang=") ? arg.slice("--lang=".length) : [],
  );
  const last = asked.at(-1);
  if (last === "zh" || last === "en") return last;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale.toLowerCase().startsWith("en") ? "en" : "zh";
}
