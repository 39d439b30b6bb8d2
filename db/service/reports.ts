// Handlers of the reports namespace: documents made in one reading of the workbook, files with receipts.
import { extname } from "node:path";
import type { z } from "zod";
import type { Context, Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { reportRequestSchema } from "../../shared/contract/reports.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { ReportDocument } from "../../shared/domain/report.ts";
import { writeBytes, writeGrids, writeReport } from "../files/report-writer.ts";
import type { Desk } from "./desk.ts";
import { ledgerGrids, ledgersTitle } from "./ledgers.ts";
import { logExport, receiptOf } from "./receipts.ts";
import { changeSetReport } from "./reports/change-set-report.ts";
import { conflictReport } from "./reports/conflict-report.ts";
import { delegationLetter } from "./reports/delegation-letter.ts";
import { followUpList, handoverList, noticeList } from "./reports/handover-lists.ts";
import { handoverProtocol } from "./reports/handover-protocol.ts";
import { matrixReport } from "./reports/matrix-report.ts";
import { noticeLetter } from "./reports/notice-letter.ts";
import { planReport } from "./reports/plan-report.ts";
import { staffingReport } from "./reports/staffing-report.ts";
import { tenureReport } from "./reports/tenure-report.ts";

type Request = z.output<typeof reportRequestSchema>;

export function reportHandlers(desk: Desk): Handlers<QuanhengContract>["reports"] {
  const documentOf = (request: Request, context: Context): ReportDocument | Promise<ReportDocument> => {
    switch (request.what) {
      case "conflicts":
        return conflictReport(desk, request);
      case "tenure":
        return tenureReport(desk, request);
      case "plan":
        return planReport(desk, request);
      case "matrix":
        return matrixReport(desk, request);
      case "delegation":
        return delegationLetter(desk, request);
      case "change-set":
        return changeSetReport(desk, request);
      case "notices":
        return noticeList(desk, request);
      case "handovers":
        return handoverList(desk, request);
      case "follow-ups":
        return followUpList(desk, request);
      case "notice":
        return noticeLetter(desk, request);
      case "handover":
        return handoverProtocol(desk, request);
      case "staffing":
        return staffingReport(desk, request, context);
    }
  };
  return {
    document: documentOf,
    build: async ({ format, grant, ...request }, context) => {
      const path = withFormat(desk.deps.grants.pathOf(grant, "write"), format);
      const document = await documentOf(request, context);
      const written = await writeReport(path, document, format, context.signal);
      const receipt = receiptOf(desk, path, written, document.rows.length);
      return logExport(desk, context, { zh: document.title, en: document.title }, receipt);
    },
    table: async ({ document, format, grant }, context) => {
      const path = withFormat(desk.deps.grants.pathOf(grant, "write"), format);
      const head = desk.isOpen() ? desk.head().hash : null;
      const written = await writeReport(path, { ...document, journalHead: head }, format, context.signal);
      const receipt = receiptOf(desk, path, written, document.rows.length);
      return logExport(
        desk,
        context,
        { zh: `表格“${document.title}”`, en: `the table "${document.title}"` },
        receipt,
      );
    },
    ledgers: async ({ grant, money, asOf, knownOn }, context) => {
      const path = withFormat(desk.deps.grants.pathOf(grant, "write"), "xlsx");
      const grids = ledgerGrids(desk, desk.lens(asOf, knownOn), money);
      const written = await writeGrids(path, grids, context.signal);
      const rows = grids.reduce(
        (sum, grid) => sum + grid.rows.filter(({ style }) => style === "body").length,
        0,
      );
      return logExport(desk, context, ledgersTitle, receiptOf(desk, path, written, rows));
    },
    store: async ({ title, bytes, grant }, context) => {
      if (Buffer.from(bytes.subarray(0, 5)).toString("latin1") !== "%PDF-")
        throw fault("invalid", {
          zh: "这不是 PDF 内容，没有写入。",
          en: "This is not a PDF; nothing was written.",
        });
      const path = desk.deps.grants.pathOf(grant, "write");
      const written = await writeBytes(path, bytes, context.signal);
      return logExport(desk, context, title, receiptOf(desk, path, written, null));
    },
  };
}

const withFormat = (path: string, format: string): string =>
  extname(path).toLowerCase() === `.${format}` ? path : `${path}.${format}`;
