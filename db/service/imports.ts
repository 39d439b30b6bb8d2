// Handlers of the imports namespace: offer, preview with a verdict for every row, commit as one undoable change.
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import { type LogMapping, logMappingSchema } from "../../shared/contract/imports.ts";
import { FaultError, fault } from "../../shared/domain/fault.ts";
import { sheetKinds } from "../../shared/domain/sheets.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { LogRow } from "../../shared/formats/log-row.ts";
import { idsByKey, rowsOf } from "../queries/versions.ts";
import { growingRules } from "./delegation-rules.ts";
import type { Desk } from "./desk.ts";
import { commitImport } from "./imports/commit.ts";
import { writeRejects, writeTemplate } from "./imports/files-out.ts";
import { judgeRows, judgingOf } from "./imports/judging.ts";
import { logSheets } from "./imports/log-sheets.ts";
import { createLookups } from "./imports/lookups.ts";
import { offerFiles, offerTables } from "./imports/offer.ts";
import { readSheetAs } from "./imports/read-sheet.ts";
import { settleSelfReferences } from "./imports/self-references.ts";
import { type ImportSession, isCorrected, type Previewed, previewOf, shownRow } from "./imports/session.ts";
import { ledgerGround } from "./ledgers.ts";
import { fileMapping, readLog } from "./log-rows.ts";

const mostSessions = 4;

export function importHandlers(desk: Desk): Handlers<QuanhengContract>["imports"] {
  const { deps } = desk;
  const groundOver = (laid: ImportSession["laid"]) => () =>
    ledgerGround(desk, desk.lens(null, null), laid.rows);
  const sessions = new Map<string, ImportSession>();
  const start = (sources: ImportSession["sources"], laid: ImportSession["laid"]): ImportSession => {
    const session: ImportSession = { id: deps.newId(), sources, store: desk.store(), preview: null, laid };
    sessions.set(session.id, session);
    for (const id of [...sessions.keys()].slice(0, -mostSessions)) sessions.delete(id);
    return session;
  };
  const sessionOf = (id: string): ImportSession => {
    const session = sessions.get(id);
    if (!session || !desk.isOpen() || session.store !== desk.store())
      throw fault("missing", {
        zh: "这次导入已结束，请重新选择文件。",
        en: "This import has ended: choose the files again.",
      });
    return session;
  };
  const previewedOf = (id: string): Previewed => {
    const { preview } = sessionOf(id);
    if (!preview) throw fault("invalid", { zh: "请先核对，再导入。", en: "Preview before importing." });
    return preview;
  };
  const assertWritable = (): void => {
    const { readOnly } = desk.store();
    if (readOnly) throw fault("refused", readOnly);
  };
  async function logRowsOf(
    session: ImportSession,
    index: number,
    mapping: LogMapping,
    context: Context,
  ): Promise<{ rows: LogRow[]; warnings: Text[] }> {
    const source = session.sources[index];
    if (!source) throw fault("missing", { zh: "没有这张表。", en: "There is no such sheet." });
    const { file, sheet, rows: total } = source.offered;
    const { timeZone } = desk.world().settings;
    const rows: LogRow[] = [];
    const { warnings } = await readLog(
      { rows: source.rows, notes: source.notes, file, sheet, total },
      fileMapping(mapping),
      timeZone,
      context,
      deps.breathe,
      (row) => rows.push(row),
    );
    return { rows, warnings };
  }

  return {
    open: async ({ grants }, context) => {
      desk.store();
      const laid: ImportSession["laid"] = { rows: [] };
      const { id, sources } = start(
        await offerFiles(
          grants.map((grant) => deps.grants.pathOf(grant, "read")),
          context,
          groundOver(laid),
        ),
        laid,
      );
      return { id, sheets: sources.map(({ offered }) => offered) };
    },
    offer: async ({ tables }, context) => {
      desk.store();
      const laid: ImportSession["laid"] = { rows: [] };
      const { id, sources } = start(await offerTables(tables, context, groundOver(laid)), laid);
      return { id, sheets: sources.map(({ offered }) => offered) };
    },
    preview: async ({ id, kinds }, context) => {
      assertWritable();
      const session = sessionOf(id);
      const chosen = new Map(kinds.map(({ index, kind }) => [index, kind]));
      const lookups = createLookups(desk.world());
      const rules = growingRules(desk);
      const preview: Previewed = {
        rows: [],
        faults: [],
        warnings: [],
        isLog: false,
        basedOn: desk.head().seq,
      };
      session.laid.rows = preview.rows;
      for (const { offered } of session.sources)
        if (offered.problem)
          preview.faults.push({
            message: offered.problem,
            where: { file: offered.file, sheet: offered.sheet },
          });
      for (const kind of sheetKinds) {
        const judging = judgingOf(desk, kind, lookups, rules, "sheet", new Set());
        for (const source of session.sources) {
          const { index, problem, sheet } = source.offered;
          if (problem || (chosen.has(index) ? chosen.get(index) : source.offered.kind) !== kind) continue;
          try {
            const { rows, header } = await readSheetAs(
              source,
              kind,
              desk.world().settings.timeZone,
              context,
              deps.breathe,
            );
            const present = new Set(header.columns.map(({ column }) => column.key));
            const own = { ...judging, present, occurrences: new Map() };
            await judgeRows(desk, kind, sheet, rows, own, preview.rows, context);
            preview.warnings.push(...(source.warnings?.() ?? []));
          } catch (error) {
            if (!(error instanceof FaultError) || context.signal.aborted) throw error;
            const { message, where } = error.fault;
            preview.faults.push(where ? { message, where } : { message });
          }
        }
        settleSelfReferences(kind, preview.rows, judging);
      }
      session.preview = preview;
      return previewOf(id, preview);
    },
    activities: async ({ id, index, mapping }, context) => {
      const { rows, warnings } = await logRowsOf(sessionOf(id), index, mapping, context);
      const found = new Map<string, { rows: number; cases: Set<string>; people: Set<string> }>();
      for (const { activity, caseNo, person } of rows) {
        if (activity === null || caseNo === null) continue;
        const one = found.get(activity) ?? { rows: 0, cases: new Set(), people: new Set() };
        one.rows += 1;
        one.cases.add(caseNo);
        if (person !== null) one.people.add(person);
        found.set(activity, one);
      }
      return {
        rows: rows.length,
        warnings,
        activities: [...found]
          .map(([activity, one]) => ({
            activity,
            rows: one.rows,
            cases: one.cases.size,
            people: one.people.size,
          }))
          .toSorted((a, b) => b.rows - a.rows || (a.activity < b.activity ? -1 : 1)),
      };
    },
    previewLog: async ({ id, index, mapping }, context) => {
      assertWritable();
      const session = sessionOf(id);
      const { rows, warnings } = await logRowsOf(session, index, mapping, context);
      const name = mapping.matterName.trim() || session.sources[index]?.offered.sheet || "log";
      const lookups = createLookups(desk.world());
      const rules = growingRules(desk);
      const preview: Previewed = {
        rows: [],
        faults: [],
        warnings,
        isLog: true,
        basedOn: desk.head().seq,
      };
      for (const { kind, rows: raws, says } of logSheets(rows, mapping, desk.world(), lookups, {
        code: `log:${name}`,
        name,
      })) {
        await judgeRows(
          desk,
          kind,
          name,
          raws,
          judgingOf(desk, kind, lookups, rules, `log:${name}`, new Set(says)),
          preview.rows,
          context,
        );
      }
      session.preview = preview;
      return previewOf(id, preview);
    },
    rows: ({ id, kind, verdict, onlyCorrected, offset, limit }) => {
      const rows = previewedOf(id).rows.filter(
        (row) =>
          (kind === null || row.kind === kind) &&
          (verdict === null || row.verdict === verdict) &&
          (!onlyCorrected || isCorrected(row)),
      );
      return { rows: rows.slice(offset, offset + limit).map(shownRow), total: rows.length };
    },
    commit: async ({ id }, context) => {
      const preview = previewedOf(id);
      const done = await commitImport(desk, sessionOf(id), preview, context);
      // Nothing to write keeps the session: its rejected rows may still be wanted.
      if (done.change !== null || done.draft !== null) sessions.delete(id);
      return done;
    },
    saveRejects: ({ id, grant }) => writeRejects(desk, previewedOf(id), deps.grants.pathOf(grant, "write")),
    discard: ({ id }) => {
      sessions.delete(id);
      return {};
    },
    template: ({ grant }) => writeTemplate(desk, deps.grants.pathOf(grant, "write")),
    profiles: () => ({
      profiles: rowsOf(desk.db(), "log-profiles", idsByKey(desk.db())).map((row) => ({
        name: String(row.name),
        mapping: logMappingSchema.parse(JSON.parse(String(row.mapping))),
      })),
    }),
    saveProfile: ({ name, mapping }, context) => {
      const known = rowsOf(desk.db(), "log-profiles", idsByKey(desk.db())).find((row) => row.name === name);
      const { seq } = desk.write(
        context,
        {
          action: "profile",
          summary: { zh: `保存列对应：${name}`, en: `Saved the mapping ${name}` },
          detail: { name, mapping },
          touches: ["imports"],
        },
        (recorder) => {
          if (known) recorder.supersede("log-profiles", known.id);
          recorder.insert("log-profiles", known?.id ?? null, { name, mapping: JSON.stringify(mapping) });
        },
      );
      return { change: { seq } };
    },
  };
}
