// What an import would do, for the terminal: verdicts by kind, and the first rows that need mending.
import type { Offer, Preview, PreviewRow } from "../../shared/contract/imports.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import type { Cli } from "./cli.ts";
import type { Session } from "./session.ts";
import { printTable } from "./table.ts";

type Count = Preview["kinds"][number];
const most = 20;

export function verdictTable({ say: { said }, language, screen }: Cli, { kinds }: Preview): string {
  const figure = (key: Exclude<keyof Count, "kind">) => ({
    name: said.verdicts[key],
    value: (count: Count) => count[key],
    align: "right" as const,
  });
  return printTable<Count>(
    [
      { name: said.sheetKind, value: ({ kind }) => sheetOf(kind).name[language] },
      figure("added"),
      figure("changed"),
      figure("same"),
      figure("rejected"),
      figure("corrected"),
    ],
    kinds,
    screen.width,
  );
}

/** File, sheet, row, column, value and reason of the first rejected rows, and how many more there are. */
export async function problemWords(
  cli: Cli,
  { client, ask }: Session,
  offer: Offer,
  id: string,
): Promise<string> {
  const { say, language, screen } = cli;
  const { rows, total } = await ask((options) =>
    client.imports.rows({ id, verdict: "rejected", limit: most }, options),
  );
  const fileOf = (row: PreviewRow): string =>
    offer.sheets.find(({ sheet, kind }) => sheet === row.sheet && kind === row.kind)?.file ??
    offer.sheets.find(({ sheet }) => sheet === row.sheet)?.file ??
    offer.sheets[0]?.file ??
    "";
  const lines = rows.flatMap((row) => row.problems.map((problem) => ({ row, problem })));
  const table = printTable(
    [
      { name: say.said.file, value: ({ row }) => fileOf(row), least: 12 },
      { name: say.said.sheet, value: ({ row }) => row.sheet, least: 8 },
      { name: say.said.row, value: ({ row }) => row.row, align: "right" },
      { name: say.said.column, value: ({ problem }) => problem.column, least: 8 },
      { name: say.said.value, value: ({ problem }) => problem.value, least: 10 },
      { name: say.said.problem, value: ({ problem }) => problem.message[language], least: 24 },
    ],
    lines,
    screen.width,
  );
  return total > rows.length ? `${table}\n${say.said.moreProblems(total - rows.length)}` : table;
}
