// changes list|show|submit|withdraw|approve|reject: change sets, in the name given by --as.
import type { Command } from "commander";
import { changeSetStates } from "../../../shared/domain/edit.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { printJson } from "../answer.ts";
import { effectLines, setsTable, viewedLines } from "../changes-answer.ts";
import { type Cli, choiceOption, found, type Outcome, type Run } from "../cli.ts";
import { type Session, withSession } from "../session.ts";

interface Options {
  workbook: string;
  format: "table" | "json";
}
const formats = ["table", "json"] as const;

export function addChanges(program: Command, cli: Cli, run: Run): void {
  const { options, commands } = cli.say;
  const changes = program.command("changes").description(commands.changes);
  const command = (name: string, about: string): Command =>
    changes
      .command(name)
      .description(about)
      .requiredOption("--workbook <W>", options.workbook)
      .option("--format <table|json>", options.format, choiceOption("--format", formats), "table");
  command("list", commands.changesList)
    .option("--state <STATE>", options.state, choiceOption("--state", changeSetStates))
    .action((given: Options & { state?: (typeof changeSetStates)[number] }) =>
      run(() =>
        withSession(cli, async ({ client, ask, open }) => {
          await open(given.workbook);
          const states = given.state ? [given.state] : null;
          const { sets } = await ask((asked) => client.changes.list({ states }, asked));
          if (given.format === "json") cli.screen.raw(printJson({ sets }));
          else cli.screen.result(sets.length > 0 ? setsTable(cli, sets) : cli.say.changes.none);
          return found(sets.some(({ state }) => state === "submitted"));
        }),
      ),
    );
  command("show", commands.changesShow)
    .argument("<NUMBER>", options.setNumber)
    .action((number: string, given: Options) => run(() => show(cli, number, given)));
  command("submit", commands.changesSubmit)
    .argument("<NUMBER>", options.setNumber)
    .action((number: string, given: Options) =>
      run(() =>
        decided(cli, number, given, ({ client, ask }, id) =>
          ask((asked) => client.changes.submit({ id }, asked)),
        ),
      ),
    );
  command("withdraw", commands.changesWithdraw)
    .argument("<NUMBER>", options.setNumber)
    .option("--reason <TEXT>", options.reason, "")
    .action((number: string, given: Options & { reason: string }) =>
      run(() =>
        decided(cli, number, given, ({ client, ask }, id) =>
          ask((asked) => client.changes.withdraw({ id, reason: given.reason }, asked)),
        ),
      ),
    );
  command("approve", commands.changesApprove)
    .argument("<NUMBER>", options.setNumber)
    .action((number: string, given: Options) =>
      run(() =>
        decided(cli, number, given, async ({ client, ask }, id) => {
          const effect = await ask((asked) => client.changes.simulate({ id }, asked));
          cli.screen.note(effectLines(cli, effect).join("\n"));
          return ask((asked) =>
            client.changes.approve({ id, headSeq: effect.headSeq, day: effect.day }, asked),
          );
        }),
      ),
    );
  command("reject", commands.changesReject)
    .argument("<NUMBER>", options.setNumber)
    .requiredOption("--reason <TEXT>", options.reason)
    .action((number: string, given: Options & { reason: string }) =>
      run(() =>
        decided(cli, number, given, ({ client, ask }, id) =>
          ask((asked) => client.changes.reject({ id, reason: given.reason }, asked)),
        ),
      ),
    );
}

/** @throws FaultError missing: no set of that number */
export async function setNumbered({ client, ask }: Session, number: string): Promise<string> {
  const { sets } = await ask((asked) => client.changes.list({}, asked));
  const set = sets.find((one) => one.number === number.toUpperCase() || one.id === number);
  if (!set)
    throw fault("missing", {
      zh: `没有调整单 ${number}。用 changes list 查看编号。`,
      en: `There is no change set ${number}: changes list shows the numbers.`,
    });
  return set.id;
}

const show = (cli: Cli, number: string, { workbook, format }: Options): Promise<Outcome> =>
  withSession(cli, async (session) => {
    const { client, ask } = session;
    await session.open(workbook);
    const id = await setNumbered(session, number);
    const viewed = await ask((asked) => client.changes.view({ id }, asked));
    const effect = viewed.effect ?? (await ask((asked) => client.changes.simulate({ id }, asked)));
    if (format === "json") cli.screen.raw(printJson({ ...viewed, effect }));
    else cli.screen.result([...viewedLines(cli, viewed), ...effectLines(cli, effect)].join("\n"));
    return found(effect.appearing.length > 0);
  });

const decided = (
  cli: Cli,
  number: string,
  { workbook, format }: Options,
  work: (session: Session, id: string) => Promise<{ change: { seq: number } }>,
): Promise<Outcome> =>
  withSession(cli, async (session) => {
    await session.open(workbook);
    const id = await setNumbered(session, number);
    const { change } = await work(session, id);
    const viewed = await session.ask((asked) => session.client.changes.view({ id }, asked));
    if (format === "json") cli.screen.raw(printJson({ change, set: viewed.set }));
    else cli.screen.result(viewedLines(cli, viewed).join("\n"));
    return 0;
  });
