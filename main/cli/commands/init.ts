// init: makes a workbook, empty or filled with the sample unit.
import { basename } from "node:path";
import type { Command } from "commander";
import type { OpenWorkbook } from "../../../shared/contract/workbook.ts";
import { fault } from "../../../shared/domain/fault.ts";
import {
  type Cli,
  choiceOption,
  dayOption,
  type Outcome,
  type Run,
  wholeOption,
  zoneOption,
} from "../cli.ts";
import { fileToWrite } from "../paths.ts";
import { withSession } from "../session.ts";

interface Options {
  workbook: string;
  sample?: true;
  seed?: number;
  size?: "small" | "city";
  endsOn?: string;
  unit?: string;
  timeZone: string;
}
export const mostSeed = 2 ** 31 - 1;

export const countWords = ({ say }: Cli, { counts }: OpenWorkbook): string => {
  const count = (kind: string): string => String(counts[kind] ?? 0);
  return say.said.counts(
    count("people"),
    count("posts"),
    count("authorities"),
    count("cases"),
    count("approvals"),
  );
};

export function addInit(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  program
    .command("init")
    .description(commands.init)
    .requiredOption("--workbook <W>", options.workbook)
    .option("--sample", options.sample)
    .option("--seed <N>", options.seed, wholeOption("--seed", 0, mostSeed))
    .option("--size <small|city>", options.size, choiceOption("--size", ["small", "city"]))
    .option("--ends-on <DAY>", options.endsOn, dayOption("--ends-on"))
    .option("--unit <NAME>", options.unit)
    .option("--time-zone <ZONE>", options.zone, zoneOption("--time-zone"), "Asia/Shanghai")
    .action((given: Options) => run(() => init(cli, given)));
}

async function init(cli: Cli, given: Options): Promise<Outcome> {
  const { workbook, sample, seed, size, endsOn, unit, timeZone } = given;
  const { screen, words } = cli;
  const path = fileToWrite(cli.folder, workbook);
  screen.note(`${words.welcome.noticeTitle}${words.common.colon}${words.welcome.notice}`);
  return withSession(cli, async ({ client, ask, writing }) => {
    const grant = writing(path);
    const { open } = sample
      ? await ask((asked) =>
          client.workbook.sample(
            {
              grant,
              ...(seed === undefined ? {} : { seed }),
              ...(size === undefined ? {} : { size }),
              endsOn: endsOn ?? null,
            },
            asked,
          ),
        )
      : await ask((asked) =>
          client.workbook.create(
            { grant, unitName: unit ?? basename(path).replace(/\.quanheng$/, ""), timeZone },
            asked,
          ),
        );
    if (!open) throw fault("broken", { zh: "工作簿没有建成。", en: "The workbook was not made." });
    screen.result(
      cli.say.said.created(path.endsWith(".quanheng") ? path : `${path}.quanheng`, open.unitName),
    );
    if (sample) screen.result(countWords(cli, open));
    return 0;
  });
}
