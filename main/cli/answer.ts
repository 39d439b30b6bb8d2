// Hands over an answer in the form asked for: a table or json here, csv here or in a file, xlsx in a file.
import { renameSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import type { Receipt } from "../../shared/contract/receipt.ts";
import type { ReportRequest } from "../../shared/contract/reports.ts";
import { fault } from "../../shared/domain/fault.ts";
import { reportCsv } from "../../shared/formats/report-print.ts";
import { type Cli, choiceOption } from "./cli.ts";
import { fileToWrite } from "./paths.ts";
import type { Session } from "./session.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

export const answerFormats = ["table", "json", "csv", "xlsx"] as const;
export type AnswerFormat = (typeof answerFormats)[number];
export interface Wanted {
  format?: AnswerFormat;
  out?: string;
}

/**
 * The form asked for; without --format the ending of --out decides. Before any work, so that none is lost.
 * @throws FaultError invalid, or missing where --out cannot be written
 */
export function formOf<F extends AnswerFormat>(
  { folder }: Cli,
  { format, out }: Wanted,
  allowed: readonly F[],
): F {
  const word = format ?? (out === undefined ? "table" : extname(out).slice(1).toLowerCase());
  const form = choiceOption("--format", allowed)(word);
  if (form === "xlsx" && out === undefined)
    throw fault("invalid", { zh: zh.misuse.needsOut(form), en: en.misuse.needsOut(form) });
  if (out !== undefined) fileToWrite(folder, out);
  return form;
}

export const printJson = (answer: unknown): string => `${JSON.stringify(answer)}\n`;

/** Either to the terminal or, whole or not at all, to the file. */
export function deliverText(cli: Cli, text: string, out: string | undefined): void {
  if (out === undefined) {
    cli.screen.raw(text);
    return;
  }
  const path = fileToWrite(cli.folder, out);
  writeFileSync(`${path}.new`, text, { flush: true });
  renameSync(`${path}.new`, path);
  cli.screen.note(cli.say.said.receipt(path));
}

/** A report as csv in the terminal, or as a file with its receipt; answers how many rows it has. */
export async function deliverReport(
  cli: Cli,
  session: Session,
  request: ReportRequest,
  format: "csv" | "xlsx" | "json",
  out: string | undefined,
): Promise<number> {
  const asked = { ...request, language: cli.language };
  if (out === undefined) {
    const document = await session.ask((options) => session.client.reports.document(asked, options));
    cli.screen.raw([...reportCsv(document)].join(""));
    return document.rows.length;
  }
  const grant = session.writing(out);
  const receipt = await session.ask((options) =>
    session.client.reports.build({ ...asked, format, grant }, options),
  );
  cli.screen.result(receiptWords(cli, receipt));
  return receipt.rows ?? 0;
}

/** Path, size, SHA-256, rows, journal head: a line each. */
export const receiptWords = ({ say }: Cli, receipt: Receipt): string =>
  [
    say.said.receipt(receipt.path ?? receipt.fileName),
    `  SHA-256 ${receipt.sha256}`,
    `  ${[say.said.bytes(String(receipt.bytes)), ...(receipt.rows === null ? [] : [say.said.rows(String(receipt.rows))]), ...(receipt.journalHead === null ? [] : [say.said.journalHead(receipt.journalHead.slice(0, 16))])].join(" · ")}`,
  ].join("\n");
