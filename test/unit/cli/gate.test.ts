// The command gate: its answer, its exit codes, and the door that it opens for others.
import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { main } from "../../../main/cli/main.ts";
import { quanheng } from "../../fixtures/command-line.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

async function sample(): Promise<string> {
  const folder = tempFolder();
  const made = [
    "init",
    "--workbook",
    "w",
    "--sample",
    "--size",
    "small",
    "--seed",
    "1",
    "--ends-on",
    "2026-03-05",
  ];
  expect((await quanheng(folder, ...made)).code).toBe(0);
  return folder;
}
const asked = ["gate", "--workbook", "w", "--case", "GK-2026-0001", "--day", "2026-03-05"];

test("refused ends with 1 and names who may sign instead; allowed ends with 0; not known with 2", async () => {
  const folder = await sample();
  const wrong = await quanheng(folder, ...asked, "--person", "S0006", "--step", "GK07", "--json");
  if (wrong.code === 2) throw new Error(wrong.err);
  expect(wrong.code).toBe(1);
  const answer = JSON.parse(wrong.out);
  expect(answer).toMatchObject({ verdict: "refused", understood: { caseNo: "GK-2026-0001" } });
  const [instead] = answer.substitutes;
  const right = await quanheng(folder, ...asked, "--person", instead.staffNo, "--step", "GK07", "--json");
  expect(JSON.parse(right.out).verdict).not.toBe("refused");
  const told = await quanheng(folder, ...asked, "--person", "S0006", "--step", "GK07", "--lang", "zh");
  expect(told.out).toContain("暂不能签");
  expect(told.out).toContain(instead.name);
  const fresh = ["gate", "--workbook", "w", "--matter", "GK", "--person", "S0006", "--step", "GK05"];
  expect((await quanheng(folder, ...fresh)).out).toContain("There is no amount: limits were not asked.");
  const known = await quanheng(folder, ...fresh, "--amount", "36.8万");
  expect(known.out).toContain("CNY 368,000");
  expect(known.out).not.toContain("There is no amount");
  expect((await quanheng(folder, ...asked, "--person", "S9999", "--step", "GK07")).code).toBe(2);
  expect((await quanheng(folder, ...asked, "--step", "GK07")).code).toBe(2);
  expect(
    (await quanheng(folder, ...asked, "--person", "S0006", "--step", "GK07", "--amount", "much")).code,
  ).toBe(2);
});

test("served, another program asks with the token of the file, until it is stopped", async () => {
  const folder = await sample();
  const stop = new AbortController();
  let opened: (line: string) => void = () => undefined;
  const first = new Promise<string>((resolve) => {
    opened = resolve;
  });
  const served = main({
    args: ["gate", "--workbook", "w", "--serve", "--port", "0"],
    env: { LANG: "en_GB.UTF-8" },
    cwd: folder,
    out: { write: (text) => opened(text) },
    err: { write: () => true },
    now: Date.now,
    signal: stop.signal,
  });
  const { address, tokenFile } = JSON.parse(await first);
  expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
  const { readFileSync } = await import("node:fs");
  const token = readFileSync(tokenFile, "utf8").trim();
  const askDoor = async (): Promise<unknown> => {
    const reply = await fetch(address, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({
        person: "S0006",
        case: "GK-2026-0001",
        step: "GK07",
        day: "2026-03-05",
        parts: [],
      }),
    });
    return reply.json();
  };
  expect(await askDoor()).toMatchObject({ ok: true, value: { verdict: "refused", substitutes: null } });
  // The workbook is not held: somebody works in it meanwhile, and the door answers of what they wrote.
  const headNow = async (): Promise<string> =>
    ((await askDoor()) as { value: { journalHead: string } }).value.journalHead;
  const before = await headNow();
  const adding = ["operators", "add", "王编制", "--role", "configurator", "--workbook", "w"];
  const added = await quanheng(folder, ...adding);
  expect(added.code, added.err).toBe(0);
  expect(await headNow()).not.toBe(before);
  stop.abort();
  expect(await served).toBe(0);
  await expect(fetch(address, { method: "POST" })).rejects.toThrow();
});
