// Moves written in a file (.xlsx or .csv as a plan is exported, .json as the command line prints it), by the workbook's ids.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { z } from "zod";
import type { BareMove } from "../../../shared/contract/plan.ts";
import { isDay } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { World } from "../../../shared/domain/world.ts";
import type { Stop, TableRow } from "../../../shared/formats/cell.ts";
import { type ReadMoves, readMoves, type WrittenMove } from "../../../shared/formats/plan-moves.ts";
import { readTables } from "../../files/table-reader.ts";

/** More rows are no plan: twice the largest that the planner is made for. */
const mostRows = 20_000;
const place = z
  .union([z.string(), z.object({ code: z.string() })])
  .nullable()
  .transform((it) => (typeof it === "object" && it !== null ? it.code : it));
const jsonSchema = z.object({
  moves: z.array(z.object({ day: z.string().refine(isDay), staffNo: z.string(), from: place, to: place })),
});

export interface FoundMoves {
  moves: BareMove[];
  problems: { row: number; reason: Text }[];
}
const noMoves = (detail: Text) =>
  fault("invalid", {
    zh: `这不是调动清单：${detail.zh}。需要“调动日期”“工号”两列，以及“现任岗位编码”“拟任岗位编码”，与方案导出的表格相同。`,
    en: `This is no list of moves: ${detail.en}. It needs the columns "Day" and "Staff no.", and "From (code)", "To (code)", as a plan is exported.`,
  });

/** @throws FaultError invalid: no list of moves, a damaged file; refused: stopped */
export async function movesIn(path: string, world: World, stop: Stop): Promise<FoundMoves> {
  const read =
    extname(path).toLowerCase() === ".json" ? await fromJson(path) : await fromTable(path, world, stop);
  return resolved(read, world);
}

async function fromJson(path: string): Promise<ReadMoves> {
  let data: unknown;
  try {
    data = JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) throw noMoves({ zh: error.message, en: error.message });
    throw error;
  }
  const parsed = jsonSchema.safeParse(data);
  if (!parsed.success) {
    const detail = z.prettifyError(parsed.error);
    throw noMoves({ zh: detail, en: detail });
  }
  return { moves: parsed.data.moves.map((move, at) => ({ row: at + 1, ...move })), problems: [] };
}

async function fromTable(path: string, world: World, stop: Stop): Promise<ReadMoves> {
  const file = await readTables(path, { stop });
  for (const sheet of file.sheets) {
    const rows: TableRow[] = [];
    for await (const row of sheet.rows()) {
      rows.push(row);
      if (rows.length > mostRows)
        throw noMoves({ zh: `超过 ${mostRows} 行`, en: `more than ${mostRows} rows` });
    }
    const read = readMoves(rows, world.settings.timeZone);
    if (read) return read;
  }
  throw noMoves({ zh: "没有找到表头", en: "no header was found" });
}

function resolved({ moves, problems }: ReadMoves, world: World): FoundMoves {
  const people = new Map(world.people.map(({ staffNo, id }) => [staffNo, id]));
  const posts = new Map(world.posts.map(({ code, id }) => [code, id]));
  const found: FoundMoves = { moves: [], problems: [...problems] };
  const why = ({ staffNo, from, to }: WrittenMove): Text | null => {
    if (!people.has(staffNo))
      return { zh: `没有工号 ${staffNo}`, en: `there is nobody with staff no. ${staffNo}` };
    const unknown = [from, to].find((code) => code !== null && !posts.has(code));
    return unknown ? { zh: `没有岗位编码 ${unknown}`, en: `there is no post ${unknown}` } : null;
  };
  for (const move of moves) {
    const reason = why(move);
    if (reason) found.problems.push({ row: move.row, reason });
    else
      found.moves.push({
        day: move.day,
        personId: people.get(move.staffNo) ?? "",
        fromPostId: move.from === null ? null : (posts.get(move.from) ?? null),
        toPostId: move.to === null ? null : (posts.get(move.to) ?? null),
      });
  }
  found.problems.sort((a, b) => a.row - b.row);
  return found;
}
