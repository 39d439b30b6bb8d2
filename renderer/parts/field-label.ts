// What a form calls the field of a column.
import type { SheetColumn } from "../../shared/domain/sheet-column.ts";
import type { Text } from "../../shared/domain/text.ts";

/** "事项编码" → "事项", "Matter code" → "Matter": a reference is chosen by name, so its label does not ask for a code. */
export function labelOf({ name, to }: SheetColumn, columns: readonly SheetColumn[]): Text {
  if (to === undefined) return name;
  const label = { zh: name.zh.replace(/(编码|编号)$/, ""), en: name.en.replace(/ (code|no\.)$/, "") };
  // One person alone is called one, however the column of files is headed.
  const isOnly = to === "people" && columns.filter((one) => one.to === to).length === 1;
  return isOnly ? { zh: "人员", en: "Person" } : label;
}
