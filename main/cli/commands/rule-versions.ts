// rules diff, hygiene: what a file (or the program's packs) would change and its effect; the health of the rules.
import type { OutputOf } from "../../../shared/contract/call.ts";
import type { QuanhengContract } from "../../../shared/contract/contract.ts";
import type { RuleProblem } from "../../../shared/contract/packs.ts";
import { FaultError } from "../../../shared/domain/fault.ts";
import { printJson } from "../answer.ts";
import { type Cli, found, type Outcome } from "../cli.ts";
import { type Session, withSession } from "../session.ts";
import { printTable } from "../table.ts";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";

type Compared = OutputOf<QuanhengContract["packs"]["compare"]>;
interface Given {
  workbook: string;
  format: "table" | "json";
}

/** Every problem on a line of its own, then the fault that ends the command. */
function refuse({ say: { said }, screen, language }: Cli, problems: readonly RuleProblem[]): never {
  for (const { sheet, row, column, value, reason } of problems)
    screen.note(said.ruleProblem(sheet, row, column, value, reason[language]));
  throw new FaultError({
    code: "invalid",
    message: { zh: zh.said.ruleProblems(problems.length), en: en.said.ruleProblems(problems.length) },
  });
}

async function compareFile(
  { ask, client, reading }: Pick<Session, "ask" | "client" | "reading">,
  file: string | undefined,
): Promise<Compared> {
  const source =
    file === undefined ? ({ kind: "built-in" } as const) : ({ kind: "file", grant: reading(file) } as const);
  return ask((options) => client.packs.compare({ source }, options));
}

export const diff = (cli: Cli, file: string | undefined, { workbook, format }: Given): Promise<Outcome> =>
  withSession(cli, async (session) => {
    const { say, screen, language } = cli;
    await session.open(workbook);
    const { id: _, ...compared } = await compareFile(session, file);
    const { differences, counts, total, problems } = compared;
    if (format === "json") screen.raw(printJson(compared));
    if (problems.length > 0) refuse(cli, problems);
    if (format === "json") return found(differences.length > 0);
    const { said } = say;
    screen.result(said.rulesDiffer(counts.added, counts.changed, counts.removed, counts.same));
    if (differences.length === 0) return 0;
    screen.result(said.rulesEffect(total.appear, total.vanish));
    screen.result(
      printTable(
        [
          { name: said.change, value: ({ change }) => said.ruleChanges[change] },
          { name: said.id, value: ({ ruleId }) => ruleId },
          { name: said.title, value: ({ title }) => title[language], least: 16 },
          {
            name: said.fields,
            value: ({ fields, change }) =>
              change === "changed"
                ? fields
                    .map(
                      ({ name, before, after }) =>
                        `${name[language]}: ${before[language]} → ${after[language]}`,
                    )
                    .join("; ")
                : "",
            least: 16,
          },
          { name: said.appear, value: ({ effect }) => effect.appear, align: "right" },
          { name: said.vanish, value: ({ effect }) => effect.vanish, align: "right" },
        ],
        differences,
        screen.width,
      ),
    );
    return 1;
  });

/** Takes what a file adds and changes; rules that it lacks stay. */
export const takeChanges = (cli: Cli, file: string, workbook: string): Promise<Outcome> =>
  withSession(cli, async (session) => {
    const { said } = cli.say;
    await session.open(workbook);
    const { id, problems, differences, counts } = await compareFile(session, file);
    if (problems.length > 0) refuse(cli, problems);
    const ruleIds = differences.filter(({ change }) => change !== "removed").map(({ ruleId }) => ruleId);
    if (ruleIds.length > 0) {
      const { draft } = await session.ask((options) => session.client.packs.accept({ id, ruleIds }, options));
      if (draft) cli.screen.result(cli.say.changes.taken(draft.number));
    }
    cli.screen.result(said.rulesTaken(counts.added, counts.changed, counts.same));
    return 0;
  });

export const hygiene = (cli: Cli, { workbook, format }: Given): Promise<Outcome> =>
  withSession(cli, async ({ client, ask, open }) => {
    const { words, screen, language } = cli;
    const { health } = words.packs;
    await open(workbook);
    const answer = await ask((options) => client.packs.hygiene({}, options));
    const contradicts = answer.findings.some(({ type }) => type === "contradiction");
    if (format === "json") {
      screen.raw(printJson(answer));
      return found(contradicts);
    }
    screen.result(
      answer.findings.length === 0
        ? `${health.finding(String(answer.rules))}${health.clean}`
        : printTable(
            [
              { name: health.columns.type, value: ({ type }) => health.types[type] },
              { name: health.columns.sentence, value: ({ sentence }) => sentence[language], least: 30 },
              { name: health.columns.advice, value: ({ advice }) => advice[language], least: 16 },
            ],
            answer.findings,
            screen.width,
          ),
    );
    return found(contradicts);
  });
