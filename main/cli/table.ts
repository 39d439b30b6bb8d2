// Tables for a terminal, with Chinese characters two columns wide; long cells wrap, nothing is cut.
import Table from "cli-table3";
import { textWidth } from "../../shared/formats/grid.ts";

export interface Column<R> {
  name: string;
  value: (row: R, index: number) => string | number | null;
  align?: "left" | "right";
  /** Gives way, down to this many columns, where the table is wider than the screen. */
  least?: number;
}

const closing = /^[，。；：、）”》」』！？]$/u;

/** Breaks at blanks where it can and between characters where it must; Chinese breaks anywhere. */
export function wrapText(text: string, width: number): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const piece of paragraph.match(/[\u1100-\uffe6]|\s+|[^\s\u1100-\uffe6]+/gu) ?? [""]) {
      if (textWidth(line + piece) <= width) {
        line += piece;
        continue;
      }
      // A closing sign never begins a line: the character before it comes along.
      const carried = closing.test(piece) ? ([...line].at(-1) ?? "") : "";
      const kept = line.slice(0, line.length - carried.length).trimEnd();
      if (kept !== "") lines.push(kept);
      line = (kept === "" ? line : carried) + piece.trimStart();
      while (textWidth(line) > width && line.length > 1) {
        const part = [...line];
        let head = "";
        while (part[0] !== undefined && textWidth(head + part[0]) <= width) head += part.shift();
        if (head === "") break; // a wide sign in a column of one
        lines.push(head);
        line = part.join("");
      }
    }
    lines.push(line.trimEnd());
  }
  return lines.join("\n");
}

/** Takes from the widest yielding column until everything fits or nothing yields any more. */
function yieldTo(natural: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...natural];
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
    let widest = -1;
    for (const [at, width] of widths.entries())
      if (width > (least[at] ?? width) && (widest < 0 || width > (widths[widest] ?? 0))) widest = at;
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

export function printTable<R>(
  columns: readonly Column<R>[],
  rows: readonly R[],
  screenWidth: number,
): string {
  const cells = rows.map((row, index) => columns.map(({ value }) => String(value(row, index) ?? "")));
  const natural = columns.map(({ name }, at) =>
    Math.max(textWidth(name), ...cells.map((line) => textWidth(line[at] ?? ""))),
  );
  const frame = columns.length * 3 + 1;
  const widths = yieldTo(
    natural,
    columns.map(({ least }, at) => least ?? natural[at] ?? 0),
    screenWidth - frame,
  );
  const wrapped = cells.map((line) => line.map((cell, at) => wrapText(cell, widths[at] ?? 1)));
  const table = new Table({
    head: columns.map(({ name }, at) => wrapText(name, widths[at] ?? 1)),
    colAligns: columns.map(({ align = "left" }) => align),
    // Lines between rows only where a row takes several lines. No colours: output may go to a file.
    style: { head: [], border: [], compact: !wrapped.flat().some((cell) => cell.includes("\n")) },
  });
  table.push(...wrapped);
  return table.toString();
}
