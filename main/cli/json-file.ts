// A JSON file named on the command line, read by its schema.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { fault } from "../../shared/domain/fault.ts";
import type { Text } from "../../shared/domain/text.ts";
import { fileToRead } from "./paths.ts";

/**
 * `wrong`: what is said of a file that does not fit, with the detail.
 * @throws FaultError missing: no such file; invalid: no JSON, or not of that form
 */
export function readJsonFile<Schema extends z.ZodType>(
  folder: string,
  argument: string,
  schema: Schema,
  wrong: (detail: string) => Text,
): z.output<Schema> {
  const invalid = (detail: string) => fault("invalid", wrong(detail), { file: argument });
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(fileToRead(folder, argument), "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid(error.message);
    throw error;
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  return parsed.data;
}
