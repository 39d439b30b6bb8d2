// One run of the command line: language, arguments, the command, and the exit code that says how it went.
import { type Command, CommanderError } from "commander";
import { FaultError } from "../../shared/domain/fault.ts";
import { type Cli, wordsOf } from "./cli.ts";
import { faultWords } from "./fault-words.ts";
import { languageOf } from "./language.ts";
import { misuseWords } from "./misuse-words.ts";
import { type Taken, takePairs } from "./pairs.ts";
import { folderTypedIn } from "./paths.ts";
import { createProgram } from "./program.ts";
import { createScreen, type Stream } from "./screen.ts";

/** nothing and something found, misuse, broken, stopped by Ctrl+C. */
export const exitCodes = { nothing: 0, something: 1, misuse: 2, broken: 3, stopped: 130 } as const;

export interface Surroundings {
  /** After the program's name. */
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  out: Stream;
  err: Stream;
  /** Epoch milliseconds. */
  now: () => number;
  signal: AbortSignal;
}

/** Answers the exit code; everything to say has been said. */
export async function main({ args, env, cwd, out, err, now, signal }: Surroundings): Promise<number> {
  const language = languageOf(args, env);
  const screen = createScreen(out, err, language);
  const { say, words } = wordsOf(language);
  let exitCode: number = exitCodes.nothing;
  let typed = "quanheng";
  try {
    const { rest, pairs, where }: Taken = args.includes("check-log")
      ? takePairs(args)
      : { rest: [...args], pairs: [], where: [] };
    const folder = folderTypedIn(env, cwd);
    const as = (): string | null => program.opts<{ as?: string }>().as ?? null;
    const cli: Cli = { language, say, words, screen, folder, as, now, signal, pairs: { pairs, where } };
    const program = createProgram(cli, async (work) => {
      exitCode = await work();
    });
    typed = commandIn(program, rest);
    await program.parseAsync(rest, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.nothing;
      screen.note(misuseWords(error, say));
      screen.note(say.misuse.seeHelp(typed));
      return exitCodes.misuse;
    }
    if (signal.aborted) {
      screen.note(error instanceof FaultError ? error.fault.message[language] : say.said.stopped);
      return exitCodes.stopped;
    }
    if (error instanceof FaultError) {
      screen.note(faultWords(error.fault, language, words));
      return error.fault.code === "broken" ? exitCodes.broken : exitCodes.misuse;
    }
    screen.note(`${say.said.bug} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return exitCodes.broken;
  }
}

/** The names of the command that the words begin with, as far as they are known: "quanheng tenure list". */
function commandIn(program: Command, words: readonly string[]): string {
  const names = [program.name()];
  let at = program;
  for (const word of words) {
    const next = at.commands.find((command) => command.name() === word);
    if (!next) break;
    names.push(word);
    at = next;
  }
  return names.join(" ");
}
