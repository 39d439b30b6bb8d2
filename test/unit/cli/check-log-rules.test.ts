// check-log with a file of rules: any kind, activities or duties as names, what cannot be applied said with its reason.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import { quanheng } from "../../fixtures/command-line.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const rule = (id: string, kind: string, parameters: object, more: object = {}) => ({
  id,
  version: 1,
  kind,
  parameters,
  area: "gov_proc",
  title: { zh: id, en: id },
  plain: { zh: id, en: id },
  severity: "medium",
  citation: { source: "本单位规定", mark: "unit", authority: "unit_rule" },
  scope: { areas: null, matters: null },
  inForce: { from: null, until: null },
  ...more,
});
const header = "case,act,who,when,sum,vendor,for,dept,asked,noted";
function folderWith(rules: object[], ...rows: string[]): string {
  const folder = tempFolder();
  writeFileSync(join(folder, "log.csv"), [header, ...rows].join("\n"));
  writeFileSync(join(folder, "rules.json"), JSON.stringify({ quanhengRules: 1, rules }));
  return folder;
}
const columns = "log.csv --case case --activity act --person who --time when --rules rules.json".split(" ");
async function checkLog(folder: string, ...more: string[]) {
  const ran = await quanheng(folder, "check-log", ...columns, "--format", "json", ...more);
  return { ...ran, answer: ran.out === "" ? null : JSON.parse(ran.out) };
}
const rows = [
  "1,Order,Li,2024-01-02 09:00,100,V1,,,Wu,",
  "1,Pay,Li,2024-01-03 09:00,100,V1,,,Wu,",
  "2,Order,Li,2024-01-02 09:00,90,V1,Zhao,,Wu,",
  "2,Receive,Qian,2024-01-05 09:00,90,V1,,,Wu,",
  "2,Pay,Zhao,2024-01-04 09:00,90,V1,,,Wu,2024-01-09 09:00",
];

test("a set of duties, counted; together with a pair; on behalf of counts too", async () => {
  const set = rule("SET", "separate-duties", { duties: ["Order", "Receive", "Pay"], maxHeld: 1 });
  const folder = folderWith([set], ...rows);
  const { answer, code } = await checkLog(folder, "--separate", "Order", "Pay", "--on-behalf-of", "for");
  expect(code).toBe(1);
  expect(answer.rules).toMatchObject([
    { id: "PAIR-1", duties: ["Order", "Pay"], casesWithBoth: 2, casesInConflict: 2, conflicts: 2 },
    {
      id: "SET",
      version: 1,
      kind: "separate-duties",
      duties: ["Order", "Receive", "Pay"],
      casesWithBoth: null,
      casesInConflict: 2,
      notApplicable: null,
    },
  ]);
  const found = answer.conflicts.filter(({ rule: id }: { rule: string }) => id === "SET");
  expect(found).toMatchObject([
    { case: "1", person: "Li", cases: ["1"], people: ["Li"], approvals: [1, 2], day: "2024-01-03" },
    { case: "2", person: "Zhao", approvals: [3, 5], basis: "actual", severity: "medium" },
  ]);
  // Whom a log alone knows has one name, said once.
  expect(found[0].sentence.en).toBe("In case 1, Li performed both Order and Pay.");
  expect(found[0].sentence.zh).toBe("Li在业务件 1 中既办理Order，又办理Pay。");
  const alone = await checkLog(folder);
  expect(alone.answer.rules).toMatchObject([{ casesInConflict: 1, conflicts: 1 }]);
});

test("two versions of a rule are one rule in what is said at the end", async () => {
  const both = { duties: ["Order", "Nothing"], maxHeld: 1 };
  const versions = [
    rule("SET", "separate-duties", both, { inForce: { from: null, until: "2024-01-01" } }),
    rule("SET", "separate-duties", both, { version: 2, inForce: { from: "2024-01-01", until: null } }),
  ];
  const folder = folderWith(versions, ...rows);
  const { out } = await quanheng(folder, "check-log", ...columns, "--lang", "en");
  expect(out).toContain("0 rules applied over 5 approvals; 1 could not be applied");
  expect(out).toMatch(/: SET$/m);
});

test("kinds that a log cannot feed say why and are counted apart", async () => {
  const folder = folderWith(
    [
      rule("WITHIN", "within-authority", { reasons: ["no-authority"] }),
      rule("AWAY", "absence", { reasons: ["absent"] }),
      rule("TERM", "tenure", { check: "limit" }),
      rule("TWO", "two-person", { duty: "Pay", minPersons: 2 }),
    ],
    ...rows,
  );
  const { answer, code } = await checkLog(folder);
  expect(answer.rulesApplied).toBe(1);
  for (const one of answer.rules.slice(0, 3)) {
    expect(one.conflicts).toBe(0);
    expect(one.notApplicable.zh).not.toBe("");
    expect(one.notApplicable.en).not.toBe("");
  }
  expect(answer.rules[3]).toMatchObject({ notApplicable: null, conflicts: 2, casesWithBoth: null });
  expect(code).toBe(1);
  const table = await quanheng(folder, "check-log", ...columns);
  expect(table.out).toMatch(
    /As of .*: 1 rule applied over 5 approvals; 3 could not be applied because\n( {2}.*: .*\n)+$/,
  );
  expect(table.out).toMatch(/TERM/);
  const zh = await quanheng(folder, "check-log", ...columns, "--lang", "zh");
  expect(zh.out).toMatch(/截至 .*用 1 条规则核对了 5 笔办理；3 条规则未能适用，原因：/);
});

test("an order given makes order, missing and back-dated askable", async () => {
  const folder = folderWith(
    [
      rule("ORDER", "sequence", { check: "order" }),
      rule("MISSING", "sequence", { check: "missing" }),
      rule("BACK", "sequence", { check: "back-dated", lagDays: 1 }),
    ],
    ...rows,
    "2,Close,Wu,2024-01-06 09:00,90,V1,,,Wu,",
  );
  const without = await checkLog(folder);
  expect(without.answer.rulesApplied).toBe(0);
  expect(without.code).toBe(0);
  const { answer } = await checkLog(
    folder,
    "--order",
    "Order",
    "Receive",
    "Pay",
    "Close",
    "--recorded",
    "noted",
  );
  expect(answer.conflicts).toMatchObject([
    { rule: "BACK", case: "2", approvals: [5, 6] },
    { rule: "MISSING", case: "1", approvals: [2] },
    { rule: "ORDER", case: "2", approvals: [5, 4] },
  ]);
});

test("before goes by time and needs no order", async () => {
  const before = { check: "before", earlier: "Receive", later: "Pay" };
  const { answer } = await checkLog(folderWith([rule("PAID", "sequence", before)], ...rows));
  expect(answer.rules).toMatchObject([{ duties: ["Receive", "Pay"], notApplicable: null, conflicts: 2 }]);
  expect(answer.conflicts).toMatchObject([
    { case: "1", approvals: [2] },
    { case: "2", approvals: [5, 4] },
  ]);
});

test("as of a day: later rows are not looked at, cases that may go on are not yet judged", async () => {
  const two = { duty: "Pay", minPersons: 2, quietDays: 30 };
  const pair = { duties: ["Order", "Pay"], maxHeld: 1 };
  const folder = folderWith(
    [rule("TWO", "two-person", two), rule("PAIR", "separate-duties", pair)],
    ...rows,
    "3,Order,Li,2999-01-01 09:00,,,,,,",
    "3,Pay,Li,2999-01-02 09:00,,,,,,",
  );
  const now = await checkLog(folder);
  expect(now.answer).toMatchObject({ asOf: "2999-01-02", approvals: 7, notYetJudged: 1 });
  expect(now.answer.rules).toMatchObject([
    { id: "TWO", conflicts: 2, notYetJudged: 1 },
    { id: "PAIR", conflicts: 2, notYetJudged: 0 },
  ]);
  const then = await checkLog(folder, "--as-of", "2024-01-02");
  expect(then.answer).toMatchObject({ asOf: "2024-01-02", approvals: 2, conflicts: [] });
  expect(then.code).toBe(0);
});

test("splitting sees amounts, suppliers, requesters and the day a case began", async () => {
  const split = {
    test: "behavioural",
    by: "supplier",
    ceiling: 10_000,
    nearPermille: 800,
    windowDays: 5,
    minCases: 2,
  };
  const folder = folderWith(
    [rule("BY-V", "split-amount", split), rule("BY-R", "split-amount", { ...split, by: "requester" })],
    ...rows,
  );
  const named = ["--amount", "sum", "--supplier", "vendor", "--requester", "asked"];
  const { answer } = await checkLog(folder, ...named);
  expect(answer.conflicts).toMatchObject([
    { rule: "BY-R", case: null, cases: ["1", "2"], people: ["Wu"], amount: 19_000, day: "2024-01-02" },
    { rule: "BY-V", case: null, cases: ["1", "2"], amount: 19_000 },
  ]);
  expect((await checkLog(folder)).answer.rulesApplied).toBe(0);
});

test("departments, terminals, categories and projects feed the rules that ask for them", async () => {
  const folder = tempFolder();
  const lines = [
    "case,act,who,when,sum,dept,pc,cat,proj",
    "1,Order,Li,2024-01-02 09:00,60,D1,T1,A,P",
    "1,Check,Wu,2024-01-02 09:02,60,D1,T1,A,P",
    "2,Order,Li,2024-02-02 09:00,50,D1,T1,A,P",
    "2,Check,Wu,2024-02-02 09:01,50,D1,T2,A,P",
    "3,Order,Li,2024-02-02 09:00,50,D1,,A,P",
    "3,Check,Wu,2024-02-03 09:00,50,D2,,A,P",
  ];
  writeFileSync(join(folder, "log.csv"), lines.join("\n"));
  const rules = [
    rule("UNITS", "separate-units", { duties: ["Order", "Check"], maxHeld: 1, unit: "department" }),
    rule("PC", "tempo", { check: "same-terminal", minutes: 10 }),
    rule("YEAR", "split-amount", { test: "statutory", threshold: 10_000, minCases: 2 }),
    rule("RANK", "seniority", { earlier: "Order", later: "Check" }),
  ];
  writeFileSync(join(folder, "rules.json"), JSON.stringify({ quanhengRules: 1, rules }));
  const named = "--amount sum --department dept --terminal pc --category cat --project proj".split(" ");
  const { answer } = await checkLog(folder, ...named);
  expect(answer.conflicts).toMatchObject([
    { rule: "PC", case: "1", approvals: [1, 2] },
    { rule: "UNITS", case: "1", people: ["Li", "Wu"] },
    { rule: "UNITS", case: "2" },
    // Case 3 was in two departments: it belongs to neither.
    { rule: "YEAR", cases: ["1", "2"], amount: 11_000 },
  ]);
  expect(answer.rules[3].notApplicable.en).toMatch(/level/);
  expect((await checkLog(folder)).answer.rulesApplied).toBe(0);
});

test("duties may be codes, by argument or file; then rules of the catalogue's words apply", async () => {
  const folder = folderWith(
    [rule("CAT", "separate-duties", { duties: ["duty_a", "duty_b"], maxHeld: 1 })],
    ...rows,
  );
  writeFileSync(join(folder, "duties.json"), JSON.stringify({ Pay: "duty_b" }));
  const none = await checkLog(folder);
  expect(none.answer.rules[0].notApplicable.en).toMatch(/fewer than two/);
  expect(none.err).toMatch(/activity "duty_a" does not occur/);
  const told = await checkLog(folder, "--duties", "Order=duty_a", "duties.json");
  expect(told.answer.rules).toMatchObject([
    { casesWithBoth: 2, casesInConflict: 1, notApplicable: null, duties: ["duty_a", "duty_b"] },
  ]);
  const wrong = await checkLog(folder, "--duties", "rules.json");
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toMatch(/file of --duties is not right/);
});

test("areas keep a rule out only where the log's area is said; days in force always", async () => {
  const pair = { duties: ["Order", "Pay"], maxHeld: 1 };
  const scope = { areas: ["gov_proc"], matters: ["X"] };
  const folder = folderWith(
    [
      rule("AREA", "separate-duties", pair, { scope }),
      rule("OLD", "separate-duties", pair, { inForce: { from: null, until: "2024-01-03" } }),
    ],
    ...rows,
  );
  const conflicts = async (...more: string[]) =>
    (await checkLog(folder, ...more)).answer.conflicts.map(({ rule: id }: { rule: string }) => id);
  expect(await conflicts()).toEqual(["AREA"]);
  expect(await conflicts("--area", "gov_proc")).toEqual(["AREA"]);
  expect(await conflicts("--area", "budget")).toEqual([]);
});

test("all rules of the starter packs are applied or say why not; one that asks the same is judged with it", async () => {
  const pair = { duties: ["Order", "Pay"], maxHeld: 1 };
  const own = [
    rule("ONE", "separate-duties", pair),
    rule("TWIN", "separate-duties", pair, { sameCheckAs: "ONE" }),
  ];
  const { answer } = await checkLog(folderWith([...starterRules, ...own], ...rows));
  const of = (id: string) => answer.rules.find((one: { id: string }) => one.id === id);
  expect(of("ONE")).toMatchObject({ conflicts: 1, judgedBy: null });
  expect(of("TWIN")).toMatchObject({ conflicts: 0, judgedBy: "ONE", notApplicable: null });
  expect(answer.rules).toHaveLength(starterRules.length + 2);
  const [cannot, elsewhere] = ["notApplicable", "judgedBy"].map((key) =>
    answer.rules.filter((one: Record<string, unknown>) => one[key] !== null),
  );
  expect(cannot!.length).toBeGreaterThan(50);
  expect(answer.rulesApplied + cannot!.length + elsewhere!.length).toBe(answer.rules.length);
});

test("the rule file that the page shows is one", async () => {
  const page = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");
  const shown = /```json\n(\{"quanhengRules"[^`]*)```/.exec(page)?.[1] ?? "";
  const folder = folderWith([], "1,Create order,Li,2024-01-02,,,,,,", "1,Pay,Li,2024-01-03,,,,,,");
  writeFileSync(join(folder, "rules.json"), shown);
  const { answer } = await checkLog(folder);
  expect(answer.rules).toMatchObject([{ id: "OWN-1", conflicts: 1, notApplicable: null }]);
});

test("a file that is no rule file, a rule that is none, nothing to check by: misuse", async () => {
  const folder = folderWith([rule("X", "no-such-kind", {})], ...rows);
  const bad = await checkLog(folder);
  expect(bad).toMatchObject({ code: 2, out: "" });
  expect(bad.err).toMatch(/has 1 problem\(s\).*"X", kind/);
  writeFileSync(join(folder, "rules.json"), "{");
  expect((await checkLog(folder)).err).toMatch(/cannot be read/);
  writeFileSync(join(folder, "rules.json"), '\ufeff{"quanhengRules":1,"rules":[]}');
  expect((await checkLog(folder)).err).toMatch(/one rule, is needed/);
});

test("a rule that does not fit its kind is named with the place and what belongs there", async () => {
  const folder = folderWith(
    [rule("ODD", "separate-duties", { duties: ["Order", "Pay"], maxHeld: "two" })],
    ...rows,
  );
  const ran = await checkLog(folder);
  expect(ran).toMatchObject({ code: 2, out: "" });
  expect(ran.err).toMatch(/"ODD", parameters\.maxHeld "two".*number/s);
});
