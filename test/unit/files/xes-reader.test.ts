// Reading event logs in XES: columns, cases, defaults, nesting, odd and broken files.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readTables } from "../../../db/files/table-reader.ts";
import { type Fault, FaultError } from "../../../shared/domain/fault.ts";
import { plainDecimal, roundedToFen } from "../../../shared/formats/decimal.ts";
import { attribute, xesHead, xesOf } from "../../fixtures/event-logs.ts";
import { tempFile } from "../../fixtures/temp-folder.ts";

async function read(content: string | Uint8Array, name = "log.xes", wanted?: string[]) {
  const table = await readTables(tempFile(name, content));
  const sheet = table.sheets[0]!;
  const rows: string[][] = [];
  for await (const { row, cells } of sheet.rows(wanted)) {
    rows.push(cells.map(({ text }) => text));
    expect(row).toBe(rows.length);
  }
  return { table, header: rows[0], rows: rows.slice(1), notes: sheet.notes?.().map(({ en }) => en) ?? [] };
}
async function faultOf(content: string | Uint8Array, name = "log.xes", wanted?: string[]): Promise<Fault> {
  try {
    await read(content, name, wanted);
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error("it was read");
}
const time = "2024-03-05T09:00:00.000+08:00";
const event = (...attributes: string[]): string => `<event>${attributes.join("")}</event>`;
const act = (name: string, who: string): string =>
  event(attribute("concept:name", name), attribute("org:resource", who));
const trace = (name: string, ...inside: string[]): string =>
  `<trace>${attribute("concept:name", name)}${inside.join("")}</trace>`;
const log = (...inside: string[]): string => `${xesHead}${inside.join("\n")}</log>`;

test("events are rows, attributes columns, attributes of the case in front as case:…", async () => {
  const content = xesOf([
    {
      name: "1",
      more: { 部门: "财务科" },
      events: [
        { activity: "申请", person: "张三", time, more: { "Cost (EUR)": "12.50" } },
        { activity: "批", person: null, time },
      ],
    },
  ]);
  const { table, header, rows, notes } = await read(content, "采购.xes");
  expect(table).toMatchObject({ format: "xes", encoding: "utf-8", file: "采购.xes" });
  expect(table.sheets[0]?.name).toBe("采购");
  expect(header).toEqual([
    "case:concept:name",
    "concept:name",
    "org:resource",
    "time:timestamp",
    "case:部门",
    "Cost (EUR)",
  ]);
  expect(rows).toEqual([
    ["1", "申请", "张三", time, "财务科", "12.50"],
    ["1", "批", "", time, "财务科", ""],
  ]);
  expect(notes).toEqual([]);
});

test("asked for some columns it gives these in one pass, and the transition unasked", async () => {
  const content = log(trace("1", act("A", "Li")));
  const { header, rows } = await read(content, "log.xes", ["org:resource", "case:concept:name"]);
  expect(header).toEqual(["org:resource", "case:concept:name", "lifecycle:transition"]);
  expect(rows).toEqual([["Li", "1", ""]]);
});

test("a column that no event has is named with those that are there", async () => {
  const found = await faultOf(log(trace("1", act("A", "Li"))), "log.xes", ["case:concept:name", "User"]);
  expect(found).toMatchObject({ code: "invalid", where: { file: "log.xes" } });
  expect(found.message.en).toMatch(/lacks these columns: User\. Its header has: .*org:resource/);
});

test.each([
  ["log.xes.gz", (text: string) => gzipSync(text)],
  ["log.xes", (text: string) => Buffer.from(`\ufeff${text}`)],
  ["log.xes", (text: string) => Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le")],
  ["log.xes", (text: string) => Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le").swap16()],
  ["log.xml", (text: string) => Buffer.from(text.replace("UTF-8", "ISO-8859-1"), "latin1")],
  ["log.txt.gz", (text: string) => Buffer.concat([gzipSync(text.slice(0, 40)), gzipSync(text.slice(40))])],
])("packing and encoding are found by what is inside: %s", async (name, bytes) => {
  const content = log(trace("1", act("Übergabe", "José")));
  const { table, rows } = await read(bytes(content), name);
  expect(table.sheets[0]?.name).toBe("log");
  expect(rows).toEqual([["1", "Übergabe", "José"]]);
});

test("entities, CDATA, comments, prefixes and line breaks in values", async () => {
  const content = `<!-- a comment -->\n<xes:log xmlns:xes="http://www.xes-standard.org/"><xes:trace>
    <xes:string key="concept:name" value="A&amp;B &#60;7&#x3e;"/><![CDATA[ <event> no ]]>
    <xes:event><!-- <string key="x" value="y"/> --><xes:string key="concept:name" value='say "hi"'/>
    <xes:string value="王&#10;五" key="org:resource"/></xes:event></xes:trace></xes:log>`;
  expect((await read(content)).rows).toEqual([["A&B <7>", 'say "hi"', "王\n五"]]);
});

test("what is nested, lists and containers are passed over; types but for the simple ones make no column", async () => {
  const inner = `<string key="org:resource" value="Nobody"><string key="concept:name" value="inner"/></string>`;
  const content = log(
    "<extension name='Concept' prefix='concept' uri='x'/><classifier name='c' keys='concept:name'/>",
    attribute("creator", "somebody"),
    trace(
      "1",
      `<list key="l"><values>${attribute("concept:name", "in a list")}</values></list>`,
      event(
        `<string key="concept:name" value="A">${inner}</string>`,
        `<container key="box">${attribute("org:resource", "in a box")}</container>`,
        attribute("ok", "true", "boolean"),
        attribute("n", "7", "int"),
        attribute("f", "1.25E3", "float"),
        attribute("id", "abc", "id"),
        '<string key="bare"/><string value="no key"/>',
      ),
    ),
  );
  const { header, rows } = await read(content);
  expect(header).toEqual(["case:concept:name", "concept:name", "ok", "n", "f", "id"]);
  expect(rows).toEqual([["1", "A", "true", "7", "1250", "abc"]]);
});

test("a default never becomes somebody: it fills in the transition and costs, and declares columns", async () => {
  const globals = `<global scope="trace">${attribute("concept:name", "NONAME")}</global>
    <global scope="event">${attribute("concept:name", "UNKNOWN")}${attribute("org:resource", "UNKNOWN")}
    ${attribute("lifecycle:transition", "complete")}${attribute("Resource", "string")}</global>`;
  const content = log(
    globals,
    trace("1", event(attribute("concept:name", "A")), event(attribute("lifecycle:transition", "start"))),
  );
  const { header, rows } = await read(content);
  expect(header).toEqual([
    "case:concept:name",
    "concept:name",
    "org:resource",
    "lifecycle:transition",
    "Resource",
  ]);
  expect(rows).toEqual([
    ["1", "A", "", "complete", ""],
    ["1", "", "", "start", ""],
  ]);
});

test("attributes of a case count wherever they stand; unnamed, repeated and loose are said", async () => {
  const content = log(
    `<trace>${act("A", "Li")}${attribute("concept:name", "late")}</trace>`,
    `<trace>${act("A", "Li")}</trace>`,
    trace("late", act("B", "Li")),
    `<trace>${attribute("concept:name", " ")}${act("C", "Li")}</trace>`,
    trace("empty"),
    act("loose", "Li"),
  );
  const { rows, notes } = await read(content);
  expect(rows.map(([name, activity]) => `${name} ${activity}`)).toEqual([
    "late A",
    "(#2) A",
    "late B",
    "(#4) C",
    " loose",
  ]);
  expect(notes).toEqual([
    expect.stringMatching(/^2 trace\(s\) have no concept:name/),
    expect.stringMatching(/^1 case name\(s\) occur in several traces.*late/),
    expect.stringMatching(/^1 event\(s\) stand outside/),
  ]);
});

test("a log without events says so", async () => {
  const { rows, notes } = await read(`${xesHead}</log>`, "log.xes", ["case:concept:name", "org:resource"]);
  expect(rows).toEqual([]);
  expect(notes).toEqual(["The log has no events."]);
});

test("a log cut anywhere is broken, never half read; so is a cut or spoilt packing", async () => {
  const content = log(...Array.from({ length: 200 }, (_, at) => trace(String(at), act("A", `P${at}`))));
  for (const share of [0.2, 0.5, 0.9, 0.999]) {
    const cut = content.slice(0, Math.floor(content.length * share));
    expect(await faultOf(cut)).toMatchObject({ code: "broken", where: { file: "log.xes" } });
    const packed = gzipSync(content);
    const part = packed.subarray(0, Math.floor(packed.length * share));
    expect(await faultOf(part, "log.xes.gz")).toMatchObject({
      code: "broken",
      where: { file: "log.xes.gz" },
    });
  }
  const spoilt = gzipSync(content);
  spoilt.fill(0x55, 40, 60);
  expect((await faultOf(spoilt, "log.xes.gz")).code).toBe("broken");
});

test.each([
  [
    "a stray sign",
    log(trace("1", '<event><string key="a" value="x < y"/></event>')),
    /Line 3 is not well-formed/,
  ],
  ["an unknown entity", log(trace("1", '<event><string key="a" value="&nbsp;"/></event>')), /Line 3/],
  ["crossed tags", `${xesHead}<trace><event></trace></event></log>`, /Line 3/],
  ["something after the end", `${log()}<log/>`, /not well-formed/],
  [
    "another XML",
    '<?xml version="1.0"?><Workbook><Worksheet/></Workbook>',
    /not an XES event log.*<Workbook>/,
  ],
  ["an unknown encoding", '<?xml version="1.0" encoding="martian"?><log/>', /encoded as martian/],
])("%s names the line and the cure", async (_, content, words) => {
  const found = await faultOf(content);
  expect(found).toMatchObject({ code: "invalid", where: { file: "log.xes" } });
  expect(found.message.en).toMatch(words);
});

test("bytes that fit no character are refused", async () => {
  const bytes = Buffer.from(log(trace("1", act("登记", "Li"))));
  bytes[bytes.indexOf("登") + 1] = 0x41;
  expect((await faultOf(bytes)).message.en).toMatch(/no characters in UTF-8/i);
});

test("XML bombs: a DOCTYPE, endless values, endless nesting, endless sameness", async () => {
  const laughs = '<!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  expect((await faultOf(`<?xml version="1.0"?>${laughs}<log>&b;</log>`)).message.en).toMatch(/DOCTYPE/);
  const long = log(trace("1", event(attribute("a", "x".repeat(1_500_000)))));
  expect((await faultOf(long)).message.en).toMatch(/longer than 1000000 characters/);
  const deep = log(trace("1", event('<string key="a" value="b">'.repeat(300), "</string>".repeat(300))));
  expect((await faultOf(deep)).message.en).toMatch(/nested more than/);
  const endless = Buffer.concat([Buffer.from(xesHead), Buffer.alloc(40 * 1024 * 1024, "<trace/>")]);
  expect((await faultOf(gzipSync(endless), "log.xes.gz")).message.en).toMatch(/zip bomb/);
  const blanks = Buffer.concat([Buffer.from(xesHead), Buffer.alloc(4 * 1024 * 1024, " ")]);
  expect((await faultOf(blanks)).code).toBe("invalid");
});

test("a value of many characters below the limit is kept whole", async () => {
  const long = "長".repeat(400_000);
  expect((await read(log(trace("1", act("A", long))))).rows[0]?.[2]).toBe(long);
});

test("a gzipped csv is a table, a gzipped workbook is refused with the cure", async () => {
  const { table, rows } = await read(gzipSync("工号,姓名\n001,张三\n"), "人员.csv.gz");
  expect(table).toMatchObject({ format: "csv", encoding: "utf-8" });
  expect(table.sheets[0]?.name).toBe("人员");
  expect(rows).toEqual([["001", "张三"]]);
  expect((await faultOf(gzipSync(Buffer.from("PK\x03\x04…")), "a.xlsx.gz")).message.en).toMatch(/Unpack it/);
});

test.each([
  ["1.25E3", "1250"],
  ["1.2345E2", "123.45"],
  ["5E-3", "0.005"],
  ["-1.0e7", "-10000000"],
  ["0.0E0", "0"],
  ["12.50", "12.50"],
  ["NaN", "NaN"],
])("a float %s is written %s", (given, plain) => expect(plainDecimal(given)).toBe(plain));

test.each([
  ["41.61338363", 4161],
  ["41.615", 4162],
  ["-41.615", -4162],
  ["0.999999", 100],
  ["12.50", null],
  ["x", null],
])("an amount %s finer than a fen is %s fen", (given, fen) => expect(roundedToFen(given)).toBe(fen));

test("column names compare like all words of a log: trimmed, NFC", async () => {
  const content = log(trace("1", event(attribute("Ame\u0301lie ", "x"), attribute("concept:name", "A"))));
  expect((await read(content, "log.xes", ["Am\u00e9lie"])).rows).toEqual([["x", ""]]);
  expect((await read(content)).header).toContain("Am\u00e9lie");
});
