// Reads a profile: which columns of a log are which, as the window saves and the page on the command line says.
import { z } from "zod";
import { type LogMapping, logMappingSchema } from "../../shared/contract/imports.ts";
import { readJsonFile } from "./json-file.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

// Strict: a misspelt key would otherwise be passed over in silence.
const profileSchema = z.strictObject(logMappingSchema.shape);

/** @throws FaultError missing, invalid */
export const readProfile = (folder: string, argument: string): LogMapping =>
  readJsonFile(folder, argument, profileSchema, (detail) => ({
    zh: zh.misuse.profile(detail),
    en: en.misuse.profile(detail),
  }));
