// `--duties`: which activities of a log are which duties, as ACTIVITY=DUTY or as a JSON file of the same.
import { z } from "zod";
import { logWord } from "../../shared/formats/log-mapping.ts";
import { readJsonFile } from "./json-file.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

const fileSchema = z.record(z.string(), z.string().min(1));

/** @throws FaultError missing, invalid */
export function readDuties(folder: string, given: readonly string[]): Record<string, string> {
  const found: Array<[string, string]> = [];
  for (const argument of given) {
    // A code holds no "=", an activity may: it ends at the last one.
    const at = argument.lastIndexOf("=");
    if (at > 0) found.push([argument.slice(0, at), argument.slice(at + 1)]);
    else found.push(...Object.entries(readFile(folder, argument)));
  }
  return Object.fromEntries(found.map(([activity, duty]) => [logWord(activity), logWord(duty)]));
}

const readFile = (folder: string, argument: string): Record<string, string> =>
  readJsonFile(folder, argument, fileSchema, (detail) => ({
    zh: zh.misuse.duties(detail),
    en: en.misuse.duties(detail),
  }));
