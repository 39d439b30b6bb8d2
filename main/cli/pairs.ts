// Takes `--separate A B` and `--where COL=VALUE …` out of the arguments: the parser would merge repeated ones.
import { fault } from "../../shared/domain/fault.ts";
import { parseWhere } from "../../shared/formats/log-mapping.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

export interface Taken {
  /** What is left for the parser. */
  rest: string[];
  pairs: Array<[string, string]>;
  where: Array<{ column: string; value: string }>;
}

const isOption = (arg: string | undefined): boolean => arg === undefined || arg.startsWith("--");

/** @throws FaultError invalid: not two activities, or no "=" */
export function takePairs(args: readonly string[]): Taken {
  const taken: Taken = { rest: [], pairs: [], where: [] };
  const left = [...args];
  const takeWhere = (text: string): void => {
    const parsed = parseWhere(text);
    if (!parsed) throw fault("invalid", { zh: zh.misuse.where(text), en: en.misuse.where(text) });
    taken.where.push(parsed);
  };
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === "--separate") {
      const two = isOption(left[0]) ? [] : left.splice(0, isOption(left[1]) ? 1 : 2);
      const [first, second] = two;
      if (first === undefined || second === undefined)
        throw fault("invalid", { zh: zh.misuse.pair(two.length), en: en.misuse.pair(two.length) });
      taken.pairs.push([first, second]);
    } else if (arg === "--where") {
      takeWhere(isOption(left[0]) ? "" : (left.shift() ?? ""));
      while (!isOption(left[0]) && left[0]?.includes("=")) takeWhere(left.shift() ?? "");
    } else if (arg.startsWith("--where=")) takeWhere(arg.slice("--where=".length));
    else taken.rest.push(arg);
  }
  return taken;
}
