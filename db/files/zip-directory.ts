// Reads the directory at the end of a zip: what is inside, how large it will be, and whether it is whole.
import { createInflateRaw } from "node:zlib";
import { fileFault } from "./file-fault.ts";
import { inMebi, limits } from "./limits.ts";

export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const truncated = (path: string) =>
  fileFault(
    path,
    "broken",
    "工作簿不完整：文件尾部缺失或目录损坏，多半是拷贝或下载中断。请重新拷贝，或在表格软件里打开后另存为 .xlsx。",
    "The workbook is incomplete: its end is missing or damaged, most likely a copy or download was cut short. Copy it again, or open it in a spreadsheet program and save it as .xlsx.",
  );

/** `broken` when the archive is cut or overlaps itself. */
export function readZipDirectory(data: Buffer, path: string): ZipEntry[] {
  const tail = data.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (tail < 0 || tail + 22 > data.length) throw truncated(path);
  const count = data.readUInt16LE(tail + 10);
  let at = data.readUInt32LE(tail + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) throw truncated(path);
    const nameLength = data.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: data.toString("utf8", at + 46, at + 46 + nameLength),
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      unpacked: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    };
    if (entry.offset + 30 + entry.packed > data.length) throw truncated(path);
    entries.push(entry);
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}

/** Refuses what would unpack to more than the machine should hold. Sizes are checked again while unpacking. */
export function refuseBombs(entries: readonly ZipEntry[], path: string): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bomb = entries.find(
    ({ packed, unpacked }) =>
      unpacked > limits.ratioFromBytes && unpacked > Math.max(packed, 1) * limits.unpackRatio,
  );
  if (total <= limits.unpackedBytes && !bomb) return;
  throw fileFault(
    path,
    "refused",
    `展开后约 ${inMebi(bomb?.unpacked ?? total)}，远超正常工作簿，可能是压缩炸弹，未读取。请在表格软件里只复制需要的数据到新工作簿。`,
    `It would unpack to about ${inMebi(bomb?.unpacked ?? total)}, far more than a real workbook, and may be a zip bomb; it was not read. Copy just the data you need into a new workbook.`,
  );
}

/** The bytes of one entry, chunk by chunk; stops with a Fault where it grows beyond what the directory says. */
export async function* unpackEntry(data: Buffer, entry: ZipEntry, path: string): AsyncGenerator<Buffer> {
  const start =
    entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28);
  const packed = data.subarray(start, start + entry.packed);
  if (entry.method === 0) {
    yield packed;
    return;
  }
  const inflate = createInflateRaw();
  inflate.end(packed);
  let seen = 0;
  try {
    for await (const chunk of inflate) {
      const bytes = chunk as Buffer;
      seen += bytes.length;
      if (seen > entry.unpacked) throw truncated(path);
      yield bytes;
    }
  } catch (error) {
    throw error instanceof Error && "code" in error && String(error.code).startsWith("Z_")
      ? truncated(path)
      : error;
  }
  if (seen !== entry.unpacked) throw truncated(path);
}

/** Unpacks the small parts once to hold them to the sizes they claim; worksheets are held to theirs when read. */
export async function refuseLies(data: Buffer, entries: readonly ZipEntry[], path: string): Promise<void> {
  for (const entry of entries)
    if (/\.(xml|rels)$/.test(entry.name) && !/worksheets\/[^/]+\.xml$/.test(entry.name))
      for await (const _ of unpackEntry(data, entry, path));
}
