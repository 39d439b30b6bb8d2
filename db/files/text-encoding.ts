// Finds the encoding of a text table by strict trial, and decodes it; wrong bytes are named by place.
import type { ByteSource } from "./byte-source.ts";
import { fileFault } from "./file-fault.ts";

export const encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

/** Blocks that end at a line feed: that byte never lies inside a character of UTF-8 or GB18030. */
async function* lineBlocks(source: ByteSource): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const bytes of source.read()) {
    const cut = bytes.lastIndexOf(0x0a) + 1;
    if (cut === 0) {
      rest.push(bytes);
      continue;
    }
    yield Buffer.concat([...rest, bytes.subarray(0, cut)]);
    rest = [bytes.subarray(cut)];
  }
  yield Buffer.concat(rest);
}

interface Trial {
  /** null: every byte fits. */
  failure: { offset: number; line: number; byte: number } | null;
  /** Characters of more than one byte before the failure. */
  wide: number;
}

const fits = (bytes: Buffer, encoding: Encoding): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
const begins = (bytes: Buffer, encoding: Encoding): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};
/** The longest prefix of whole characters. A prefix of what begins well begins well, so halving finds the end. */
function goodPrefix(line: Buffer, encoding: Encoding): number {
  let good = 0;
  for (let bad = line.length + 1; bad - good > 1; ) {
    const middle = (good + bad) >> 1;
    if (begins(line.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !fits(line.subarray(0, good), encoding)) good--;
  return good;
}

async function attempt(source: ByteSource, encoding: Encoding): Promise<Trial> {
  let offset = 0;
  let line = 1;
  let wide = 0;
  for await (const block of lineBlocks(source)) {
    if (fits(block, encoding)) {
      for (const byte of block) {
        if (byte === 0x0a) line++;
        if (byte >= 0xc2 && byte <= 0xf4) wide++;
      }
      offset += block.length;
      continue;
    }
    for (let start = 0; start < block.length; ) {
      const end = block.indexOf(0x0a, start) + 1 || block.length;
      const words = block.subarray(start, end);
      if (!fits(words, encoding)) {
        const good = goodPrefix(words, encoding);
        wide += words.subarray(0, good).filter((byte) => byte >= 0xc2 && byte <= 0xf4).length;
        return { failure: { offset: offset + start + good, line, byte: words[good] ?? 0 }, wide };
      }
      wide += words.filter((byte) => byte >= 0xc2 && byte <= 0xf4).length;
      line++;
      start = end;
    }
  }
  return { failure: null, wide };
}

const brokenText = (path: string, { offset, line, byte }: NonNullable<Trial["failure"]>, name: string) =>
  fileFault(
    path,
    "invalid",
    `文字编码有误：按 ${name} 读到第 ${line} 行、第 ${offset + 1} 个字节（0x${byte.toString(16).padStart(2, "0")}）时不成字。文件可能被截断，或混用了两种编码。请在表格软件里打开检查，另存为“CSV UTF-8”后再导入。`,
    `Broken text encoding: read as ${name}, line ${line}, byte ${offset + 1} (0x${byte.toString(16).padStart(2, "0")}) is no character. The file may be cut, or mix two encodings. Open it in a spreadsheet program, check it, save it as "CSV UTF-8", and import again.`,
    { row: line },
  );

// GB18030 text hardly ever contains so many well-formed UTF-8 characters before the first ill-formed one.
const surelyUtf8 = 8;

/**
 * UTF-8 (with or without a mark), UTF-16 with a mark, else GB18030. Throws `invalid` naming byte and line where
 * nothing fits, or where a UTF-8 text is broken in the middle.
 */
export async function detectEncoding(source: ByteSource, head: Buffer): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const utf8 = await attempt(source, "utf-8");
  if (!utf8.failure) return "utf-8";
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (isMarked || utf8.wide >= surelyUtf8) throw brokenText(source.path, utf8.failure, "UTF-8");
  const gb = await attempt(source, "gb18030");
  if (!gb.failure) return "gb18030";
  throw gb.failure.offset >= utf8.failure.offset
    ? brokenText(source.path, gb.failure, "GB18030")
    : brokenText(source.path, utf8.failure, "UTF-8");
}

/** Decoded text in pieces, without the mark. */
export async function* decodeFile(
  source: ByteSource,
  encoding: Encoding,
  onBytes: (done: number) => void = () => {},
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of source.read(onBytes)) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw fileFault(
      source.path,
      "invalid",
      "文件在读取途中变了，或文字编码有误。请另存为“CSV UTF-8”后再导入。",
      'The file changed while being read, or its text encoding is broken. Save it as "CSV UTF-8" and import again.',
    );
  }
}
