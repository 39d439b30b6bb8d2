// check-log on XES: the same log as csv, XES and gzipped XES gives the same answer; what real logs hold is met.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { quanheng } from "../../fixtures/command-line.ts";
import {
  attribute,
  csvOf,
  standardColumns,
  type Trace,
  xesGzOf,
  xesHead,
  xesOf,
} from "../../fixtures/event-logs.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const at = (hour: number): string => `2024-03-05T${String(hour).padStart(2, "0")}:00:00.000+01:00`;
// Loans: two kinds of transition, a system user, a missing one, words that differ in case alone, one name for two traces.
const loans: Trace[] = [
  {
    name: "173688",
    more: { AMOUNT_REQ: "20000" },
    events: [
      { activity: "A_SUBMITTED", person: "112", time: at(1), more: { "lifecycle:transition": "COMPLETE" } },
      { activity: "W_Valideren", person: "112", time: at(2), more: { "lifecycle:transition": "START" } },
      { activity: "W_Valideren", person: "109", time: at(3), more: { "lifecycle:transition": "COMPLETE" } },
      { activity: "A_APPROVED", person: "112", time: at(4), more: { "lifecycle:transition": "COMPLETE" } },
    ],
  },
  {
    name: "173691",
    events: [
      { activity: "A_SUBMITTED", person: null, time: at(1), more: { "lifecycle:transition": "COMPLETE" } },
      { activity: "A_APPROVED", person: null, time: at(2), more: { "lifecycle:transition": "COMPLETE" } },
      { activity: "a_submitted", person: "NONE", time: at(2), more: { "lifecycle:transition": "COMPLETE" } },
    ],
  },
  {
    name: "贷款-3",
    events: [
      { activity: "A_SUBMITTED", person: "NONE", time: at(1), more: { "lifecycle:transition": "COMPLETE" } },
    ],
  },
  {
    name: "贷款-3",
    events: [
      { activity: "A_APPROVED", person: "NONE", time: at(2), more: { "lifecycle:transition": "COMPLETE" } },
    ],
  },
];

async function all(traces: readonly Trace[], ...more: string[]) {
  const folder = tempFolder();
  writeFileSync(join(folder, "log.csv"), csvOf(traces));
  writeFileSync(join(folder, "log.xes"), xesOf(traces));
  writeFileSync(join(folder, "log.xes.gz"), xesGzOf(traces));
  const rest = [...more, "--format", "json"];
  const csv = await quanheng(folder, "check-log", "log.csv", ...standardColumns, ...rest);
  const xes = await quanheng(folder, "check-log", "log.xes", ...rest);
  const gz = await quanheng(folder, "check-log", "log.xes.gz", ...rest);
  expect(xes.out).toBe(csv.out);
  expect(gz.out).toBe(csv.out);
  expect([xes.code, gz.code]).toEqual([csv.code, csv.code]);
  return { ...xes, answer: JSON.parse(xes.out) };
}
const pair = ["--separate", "A_SUBMITTED", "A_APPROVED"];

test("csv, XES and gzipped XES give the same answer; both acts by one person count, nobody never does", async () => {
  const { answer, err, code } = await all(loans, ...pair);
  expect(answer.rules).toMatchObject([{ casesWithBoth: 3, casesInConflict: 2, conflicts: 2 }]);
  expect(answer.conflicts).toMatchObject([
    { case: "173688", person: "112", approvals: [1, 4] },
    { case: "贷款-3", person: "NONE", approvals: [8, 9] },
  ]);
  expect(code).toBe(1);
  expect(err).toMatch(/2 row\(s\): No person/);
  expect(err).toMatch(/"NONE" counts as a person\. If it means nobody, add --nobody NONE/);
  expect(err).toMatch(/several traces.*贷款-3/);
});

test("--nobody takes words out of the people, --where chooses one transition, and neither is warned of any more", async () => {
  const { answer, err } = await all(
    loans,
    ...pair,
    "--separate",
    "A_SUBMITTED",
    "W_Valideren",
    "--nobody",
    "NONE",
    "--where",
    "lifecycle:transition=COMPLETE",
  );
  expect(answer.rules).toMatchObject([
    { casesWithBoth: 3, casesInConflict: 1 },
    { casesWithBoth: 1, casesInConflict: 0 },
  ]);
  expect(answer.conflicts).toMatchObject([{ case: "173688", approvals: [1, 4] }]);
  expect(err).not.toMatch(/counts as a person|lifecycle/);
});

test("starts and ends count alike and are warned of where nothing was chosen", async () => {
  const { answer, err } = await all(loans, "--separate", "A_SUBMITTED", "W_Valideren");
  expect(answer.rules).toMatchObject([{ casesWithBoth: 1, casesInConflict: 1 }]);
  expect(err).toMatch(/several kinds of lifecycle:transition: COMPLETE \(8\), START \(1\).*--where/);
});

test("columns of another name may be told, also in XES; one that is not there is misuse", async () => {
  const folder = tempFolder();
  const event = (who: string): string =>
    `<event>${attribute("concept:name", who === "u1" ? "A" : "B")}${attribute("User Name", "x")}</event>`;
  const content = `${xesHead}<trace>${attribute("concept:name", "1")}${event("u1")}${event("u2")}</trace></log>`;
  writeFileSync(join(folder, "log.xes"), content);
  const line = ["check-log", "log.xes", "--separate", "A", "B"];
  const none = await quanheng(folder, ...line);
  expect(none).toMatchObject({ code: 2, out: "" });
  expect(none.err).toMatch(/lacks these columns: org:resource, time:timestamp.*User Name/);
  const told = await quanheng(folder, ...line, "--person", "User Name", "--time", "concept:name");
  expect(told.code).toBe(1);
});

test("a cut log is broken and nothing of it is answered", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "log.xes"), xesOf(loans).slice(0, -40));
  writeFileSync(join(folder, "log.xes.gz"), xesGzOf(loans).subarray(0, -9));
  for (const name of ["log.xes", "log.xes.gz"]) {
    const ran = await quanheng(folder, "check-log", name, ...pair);
    expect(ran).toMatchObject({ code: 3, out: "" });
    expect(ran.err).toMatch(/cut short/);
  }
});

test("a table must be told its columns", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "log.csv"), csvOf(loans));
  const ran = await quanheng(folder, "check-log", "log.csv", ...standardColumns.slice(2), ...pair);
  expect(ran).toMatchObject({ code: 2, out: "" });
  expect(ran.err).toMatch(/option --case <COL> is missing/);
});

test("fractions and offsets of any length are read; without an offset the zone decides the day", async () => {
  const times = [
    "2024-03-05T23:30:00.1234567+00:00",
    "2024-03-05 23:30:00.123456+00",
    "2024-03-05T23:30:00Z",
    "2024-03-06T00:30:00.000001",
  ];
  const traces = times.map((time, index): Trace => {
    const name = String(index);
    return {
      name,
      events: [
        { activity: "A", person: "Li", time },
        { activity: "B", person: "Li", time },
      ],
    };
  });
  const { answer, err } = await all(traces, "--separate", "A", "B", "--time-zone", "Asia/Shanghai");
  expect(answer.conflicts.map(({ day }: { day: string }) => day)).toEqual(Array(4).fill("2024-03-06"));
  expect(err).not.toMatch(/Not a day/);
});

test("amounts as programs write them: with an exponent, finer than a fen", async () => {
  const folder = tempFolder();
  const event = (activity: string): string =>
    `<event>${attribute("concept:name", activity)}${attribute("org:resource", "STAFF MEMBER")}${attribute("time:timestamp", at(1), "date")}</event>`;
  const permit = (name: string, amount: string): string =>
    `<trace>${attribute("concept:name", name)}${attribute("RequestedAmount", amount, "float")}${event("A")}${event("B")}</trace>`;
  writeFileSync(
    join(folder, "permits.xes"),
    `${xesHead}${permit("permit 1", "1.25E3")}${permit("permit 2", "41.61538363")}</log>`,
  );
  const ran = await quanheng(
    folder,
    ..."check-log permits.xes --separate A B --format json --amount case:RequestedAmount".split(" "),
  );
  expect(JSON.parse(ran.out).conflicts.map(({ amount }: { amount: number }) => amount)).toEqual([
    125_000, 4162,
  ]);
  expect(ran.err).toMatch(/2 row\(s\): An amount finer than a fen/);
});
