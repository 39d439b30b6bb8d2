// Turns what a window shows into a PDF for the file: tagged, A4 landscape, pages numbered.
import type { WebContents } from "electron";
import { mendText } from "./pdf-text.ts";

const FOOTER = `<div style="width:100%;font-size:8px;color:#666;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

/** The page in its print style; text stays text, so it can be searched and read aloud. */
export async function printPage(contents: WebContents): Promise<Uint8Array> {
  const printed = await contents.printToPDF({
    pageSize: "A4",
    landscape: true,
    printBackground: true,
    generateTaggedPDF: true,
    displayHeaderFooter: true,
    headerTemplate: "<span></span>",
    footerTemplate: FOOTER,
    margins: { top: 0.5, bottom: 0.6, left: 0.5, right: 0.5 }, // inches
  });
  return mendText(printed);
}
