// Rows of an office table that carry no data: totals, signatures, repeated headers, notes.
import type { Text } from "../domain/text.ts";
import { isBlankRow, type TableRow } from "./cell.ts";
import type { Header } from "./header-match.ts";
import { wordKey } from "./word-key.ts";

const totals = /^(合计|总计|小计|累计|本页小计|本页合计|total|subtotal|grandtotal)(?=$|[:(\d])/;
const signatures =
  /^(制表|填表|填报|编制|审核|复核|批准|负责|单位负责|部门负责|经办|签字|签章|签名|盖章|日期|备注|注|说明)(人|单位|部门|日期|时间|签字|签章|\(签字\)|\(盖章\)|\(签章\))*:/;

/** Why the row is passed over; null when it is data. Blank rows answer an empty reason. */
export function whySkipped(row: TableRow, header: Header): Text | null {
  if (isBlankRow(row)) return { zh: "", en: "" };
  const first = row.cells.find((cell) => cell.text.trim() !== "")?.text ?? "";
  // The closing colon is what makes "审核人:" a signature and "审核" a step.
  const key = first.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  if (totals.test(key)) return { zh: "合计行", en: "Total" };
  if (signatures.test(key)) return { zh: "签字或附注行", en: "Signature or note" };
  const isHeader =
    header.columns.length > 1 &&
    header.columns.every(({ index, key }) => wordKey(row.cells[index]?.text ?? "") === key);
  return isHeader ? { zh: "重复的表头", en: "Repeated header" } : null;
}
