// The bytes of a file as its reader needs them: as they are stored, or unpacked when the file is gzipped.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { fileFault } from "./file-fault.ts";
import { inMebi, limits } from "./limits.ts";

export interface ByteSource {
  path: string;
  /** From the start, as often as asked; `onBytes` counts what was read from the disk. */
  read: (onBytes?: (done: number) => void) => AsyncGenerator<Buffer, void, undefined>;
}

const pieceBytes = 1 << 18;
export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;
/** The name without a last ".gz". */
export const withoutGz = (name: string): string => name.replace(/\.gz$/i, "");

export const storedBytes = (path: string): ByteSource => ({
  path,
  async *read(onBytes = () => {}) {
    let done = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes })) {
      const bytes = chunk as Buffer;
      done += bytes.length;
      onBytes(done);
      yield bytes;
    }
  },
});

/** @throws FaultError while reading: broken where the packing is damaged or cut, refused where it unpacks too far */
export const unpackedBytes = (path: string): ByteSource => ({
  path,
  async *read(onBytes = () => {}) {
    const stored = createReadStream(path, { highWaterMark: pieceBytes });
    const gunzip = createGunzip({ chunkSize: pieceBytes });
    let packed = 0;
    let unpacked = 0;
    stored.on("data", (chunk) => {
      packed += chunk.length;
      onBytes(packed);
    });
    stored.on("error", (error) => gunzip.destroy(error));
    stored.pipe(gunzip);
    try {
      for await (const chunk of gunzip) {
        const bytes = chunk as Buffer;
        unpacked += bytes.length;
        if (isTooFar(packed, unpacked)) throw tooFar(path, unpacked);
        yield bytes;
      }
    } catch (error) {
      throw isZlibError(error) ? damaged(path) : error;
    } finally {
      stored.destroy();
      gunzip.destroy();
    }
  },
});

const isTooFar = (packed: number, unpacked: number): boolean =>
  unpacked > limits.unpackedTextBytes ||
  (unpacked > limits.ratioFromBytes && unpacked > packed * limits.unpackRatio);
const isZlibError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^Z_/.test(String(error.code));

const damaged = (path: string) =>
  fileFault(
    path,
    "broken",
    "gzip 压缩已损坏，或文件在中途被截断。没有按读到的一半核对。请重新下载或重新压缩后再试。",
    "The gzip packing is damaged or the file is cut short. No half of it was used. Download or pack it again.",
  );
const tooFar = (path: string, unpacked: number) =>
  fileFault(
    path,
    "refused",
    `解压后已超过 ${inMebi(unpacked)}，超出上限，或是压缩炸弹。请按年份分成几个文件。`,
    `Unpacked it is already more than ${inMebi(unpacked)}: above the limit, or a zip bomb. Split it by year.`,
  );

/** The first bytes, unpacked where the source unpacks. */
export async function headOf(source: ByteSource, length = 4096): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let have = 0;
  for await (const piece of source.read()) {
    pieces.push(piece);
    have += piece.length;
    if (have >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}
/** The first bytes as they are stored. */
export async function storedHead(path: string, length = 4096): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
