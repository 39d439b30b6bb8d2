// A walk over the small sample through every namespace: each reply fits its schema and can travel between processes.
import { expect, test } from "vitest";
import { contract } from "../../shared/contract/contract.ts";
import { sheetKinds } from "../../shared/domain/sheets.ts";
import { type Desk, openDesk, value } from "../builders/service.ts";

const idle = { signal: { aborted: false }, progress: () => undefined };
type Named = {
  [N in keyof typeof contract]: `${N}.${keyof (typeof contract)[N] & string}`;
}[keyof typeof contract];

/** Asks the server itself, so that the reply is seen before any client has parsed it. */
async function walked(desk: Desk, name: Named, input: unknown): Promise<void> {
  const reply = await desk.server.run(name, input, idle);
  if (!reply.ok) throw new Error(`${name}: ${reply.fault.code} ${reply.fault.message.en}`);
  const [namespace = "", key = ""] = name.split(".");
  const call = (
    contract as unknown as Record<string, Record<string, { output: { parse: (value: unknown) => unknown } }>>
  )[namespace]?.[key];
  const travelled = structuredClone(reply.value);
  expect(travelled, name).toEqual(reply.value);
  expect(call?.output.parse(travelled), name).toEqual(reply.value);
}

test("the walk", async () => {
  const desk = openDesk();
  await walked(desk, "workbook.sample", { grant: null, size: "small", endsOn: "2026-03-05" });
  await walked(desk, "workbook.state", {});
  for (const kind of sheetKinds) await walked(desk, "sheets.list", { kind, day: "2026-03-05", limit: 50 });
  await walked(desk, "matrix.view", { day: "2026-03-05" });
  const ended = { op: "end", kind: "authorities", id: "none", until: "2026-03-05" };
  await walked(desk, "matrix.preview", { day: "2026-03-05", edits: [ended] });
  await walked(desk, "conflicts.check", {});
  await walked(desk, "conflicts.list", { withClosed: true });
  await walked(desk, "conflicts.list", { asOf: "2025-06-30" });
  await walked(desk, "conflicts.overview", {});
  const { rows } = await value(desk.client.conflicts.list({}));
  const kinds = new Map(rows.map((row) => [row.kind, row.id]));
  expect(kinds.size).toBeGreaterThanOrEqual(8);
  for (const id of kinds.values()) await walked(desk, "conflicts.detail", { id });
  await walked(desk, "rules.list", {});
  const rules = await value(desk.client.rules.list({}));
  for (const { rule } of rules.rules.slice(0, 10)) await walked(desk, "rules.show", { id: rule.id });
  await walked(desk, "rotation.ledger", {});
  await walked(desk, "reports.document", { what: "conflicts" });
  await walked(desk, "reports.document", { what: "tenure", language: "en" });
  for (const format of ["xlsx", "csv", "json"]) {
    const grant = desk.writes(`报告.${format}`);
    await walked(desk, "reports.build", { what: "conflicts", format, grant });
  }
  await walked(desk, "packs.export", { grant: desk.writes("规则.json"), language: "zh" });
  await walked(desk, "rules.import", { grant: desk.reads("规则.json") });
  for (const name of ["规则.xlsx", "规则二.json"]) {
    await walked(desk, "packs.export", { grant: desk.writes(name), language: "zh" });
    const compared = await value(
      desk.client.packs.compare({ source: { kind: "file", grant: desk.reads(name) } }),
    );
    expect(compared.differences).toEqual([]);
  }
  await walked(desk, "packs.news", {});
  await walked(desk, "packs.hygiene", {});
  await walked(desk, "imports.template", { grant: desk.writes("模板.xlsx") });
  await walked(desk, "imports.open", { grants: [desk.reads("模板.xlsx")] });
  await walked(desk, "journal.list", {});
  await walked(desk, "journal.verify", {});
  await walked(desk, "workbook.backup", { grant: desk.writes("备份.quanheng") });
  await walked(desk, "workbook.close", {});
  expect(desk.bugs).toEqual([]);
}, 60_000);
