// Reads a profile: which columns of a log are which, as the window saves and the page on the command line says.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type LogMapping, logMappingSchema } from "../../shared/contract/imports.ts";
import { fault } from "../../shared/domain/fault.ts";
import { fileToRead } from "./paths.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

// Strict: a misspelt key would otherwise be passed over in silence.
const profileSchema = z.strictObject(logMappingSchema.shape);

/** @throws FaultError missing, invalid */
export function readProfile(folder: string, argument: string): LogMapping {
  const wrong = (detail: string) =>
    fault("invalid", { zh: zh.misuse.profile(detail), en: en.misuse.profile(detail) }, { file: argument });
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(fileToRead(folder, argument), "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong(error.message);
    throw error;
  }
  const parsed = profileSchema.safeParse(data);
  if (!parsed.success) throw wrong(z.prettifyError(parsed.error));
  return parsed.data;
}
