// Commands on a real workbook: the answers, their stable json, the files they write, and the exit codes.

import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { wordsOf } from "../../../main/cli/cli.ts";
import { quanheng, shapeOf } from "../../fixtures/command-line.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

// Each test runs whole commands on files; a slow machine may take its time.
vi.setConfig({ testTimeout: 60_000 });
const kept = mkdtempSync(join(tmpdir(), "quanheng-sample-"));
beforeAll(async () => {
  const ran = await quanheng(
    kept,
    ..."init --workbook sample --sample --size small --ends-on 2026-03-05".split(" "),
  );
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toMatch(/sample\.quanheng[\s\S]* people, .* approvals/);
  expect(ran.err).toMatch(/No classified material/);
}, 120_000);
afterAll(() => rmSync(kept, { recursive: true }));

/** A copy of the sample in a folder of its own. */
function sampleFolder(): string {
  const folder = tempFolder();
  copyFileSync(join(kept, "sample.quanheng"), join(folder, "w.quanheng"));
  return folder;
}
const inSample = (line: string) => {
  const folder = sampleFolder();
  return quanheng(folder, ...line.split(" "), "--workbook", "w").then((ran) => ({ ...ran, folder }));
};
const golden = (name: string): string => `../../golden/cli-${name}.json`;
const expectShape = (answer: unknown, name: string): Promise<void> =>
  expect(`${JSON.stringify(shapeOf(answer), null, 2)}\n`).toMatchFileSnapshot(golden(name));

test("check: conflicts as json keep their form and say what was applied", async () => {
  const ran = await inSample("check --as-of 2026-03-05 --format json");
  const answer = JSON.parse(ran.out);
  await expectShape(answer, "check");
  expect(ran.code).toBe(1);
  expect(answer.asOf).toBe("2026-03-05");
  expect(answer.conflicts.length).toBeGreaterThan(40);
  expect(ran.err).toContain(
    `As of 2026-03-05: ${answer.rules} rules, ${answer.approvals} approvals, ${answer.notApplicable.length} rules not applicable`,
  );
});

test("check: the answer does not depend on the language", async () => {
  const folder = sampleFolder();
  const line = "check --workbook w --as-of 2026-03-05 --format json".split(" ");
  const en = await quanheng(folder, ...line);
  const zh = await quanheng(folder, ...line, "--lang", "zh");
  expect(zh.out).toBe(en.out);
});

test("check: --twice has SQL check again, says for how many rules, and is for today alone", async () => {
  const ran = await inSample("check --twice --format json");
  expect(ran.code).toBe(1);
  const { twice } = JSON.parse(ran.out);
  expect(twice).toMatchObject({ disagreements: 0, defects: [] });
  expect(twice.twice + twice.once.length).toBe(twice.rules);
  expect(ran.err).toContain(`${twice.twice} of ${twice.rules} rules were checked a second time in SQL`);
  const past = await inSample("check --twice --as-of 2026-03-05");
  expect(past).toMatchObject({ code: 2, out: "" });
});

test("check: today is stored, and a second check finds nothing new", async () => {
  const folder = sampleFolder();
  const first = await quanheng(folder, "check", "--workbook", "w");
  expect(first.code).toBe(1);
  expect(first.out).toMatch(/\d+ rules, \d+ approvals, \d+ rules not applicable/);
  const second = await quanheng(folder, "check", "--workbook", "w");
  expect(second.err).toMatch(/0 new, 0 back again, 0 gone/);
});

test("check: nothing found on an empty workbook", async () => {
  const folder = tempFolder();
  expect((await quanheng(folder, "init", "--workbook", "own", "--unit", "Our Office")).out).toMatch(
    /Our Office/,
  );
  const ran = await quanheng(folder, "check", "--workbook", "own", "--format", "json");
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({ approvals: 0, conflicts: [] });
});

test("check: csv to the terminal, xlsx and json to files", async () => {
  const csv = await inSample("check --as-of 2026-03-05 --format csv");
  expect(csv.out).toMatch(/^\ufeffNo\.,Rule,/);
  const xlsx = await inSample("check --as-of 2026-03-05 --out found.xlsx");
  const bytes = readFileSync(join(xlsx.folder, "found.xlsx"));
  expect(xlsx.out).toContain(createHash("sha256").update(bytes).digest("hex"));
  const json = await inSample("check --as-of 2026-03-05 --out found.json");
  expect(json.out).toBe("");
  expect(JSON.parse(readFileSync(join(json.folder, "found.json"), "utf8"))).toHaveProperty("conflicts");
});

test("tenure list: the ledger as json and table, 1 when someone is overdue", async () => {
  const ran = await inSample("tenure list --as-of 2026-03-05 --format json");
  const answer = JSON.parse(ran.out);
  await expectShape(answer, "tenure");
  expect(answer.overdue).toBe(
    answer.tenures.filter((one: { state: string }) => one.state === "overdue").length,
  );
  expect(ran.code).toBe(answer.overdue > 0 ? 1 : 0);
  const table = await inSample("tenure list --as-of 2026-03-05 --lang zh");
  expect(table.out).toContain(`关键岗位任职 ${answer.tenures.length} 人次，超期 ${answer.overdue} 人次`);
});

test("rotation plan: 0 with a plan, 1 without, the same seed the same moves", async () => {
  const folder = sampleFolder();
  const line = "rotation plan --workbook w --months 12 --seed 7 --units 20000 --format json".split(" ");
  const first = await quanheng(folder, ...line);
  const answer = JSON.parse(first.out);
  expect(Object.keys(answer)).toEqual(
    "id status months seed units from until arrivals lowerBound peopleMoved moves unavoidable notApplied reasons breaches unfilled changed basePlan specialAudits leaves strip".split(
      " ",
    ),
  );
  expect(first.code).toBe(answer.status === "planned" ? 0 : 1);
  const second = JSON.parse((await quanheng(folder, ...line)).out);
  expect({ ...second, id: "" }).toEqual({ ...answer, id: "" });
});

test("report conflicts: a file with its receipt, filtered, after a fresh check", async () => {
  const ran = await inSample("report conflicts --format json --out high.json --severity high");
  const bytes = readFileSync(join(ran.folder, "high.json"));
  const report = JSON.parse(bytes.toString("utf8"));
  await expectShape({ ...report, filters: report.filters.slice(0, 1) }, "report");
  expect(ran.out).toContain(createHash("sha256").update(bytes).digest("hex"));
  expect(ran.code).toBe(report.rows.length > 0 ? 1 : 0);
});

test("report conflicts: the ending of --out is its format, the filters stand there in words", async () => {
  const ran = await inSample(
    "report conflicts --out p.json --severity high --area gov_proc --basis actual --lang zh",
  );
  expect(ran.code).toBe(1);
  const { filters } = JSON.parse(readFileSync(join(ran.folder, "p.json"), "utf8"));
  expect(filters.slice(1).map(({ value }: { value: string }) => value)).toEqual(["政府采购", "高", "疑似"]);
});

test("what the workbook does not know is misuse, never an empty answer", async () => {
  for (const [line, words] of [
    ["report conflicts --out p.json --rule NOPE", "Rule NOPE is not there"],
    ["tenure list --department NOPE", 'There is no department "NOPE". There are: '],
    ["rules show NOPE", "Rule NOPE is not there"],
    ["why NOPE", "Check its number"],
    ["staffing --matter NOPE", "Check its number"],
    ["handover notices --ics n.ics --person NOPE", "Nobody on the roster has staff no. NOPE"],
  ] as const) {
    const ran = await inSample(line);
    expect(ran, line).toMatchObject({ code: 2, out: "" });
    expect(ran.err, line).toContain(words);
  }
});

test("rules: listed, shown with examples, exported and taken back unchanged", async () => {
  const listed = await inSample("rules list --format json");
  const { rules } = JSON.parse(listed.out);
  expect(listed.code).toBe(0);
  await expectShape({ rules: [{ ...rules[0], rule: {} }] }, "rules");
  const shown = await inSample(`rules show ${rules[0].rule.id}`);
  expect(shown.out).toContain(rules[0].rule.title.en);
  const exported = await inSample("rules export --out rules.json");
  const back = await quanheng(exported.folder, ..."rules import rules.json --workbook w".split(" "));
  expect(back).toMatchObject({ code: 0, out: `0 added, ${rules.length} already there\n` });
  expect(await inSample("rules show NO-SUCH")).toMatchObject({ code: 2, out: "" });
});

test("rules: to a workbook and back unchanged; a difference has its effect; problems are all told; hygiene", async () => {
  const exported = await inSample("rules export --out rules.xlsx");
  const run = (line: string) => quanheng(exported.folder, ...line.split(" "));
  expect(await run("rules import rules.xlsx --workbook w")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^0 added, \d+ already there\n$/),
  });
  expect(await run("rules diff rules.xlsx --workbook w")).toMatchObject({ code: 0 });
  expect(await run("rules diff --workbook w")).toMatchObject({ code: 0 });
  await run("rules export --workbook w --out rules.json");
  const path = join(exported.folder, "rules.json");
  const file = JSON.parse(readFileSync(path, "utf8"));
  const rule = file.rules.find(({ kind }: { kind: string }) => kind === "separate-duties");
  rule.parameters.maxHeld = rule.parameters.duties.length;
  writeFileSync(path, JSON.stringify(file));
  const differs = await run("rules diff rules.json --workbook w --format json");
  expect(differs.code).toBe(1);
  expect(JSON.parse(differs.out)).toMatchObject({
    problems: [],
    counts: { added: 0, changed: 1, removed: 0 },
    differences: [{ ruleId: rule.id, fields: [{ name: { en: "At most held" } }] }],
  });
  expect((await run("rules import rules.json --workbook w")).code).toBe(2);
  expect(await run("rules import rules.json --workbook w --take-changes")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^0 added, 1 changed/),
  });
  rule.parameters.maxHeld = 0;
  rule.severity = "huge";
  writeFileSync(path, JSON.stringify(file));
  const wrong = await run("rules diff rules.json --workbook w");
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toContain("parameters.maxHeld");
  expect(wrong.err).toContain('severity "');
  const health = await run("rules hygiene --workbook w --format json");
  const { findings } = JSON.parse(health.out);
  // A rule that lets all of its duties be held at once can find nothing.
  expect(
    findings.filter(
      ({ type, rules: [first] }: { type: string; rules: { id: string }[] }) =>
        type === "never-fires" && first?.id === rule.id,
    ),
  ).toHaveLength(1);
  expect(health.code).toBe(findings.some(({ type }: { type: string }) => type === "contradiction") ? 1 : 0);
});

test("journal verify: whole, and not after a change behind its back", async () => {
  const ran = await inSample("journal verify --format json");
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({ entries: expect.any(Number), brokenAt: null });
  const db = new Database(join(ran.folder, "w.quanheng"));
  const triggers = db.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'",
  );
  for (const name of triggers.pluck().all()) db.exec(`DROP TRIGGER "${String(name)}"`);
  db.exec("UPDATE journal SET actor = 'someone else' WHERE seq = 2");
  db.close();
  const changed = await quanheng(ran.folder, ..."journal verify --workbook w --format json".split(" "));
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.out)).toMatchObject({ brokenAt: 2 });
});

const people = ["工号,姓名,参加工作日期", "T901,张三,2020-01-01", ",李四,2020-01-01", "T903,王五,"].join(
  "\n",
);
test("import: verdicts, problems with their place, rejects mended and imported again", async () => {
  const folder = sampleFolder();
  const bringIn = (file: string, ...more: string[]) =>
    quanheng(folder, "import", "people", file, "--workbook", "w", ...more);
  writeFileSync(join(folder, "people.csv"), people);
  const dry = await bringIn("people.csv", "--dry-run");
  expect(dry.code).toBe(1);
  expect(dry.out).toMatch(/People │\s*2 │\s*0 │\s*0 │\s*1 │/);
  expect(dry.out).toMatch(/people\.csv │ people │\s*3 │ 工号/);
  const first = await bringIn("people.csv", "--rejects", "back.csv");
  expect(first.code).toBe(1);
  expect(first.out).toMatch(/Imported: 2 added, 0 corrected/);
  const rejects = readFileSync(join(folder, "back.csv"), "utf8");
  expect(rejects).toMatch(/李四/);
  writeFileSync(join(folder, "back.csv"), rejects.replace(/^,李四/m, "T902,李四"));
  const mended = await bringIn("back.csv");
  expect(mended).toMatchObject({ code: 0 });
  expect(mended.out).toMatch(/Imported: 1 added/);
  const again = await bringIn("back.csv");
  expect(again.code).toBe(0);
  expect(again.out).toMatch(/Nothing new/);
});

test("import: a missing column stops everything and names what is missing", async () => {
  const folder = sampleFolder();
  writeFileSync(join(folder, "people.csv"), "姓名\n张三\n");
  const ran = await quanheng(folder, "import", "people", "people.csv", "--workbook", "w");
  expect(ran).toMatchObject({ code: 2, out: "" });
  expect(ran.err).toMatch(/工号/);
  expect(ran.err).toMatch(/Nothing was written/);
});

test("import log: by a profile, twice without a second copy; a wrong profile is refused", async () => {
  const folder = sampleFolder();
  writeFileSync(join(folder, "log.csv"), "c,a,p,t\n1,A,Li,2024-01-01 10:00\n1,B,,2024-01-02 10:00\n");
  const mapping = {
    caseColumn: "c",
    activityColumn: "a",
    personColumn: "p",
    timeColumn: "t",
    matterName: "M",
  };
  writeFileSync(join(folder, "p.json"), JSON.stringify(mapping));
  writeFileSync(join(folder, "bad.json"), JSON.stringify({ ...mapping, personCol: "p" }));
  const log = (...more: string[]) => quanheng(folder, "import", "log", "log.csv", "--workbook", "w", ...more);
  expect((await log()).err).toMatch(/say with --profile/);
  const wrong = await log("--profile", "bad.json");
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toMatch(/personCol/);
  const first = await log("--profile", "p.json");
  expect(first.code).toBe(0);
  expect(first.out).toMatch(/Approvals │\s*2 │/);
  expect((await log("--profile", "p.json")).out).toMatch(/Nothing new/);
});

test("a damaged workbook ends with 3 and the cure", async () => {
  const folder = sampleFolder();
  const path = join(folder, "w.quanheng");
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 2, 4096 * 40);
  writeFileSync(path, bytes);
  const ran = await quanheng(folder, "check", "--workbook", "w");
  expect(ran).toMatchObject({ code: 3, out: "" });
  expect(ran.err).toMatch(/is damaged[\s\S]*restore the latest backup/);
});

test("init never replaces a file", async () => {
  const folder = sampleFolder();
  const before = readFileSync(join(folder, "w.quanheng"));
  const ran = await quanheng(folder, "init", "--workbook", "w", "--sample", "--size", "small");
  expect(ran).toMatchObject({ code: 2, out: "" });
  expect(readFileSync(join(folder, "w.quanheng")).equals(before)).toBe(true);
  expect(existsSync(join(folder, "w.quanheng.quanheng"))).toBe(false);
});

test("analysis: concentration and tiers as json and table, with what they cannot tell", async () => {
  const folder = sampleFolder();
  const ask = (line: string) =>
    quanheng(folder, ...line.split(" "), "--workbook", "w", "--as-of", "2026-03-05");
  const concentration = await ask("analysis concentration --format json");
  const answer = JSON.parse(concentration.out);
  expect(concentration.code).toBe(1);
  expect(answer).toMatchObject({ asOf: "2026-03-05", from: "2025-03-06", until: "2026-03-06" });
  expect(answer.groups.every((one: { fewest: { isProved: boolean } | null }) => one.fewest?.isProved)).toBe(
    true,
  );
  expect((await ask("analysis concentration --lang zh")).out).toContain("这些数字说明不了什么");
  const tiers = await ask("analysis tiers --format json");
  expect(JSON.parse(tiers.out).ladders.length).toBeGreaterThan(8);
  expect((await ask("analysis tiers --lang en")).out).toContain("What these numbers cannot tell");
});

test("report ledgers: a workbook in the columns of offices, and importing it changes nothing", async () => {
  const ran = await inSample("report ledgers --out ledgers.xlsx --unit yuan");
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toMatch(/ledgers\.xlsx[\s\S]*SHA-256 [0-9a-f]{64}/);
  const again = await quanheng(ran.folder, ..."import workbook ledgers.xlsx --workbook w".split(" "));
  expect(again).toMatchObject({ code: 0 });
  expect(again.out).toContain(wordsOf("en").say.said.nothingNew);
  const other = await quanheng(ran.folder, ..."report ledgers --workbook w --out x.csv".split(" "));
  expect(other).toMatchObject({ code: 2, out: "" });
  expect(readdirSync(ran.folder).filter((name) => name.startsWith("x."))).toEqual([]);
});

test("staffing: every tier as json and table; one matter by its code; the certificate as a file", async () => {
  const folder = sampleFolder();
  const ask = (line: string) =>
    quanheng(folder, ...line.split(" "), "--workbook", "w", "--as-of", "2026-03-05");
  const whole = await ask("staffing --format json");
  const answer = JSON.parse(whole.out);
  expect(whole.code).toBe(0);
  expect(answer).toMatchObject({ asOf: "2026-03-05", impossible: 0, undecided: 0 });
  expect(answer.staffed).toBe(answer.tiers.length);
  const [first] = answer.tiers;
  const one = await ask(`staffing --format json --matter ${first.matterCode}`);
  expect(new Set(JSON.parse(one.out).tiers.map((tier: typeof first) => tier.matterCode))).toEqual(
    new Set([first.matterCode]),
  );
  expect((await ask("staffing --lang zh")).out).toContain("个事项金额档配得齐");
  expect((await ask("staffing --lang en --matter none")).code).toBe(2);
  const paper = await ask("report staffing --format xlsx --out certificate.xlsx");
  expect(paper.code).toBe(0);
  expect(existsSync(join(folder, "certificate.xlsx"))).toBe(true);
});
