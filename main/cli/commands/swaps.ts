// swaps match: offers of several units matched into exchange cycles, with one answer for each file; needs no workbook.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { SwapMatchingView } from "../../../shared/contract/swaps.ts";
import { swaps as en } from "../../../shared/words/en/swaps.ts";
import type { Language } from "../../../shared/words/language.ts";
import { swaps as zh } from "../../../shared/words/zh/swaps.ts";
import { deliverText, formOf, printJson } from "../answer.ts";
import { type Cli, choiceOption, found, type Outcome, type Run } from "../cli.ts";
import { withSession } from "../session.ts";
import { type Column, printTable } from "../table.ts";

type Cycle = SwapMatchingView["cycles"][number];
const formats = ["table", "json"] as const;
interface Options {
  answers?: string;
  format?: (typeof formats)[number];
  out?: string;
}
const words = { zh, en };
const say: Record<Language, { swaps: string; match: string; answers: string; month: string; way: string }> = {
  zh: {
    swaps: "跨单位互换",
    match: "把各单位的互换意向匹配成轮转；有没配上的即为有所发现",
    answers: "把每份意向的答复写到这个文件夹",
    month: "月份",
    way: "去向",
  },
  en: {
    swaps: "swaps between units",
    match: "match the offers of several units into cycles; offers left unmatched count as something found",
    answers: "write the answer to each file into this folder",
    month: "Month",
    way: "Way",
  },
};

export function addSwaps(program: Command, cli: Cli, run: Run): void {
  const own = say[cli.language];
  program
    .command("swaps")
    .description(own.swaps)
    .command("match <files...>")
    .description(own.match)
    .option("--answers <FOLDER>", own.answers)
    .option("--format <table|json>", cli.say.options.format, choiceOption("--format", formats))
    .option("--out <FILE>", cli.say.options.out)
    .action((files: string[], given: Options) => run(() => match(cli, files, given)));
}

async function match(cli: Cli, files: readonly string[], given: Options): Promise<Outcome> {
  const form = formOf(cli, given, formats);
  const swaps = words[cli.language];
  return withSession(cli, async (session) => {
    const grants = files.map(session.reading);
    const view = await session.ask((options) => session.client.swaps.match({ grants }, options));
    if (given.answers !== undefined) {
      const folder = resolve(cli.folder, given.answers);
      mkdirSync(folder, { recursive: true });
      for (const [file, { name }] of view.files.entries()) {
        const grant = session.writing(join(folder, `${name.replace(/\.json$/i, "")}-answer.json`));
        const receipt = await session.ask((options) =>
          session.client.swaps.saveProposals({ grants, file, grant }, options),
        );
        cli.screen.note(`${receipt.path ?? receipt.fileName}  SHA-256 ${receipt.sha256}`);
      }
    }
    const summary = [
      swaps.match.finding(String(view.matched), String(view.offers)),
      view.isBest ? swaps.match.best : swaps.match.notBest(String(view.atMost)),
    ].join(cli.language === "zh" ? "，" : ", ");
    if (form === "json") {
      deliverText(cli, printJson(view), given.out);
      cli.screen.note(summary);
    } else deliverText(cli, `${cyclesTable(cli, view)}${summary}\n`, given.out);
    return found(view.matched < view.offers);
  });
}

function cyclesTable(cli: Cli, { cycles, files }: SwapMatchingView): string {
  if (cycles.length === 0) return "";
  const { classes } = words[cli.language];
  const own = say[cli.language];
  const columns: readonly Column<Cycle>[] = [
    { name: own.month, value: ({ month }) => month },
    {
      name: own.way,
      least: 30,
      value: ({ stops }) =>
        [...stops, stops[0]]
          .flatMap((stop) => (stop ? [`${files[stop.file]?.name ?? "?"} ${classes[stop.postClass]}`] : []))
          .join(" → "),
    },
  ];
  return `${printTable(columns, cycles, cli.screen.width)}\n`;
}
