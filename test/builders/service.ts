// Desks for tests: each in a folder of its own, closed and gone when the test ends; tables brought in through the contract.
import { onTestFinished } from "vitest";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import { tempFolder } from "../fixtures/temp-folder.ts";
import { type Desk, type DeskOptions, startDesk, value } from "./desk.ts";

export { type Desk, faultOf, value } from "./desk.ts";

/** Call inside a test; `folder` joins another desk's. */
export function openDesk(options: Partial<DeskOptions> = {}): Desk {
  const desk = startDesk({ folder: options.folder ?? tempFolder(), ...options });
  onTestFinished(desk.close);
  return desk;
}

/** A desk with a new workbook "w.quanheng" in it. */
export async function newWorkbook(options: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const desk = openDesk(options);
  await value(
    desk.client.workbook.create({
      grant: desk.writes("w.quanheng"),
      unitName: "青岚县财政局",
      timeZone: "Asia/Shanghai",
    }),
  );
  return desk;
}

export interface Table {
  kind: SheetKind;
  header: string[];
  rows: string[][];
}
/** Offers and previews tables at hand. */
export async function preview(desk: Desk, tables: readonly Table[]) {
  const offer = await value(
    desk.client.imports.offer({ tables: tables.map((table) => ({ name: table.kind, ...table })) }),
  );
  return value(desk.client.imports.preview({ id: offer.id }));
}
/** The same, committed. */
export async function bringIn(desk: Desk, tables: readonly Table[]) {
  const { id } = await preview(desk, tables);
  return value(desk.client.imports.commit({ id }));
}
