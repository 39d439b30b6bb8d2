// import: tables of one kind, a workbook of sheets, or a log: a verdict for every row, then one undoable change.
import type { Command } from "commander";
import type { Offer, Preview } from "../../../shared/contract/imports.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetKinds, sheetOf } from "../../../shared/domain/sheets.ts";
import { receiptWords } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, type Run } from "../cli.ts";
import { faultWords } from "../fault-words.ts";
import { fileToRead, fileToWrite } from "../paths.ts";
import { problemWords, verdictTable } from "../preview-answer.ts";
import { readProfile } from "../profile.ts";
import { type Session, withSession } from "../session.ts";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";

interface Options {
  workbook: string;
  profile?: string;
  rejects?: string;
  dryRun?: true;
}
/** `workbook`: each sheet as its name and headers say. */
export const importKinds = [...sheetKinds, "workbook", "log"] as const;
type ImportKind = (typeof importKinds)[number];

export function addImport(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  program
    .command("import")
    .description(commands.import)
    .argument("<kind>", options.kind, choiceOption("<kind>", importKinds))
    .argument("<FILE...>", options.files)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--profile <P.json>", options.profile)
    .option("--rejects <R.csv>", options.rejects)
    .option("--dry-run", options.dryRun)
    .action((kind: ImportKind, files: string[], given: Options) =>
      run(() => bringIn(cli, kind, files, given)),
    );
}

async function bringIn(cli: Cli, kind: ImportKind, files: string[], given: Options): Promise<Outcome> {
  const { screen, say, words } = cli;
  for (const file of files) fileToRead(cli.folder, file);
  if (given.rejects !== undefined) fileToWrite(cli.folder, given.rejects);
  screen.note(`${words.welcome.noticeTitle}${words.common.colon}${words.welcome.notice}`);
  return withSession(cli, async (session) => {
    const { client, ask } = session;
    await session.open(given.workbook);
    const grants = files.map(session.reading);
    const offer = await ask((options) => client.imports.open({ grants }, options));
    const preview =
      kind === "log"
        ? await previewLog(cli, session, offer, given.profile)
        : await previewSheets(cli, session, offer, kind, given.profile);
    for (const warning of preview.warnings) screen.note(warning[cli.language]);
    // Nothing half-taken: one table that cannot be read stops them all.
    for (const one of preview.faults) screen.note(faultWords(one, cli.language, words));
    if (preview.faults.length > 0)
      throw fault("invalid", { zh: "没有写入任何内容。", en: "Nothing was written." });
    screen.result(verdictTable(cli, preview));
    const rejected = preview.kinds.reduce((sum, one) => sum + one.rejected, 0);
    if (rejected > 0) {
      screen.result(await problemWords(cli, session, offer, preview.id));
      if (given.rejects !== undefined) {
        const grant = session.writing(given.rejects);
        const receipt = await ask((options) =>
          client.imports.saveRejects({ id: preview.id, grant }, options),
        );
        screen.result(receiptWords(cli, receipt));
      }
    }
    if (given.dryRun) screen.note(say.said.dryRun);
    else {
      const done = await ask((options) => client.imports.commit({ id: preview.id }, options));
      if (done.draft) screen.result(say.changes.taken(done.draft.number));
      if (done.change !== null || done.draft === null)
        screen.result(
          done.change === null
            ? say.said.nothingNew
            : say.said.imported(done.added, done.changed, done.change.seq),
        );
    }
    return found(rejected > 0);
  });
}

async function previewLog(
  cli: Cli,
  { client, ask }: Session,
  offer: Offer,
  profile: string | undefined,
): Promise<Preview> {
  if (profile === undefined)
    throw fault("invalid", { zh: zh.misuse.profileNeeded, en: en.misuse.profileNeeded });
  const [sheet, ...others] = offer.sheets;
  if (!sheet || others.length > 0) throw fault("invalid", { zh: zh.misuse.oneLog, en: en.misuse.oneLog });
  if (sheet.problem) throw fault("invalid", sheet.problem, { file: sheet.file, sheet: sheet.sheet });
  const mapping = readProfile(cli.folder, profile);
  return ask((options) => client.imports.previewLog({ id: offer.id, index: sheet.index, mapping }, options));
}

async function previewSheets(
  cli: Cli,
  { client, ask }: Session,
  offer: Offer,
  kind: SheetKind | "workbook",
  profile: string | undefined,
): Promise<Preview> {
  if (profile !== undefined)
    throw fault("invalid", { zh: zh.misuse.profileOnlyLog, en: en.misuse.profileOnlyLog });
  const kinds = offer.sheets.map((sheet) => ({
    index: sheet.index,
    kind: kind === "workbook" ? sheet.kind : isTakenAs(offer, sheet, kind) ? kind : null,
  }));
  const { said } = cli.say;
  for (const [at, { sheet, file, problem, missing }] of offer.sheets.entries())
    if (kinds[at]?.kind === null && problem === null)
      cli.screen.note(
        said.left(
          `${file} ${sheet}`,
          missing.length > 0 ? said.missing(missing.join(cli.words.common.listing)) : said.unknownKind,
        ),
      );
  if (kinds.every((one) => one.kind === null) && offer.sheets.every(({ problem }) => problem === null))
    throw kind === "workbook"
      ? fault("invalid", { zh: zh.misuse.noSheetAtAll, en: en.misuse.noSheetAtAll })
      : fault("invalid", {
          zh: zh.misuse.noSheet(sheetOf(kind).name.zh),
          en: en.misuse.noSheet(sheetOf(kind).name.en),
        });
  return ask((options) => client.imports.preview({ id: offer.id, kinds }, options));
}

/** A file with one sheet is what the command says it is; among several, those that look like it. */
const isTakenAs = (offer: Offer, sheet: Offer["sheets"][number], kind: SheetKind): boolean =>
  sheet.problem === null &&
  (sheet.kind === kind || offer.sheets.filter(({ file }) => file === sheet.file).length === 1);
