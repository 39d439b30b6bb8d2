// What a form calls its fields: one thing by its own name, never by the heading of a list or by a code.
import { expect, test } from "vitest";
import { labelOf } from "../../../renderer/parts/field-label.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";

test.each<[SheetKind, string, string, string]>([
  ["posts", "successorId", "更名后岗位", "Successor post"],
  ["departments", "parentId", "上级机构", "Parent"],
  ["authorities", "matterId", "事项", "Matter"],
  ["authorities", "personId", "人员", "Person"],
  ["authorities", "document", "文号", "Document no."],
])("%s %s is called %s, %s", (kind, key, zh, en) => {
  const { columns } = sheetOf(kind);
  const column = columns.find((one) => one.key === key) ?? columns.find((one) => one.name.zh === zh);
  expect(column && labelOf(column, columns)).toEqual({ zh, en });
});
